import { joinWritings, type QuoteWord } from './writing';

const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const TOKEN = new RegExp(
  [
    `(?:(?<=^|[\\s(\\p{Sc}])[-−–+])?(?:${[
      '\\p{Nd}{1,3}(?:,\\p{Nd}{2,3})*,\\p{Nd}{3}(?!\\p{Nd})',
      "\\p{Nd}{1,3}(?:[ '’\\u00a0\\u2009\\u202f]\\p{Nd}{3})+(?!\\p{Nd})",
      '\\p{Nd}+',
    ].join('|')})(?:[.,]\\p{Nd}+)*\\p{No}?`,
    '\\p{No}',
    '[%&\\p{Sc}]',
    `\\p{L}[\\p{L}\\p{M}\\p{N}${INVISIBLE}]*(?:['’ʼ\\u0060´][\\p{L}\\p{M}${INVISIBLE}]+)*`,
  ].join('|'),
  'gu',
);

/**
 * The words of a stretch of a text, by their places in the text.
 *
 * Hyphens divide words: whether a compound is written as one is typography.
 */
export function toQuoteWords(text: string, start = 0, end = text.length): QuoteWord[] {
  const words = [...text.slice(start, end).matchAll(TOKEN)].map(({ 0: written, index }) => {
    const key = keyOf(written);
    return {
      key,
      start: start + index,
      end: start + index + written.length,
      isNumber: /^[-\p{N}]/u.test(key),
      isYear: /^(?:1\d|20)\d\d$/.test(written),
    };
  });
  return joinWritings(text, words);
}

// What people write in words or digits as their house style has it.
const IN_DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    thirteen: '13',
    fourteen: '14',
    fifteen: '15',
    sixteen: '16',
    seventeen: '17',
    eighteen: '18',
    nineteen: '19',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    seventy: '70',
    eighty: '80',
    ninety: '90',
    '%': 'percent',
    '&': 'and',
  }),
);

/** Two letters in one, which Unicode does not take apart. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

const DIGITS_FIRST = /^[-−–+]?\p{N}/u;
const unseen = new RegExp(`[${INVISIBLE}]`, 'gu');

function keyOf(written: string): string {
  if (DIGITS_FIRST.test(written)) {
    // Grouping goes; what follows a point or a last comma stays, since 4,5 may be another figure.
    return written
      .replace(/^\+/, '')
      .replace(/^[−–]/, '-')
      .replace(/(\p{Nd})[ '’\u00a0\u2009\u202f](?=\p{Nd}{3})/gu, '$1')
      .replace(/^-?\p{Nd}{1,3}(?:,\p{Nd}{2,3})*,\p{Nd}{3}(?!\p{Nd})/u, (whole) =>
        whole.replaceAll(',', ''),
      );
  }
  const key = written
    .replace(unseen, '')
    .replace(/['’ʼ`´]/g, "'")
    .normalize('NFKD')
    .toLowerCase();
  return IN_DIGITS.get(key) ?? key.replace(/[œæß]/g, (ligature) => LIGATURES[ligature] ?? ligature);
}

const NUMBER_WORDS = new Set(
  `hundred hundreds thousand thousands million millions billion billions trillion trillions lakh lakhs
  crore crores dozen dozens score scores tens bn mn tn half halves third thirds quarter quarters
  fourth fifth sixth seventh eighth ninth tenth first second double twice triple thrice once percent
  percentage cent`.split(/\s+/),
);

/** The figures that words name, in order: digits, words for numbers and their scale, signs of money. */
export function figureWords(words: readonly QuoteWord[]): string[] {
  return words.flatMap(({ key }) => {
    if (NUMBER_WORDS.has(key) || /^\p{Sc}$/u.test(key)) return [key];
    return key.match(/-?\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];
  });
}

// Before a figure these say what it means: 'over 5,000', 'rose to 5%', 'rose by 5%'.
const QUALIFIERS = new Set(
  `about around approximately roughly some nearly almost over under above below least most more less
  fewer than up to by from only just between exceeding maximum minimum at off every per`.split(
    /\s+/,
  ),
);

export const hasQualifier = (words: readonly QuoteWord[]): boolean =>
  words.some(({ key }) => QUALIFIERS.has(key));

const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor nowhere without cannot non hardly barely
  scarcely`.split(/\s+/),
);

const isNegation = (key: string) => NEGATIONS.has(key) || key.endsWith("n't");

const NEGATED = /^(?:un|in|im|il|ir|dis|non|anti)(\p{L}{3,})$/u;

/** Whether one of the two says no where the other does not: 'did' and 'did not', 'legal' and 'illegal'. */
export function negatesOther(a: readonly QuoteWord[], b: readonly QuoteWord[]): boolean {
  const count = (words: readonly QuoteWord[]) => words.filter(({ key }) => isNegation(key)).length;
  if (count(a) !== count(b)) return true;
  const isTurned = (words: readonly QuoteWord[], others: readonly QuoteWord[]) =>
    words.some(({ key }) => {
      const plain = NEGATED.exec(key)?.[1];
      return plain !== undefined && others.some((other) => other.key === plain);
    });
  return isTurned(a, b) || isTurned(b, a);
}

export const hasNegation = (words: readonly QuoteWord[]): boolean =>
  words.some(({ key }) => isNegation(key));
