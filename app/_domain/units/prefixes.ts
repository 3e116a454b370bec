/** One unit: UCUM code, singular, plural, factor to the base unit, then the symbols people write. */
export type UnitRow = readonly [
  code: string,
  name: string,
  plural: string,
  factor: string,
  symbols?: readonly string[],
];

export type DimensionTable = {
  readonly dimension: string;
  readonly baseUnit: string;
  readonly units: readonly UnitRow[];
};

const PREFIXES = {
  p: ['pico', '0.000000000001'],
  n: ['nano', '0.000000001'],
  u: ['micro', '0.000001'],
  m: ['milli', '0.001'],
  c: ['centi', '0.01'],
  d: ['deci', '0.1'],
  k: ['kilo', '1000'],
  M: ['mega', '1000000'],
  G: ['giga', '1000000000'],
  T: ['tera', '1000000000000'],
  P: ['peta', '1000000000000000'],
} as const;
type Prefix = keyof typeof PREFIXES;

/** A unit under SI prefixes; the factors are those of the prefixes, so the unit itself is the base. */
export const prefixed = (
  prefixes: string,
  code: string,
  name: string,
  plural: string,
  symbols: readonly string[] = [code],
): UnitRow[] =>
  [...prefixes].map((letter) => {
    const [word, factor] = PREFIXES[letter as Prefix];
    const written = symbols.map((symbol) => `${letter}${symbol}`);
    const micro = letter === 'u' ? symbols.flatMap((s) => [`µ${s}`, `μ${s}`]) : [];
    return [
      `${letter}${code}`,
      word + name,
      word + plural,
      factor,
      [...written, ...micro],
    ] as const;
  });
