import type { ReadDate, ReadFigure, Reading } from '#domain/claims/reading';
import { CHANGE_SIGNS, QUALIFIER_WORDS } from '#domain/figures/figure';

export type InputDocument = {
  readonly id: unknown;
  readonly text: string;
  readonly publishedOn: string | null;
  readonly language: string | null;
  readonly speaker: string | null;
};

/**
 * Reads one line of input: {"id", "text", "publishedOn"?, "language"?, "speaker"?}.
 *
 * @returns the document, or one sentence that says what is wrong with the line
 */
export function readInputDocument(line: string): InputDocument | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'this is not JSON; each line must be one object with "id" and "text"';
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return 'this is not an object; each line must be one object with "id" and "text"';
  const {
    id,
    text,
    publishedOn = null,
    language = null,
    speaker = null,
  } = parsed as Record<string, unknown>;
  if (typeof text !== 'string') return '"text" is missing or not a string';
  if (publishedOn !== null && typeof publishedOn !== 'string')
    return '"publishedOn" is not a string such as "2017-07-21"';
  if (language !== null && typeof language !== 'string')
    return '"language" is not a string such as "en"';
  if (speaker !== null && typeof speaker !== 'string')
    return '"speaker" is not a name such as "Ana Ruiz"';
  return { id: id ?? null, text, publishedOn, language, speaker };
}

/** One line of output, in the published form: figures as JSON numbers, null where there is none. */
export function printReading(id: unknown, reading: Reading): string {
  return JSON.stringify({
    id,
    engineVersion: reading.engineVersion,
    language: reading.language,
    sentences: reading.sentences,
    quantities: reading.quantities.map(printFigure),
    dates: reading.dates.map(printDate),
    claims: reading.claims.map((claim) => ({
      start: claim.start,
      end: claim.end,
      exact: claim.exact,
      text: claim.text,
      leansOn: claim.leansOn,
      candidates: claim.candidates,
      kind: claim.kind,
      checkable: claim.checkable,
      claimant: claim.claimant?.name ?? null,
      claimantKind: claim.claimant?.kind ?? null,
      claimantRole: claim.claimant?.role ?? null,
      saidOnText: claim.saidOn?.surface ?? null,
      saidOn: claim.saidOn?.value ?? null,
      eventOnText: claim.eventOn?.surface ?? null,
      eventOn: claim.eventOn?.value ?? null,
      quantities: claim.quantities.map(printFigure),
      checkWorthiness: claim.checkWorthiness,
      reasons: claim.reasons,
    })),
  });
}

const printFigure = (figure: ReadFigure) => ({
  start: figure.start,
  end: figure.end,
  surface: figure.surface,
  qualifier: QUALIFIER_WORDS[figure.qualifier],
  value: toNumber(figure.value),
  low: toNumber(figure.low),
  high: toNumber(figure.high),
  significantDigits: figure.significantDigits,
  unit: figure.unit,
  unitName: figure.unitName,
  measure: figure.measure,
  dimension: figure.dimension,
  statistic: figure.statistic,
  change: CHANGE_SIGNS[figure.change],
  baseLow: toNumber(figure.baseLow),
  baseHigh: toNumber(figure.baseHigh),
  baseUnit: figure.baseUnit,
  scope: figure.scope,
  basis: figure.basis,
  partOf: figure.partOf,
});

const printDate = ({ start, end, surface, value, unresolved }: ReadDate) => ({
  start,
  end,
  surface,
  value,
  unresolved,
});

const toNumber = (decimal: string | null): number | null =>
  decimal === null ? null : Number(decimal);
