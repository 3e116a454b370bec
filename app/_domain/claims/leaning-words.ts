// Words of a claim that stand for something named elsewhere in the article: 'he', 'its', 'the airline'.

/** Whether a text has these words, whole. */
export const hasWords = (text: string, words: string): boolean => placeOfWords(text, words) >= 0;

/** Where these words first stand in a text as whole words, as a UTF-16 offset; -1 for nowhere. */
function placeOfWords(text: string, words: string): number {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return at;
  }
  return -1;
}

const POSSESSIVE = /^(?:his|its|their|whose)$/i;

/**
 * The text of a claim with a name in place of words that stand for it: 'He resigned.' with
 * 'Jon Rask' is 'Jon Rask resigned.', and 'its weapons' with 'the ship' is 'the ship’s weapons'.
 *
 * @returns null if the text no longer has the words
 */
export function fillWords(text: string, words: string, name: string): string | null {
  const at = placeOfWords(text, words);
  if (at < 0) return null;
  const after = text.slice(at + words.length);
  const isPossessive = POSSESSIVE.test(words) || (/^her$/i.test(words) && /^ \p{Ll}/u.test(after));
  const bare = /['’]s?$/.test(words) || isPossessive ? name.replace(/['’]s?$/, '') : name;
  const owns = isPossessive || /['’]s?$/.test(words);
  const filled = owns ? `${bare}${/s$/.test(bare) ? '’' : '’s'}` : bare;
  const starts = at === 0 || /[.!?]["”’]?\s+$/.test(text.slice(0, at));
  return text.slice(0, at) + (starts ? withCapital(filled) : filled) + after;
}

const withCapital = (text: string) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
