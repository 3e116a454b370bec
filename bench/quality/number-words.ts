const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const ADDED: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, 10 * (at + 2)] as const),
]);
const SHARES: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
]);

/**
 * The value of a number in digits and words, for tools that find numbers and leave them as they are.
 *
 * @returns null where no word of it is one
 */
export function valueOfWords(words: string): number | null {
  const tokens = words.toLowerCase().match(/\d+\/\d+|\d[\d,]*(?:\.\d+)?|\.\d+|[a-z]+/g) ?? [];
  let [sum, part, seen] = [0, 0, false];
  for (const token of tokens) {
    const share = SHARES.get(token);
    const scale = SCALES.get(token);
    const value = ADDED.get(token) ?? numberOf(token);
    if (share !== undefined) {
      // "two and a half" adds, "two thirds" multiplies.
      part = / and /.test(words) ? part + share : (part || 1) * share;
    } else if (scale === 100 || scale === 12) part = (seen ? part : 1) * scale;
    else if (scale !== undefined) {
      sum += (seen ? part : 1) * scale;
      part = 0;
    } else if (value !== null) part += value;
    else continue;
    seen = true;
  }
  return seen ? sum + part : null;
}

function numberOf(token: string): number | null {
  const [numerator, denominator] = token.split('/');
  if (denominator) return Number(numerator) / Number(denominator);
  const value = Number(token.replaceAll(',', ''));
  return Number.isNaN(value) ? null : value;
}
