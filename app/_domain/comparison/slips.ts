import type { ComparedFigure } from '../figures/figure';
import { toWrittenUnit } from '../figures/written-form';
import {
  absolute,
  compare,
  divide,
  larger,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  toDecimalText,
} from '../numbers/decimal';
import { groupDigits, lastPlaceOf, magnitudeOf } from '../numbers/number-text';
import { toUnitChoice } from '../units/choice';
import { findUnit, toBase, type Unit } from '../units/unit';
import type { Side } from './side';

const SLIP_KINDS = [
  'scale',
  'unit',
  'conversion',
  'temperatureChange',
  'transposition',
  'rounding',
  'direction',
  'hedgeDropped',
  'percentPoints',
  'rateTotal',
  'grossTonnage',
  'currency',
  'unitMissing',
] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** A known way of getting a figure wrong that would explain why two figures are not the same. */
export type Slip = {
  readonly kind: SlipKind;
  /** What it would be here, as the end of a sentence: 'two digits may be swapped, 45 for 54'. */
  readonly words: string;
};

/** The slips that would explain why two figures of one dimension differ, the likeliest first. */
export function slipsBetween(article: Side, source: Side): Slip[] {
  if (article.direction && source.direction && article.direction !== source.direction) {
    return [{ kind: 'direction', words: 'one of the two has the direction reversed' }];
  }
  if (!article.number || !source.number || !article.value || !source.value) return [];
  const all = [
    meantUnit(article, source),
    temperatureChange(article, source),
    sameNumber(article, source),
    scale(article, source),
    transposition(article, source),
    conversion(article, source),
    rounding(article, source),
  ].filter((each) => each !== null);
  return all.filter((each, at) => all.findIndex(({ kind }) => kind === each.kind) === at);
}

/** Why figures of different dimensions are set beside each other. */
export function slipsApart(article: ComparedFigure, source: ComparedFigure): Slip[] {
  const units = [article, source].map(({ unit }) => findUnit(unit ?? '1'));
  const [a, s] = units.map((unit) => unit?.dimension ?? '');
  const isPair = (one: string, other: string) =>
    (a === one && s === other) || (a === other && s === one);
  if (a === undefined || s === undefined) return [];
  if (isPair('mass', 'gross tonnage')) {
    return [slip('grossTonnage', 'gross tonnage measures the room inside a ship, not its weight')];
  }
  if (isPair('proportion', 'percentage points')) {
    return [slip('percentPoints', 'a change in per cent is not one in percentage points')];
  }
  if (a === `${s} per time` || s === `${a} per time`) {
    return [
      slip('rateTotal', 'one is a rate and the other a total, and it is not said over what time'),
    ];
  }
  if (a.startsWith('money') && s.startsWith('money')) {
    return [slip('currency', 'it takes an exchange rate and a date to compare two currencies')];
  }
  const bare = a === 'number' ? 'article' : s === 'number' ? 'source' : null;
  return bare ? [slip('unitMissing', `the ${bare} gives no unit`)] : [];
}

/** What an article leaves out that says as exactly what its source hedges; null where it does not. */
export function hedgeDropped(article: Side, source: Side): Slip | null {
  const isDropped =
    article.figure.qualifier === 'exact' &&
    source.figure.qualifier !== 'exact' &&
    article.value !== null &&
    source.value !== null &&
    compare(article.value, source.value) === 0;
  return isDropped ? slip('hedgeDropped', 'the article leaves out how the source hedges it') : null;
}

const slip = (kind: SlipKind, words: string): Slip => ({ kind, words });

const SLACK = rational(1n, 50n);

/** Whether two values are one within a rounding that is itself no more than a fiftieth of them. */
function isNear(a: Rational, b: Rational, rounding: Rational): boolean {
  const apart = absolute(subtract(a, b));
  return compare(apart, rounding) <= 0 && compare(apart, multiply(absolute(b), SLACK)) <= 0;
}

const SCALE_WORDS = /(thousand|million|billion|trillion|lakh|crore)s?\b|\d\s?(bn|tn|m|k)\b/i;
const SHORT_SCALES: Readonly<Record<string, string>> = {
  bn: 'billion',
  tn: 'trillion',
  m: 'million',
  k: 'thousand',
};
const POWERS = [3, 6, 9, 12, 5, 7, 1, 2] as const;

function scaleWord({ figure }: Side): string | null {
  const [, long, short = ''] = SCALE_WORDS.exec(figure.surface) ?? [];
  const word = long?.toLowerCase() ?? SHORT_SCALES[short.toLowerCase()] ?? null;
  return short.toLowerCase() === 'm' && figure.unit === 'm' ? null : word;
}

/** Thousand for million, lakh for crore, a zero too many. */
function scale(article: Side, source: Side): Slip | null {
  const [a, s] = [article.value, source.value];
  if (!a || !s || article.unit.offset.numerator !== 0n || s.numerator === 0n) return null;
  for (const power of POWERS) {
    const times = powerOfTen(power);
    // Ten and a hundred are met by chance too often to be seen through a rounding.
    const rounding = (side: Side, by: Rational) =>
      power > 2 ? multiply(side.half, by) : rational(0n);
    const isLow = isNear(
      multiply(a, times),
      s,
      larger(rounding(article, times), rounding(source, rational(1n))),
    );
    const isHigh = isNear(
      multiply(s, times),
      a,
      larger(rounding(source, times), rounding(article, rational(1n))),
    );
    if (isLow || isHigh) return slip('scale', scaleInWords(article, source, power, isLow));
  }
  return null;
}

function scaleInWords(article: Side, source: Side, power: number, isLow: boolean): string {
  const [own, other] = [scaleWord(article), scaleWord(source)];
  if (own && other && own !== other) return `${own} may stand for ${other}`;
  const zeros = ['', 'one zero', 'two zeros', 'three zeros'][power];
  if (zeros) return `${zeros} may be ${isLow ? 'missing' : 'too many'}`;
  const times = groupDigits(`1${'0'.repeat(power)}`);
  return `a factor of ${times} may be ${isLow ? 'missing' : 'too much'}`;
}

/** The same number with another unit: miles for kilometres, a day for a year. */
function sameNumber(article: Side, source: Side): Slip | null {
  if (!article.number || !source.number || article.unit.code === source.unit.code) return null;
  if (compare(article.number, source.number) !== 0 || article.number.numerator === 0n) return null;
  const factors = compare(article.unit.factor, source.unit.factor);
  if (factors === 0 && article.unit.offset.numerator === source.unit.offset.numerator) return null;
  const [own, other] = [article, source].map((side) => toWrittenUnit(side.figure, side.unit));
  if (own === other) return null;
  const link = /^(?:an?|per|every) /.test(own ?? '') ? '' : 'in ';
  return slip('unit', `it is the same number ${link}${own} instead of ${other}`);
}

/** 'Tons' may mean three things: whether another than was taken agrees with the source. */
function meantUnit(article: Side, source: Side): Slip | null {
  for (const [side, against, owner] of [
    [article, source, 'article'],
    [source, article, 'source'],
  ] as const) {
    const choice = toUnitChoice(side.figure.surface, side.unit.code);
    for (const { unit } of choice?.others ?? []) {
      if (unit.dimension !== side.unit.dimension || !side.number || !against.value) continue;
      const meant = toBase(side.number, unit);
      const rounding = larger(against.half, multiply(halfIn(side), unit.factor));
      if (isNear(meant, against.value, rounding)) {
        const word = choice?.word ?? '';
        const meaning = /s$/.test(word) ? `are ${ownName(unit)}` : `is a ${unit.name}`;
        return slip('unit', `they agree if the ${owner}'s ${word} ${meaning}`);
      }
    }
  }
  return null;
}

/** Half the last digit, in the side's own unit. */
const halfIn = ({ half, unit }: Side): Rational => divide(half, unit.factor);

/** Units that are taken for one another. */
const CONFUSED: readonly (readonly string[])[] = [
  ['t', '[ston_av]', '[lton_av]'],
  ['[mi_i]', '[nmi_i]', 'km'],
  ['[ft_i]', 'm', '[yd_i]'],
  ['[gal_us]', '[gal_br]', 'L'],
  ['[pt_us]', '[pt_br]'],
  ['kg', '[lb_av]'],
  ['har', '[acr_i]'],
  ['km2', '[mi_i]2'],
  ['m2', '[sft_i]'],
  ['[oz_av]', '[oz_tr]'],
  ['km/h', '[mi_i]/h', '[kn_i]'],
];

/** A source's number converted as if it were in another unit: nautical miles as miles on land. */
function conversion(article: Side, source: Side): Slip | null {
  if (!source.number || !article.value || article.unit.code === source.unit.code) return null;
  for (const code of CONFUSED.find((each) => each.includes(source.unit.code)) ?? []) {
    const taken = findUnit(code);
    if (!taken || code === source.unit.code || code === article.unit.code) continue;
    if (isNear(toBase(source.number, taken), article.value, article.half)) {
      const number = toDecimalText(source.number);
      return slip('conversion', `it is right for ${groupDigits(number)} ${ownName(taken)}`);
    }
  }
  return null;
}

const ownName = ({ code, plural }: Unit) => (code === '[mi_i]' ? 'miles on land' : plural);

const FAHRENHEIT_ZERO = rational(32n);

/** A change of 2 °C is one of 3.6 °F: a writer who adds the 32 of the scale makes it 35.6 °F. */
function temperatureChange(article: Side, source: Side): Slip | null {
  if (article.figure.statistic !== 'change' || source.figure.statistic !== 'change') return null;
  const fahrenheit = [article, source].find(({ unit }) => unit.code === '[degF]');
  const other = fahrenheit === article ? source : article;
  if (!fahrenheit?.number || other.unit.code !== 'Cel' || !other.value) return null;
  const without = subtract(fahrenheit.number, FAHRENHEIT_ZERO);
  return isNear(toBase(without, fahrenheit.unit), other.value, fahrenheit.half)
    ? slip('temperatureChange', 'the 32 degrees of the scale may have been added to a change')
    : null;
}

/** Two neighbouring digits in the wrong order: 1,953 for 1,935. */
function transposition(article: Side, source: Side): Slip | null {
  if (!article.number || !source.number || article.unit.factor !== source.unit.factor) {
    const isSameUnit = article.unit.code === source.unit.code;
    if (!isSameUnit) return null;
  }
  const [a, s] = digitsOf(article.number, source.number);
  if (!a || !s || a.length !== s.length) return null;
  const at = [...a].findIndex((digit, index) => digit !== s[index]);
  if (at < 0) return null;
  const isSwapped =
    a[at] === s[at + 1] && a[at + 1] === s[at] && a.slice(at + 2) === s.slice(at + 2);
  return isSwapped
    ? slip(
        'transposition',
        `two digits may be swapped, ${a.slice(at, at + 2)} for ${s.slice(at, at + 2)}`,
      )
    : null;
}

/** The digits of two numbers, with as many decimals each. */
function digitsOf(...numbers: (Rational | null)[]): string[] {
  const texts = numbers.map((number) => (number ? toDecimalText(number) : ''));
  const decimals = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return texts.map((text) => {
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    return whole + fraction.padEnd(decimals, '0');
  });
}

const PLACES: Readonly<Record<number, string>> = {
  '-2': 'hundredth',
  '-1': 'tenth',
  0: 'whole number',
  1: 'ten',
  2: 'hundred',
  3: 'thousand',
  4: 'ten thousand',
  5: 'hundred thousand',
  6: 'million',
  7: 'ten million',
  8: 'hundred million',
  9: 'billion',
};
const CLOSE = rational(1n, 20n);

/** 4,523 written as 4,500: the one is the other rounded further than its digits say. */
function rounding(article: Side, source: Side): Slip | null {
  const [a, s] = [article.number, source.number];
  if (!a || !s || article.unit.code !== source.unit.code) return null;
  const apart = absolute(subtract(a, s));
  if (compare(apart, multiply(absolute(s), CLOSE)) > 0) return null;
  const [mine, theirs] = [lastPlaceOf(a), lastPlaceOf(s)];
  if (mine === null || theirs === null || mine === theirs) return null;
  const isMine = mine > theirs;
  const [place, coarse, fine] = isMine ? [mine, a, s] : [theirs, s, a];
  // A number of one digit, such as 5,000, is rounded only where nothing else could be meant.
  if (compare(apart, powerOfTen(place)) >= 0 || place > magnitudeOf(fine)) return null;
  const isNearest = compare(multiply(apart, rational(2n)), powerOfTen(place)) <= 0;
  const way = isNearest
    ? 'to the nearest'
    : compare(coarse, fine) < 0
      ? 'down to the'
      : 'up to the';
  const name = PLACES[place];
  if (!name) return null;
  const which = isMine ? 'it is that figure' : "that is the article's figure";
  return slip('rounding', `${which} rounded ${way} ${name}`);
}
