import type { ReadFigure } from '#domain/claims/reading';
import { compare, rational } from '#domain/numbers/decimal';
import {
  ADVERBS,
  AUXILIARIES,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
} from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { toBaseAdjective } from '../english/superlatives';
import { isFiniteAt } from '../english/verbs';
import { PEOPLE_IN_A_STATE } from '../measures/counted-noun';
import { isStatedLater, stateAfter, stateBefore } from '../measures/states';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Draft } from './draft';
import { readQualifierBefore } from './qualifiers';
import { unitOfHeading, unitOfSubject, unitOfThingsAfter } from './subject-units';

type SharedUnit = { readonly code: string | null; readonly name: string | null };

const NONE: SharedUnit = { code: null, name: null };

/** How many tokens apart two figures may stand and still share a unit. */
const REACH = 20;

/** A figure as it was drafted, and as it was read. */
export type EarlierFigure = { readonly draft: Draft; readonly figure: ReadFigure };

/**
 * The unit of a bare number that goes without saying. The subject may name it ('the population grew
 * to 2.6 million'), or a figure near it has it:
 *
 * - 'with more than 400 injured' counts what the figure before it counted;
 * - 'compared with 40 a year earlier', 'from 96 kg to 84', 'sold 210 prints online and 85 in the shop';
 * - 'climbed 0.4 % to 1,876' after 'edged up 0.2 % to 2,410 points';
 * - 'is 84.75 cents, while the lowest is 74.07': written alike, with nothing that could be counted
 *   after it, in one clause or in clauses about one thing;
 * - 'with 5,120, while York had 3,044 fines': the next figure has it.
 *
 * @param earlier  the figures of the sentence before this one
 * @param next     the figure after it, not yet read
 */
export function sharedUnit(
  { tokens }: Passage,
  draft: Draft,
  earlier: readonly EarlierFigure[],
  next: Draft | null,
): SharedUnit {
  const last = earlier.at(-1);
  const unit = last?.figure.unit ?? null;
  const state = stateAfter(tokens, draft.to) ?? stateBefore(tokens, draft);
  if (state !== null && last && unit?.startsWith('{') && !unit.includes('/'))
    return { code: unit, name: last.figure.unitName };
  if (state !== null && PEOPLE_IN_A_STATE.has(state)) return { code: '{person}', name: 'people' };
  if (last && unit?.startsWith('{') && isOfThem(tokens, draft.from, last.draft.to))
    return { code: unit, name: last.figure.unitName };
  const listed = unitOfHeading(tokens, draft) ?? unitOfThingsAfter(tokens, draft);
  if (listed) return listed;
  if (isPartOfThem(tokens, draft) && last?.draft.counted && draft.from - last.draft.to <= REACH)
    return { code: unit, name: last.figure.unitName };
  if (last === undefined || !unit?.startsWith('{'))
    if (isStatedLater(tokens, draft)) return { code: '{person}', name: 'people' };
  if (isScaleOfItsOwn(tokens, draft)) return NONE;
  const isAlone = standsAlone(tokens, draft);
  const named = isAlone || isOfCrowd(tokens, draft) ? unitOfSubject(tokens, draft) : null;
  if (named) return named;
  const partner = last && unit ? isPartner(tokens, draft, last) : false;
  if (last && partner) return { code: unit, name: last.figure.unitName };
  const level = isAlone ? levelBefore(tokens, draft, earlier) : null;
  if (level) return level;
  if (last && unit && isAlone && sharesByForm(tokens, draft, last))
    return { code: unit, name: last.figure.unitName };
  return isAlone && next ? unitOfNext(tokens, draft, next) : NONE;
}

/** 'a crowd of 41,203 watched': what stands before 'of' says who is counted, whatever comes after. */
const isOfCrowd = (tokens: readonly Token[], { from, to }: Draft): boolean =>
  isFiniteAt(tokens, to) && tokens[hedgeStart(tokens, from) - 1]?.lower === 'of';

/** 'pH 5.5', 'odds ratio 2.3': a noun right before a number names what it is a number of. */
function isScaleOfItsOwn(tokens: readonly Token[], { from }: Draft): boolean {
  const before = tokens[from - 1];
  return (
    before?.kind === 'word' &&
    /^(?:ph|ratio|score|index|hazard|factor|scale|rating)$/.test(before.lower)
  );
}

/** 'eight of them Americans', 'three of whom died'. */
const isPartOfThem = (tokens: readonly Token[], { to }: Draft): boolean =>
  tokens[to]?.lower === 'of' &&
  /^(?:them|whom|those|these|which)$/.test(tokens[to + 1]?.lower ?? '');

const COMPARES = /^(?:against|versus|vs)$/;

/** Whether a bare number is told beside the figure before it, as one of the same things. */
function isPartner(
  tokens: readonly Token[],
  draft: Draft,
  { draft: other, figure }: EarlierFigure,
): boolean {
  if (draft.number.form !== 'digits' && draft.number.form !== 'words') return false;
  if (isPartOfOne(draft, other, figure)) return false;
  if (draft.from - other.to > REACH) return false;
  const at = hedgeStart(tokens, draft.from);
  const [before, earlier] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  const isCompared =
    COMPARES.test(before) ||
    (/^(?:with|to)$/.test(before) && /^compared|^relative$/.test(earlier)) ||
    (before === 'from' && /^(?:up|down)$/.test(earlier)) ||
    // '12 million viewers watched, down 3 million on last year'
    (/^(?:up|down)$/.test(before) && earlier === ',' && figure.unit?.startsWith('{') === true);
  if (isCompared) return mayBeOf(tokens, draft, figure);
  const end = other.counted?.to ?? other.to;
  const isChange = before === 'to' && at - 1 === end && saysFrom(tokens, other.from);
  // 'put Reed on 34 percent, Moss on 22 and Holm on 9'
  const isAlsoOn = /^(?:on|at|with)$/.test(before) && tokens[other.from - 1]?.lower === before;
  if (isAlsoOn && figure.unit === '%' && standsAlone(tokens, draft))
    return !tokens.slice(end, at).some((_, step) => isFiniteAt(tokens, end + step));
  // 'by 27 votes to 14'
  if (before === 'to' && at - 1 === end && figure.unit === '{vote}') return true;
  // 'was jailed for 14 years and must serve nine'
  if (figure.dimension === 'time' && /^serv(?:e|es|ed|ing)$/.test(before))
    return standsAlone(tokens, draft) || isFunctionWord(tokens[draft.to]?.lower ?? '');
  if (isChange)
    return (
      (standsAlone(tokens, draft) || AUXILIARIES.has(tokens[draft.to]?.lower ?? '')) &&
      isUpToHundred(draft, figure)
    );
  if (figure.unit?.includes('/')) return false;
  return (
    isElliptical(tokens, draft, at, other, figure) ||
    isLikeGot(tokens, draft, at, other) ||
    isSomeOfThem(tokens, draft, at, other.number, figure.unit)
  );
}

/** 'Of the nine brothers five have come, while three remain': a smaller number that does something itself. */
const isSomeOfThem = (
  tokens: readonly Token[],
  draft: Draft,
  at: number,
  all: Draft['number'],
  unit: string | null,
): boolean =>
  unit?.startsWith('{') === true &&
  draft.number.form === 'words' &&
  /^(?:and|but|while|whereas|,)$/.test(tokens[at - 1]?.lower ?? '') &&
  isFiniteAt(tokens, draft.to) &&
  compare(draft.number.value, all.value) <= 0;

/** 'took 14 wickets at an average of 18.3': things that are counted whole have no 18.3 of them. */
const isPartOfOne = (draft: Draft, other: Draft, { unit }: ReadFigure): boolean =>
  unit?.startsWith('{') === true &&
  unit !== '{point}' &&
  !draft.number.scaled &&
  draft.number.value.denominator !== 1n &&
  other.number.value.denominator === 1n;

const GETS =
  /^(?:had|has|have|got|gets|received|receives|took|takes|won|wins|scored|scores|added|adds|posted|notched|made|drew|amassed|polled|secured|garnered|gathered|managed|counted|recorded|reported|registered|collected|mustered|saw)$/;

/** 'He received 57 ballots, and Tan amassed 21': one got so many, and the other so many. */
function isLikeGot(tokens: readonly Token[], draft: Draft, at: number, other: Draft): boolean {
  const verb = tokens[at - 1]?.lower ?? '';
  const earlier = tokens[hedgeStart(tokens, other.from) - 1]?.lower ?? '';
  const isAlike = GETS.test(verb) && (GETS.test(earlier) || verb === earlier);
  return isAlike && other.counted !== null && standsAlone(tokens, draft);
}

const mayBeOf = (tokens: readonly Token[], draft: Draft, figure: ReadFigure): boolean =>
  standsAlone(tokens, draft) && isUpToHundred(draft, figure);

/** A share may be compared with a share; a number above a hundred is none. */
const isUpToHundred = (draft: Draft, { unit }: ReadFigure): boolean =>
  unit !== '%' || compare(draft.number.value, rational(100n)) <= 0;

const saysFrom = (tokens: readonly Token[], from: number): boolean =>
  [1, 2, 3].some((back) => tokens[from - back]?.lower === 'from');

/** The first token of a figure and its hedge. */
const hedgeStart = (tokens: readonly Token[], from: number): number =>
  readQualifierBefore(tokens, from, 0)?.from ?? from;

/**
 * 'sold 210 prints online and 85 in the shop', 'of 40 houses, 12 were empty': no verb of its own
 * between the two, and a place, a time or a plural verb after it.
 */
function isElliptical(
  tokens: readonly Token[],
  draft: Draft,
  at: number,
  other: Draft,
  { unit, dimension }: ReadFigure,
): boolean {
  if (!/^(?:and|but|,|;|with)$/.test(tokens[at - 1]?.lower ?? '') || unit === '%') return false;
  if (
    draft.number.scaled !== other.number.scaled ||
    /^\d\.|\.\d/.test(tokens[draft.number.from]?.text ?? '')
  )
    return false;
  const next = tokens[draft.to];
  const isCounted = unit?.startsWith('{') ?? false;
  const goesOn =
    (PREPOSITIONS.has(next?.lower ?? '') && !/^(?:than|per)$/.test(next?.lower ?? '')) ||
    (isCounted && /^(?:were|are|have|had|remain|remained)$/.test(next?.lower ?? ''));
  if (!goesOn || dimension === 'time') return false;
  for (let i = other.counted?.to ?? other.to; i < at - 1; i++)
    if (isFiniteAt(tokens, i) || /^[;:()]$/.test(tokens[i]?.text ?? ''))
      return isCounted && next?.kind === 'word' && /^(?:were|are)$/.test(next.lower);
  return true;
}

/** The unit of the level before, for a level that is told in the same way after a share: 'to', 'at'. */
function levelBefore(
  tokens: readonly Token[],
  draft: Draft,
  earlier: readonly EarlierFigure[],
): SharedUnit | null {
  const word = tokens[draft.from - 1]?.lower ?? '';
  if (word !== 'to' && word !== 'at') return null;
  const isOfPoints = (at: number) => earlier.at(at)?.figure.unit === '{point}';
  // 'lost 210 points, or 0.5 percent, to 38,904'
  if (
    word === 'to' &&
    (isOfPoints(-1) || isOfPoints(-2)) &&
    earlier.at(-1)?.figure.change !== 'equal'
  )
    return { code: '{point}', name: 'point' };
  if (earlier.at(-1)?.figure.unit !== '%') return null;
  for (const { draft: other, figure } of earlier.slice(-MOST_BETWEEN).toReversed()) {
    if (figure.unit === '%') continue;
    const isLevel = /^(?:to|at)$/.test(tokens[other.from - 1]?.lower ?? '');
    return isLevel && figure.unit && figure.dimension !== 'time'
      ? { code: figure.unit, name: figure.unitName }
      : null;
  }
  return null;
}

/** 'is 84.75 cents, while the lowest is 74.07': written alike, and about one thing. */
function sharesByForm(
  tokens: readonly Token[],
  draft: Draft,
  { draft: other, figure }: EarlierFigure,
): boolean {
  if (draft.from - other.to > REACH || !isWrittenAlike(tokens, draft, other)) return false;
  if (isPartOfOne(draft, other, figure)) return false;
  if (hasOwnSubject(tokens, other.to, draft.from)) return false;
  if (figure.unit === '%' && tokens[draft.from - 1]?.lower !== 'by') return false;
  return !figure.unit?.includes('/') && figure.dimension !== 'time';
}

/** 'with 5,120, while York had 3,044 fines': the figure after it says what both count. */
function unitOfNext(tokens: readonly Token[], draft: Draft, next: Draft): SharedUnit {
  const { counted, unit } = next;
  const isNear = next.from - draft.to <= MOST_BETWEEN && draft.number.form === 'digits';
  if (!isNear || !isWrittenAlike(tokens, draft, next)) return NONE;
  const link = tokens.slice(draft.to, next.from).map(({ lower }) => lower);
  if (!link.some((word) => /^(?:while|whereas|against|versus|but|compared)$/.test(word)))
    return NONE;
  if (unit)
    return unit.code === '%' || unit.code.includes('/')
      ? NONE
      : { code: unit.code, name: unit.name };
  return counted && isPluralNoun(counted.phrase.split(' ').at(-1) ?? '')
    ? { code: `{${counted.head}}`, name: counted.name }
    : NONE;
}

const MOST_BETWEEN = 8;

/** 'of whom 12 are in hospital', 'among them about 30': what was counted before. */
function isOfThem(tokens: readonly Token[], from: number, after: number): boolean {
  let at = from - 1;
  while (at > after && (ADVERBS.has(tokens[at]?.lower ?? '') || isHedge(tokens[at]))) at--;
  return (
    /^(?:whom|which|them)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:of|among)$/.test(tokens[at - 1]?.lower ?? '')
  );
}

const isHedge = (token: Token | undefined): boolean =>
  /^(?:at|least|some|about|around|up|to|nearly|almost|over)$/.test(token?.lower ?? '');

/**
 * Whether the words between two figures are a clause about something else: 'was 6 mmHg lower, and
 * the body mass index was 24.1'. 'While the lowest is 74.07' is still about what the first is.
 */
function hasOwnSubject(tokens: readonly Token[], after: number, before: number): boolean {
  for (let verb = before - 1; verb > after; verb--) {
    if (!isFiniteAt(tokens, verb)) continue;
    let at = verb - 1;
    while (at > after && (ADVERBS.has(tokens[at]?.lower ?? '') || isAuxiliary(tokens[at]))) at--;
    const subject = tokens[at];
    if (at < after || subject?.kind !== 'word' || isFunctionWord(subject.lower)) continue;
    if (!isElliptic(subject.lower)) return true;
  }
  return false;
}

const isAuxiliary = (token: Token | undefined): boolean => AUXILIARIES.has(token?.lower ?? '');

/** 'The lowest', 'the second', 'the other': a noun said before goes without saying. */
const isElliptic = (lower: string): boolean =>
  toBaseAdjective(lower) !== lower || ELLIPTIC.has(lower);

const ELLIPTIC = new Set(
  `other others first second third last latter former rest one ones most least low high average mean median peak
  maximum minimum`.split(/\s+/),
);

function standsAlone(tokens: readonly Token[], draft: Draft): boolean {
  const next = tokens[draft.to];
  return (
    next === undefined ||
    (next.kind === 'mark' && /^[,.;:)(]$/.test(next.text)) ||
    PREPOSITIONS.has(next.lower) ||
    PRONOUNS.has(next.lower) ||
    /^(?:today|now|yesterday|already|then|overall|altogether|earlier|each|yet|so)$/.test(
      next.lower,
    ) ||
    ['and', 'but', 'while', 'last', 'this', 'a'].includes(next.lower) ||
    (next.lower === 'the' &&
      /^(?:season|year|month|week|day|quarter|decade)$/.test(tokens[draft.to + 1]?.lower ?? ''))
  );
}

function isWrittenAlike(tokens: readonly Token[], draft: Draft, previous: Draft): boolean {
  const [own, other] = [draft.number, previous.number];
  if (own.form !== 'digits' || own.order) return false;
  if (own.scaled !== other.scaled) return false;
  const ownText = tokens[own.from]?.text ?? '';
  const isFine = own.scaled || /[.,]/.test(ownText) || ownText.length >= 5;
  const isBy = tokens[draft.from - 1]?.lower === 'by' && /^\d{1,2}$/.test(ownText);
  return isFine || isBy;
}
