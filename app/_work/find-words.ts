import { apartOnce, TooMuch } from '#apart/apart';
import type { FindOptions, QuoteFind } from '#domain/quotes/find-quote';
import { accept, type Result, refuse } from '#domain/result';

/**
 * Finds quoted words in the text of a copy, without keeping others waiting while it is long.
 *
 * @returns refused with a sentence, without its full stop, when the text takes too much
 */
export async function findWords(
  text: string,
  words: string,
  options: FindOptions = {},
): Promise<Result<QuoteFind, string>> {
  try {
    return accept(await apartOnce('quote', [text, words, options]));
  } catch (error) {
    if (error instanceof TooMuch) return refuse(error.message);
    throw error;
  }
}
