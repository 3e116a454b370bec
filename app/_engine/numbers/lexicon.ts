/** Numbers in words, as decimal text. */
export const ONES: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
]);

export const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fourty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);

/** Words that multiply the number before them, as powers of ten; a dozen and a score are apart. */
export const SCALES: ReadonlyMap<string, bigint> = new Map([
  ['hundred', 100n],
  ['thousand', 1_000n],
  ['lakh', 100_000n],
  ['lac', 100_000n],
  ['million', 1_000_000n],
  ['crore', 10_000_000n],
  ['billion', 1_000_000_000n],
  ['trillion', 1_000_000_000_000n],
  ['quadrillion', 1_000_000_000_000_000n],
]);

/** Scales cut short; all but 'm' and 'b' stand for nothing else after a number. */
export const SHORT_SCALES: ReadonlyMap<string, bigint> = new Map([
  ['k', 1_000n],
  ['mn', 1_000_000n],
  ['mln', 1_000_000n],
  ['mil', 1_000_000n],
  ['mio', 1_000_000n],
  ['mm', 1_000_000n],
  ['m', 1_000_000n],
  ['bn', 1_000_000_000n],
  ['bln', 1_000_000_000n],
  ['bil', 1_000_000_000n],
  ['b', 1_000_000_000n],
  ['tn', 1_000_000_000_000n],
  ['trn', 1_000_000_000_000n],
  ['cr', 10_000_000n],
]);

export const DOZENS: ReadonlyMap<string, bigint> = new Map([
  ['dozen', 12n],
  ['score', 20n],
]);

/** Orders without a number before them: the power that is named, and the next. */
export const ORDERS: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['dozens', [12n, 120n]],
  ['scores', [20n, 200n]],
  ['tens', [10n, 100n]],
  ['hundreds', [100n, 1_000n]],
  ['thousands', [1_000n, 10_000n]],
  ['millions', [1_000_000n, 10_000_000n]],
  ['billions', [1_000_000_000n, 10_000_000_000n]],
  ['trillions', [1_000_000_000_000n, 10_000_000_000_000n]],
]);

/** Parts of a whole: the denominator. The plural needs a number before it ('two thirds'). */
export const PARTS: ReadonlyMap<string, bigint> = new Map([
  ['half', 2n],
  ['halves', 2n],
  ['third', 3n],
  ['thirds', 3n],
  ['quarter', 4n],
  ['quarters', 4n],
  ['fourth', 4n],
  ['fourths', 4n],
  ['fifth', 5n],
  ['fifths', 5n],
  ['sixth', 6n],
  ['sixths', 6n],
  ['seventh', 7n],
  ['sevenths', 7n],
  ['eighth', 8n],
  ['eighths', 8n],
  ['ninth', 9n],
  ['ninths', 9n],
  ['tenth', 10n],
  ['tenths', 10n],
  ['hundredth', 100n],
  ['hundredths', 100n],
]);

/** One character that is a fraction: numerator and denominator. */
export const VULGAR_FRACTIONS: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['½', [1n, 2n]],
  ['⅓', [1n, 3n]],
  ['⅔', [2n, 3n]],
  ['¼', [1n, 4n]],
  ['¾', [3n, 4n]],
  ['⅕', [1n, 5n]],
  ['⅖', [2n, 5n]],
  ['⅗', [3n, 5n]],
  ['⅘', [4n, 5n]],
  ['⅙', [1n, 6n]],
  ['⅚', [5n, 6n]],
  ['⅛', [1n, 8n]],
  ['⅜', [3n, 8n]],
  ['⅝', [5n, 8n]],
  ['⅞', [7n, 8n]],
]);

export const MULTIPLES: ReadonlyMap<string, bigint> = new Map([
  ['twofold', 2n],
  ['threefold', 3n],
  ['fourfold', 4n],
  ['fivefold', 5n],
  ['sixfold', 6n],
  ['sevenfold', 7n],
  ['eightfold', 8n],
  ['ninefold', 9n],
  ['tenfold', 10n],
]);
