import type { ReadClaim, ReadDate } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Clause, Part } from '../clauses/part';
import { isCountWord } from '../english/counts';
import { informativeFigures, isInformativeFigure } from '../figures/informative';
import type { Attribution } from '../speech/claimant-of';
import { type ReadPassage, spanOf } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import type { Filling } from './filling';
import { isCheckable, kindOf } from './kinds';
import { type Background, standAlone } from './stand-alone';
import { isStatement } from './statements';

/** What a claim needs besides its words. */
type Setting = {
  readonly attribution: Attribution | null;
  readonly quoted: readonly boolean[];
  readonly background: Background;
  /** Figures that a claim about somebody's role has already. */
  readonly elsewhere: readonly Span[];
  readonly filling: Filling;
  /** A figure would be lost otherwise, so no verb is asked for. */
  readonly isForced?: boolean;
};

/** A part of a clause as a claim; null when it says too little to be checked. */
export function toClaim(
  passage: ReadPassage,
  clause: Clause,
  part: Part,
  { attribution, quoted, background, elsewhere, filling, isForced }: Setting,
): ReadClaim | null {
  const { text, tokens } = passage;
  const first = tokens[part.from];
  const last = tokens[part.to - 1];
  // '300 died' is a statement; 'prices rose' is too little to check.
  const shortest = isCountWord(first) || part.leadIn ? 2 : 3;
  if (!first || !last || (part.to - part.from < shortest && !part.leans)) return null;
  const span = { start: first.start, end: last.end };
  const quantities = informativeFigures(text, passage.quantities, span, elsewhere);
  if ((clause.link === 'participle' || isForced) && quantities.length === 0) return null;
  const needsVerb =
    !isForced &&
    clause.link !== 'with' &&
    clause.link !== 'participle' &&
    !background.act &&
    !part.leans;
  if (needsVerb && !isStatement(tokens, clause, part, quantities)) return null;
  const words = tokens.slice(part.from, part.to);
  const exact = text.slice(span.start, span.end);
  const claimant = attribution?.claimant ?? null;
  const kind = kindOf(words, {
    hasFigure: quantities.some(isInformativeFigure),
    hasQuote: quoted.slice(part.from, part.to).some(Boolean),
    hasClaimant: claimant !== null,
    isRole: false,
  });
  const { act, self } = background;
  const speaker = filling.speaker(claimant);
  const around = { act, self, filling, speaker };
  const own = standAlone(passage, withCuts(passage, part), quantities, around);
  return {
    start: span.start,
    end: span.end,
    exact,
    text: own.text,
    leansOn: own.leansOn,
    candidates: own.candidates,
    kind,
    checkable: isCheckable(kind),
    claimant,
    saidOn: attribution?.saidOn ?? null,
    eventOn: eventOf(passage, part, attribution?.saidOn ?? null),
    quantities,
    checkWorthiness:
      passage.checkWorthiness / (kind === 'opinion' ? 4 : kind === 'prediction' ? 2 : 1),
    reasons: [],
  };
}

const withCuts = ({ cuts }: ReadPassage, part: Part): Part =>
  cuts ? { ...part, edits: [...part.edits, ...cuts] } : part;

export const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** The first date of a statement, or of what stands before it and holds for it. */
const eventOf = (passage: ReadPassage, part: Part, saidOn: ReadDate | null): ReadDate | null =>
  dateIn(passage, part, saidOn) ?? dateIn(passage, part.leadIn, saidOn) ?? null;

function dateIn(
  { tokens, dates }: ReadPassage,
  range: Range | null,
  saidOn: ReadDate | null,
): ReadDate | undefined {
  if (!range || dates.length === 0) return undefined;
  const span = spanOf(tokens, range);
  return dates.find((date) => date !== saidOn && isInside(date, span));
}
