import { findArticle } from '#data/articles';
import type { Actor } from '#data/events';
import { listHeldClaims } from '#data/held-claims';
import { recordReread } from '#data/reread';
import { decideReread } from '#domain/reread';
import { readArticle } from './read-article';

// Whoever decides on a claim while the article is read has the right of way; then it is decided anew.
const ATTEMPTS = 3;

/**
 * Reads an article with the engine as it is now, in the copy in which its claims stand.
 *
 * @returns whether it was recorded; null when there is no such article. False while others keep changing
 *   its claims
 */
export async function readAnew(articleId: string, actor: Actor): Promise<boolean | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const article = await findArticle(articleId);
    if (!article) return null;
    const { id: captureId, text } = article.capture;
    const reading = await readArticle(text, article);
    const { claims, basis } = await listHeldClaims(articleId, captureId);
    const recorded = await recordReread(
      decideReread(claims, reading),
      { articleId, captureId, text, engineVersion: reading.engineVersion },
      basis,
      actor,
    );
    if (recorded.ok) return true;
  }
  return false;
}
