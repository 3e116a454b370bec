import type { ReadFigure } from '#domain/claims/reading';
import {
  ADVERBS,
  AUXILIARIES,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
} from '../english/grammar-words';
import { toBaseAdjective } from '../english/superlatives';
import { isFiniteAt } from '../english/verbs';
import { PEOPLE_IN_A_STATE } from '../measures/counted-noun';
import { stateAfter, stateBefore } from '../measures/states';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Draft } from './draft';

type SharedUnit = { readonly code: string | null; readonly name: string | null };

const NONE: SharedUnit = { code: null, name: null };

/** How many tokens apart two figures may stand and still share a unit. */
const REACH = 20;

/**
 * The unit of a bare number, taken from the figure before it: 'is 84.75 cents, while the lowest is
 * 74.07'; '3.9 million headsets, up from 2.4 million'.
 *
 * 'and more than 4,000 have been injured' counts what the figure before it counted.
 *
 * Only where the two are in one clause or in clauses about one thing, where nothing that could be
 * counted follows, and only for numbers written as the earlier
 * one was: with decimals, with a scale, or grouped. A level after a change in per cent is none.
 */
export function sharedUnit(
  { tokens }: Passage,
  draft: Draft,
  previous: Draft | null,
  earlier: ReadFigure | null,
): SharedUnit {
  const state = stateAfter(tokens, draft.to) ?? stateBefore(tokens, draft);
  if (state !== null && earlier?.unit?.startsWith('{') && !earlier.unit.includes('/'))
    return { code: earlier.unit, name: earlier.unitName };
  if (state !== null && PEOPLE_IN_A_STATE.has(state)) return { code: '{person}', name: 'people' };
  if (!previous || !earlier?.unit || draft.from - previous.to > REACH) return NONE;
  if (!standsAlone(tokens, draft) || !isWrittenAlike(tokens, draft, previous)) return NONE;
  if (hasOwnSubject(tokens, previous.to, draft.from)) return NONE;
  const isPercent = earlier.unit === '%';
  if (isPercent && tokens[draft.from - 1]?.lower !== 'by') return NONE;
  if (earlier.unit.includes('/') || earlier.dimension === 'time') return NONE;
  return { code: earlier.unit, name: earlier.unitName };
}

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
    ['and', 'but', 'while', 'last', 'this', 'a'].includes(next.lower)
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

/** 'four-, five- and six-cylinder engines': the first two take the unit of the last. */
export function withSuspendedUnits(tokens: readonly Token[], drafts: Draft[]): Draft[] {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const [draft, next] = [drafts[at], drafts[at + 1]];
    if (!draft || !next || draft.unit || draft.counted) continue;
    const hyphen = tokens[draft.number.to];
    const gap = next.from - draft.number.to;
    const isSuspended = hyphen?.text === '-' && !hyphen.spaced && gap <= 3;
    const isPair = hyphen?.lower === 'or' && gap === 1 && next.unit !== null;
    if (isSuspended || isPair)
      drafts[at] = { ...draft, unit: shared(draft, next), counted: next.counted };
  }
  return drafts;
}

const shared = (draft: Draft, next: Draft): Draft['unit'] =>
  next.unit && { ...next.unit, to: draft.number.to };
