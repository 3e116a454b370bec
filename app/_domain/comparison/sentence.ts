import { dayInWords } from '../day';
import type { Interval } from '../figures/interval';
import { countsWhole, wholeEnds } from '../figures/whole-counts';
import { isAge, nounOf, toWrittenForm, withUnit } from '../figures/written-form';
import {
  absolute,
  compare,
  divide,
  powerOfTen,
  type Rational,
  rational,
  toDecimalText,
} from '../numbers/decimal';
import {
  groupDigits,
  isWholeNumber,
  percentInWords,
  readable,
  readableBeside,
  toSignificant,
} from '../numbers/number-text';
import { findUnit, fromBase } from '../units/unit';
import { type Gap, isOpposite } from './gap';
import type { Finding } from './result';
import type { Side } from './side';

/**
 * A comparison in one sentence that a reporter can paste: both figures as they were written, one
 * converted to the unit of the other if the units differ, and the slip that would explain the
 * difference.
 */
export function toSentence(finding: Finding): string {
  const slip = finding.slips[0];
  const words = WORDS[finding.result](finding);
  return `The ${words}${slip ? `${finding.result === 'within' ? '; ' : ': '}${slip.words}` : ''}.`;
}

type Words = (finding: Finding) => string;

const WORDS: Record<Finding['result'], Words> = {
  notComparable,
  differentMeasure: ({ article, source, why }) =>
    `article's ${named(article, source)} and the source's ${named(source, article)} are different measures${why ? `: ${why}` : ''}`,
  outdated: (finding) => {
    const article = `article's ${own(finding)} (${dayOf(finding.article)})`;
    const source = `${other(finding)} ${gives(finding)} for ${dayOf(finding.source)}`;
    return finding.overtaken === 'article'
      ? `${article} is overtaken by the ${source}`
      : `${source} is older than the ${article}`;
  },
  match: (finding) => {
    const [article, source] = [own(finding), other(finding)];
    return article === source
      ? `article's ${article} is what ${gives(finding)}`
      : `article's ${article} is the same as the ${source} ${gives(finding)}`;
  },
  roundsTo: (finding) => {
    const pair = [
      `article's ${own(finding)}${converted(finding)}`,
      `the ${other(finding)} ${gives(finding)}`,
    ];
    return isFiner(finding) ? pair.join(' rounds to ') : `${pair.join(' is ')}, rounded`;
  },
  within,
  understates: (finding) => inPart(finding, 'understates'),
  overstates: (finding) => inPart(finding, 'overstates'),
  differs,
};

/** What a reviewer worked out is given by no source as it stands. */
const gives = ({ source }: Finding) =>
  source.workedOut ? 'the figures of the evidence give' : 'the source gives';

const own = ({ article, source }: Finding) => toWrittenForm(article, true, source);

/** The source's figure; what it counts goes without saying when it is what the article counts. */
function other({ article, source }: Finding): string {
  const noun = nounOf(source);
  const isNew = noun !== '' && noun.toLowerCase() !== nounOf(article).toLowerCase();
  return toWrittenForm(source, isNew, article);
}

/** A figure with what it measures, where that is what it is about. */
function named(figure: Finding['article'], beside: Finding['article']): string {
  const words = toWrittenForm(figure, true, beside);
  if (isAge(figure)) return words;
  const isNamed = nounOf(figure) !== '' || figure.unit === null || figure.unit.startsWith('{');
  return isNamed || !figure.measure ? words : `${words} (${figure.measure})`;
}

const dayOf = ({ asOf }: Finding['article']) => dayInWords(asOf ?? '');

const DIMENSION_WORDS: Readonly<Record<string, string>> = {
  number: 'a number without a unit',
  count: 'a count',
  proportion: 'a percentage',
  'percentage points': 'a number of percentage points',
  'gross tonnage': 'a gross tonnage',
  temperature: 'a temperature',
  time: 'a length of time',
  'plane angle': 'an angle',
  energy: 'an amount of energy',
  'amount of substance': 'an amount of substance',
  area: 'an area',
  'electric current': 'an electric current',
  'electric charge': 'an electric charge',
  data: 'an amount of data',
};

function dimensionInWords(code: string | null): string | null {
  const unit = findUnit(code ?? '1');
  if (!unit) return null;
  const { dimension } = unit;
  const known = DIMENSION_WORDS[dimension];
  if (known) return known;
  if (dimension.includes(' per ')) return 'a rate';
  return dimension.startsWith('money') ? 'a sum of money' : `a ${dimension}`;
}

function notComparable({ article, source, slips }: Finding): string {
  const [a, s] = [article, source].map(({ unit }) => dimensionInWords(unit));
  const pair = `article's ${toWrittenForm(article, true, source)} and the source's ${toWrittenForm(source, true, article)}`;
  if (!a || !s || a === s || slips.length > 0) return `${pair} cannot be compared`;
  return `${pair} cannot be compared: the one is ${a}, the other ${s}`;
}

/** What the article's figure comes to in the source's unit: ' (366 m)'; '' where the units agree. */
function converted(finding: Finding, interval?: Interval): string {
  const { sides } = finding;
  if (!sides || isOneUnit(sides)) return '';
  const { value, allowed } = sides.article;
  const words = inUnitOf(sides.source, interval ? null : value, interval ?? allowed);
  return words ? ` (${words})` : '';
}

const isOneUnit = ({ article, source }: NonNullable<Finding['sides']>) =>
  article.unit.code === source.unit.code ||
  (article.unit.factor.numerator === source.unit.factor.numerator &&
    article.unit.factor.denominator === source.unit.factor.denominator &&
    article.unit.offset.numerator === source.unit.offset.numerator);

/** A value, or the interval without one, in the unit of a side and as its writer puts it. */
function inUnitOf(side: Side, value: Rational | null, interval: Interval): string | null {
  const { figure, unit } = side;
  const { low, high } = countsWhole(figure) ? wholeEnds(interval) : interval;
  const place = divide(side.half, divide(unit.factor, rational(2n)));
  const words = (end: Rational) => readableBeside(fromBase(end, unit), place);
  if (value) return withUnit(words(value), figure, unit);
  if (low && high) return withUnit(`${words(low)} to ${words(high)}`, figure, unit);
  if (low) return `${withUnit(words(low), figure, unit)} or more`;
  return high && `${withUnit(words(high), figure, unit)} or less`;
}

/** Whether the article's figure is the more precise of two of which one is the other rounded. */
const isFiner = ({ sides }: Finding): boolean =>
  sides !== null && compare(sides.article.half, sides.source.half) < 0;

function within(finding: Finding): string {
  const { sides, wide, far } = finding;
  if (!sides) return '';
  const though = far ? `, though it is ${timesInWords(far.times)} that` : '';
  if (wide === 'source') {
    return `article's ${own(finding)}${converted(finding)} is within the ${other(finding)} ${gives(finding)}${though}`;
  }
  const range = isOneUnit(sides)
    ? rangeInOwnUnit(sides.article)
    : converted(finding, sides.article.allowed);
  return `${other(finding)} ${gives(finding)} is within the article's ${own(finding)}${range}${though}`;
}

/** What the words of a figure allow, where its own words do not say it: ' (540 to 660)'. */
function rangeInOwnUnit(side: Side): string {
  const { figure, allowed } = side;
  const { low, high } = allowed;
  if (
    !low ||
    !high ||
    figure.qualifier === 'between' ||
    /^(?:under|atMost|upTo)$/.test(figure.qualifier)
  ) {
    return '';
  }
  return ` (${inUnitOf(side, null, allowed)})`;
}

function inPart(finding: Finding, verb: string): string {
  const pair = `article's ${own(finding)}${converted(finding)} ${verb} the ${other(finding)} ${gives(finding)}`;
  return isTouching(finding)
    ? `${pair}: its words ${verb === 'understates' ? 'stop just short of' : 'begin just above'} it`
    : `${pair}: the two meet only in part`;
}

/** Whether all that keeps the two apart is an end that the words leave out. */
const isTouching = ({ sides }: Finding): boolean => {
  if (!sides?.article.value || !sides.source.value) return false;
  return compare(sides.article.value, sides.source.value) === 0;
};

function differs(finding: Finding): string {
  const { sides, gap } = finding;
  if (!sides || !gap) return '';
  const article = `article's ${own(finding)}${converted(finding)}`;
  const source = `the ${other(finding)} ${gives(finding)}`;
  if (isOpposite(sides.article, sides.source))
    return `article's ${own(finding)} is against a ${other(finding)} in the ${finding.source.workedOut ? 'figures of the evidence' : 'source'}`;
  return `${article} is ${gap.isAtLeast ? 'at least ' : ''}${apartInWords(finding, sides, gap)} ${source}`;
}

const FEW = rational(20n);
const DOUBLE = rational(2n);

/** '10% below', '2.4 times', '1 percentage point above', '3 fewer than'. */
function apartInWords(
  finding: Finding,
  { article, source }: NonNullable<Finding['sides']>,
  { ratio, share, difference, direction }: Gap,
): string {
  const sense = direction ?? 'above';
  const isChange = article.direction !== null && source.direction !== null;
  const way = isChange ? (sense === 'above' ? 'larger than' : 'smaller than') : sense;
  if (difference && (isPlainDifference(finding, source, difference) || !ratio || !share)) {
    return `${differenceInWords(finding, source, absolute(difference))} ${wayOfCount(source, way)}`;
  }
  if (!ratio || !share) return way;
  const fraction = finding.slips[0]?.kind === 'scale' ? fractionInWords(ratio) : null;
  if (fraction) return fraction;
  return compare(ratio, DOUBLE) >= 0 ? timesInWords(ratio) : `${percentInWords(share)} ${way}`;
}

/** Whether the difference says more than a share of it: of percentages, ages, small counts. */
function isPlainDifference({ article }: Finding, source: Side, difference: Rational): boolean {
  const { dimension } = source.unit;
  if (dimension === 'proportion' || dimension === 'percentage points') return true;
  if (dimension === 'temperature' || isAge(article)) return true;
  const isCount = dimension === 'count' || dimension === 'number';
  const isSmall = source.value !== null && compare(absolute(source.value), FEW) <= 0;
  return isCount && isSmall && isWholeNumber(difference) && compare(absolute(difference), FEW) <= 0;
}

const wayOfCount = ({ unit }: Side, way: string): string => {
  if (unit.dimension !== 'count') return way;
  return way === 'below' ? 'fewer than' : way === 'above' ? 'more than' : way;
};

const YEARS = { name: 'year', plural: 'years' };

function differenceInWords({ article }: Finding, source: Side, difference: Rational): string {
  const number = isWholeNumber(difference)
    ? groupDigits(toDecimalText(difference))
    : readable(difference);
  const { dimension } = source.unit;
  if (dimension === 'proportion' && source.unit.code === '%') {
    return `${number} percentage point${number === '1' ? '' : 's'}`;
  }
  if (isAge(article)) {
    const { name, plural } = dimension === 'time' ? source.unit : YEARS;
    return `${number} ${number === '1' ? name : plural}`;
  }
  return withUnit(number, source.figure, source.unit);
}

const FRACTIONS: Readonly<Record<number, string>> = {
  1: 'a tenth of',
  2: 'a hundredth of',
  3: 'a thousandth of',
  5: 'a hundred-thousandth of',
  6: 'a millionth of',
  7: 'a ten-millionth of',
  9: 'a billionth of',
  12: 'a trillionth of',
};

/** 'a thousandth of', '1,000 times': of a ratio that is a power of ten, or nearly one. */
function fractionInWords(ratio: Rational): string | null {
  for (const [power, words] of Object.entries(FRACTIONS)) {
    const part = powerOfTen(-Number(power));
    const [low, high] = [rational(97n, 100n), rational(103n, 100n)].map((by) => ({
      numerator: part.numerator * by.numerator,
      denominator: part.denominator * by.denominator,
    }));
    if (!low || !high || compare(ratio, low) < 0 || compare(ratio, high) > 0) continue;
    return compare(ratio, part) === 0 ? words : `about ${words}`;
  }
  return null;
}

function timesInWords(ratio: Rational): string {
  const rounded = toSignificant(ratio, 2);
  const about = compare(rounded, ratio) === 0 ? '' : 'about ';
  const times = groupDigits(toDecimalText(rounded));
  return times === '2' && about === '' ? 'twice' : `${about}${times} times`;
}
