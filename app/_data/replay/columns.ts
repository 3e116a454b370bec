import { type Json, toCanonicalJson } from '#domain/canonical-json';
import { sha256, toMomentColumn } from '../chain/chain';
import type { Table } from '../record/fields';
import { toFreeze } from '../review/verdicts';

/** A row as plain SQLite gives it. */
export type Row = { readonly [column: string]: string | number | null };

type Column = {
  /** What an event calls it, where that is not the column's own name. */
  readonly field?: string;
  /** The part of the row to compare with the record; by default its value. */
  readonly of?: (row: Row) => Json;
  readonly same?: (is: Json, recorded: Json) => boolean;
};

// The columns of each table that the record covers, and how they are compared with events. It does
// not cover derived columns (the word index and the copies in lists, which are checked on their
// own), and the time of Prisma's last write.

const asIs: Column = {};
const flag = (column: string): Column => ({ of: (row) => isSet(row[column]) && row[column] !== 0 });
/** A flag that may be open. */
const maybe = (column: string): Column => ({
  of: (row) => (isSet(row[column]) ? row[column] !== 0 : null),
});
const json = (column: string): Column => ({
  of: (row) => parsed(row[column]),
  same: (is, recorded) =>
    JSON.stringify(is) === JSON.stringify(recorded) ||
    toCanonicalJson(is) === toCanonicalJson(recorded),
});
/** A moment, to the millisecond. */
const moment: Column = { same: (is, recorded) => millisecondsOf(is) === millisecondsOf(recorded) };
/** A moment of which the event only knows that it had come. */
const whether: Column = { same: (is, recorded) => isSet(is) === isSet(recorded) };

const SAME_WRITE_MS = 150_000;

/** Just before the event: as long as one write may take. */
const justBefore: Column = {
  same: (is, recorded) => Math.abs(millisecondsOf(is) - millisecondsOf(recorded)) <= SAME_WRITE_MS,
};

/** SQLite reads decimals to the last bit but one. */
const decimal: Column = {
  same: (is, recorded) =>
    is === recorded ||
    (typeof is === 'number' && typeof recorded === 'number' && Math.abs(is - recorded) <= 1e-12),
};
/** The float by which exact decimal text is found. */
const floatOf = (field: string): Column => ({
  field,
  same: (is, recorded) => {
    const exact = recorded === null ? Number.NaN : Number(recorded);
    return Number.isFinite(exact)
      ? Math.abs(Number(is) / exact - 1) < 1e-12 || is === exact
      : is === null;
  },
});

const COLUMNS: Readonly<Record<Table, Readonly<Record<string, Column>>>> = {
  Claim: {
    ...plain('number', 'text', 'headline', 'kind', 'claimantId', 'claimantUnknownReason'),
    ...plain('saidOn', 'saidOnText', 'eventOn', 'eventOnText', 'place', 'engineVersion', 'status'),
    ...plain('dismissReason', 'priority', 'dueOn', 'assigneeId', 'selectionReason', 'recheckOn'),
    ...plain('articleId', 'revision', 'leansOn'),
    candidates: json('candidates'),
    duplicateOfId: { field: 'duplicateOf' },
    checkable: flag('checkable'),
    checkWorthiness: decimal,
    reasons: json('reasons'),
    statusAt: moment,
    acceptedAt: moment,
  },
  Appearance: { ...plain('captureId', 'start', 'end', 'exact'), first: flag('first') },
  Quantity: {
    ...plain('claimId', 'evidenceId', 'n', 'surface', 'start', 'end', 'qualifier', 'change'),
    ...plain('value', 'low', 'high', 'lastDigit', 'significantDigits', 'tolerance', 'unit'),
    ...plain('unitName', 'measure', 'dimension', 'statistic', 'asOf', 'scope'),
    cumulative: maybe('cumulative'),
    ...plain('basis', 'partOf', 'baseLow', 'baseHigh', 'baseUnit'),
    baseLowNumber: floatOf('baseLow'),
    baseHighNumber: floatOf('baseHigh'),
    leading: flag('leading'),
    corrected: flag('corrected'),
  },
  Evidence: {
    ...plain('claimId', 'captureId', 'quote', 'start', 'end', 'quoteFound', 'stance'),
    ...plain('directness', 'note', 'addedById', 'revision'),
    ...plain('documentId', 'fileSha256', 'fileSize', 'fileName', 'quoteChange'),
    ...plain('page', 'countsWithId', 'comesFrom'),
    independent: maybe('independent'),
    quoteScore: decimal,
    removedAt: whether,
  },
  FigurePair: {
    ...plain('claimId', 'evidenceId', 'claimQuantityId', 'evidenceQuantityId', 'byId'),
    ...plain('operation'),
    operands: json('operands'),
    at: justBefore,
    removedAt: whether,
  },
  Verdict: {
    ...plain('claimId', 'n', 'asOf', 'explanation', 'correctedText', 'changeNote', 'supersedesN'),
    ...plain('decidedById', 'suggestedKey', 'otherwiseReason'),
    ratingKey: { field: 'rating' },
    reasons: json('reasons'),
    frozenSha256: { of: frozenSha256 },
  },
  Submission: { ...plain('claimId', 'verdict', 'byId', 'contentSha256'), at: justBefore },
  Approval: { ...plain('claimId', 'verdict', 'submissionId', 'byId', 'note'), at: justBefore },
  Publication: {
    ...plain('claimId', 'verdict', 'n', 'byId', 'sha256'),
    at: justBefore,
    frozen: { of: (row) => sha256(canonical(row.frozen)) },
  },
  Correction: { ...plain('claimId', 'kind', 'note', 'byId'), at: justBefore },
  Waiver: { ...plain('claimId', 'gate', 'reason', 'byId'), at: justBefore, takenBackAt: whether },
  Comment: { ...plain('claimId', 'threadId', 'body', 'authorId'), resolvedAt: whether },
  Document: {
    ...plain('kind', 'url', 'canonicalUrl', 'title', 'publisher', 'author', 'publishedOn'),
    ...plain('language', 'speaker', 'derivedFromId', 'confidentialReason', 'revision'),
    ...plain('mergedIntoId', 'readCaptureId', 'recaptureEveryDays'),
    underCheck: flag('underCheck'),
    ...plain('assigneeId', 'dueOn'),
    archivedAt: whether,
    removedAt: whether,
    sample: flag('sample'),
    confidential: flag('confidential'),
  },
  Capture: {
    ...plain('documentId', 'n', 'takenById', 'sha256', 'size', 'textSha256', 'takedownReason'),
    ...plain('method', 'state', 'error', 'wall', 'requestedUrl', 'finalUrl', 'fileName'),
    ...plain('httpStatus', 'mime'),
    changedFromPrevious: {
      of: (row) => (isSet(row.changedFromPrevious) ? row.changedFromPrevious !== 0 : null),
    },
  },
  DocumentLink: {
    ...plain('kind', 'fromId', 'toId', 'state', 'decidedById'),
    score: decimal,
  },
  Publisher: {
    ...plain('name', 'owner', 'revision'),
    otherNames: json('otherNames'),
    hosts: json('hosts'),
  },
  User: {
    ...plain('name', 'email', 'role'),
    active: flag('active'),
    twoFactorEnabled: flag('twoFactorEnabled'),
  },
  Party: plain('name', 'kind', 'role', 'sameAs', 'interests'),
  Rating: {
    ...plain('label', 'definition', 'value', 'averitecLabel', 'order'),
    retired: flag('retired'),
  },
};

function plain(...names: string[]): Record<string, Column> {
  return Object.fromEntries(names.map((name) => [name, asIs]));
}

const isSet = (value: Json | undefined) => value !== null && value !== undefined;

const millisecondsOf = (moment: Json) =>
  typeof moment === 'string' ? new Date(moment).getTime() : 0;

/** A JSON column opened; what is no JSON stands for itself. */
function parsed(text: Row[string] | undefined): Json {
  try {
    return JSON.parse(String(text)) as Json;
  } catch {
    return text ?? null;
  }
}

const canonical = (text: Row[string] | undefined) => toCanonicalJson(parsed(text));

function frozenSha256(row: Row): string | null {
  const decidedAt = new Date(String(row.decidedAt));
  if (Number.isNaN(decidedAt.getTime())) return null;
  const opened = {
    ...row,
    decidedAt,
    reasons: parsed(row.reasons),
    evidence: parsed(row.evidence),
    comparisons: parsed(row.comparisons),
  };
  return sha256(toCanonicalJson(toFreeze(opened as unknown as Parameters<typeof toFreeze>[0])));
}

/** One column that is not as the record says. */
export type Difference = { readonly column: string; readonly is: Json; readonly recorded: Json };

const LISTED = new Map(
  Object.entries(COLUMNS).map(([table, columns]) => [table, Object.entries(columns)]),
);

/** The differences between a row and the record; columns without an event are skipped. */
export function differences(
  table: Table,
  row: Row,
  recorded: Readonly<Record<string, Json>>,
): Difference[] {
  const found: Difference[] = [];
  for (const [column, { field = column, of, same }] of LISTED.get(table) ?? []) {
    const recordedValue = recorded[field];
    if (recordedValue === undefined) continue;
    const is = of ? of(row) : (row[column] ?? null);
    if (!(same ? same(is, recordedValue) : is === recordedValue))
      found.push({ column, is, recorded: recordedValue });
  }
  return found;
}

/** All that the record vouches for of a row, by column. */
export const valuesOf = (table: Table, row: Row): [column: string, is: Json][] =>
  (LISTED.get(table) ?? []).map(([column, { of }]) => [
    column,
    of ? of(row) : (row[column] ?? null),
  ]);

/** Whether the record can be asked about a table of this name. */
export const isTable = (name: string): name is Table => Object.hasOwn(COLUMNS, name);

/** What an event calls a column. */
export const fieldOf = (table: Table, column: string): string =>
  COLUMNS[table][column]?.field ?? column;

/** A value of the record, as its column has it. */
export function toColumn(table: Table, column: string, recorded: Json): string | number | null {
  const rule = COLUMNS[table][column];
  if (recorded === null) return null;
  if (typeof recorded === 'boolean') return recorded ? 1 : 0;
  if (rule?.field && /Number$/.test(column)) return Number(recorded);
  if (typeof recorded === 'object') return JSON.stringify(recorded);
  if (rule === moment || rule === whether || rule === justBefore) {
    return toMomentColumn(new Date(String(recorded)));
  }
  return recorded;
}
