/** What runs on for longer is no word that a quote could cut. */
const LONGEST_WORD = 40;

const GROUPING = "[.,'’\\u00a0\\u2009\\u202f]";
const SCALE =
  '(?:%|‰|per ?cent\\b|percentage\\b|(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen)s?\\b|(?:bn|mn|tn)\\b)';

/** What stands on both sides of a place that is inside a word or a figure. */
const JOINS: readonly (readonly [RegExp, RegExp])[] = [
  [/[\p{L}\p{N}\p{M}][\u00ad\u200b-\u200d\u2060]*$/u, /^[\u00ad\u200b-\u200d\u2060]*[\p{L}\p{N}]/u],
  [/./su, /^\p{M}/u],
  // 500 in 4,500, and 4 in 4.5.
  [new RegExp(`\\p{Nd}${GROUPING}$`, 'u'), /^\p{Nd}/u],
  [/\p{Nd}$/u, new RegExp(`^${GROUPING}\\p{Nd}`, 'u')],
  // 5 in −5, and in $−5.
  [/(?:^|[\s(\p{Sc}])[-−–]$/u, /^[\p{Sc}\p{Nd}]/u],
  // 5 in 5% and in 5 million; million in 5 million.
  [/\p{Nd}$/u, new RegExp(`^[\\s-]?${SCALE}`, 'iu')],
  [/\p{Nd}[\s-]$/u, new RegExp(`^${SCALE}`, 'iu')],
  // can in can’t, and lethal in non-lethal.
  [/n$/i, /^['’]t(?!\p{L})/iu],
  [/n['’]$/i, /^t(?!\p{L})/iu],
  [/\bnon$/i, /^[-‐‑]\p{L}/u],
  [/\bnon[-‐‑]$/i, /^\p{L}/u],
];

// Scripts that write words without spaces: between two of these letters no word is cut for certain.
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Whether a place in a text is inside a word or a figure, so that words up to it say something else:
 * '500 tonnes' in '4,500 tonnes', 'legal' in 'illegal', 'can' in 'can’t', '$5' in '$5 million'.
 */
export function cutsWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const plain = isCutPlainly(text, at);
  if (plain !== null) return plain;
  if (/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))) {
    return true;
  }
  const before = text.slice(Math.max(0, at - 8), at).replace(/^[\udc00-\udfff]/, '');
  const after = text.slice(at, at + 16);
  const [first, ...others] = JOINS.map(([left, right]) => left.test(before) && right.test(after));
  if (others.some(Boolean)) return true;
  return Boolean(first) && !(UNSPACED.test(before.slice(-2)) || UNSPACED.test(after.slice(0, 2)));
}

/** The answer between plain letters and spaces, which is nearly everywhere; null where rules decide. */
function isCutPlainly(text: string, at: number): boolean | null {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  if (isPlainLetter(before)) {
    return isPlainLetter(after) ? true : isPlainSpace(after) ? false : null;
  }
  const isAfterDigit = /\p{Nd}/u.test(text.charAt(at - 2));
  return isPlainSpace(before) && isPlainLetter(after) && !isAfterDigit ? false : null;
}

const isPlainLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;
const isPlainSpace = (code: number) => code === 32 || code === 10;

/** Whether a stretch begins or ends in the middle of a word or a figure that it could be widened to. */
export function isCut(text: string, { start, end }: { start: number; end: number }): boolean {
  if (!cutsWord(text, start) && !cutsWord(text, end)) return false;
  const whole = wholeWords(text, start, end);
  return whole.start !== start || whole.end !== end;
}

/** A stretch with the words and figures that it begins and ends in the middle of. */
export function wholeWords(text: string, start: number, end: number) {
  let from = start;
  while (cutsWord(text, from) && start - from < LONGEST_WORD) from--;
  let to = end;
  while (cutsWord(text, to) && to - end < LONGEST_WORD) to++;
  return {
    start: cutsWord(text, from) ? start : from,
    end: cutsWord(text, to) ? end : to,
  };
}
