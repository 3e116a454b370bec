import { v7 as uuidv7 } from 'uuid';
import { recordArticle } from '#data/documents/articles';
import { recordFirstReading } from '#data/readings/readings';
import { THE_DESK } from '#data/record/record-events';
import { recordFirstScale } from '#data/review/ratings';
import { toReadableText } from '#domain/text';
import { extract } from '#engine/extract';
import { tumenBridge } from './tumen-bridge';

/**
 * Fills an empty database: the scale, and the sample story as a reviewer would bring it, read by
 * the engine, so that its claims are suggestions and nothing is answered beforehand.
 */
export async function addStories(): Promise<void> {
  await recordFirstScale();
  for (const { text: raw, ...story } of [tumenBridge]) {
    const text = toReadableText(raw);
    const details = { author: null, url: null, ...story };
    const articleId = uuidv7();
    const recorded = await recordArticle(
      { id: articleId, details, sample: true, raw, text },
      THE_DESK,
    );
    if (!recorded.ok) throw new Error('An empty database has an article already.');
    const reading = extract(text, details);
    const { captureId } = recorded.value;
    await recordFirstReading({ articleId, captureId, text, reading }, THE_DESK);
  }
}
