import { isPoint } from '../comparison/side';
import type { ComparedFigure, Figure, Qualifier } from '../figures/figure';
import { toWrittenForm } from '../figures/written-form';
import { findUnit } from '../units/unit';
import { compareDerived } from './compare-derived';
import type { Operation } from './operation';

/** A figure of a claim with its place in the words of the claim, in UTF-16 code units. */
export type FigureOfClaim = Figure & { readonly start: number; readonly end: number };

/** What the figures of a claim say of another figure of it. */
export type InsideCheck = {
  readonly agrees: boolean;
  readonly working: string;
  /** 'The article's own figures give 33.8%, not 38%.' */
  readonly sentence: string;
};

/**
 * Whether a change, a share or a sum that a claim states follows from its other figures: '£48.2m to
 * £31.9m, a drop of 34%'. Only where its words leave no doubt which figures belong together, so that
 * nothing is said of most claims.
 *
 * @param words    the words of the claim in the article
 * @param figures  all its figures
 */
export function checkInside(words: string, figures: readonly FigureOfClaim[]): InsideCheck | null {
  const inOrder = figures.toSorted((a, b) => a.start - b.start);
  const checks = toParts(words, inOrder).flatMap((part) => checkPart(part) ?? []);
  return checks.find(({ agrees }) => !agrees) ?? checks[0] ?? null;
}

type Part = { readonly words: string; readonly figures: readonly FigureOfClaim[] };

/**
 * The parts of a claim that has several changes, one change in each: 'doubled from 12 to 24, and its
 * revenue rose 30% from £10m to £13m'. What stands before the first change belongs to it.
 */
function toParts(words: string, inOrder: readonly FigureOfClaim[]): Part[] {
  const places = inOrder.flatMap((each, at) => (isStatedChange(each) ? [at] : []));
  if (places.length < 2) return [{ words, figures: inOrder }];
  return places.map((at, nth) => {
    const next = places[nth + 1];
    const from = nth === 0 ? 0 : (inOrder[at - 1]?.end ?? 0);
    const to = next === undefined ? words.length : inOrder[next]?.start;
    const figures = inOrder.slice(nth === 0 ? 0 : at, next);
    return {
      words: words.slice(from, to),
      figures: figures.map((each) => ({ ...each, start: each.start - from, end: each.end - from })),
    };
  });
}

function checkPart({ words, figures }: Part): InsideCheck | null {
  const readings = [changeIn, shareIn, totalIn].flatMap((read) => read(words, figures) ?? []);
  const [only, ...others] = readings;
  if (!only || others.length > 0) return null;
  const { stated, operation, operands, isFirm } = only;
  const meant = operation === 'ratio' ? toTimes(stated) : stated;
  const compared = compareDerived(toCompared(meant), operation, operands.map(toCompared));
  if (!compared.ok) return null;
  const { comparison, derived } = compared.value;
  const agrees = ['match', 'roundsTo', 'within'].includes(comparison.result);
  if (!agrees && (comparison.result !== 'differs' || !isFirm)) return null;
  const { figure: own } = derived;
  const isTurned = isChange(own) && isChange(stated) && own.change !== stated.change;
  const size = operation === 'ratio' ? `a ratio of ${own.surface}` : own.surface;
  const result = isTurned ? `a ${toWrittenForm(own, false)}` : size;
  const given = `The article’s own figures give ${result}`;
  const surface = stated.surface.trim();
  return {
    agrees,
    working: derived.working,
    sentence: agrees ? `${given}, in agreement with “${surface}”.` : `${given}, not “${surface}”.`,
  };
}

const isChange = ({ change }: Figure): boolean => change === 'up' || change === 'down';

const isStatedChange = (figure: Figure): boolean =>
  (figure.statistic === 'change' || figure.statistic === 'points') && isChange(figure);

type Reading = {
  readonly stated: FigureOfClaim;
  readonly operation: Operation;
  readonly operands: readonly FigureOfClaim[];
  /** Whether the words say that the one comes of the others, so that a difference is a fault. */
  readonly isFirm: boolean;
};

const toCompared = (figure: FigureOfClaim): ComparedFigure => ({
  ...figure,
  asOf: null,
  cumulative: false,
});

const dimensionOf = ({ unit }: Figure): string | null => {
  const dimension = findUnit(unit ?? '1')?.dimension ?? null;
  return dimension === 'number' ? 'count' : dimension;
};

const before = (words: string, { start }: FigureOfClaim): string => words.slice(0, start);

const FROM =
  /\bfrom (?:an? |the |its |just |only |some |about |record |all-time |high |low |of )*$/i;
const TO =
  /(?<!\bup )\b(?:to|at) (?:an? |the |its |just |only |some |about |record |all-time |high |low |of )*$/i;
/** 'Sold 300 cars, up 20 per cent from 250': the figure before it is the later one. */
const APPOSED =
  /[,;(–—-] ?(?:an? )?(?:up|down|(?:rise|increase|jump|gain|growth|drop|fall|decline|decrease|cut) of) (?:by )?$/i;
/** 'A 34% drop'. */
const BEFORE_NOUN = /[,;(–—-] ?an? $/i;
const NOUN = /^[ -](?:rise|increase|jump|gain|drop|fall|decline|decrease|cut)\b/i;
const isNamedAfter = (words: string, stated: FigureOfClaim): boolean =>
  BEFORE_NOUN.test(before(words, stated)) && NOUN.test(words.slice(stated.end));
/** 'A drop of 34% in profit' is of something else. */
const CLOSED =
  /^(?:[ -](?:rise|increase|jump|gain|drop|fall|decline|decrease|cut))?(?:$|[.,;:)—–]| (?:from|over|since|compared|year[- ]on[- ]year|on (?:a|the|last) year|in \d{4}|in (?:an?|one|two|three|four|five|ten|\d+|the|just)\b.{0,16}\b(?:year|month|week|day|decade|quarter)))/i;
/** 'Rose 50% from $2 to $3'. */
const LEADS = /^ (?:to|from|at) /i;
const NEGATED = /\b(?:not|n['’]t|never|without|instead of|rather than)\b/i;

/** 'Doubled' and 'halved' are a change, and say how many times as much it is then. */
const isFold = ({ statistic, surface }: Figure): boolean =>
  statistic === 'change' &&
  /\b(?:(?:doubl|trebl|tripl|quadrupl|quintupl)ed?|halved)$/i.test(surface);
/** 'Doubled last year, from 12 to 24', 'doubled its staff from 12 to 24'. */
const FOLD_LEADS =
  /^(?:,|,? (?:in|over|since|between|last|this|within)\b[^,.;]{1,40},| (?:its|his|her|their|our|the) [\p{L} -]{1,40}?)? (?:to|from|at) /u;

/** 'More than halved' is to less than half. */
const TURNED: Partial<Record<Qualifier, Qualifier>> = {
  over: 'under',
  under: 'over',
  atLeast: 'atMost',
  atMost: 'atLeast',
  nearly: 'justOver',
  justOver: 'nearly',
};

function toTimes(fold: FigureOfClaim): FigureOfClaim {
  const turned = fold.change === 'down' ? TURNED[fold.qualifier] : undefined;
  const plain = {
    statistic: null,
    change: 'equal',
    unit: null,
    unitName: null,
    measure: null,
  } as const;
  return { ...fold, ...plain, qualifier: turned ?? fold.qualifier };
}

/** A change between the one figure that stands after 'from' and the one after 'to'. */
function changeIn(words: string, figures: readonly FigureOfClaim[]): Reading | null {
  if (NEGATED.test(words)) return null;
  const changes = figures.filter(isStatedChange);
  const [stated] = changes;
  if (!stated || changes.length > 1) return null;
  const isTimes = isFold(stated);
  if (!isTimes && !isPoint(stated)) return null;
  const levels = figures.filter((each) => each !== stated);
  const from = levels.filter((each) => FROM.test(before(words, each)));
  const [first] = from;
  if (!first || from.length > 1) return null;
  const alike = levels.filter((each) => dimensionOf(each) === dimensionOf(first));
  const to = alike.filter((each) => each !== first && TO.test(before(words, each)));
  const after = words.slice(stated.end);
  const isApposed =
    CLOSED.test(after) && (APPOSED.test(before(words, stated)) || isNamedAfter(words, stated));
  const beside = alike.filter((each) => each !== first && each.end <= stated.start);
  const [second] = to.length > 0 ? to : isApposed ? beside : [];
  const isLead =
    levels.every(({ start }) => start > stated.start) && (isTimes ? FOLD_LEADS : LEADS).test(after);
  // 'Revenue fell from £48.2m to £31.9m while profit rose 5%' says nothing of the 5%.
  if (!isApposed && !isLead) return null;
  // A third figure of the kind may be of the other two.
  if (!second || alike.length !== 2 || ![first, second].every(isPoint)) return null;
  if (isTimes) return { stated, operation: 'ratio', operands: [second, first], isFirm: true };
  const operation = operationOf(stated, first);
  return operation && { stated, operation, operands: [first, second], isFirm: true };
}

function operationOf(stated: Figure, level: Figure): Operation | null {
  if (stated.statistic === 'points') return 'changePoints';
  if (isShare(stated)) return 'changePercent';
  return dimensionOf(stated) === dimensionOf(level) ? 'difference' : null;
}

const FRACTION = /\b(?:half|(?:third|quarter|fifth|tenth)s?)\b/i;

const isShare = ({ unit, surface }: Figure): boolean =>
  unit === '%' || ((unit ?? '1') === '1' && FRACTION.test(surface));

const OF =
  /^,? ?(?:[\p{L}-]+ ){0,2}(?:out )?of (?:the |its |their |his |her |our |all |some |a total of )*$/u;
const APART =
  /^(?:[^.;]{0,40}?)(?:\(|, or |, which is |, i\.e\. )(?:about |around |some |just |over )?$/i;

/** '600 of the 900 members (67%)': a share that stands right beside its two counts. */
function shareIn(words: string, figures: readonly FigureOfClaim[]): Reading | null {
  const [part, whole, stated, ...more] = figures;
  if (!part || !whole || !stated || more.length > 0) return null;
  const isStated =
    (stated.unit === '%' && stated.statistic !== 'change') || stated.statistic === 'ratio';
  if (!isStated || dimensionOf(part) !== 'count' || dimensionOf(whole) !== 'count') return null;
  if (part.statistic === 'ratio' || ![part, whole, stated].every(isPoint)) return null;
  if (!OF.test(words.slice(part.end, whole.start))) return null;
  const isBeside = APART.test(words.slice(whole.end, stated.start));
  return isBeside ? { stated, operation: 'share', operands: [part, whole], isFirm: true } : null;
}

const TOTAL =
  /\b(?:for|making|giving|bringing (?:it|them) to|adding up to) (?:an? )?(?:overall |grand |combined )?total of (?:about |some )?$/i;
const IN_ALL = /\b(?:a total of|in all|altogether|in total),? (?:about |some )?$/i;

/** '£3m on trains and £2m on buses, for a total of £5m'. */
function totalIn(words: string, figures: readonly FigureOfClaim[]): Reading | null {
  const stated = figures.at(-1);
  const parts = figures.slice(0, -1);
  if (!stated || parts.length < 2 || !figures.every(isPoint)) return null;
  const isFirm = TOTAL.test(before(words, stated));
  if (!isFirm && !IN_ALL.test(before(words, stated))) return null;
  const isAlike = parts.every(
    (each) => dimensionOf(each) === dimensionOf(stated) && each.statistic !== 'change',
  );
  return isAlike ? { stated, operation: 'sum', operands: parts, isFirm } : null;
}
