import { findAboutText } from '#data/captures/about-text';
import { findCaptureText } from '#data/captures/captures';
import { findWaitingQuote, recordQuoteChecked } from '#data/evidence/waiting-quotes';
import { pageAt } from '#domain/documents/words-address';
import { findWords } from './find-words';

/**
 * Looks for the quotes of evidence that was attached before the copy of its source was there.
 *
 * @param mayGoOn  asked before each of them
 */
export async function checkWaitingQuotes(mayGoOn: () => boolean): Promise<void> {
  while (mayGoOn()) {
    const next = findWaitingQuote();
    if (!next) return;
    const [text, { pages }] = await Promise.all([
      findCaptureText(next.captureId),
      findAboutText(next.captureId),
    ]);
    const found = await findWords(text ?? '', next.quote);
    // A text that takes too much to search has the quote nowhere, as far as the desk knows.
    const find = found.ok ? found.value : ({ found: 'absent' } as const);
    const page = find.found === 'absent' ? null : pageAt(pages, find.start);
    await recordQuoteChecked(next, { find, page });
  }
}
