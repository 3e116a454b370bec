import type { Json } from '#domain/canonical-json';
import { claimCode } from '#domain/claims/claim';
import { minuteOf } from '#domain/day';
import { actionInWords } from '#domain/record/events';
import { cut } from '#domain/text';
import type { EventRow } from '../chain/chain';
import type { Sqlite } from '../database/db';
import type { Table } from '../record/fields';
import type { Difference, Row } from '../replay/columns';

/** Something that is not as the record says, as a sentence, and the claim it belongs to. */
export type Problem = {
  readonly sentence: string;
  readonly claim: string | null;
  /** The row that was changed outside the desk, where it is one. */
  readonly outside?: OutsideRow;
};

/** A row, and the claim, document or other thing that has its events. */
export type OutsideRow = { readonly table: Table; readonly id: string; readonly group: string };

/** Names people, claims and events for the sentences of problems: looked up only when there is one. */
export type Names = {
  readonly person: (id: string | null) => string;
  readonly claim: (id: string | null) => string | null;
  readonly event: (row: NamedEvent) => string;
};

type NamedEvent = Pick<
  EventRow,
  'seq' | 'at' | 'actorId' | 'action' | 'entity' | 'claimId' | 'documentId'
>;

export function namesIn(db: Sqlite): Names {
  const name = db.prepare<[string], string>('SELECT "name" FROM "User" WHERE "id" = ?').pluck();
  const number = db
    .prepare<[string], number>('SELECT "number" FROM "Claim" WHERE "id" = ?')
    .pluck();
  const title = db
    .prepare<[string], string>('SELECT "title" FROM "Document" WHERE "id" = ?')
    .pluck();
  const person: Names['person'] = (id) =>
    id === null ? 'the desk' : (name.get(id) ?? `a person without an account (${id})`);
  const claim: Names['claim'] = (id) => {
    const found = id === null ? undefined : number.get(id);
    return found === undefined ? null : claimCode(found);
  };
  const about = ({ claimId, documentId, entity }: NamedEvent) => {
    if (claimId) return ` (${claim(claimId) ?? `a deleted claim, ${claimId}`})`;
    const of = documentId && title.get(documentId);
    return of ? ` (${quoted(of)})` : ` (${entity})`;
  };
  const event: Names['event'] = (row) =>
    `event ${row.seq}${about(row)}: ${person(row.actorId)} ${actionInWords(row.action)}, ${minuteOf(row.at, 'UTC')}`;
  return { person, claim, event };
}

const LONGEST_QUOTE = 160;

const quoted = (text: string) =>
  `“${text.length > LONGEST_QUOTE ? `${cut(text, LONGEST_QUOTE)}…` : text}”`;

/** A value as people read it, whole. */
export const toValueWords = (value: Json): string => {
  if (value === null) return 'empty';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const valueInWords = (value: Json) => {
  if (value === null) return 'empty';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
};

/** 'checkWorthiness' as people read it. */
export const toColumnWords = (column: string): string =>
  (COLUMN_WORDS[column] ?? column).replace(/([A-Z])/g, ' $1').toLowerCase();

const COLUMN_WORDS: Readonly<Record<string, string>> = {
  frozenSha256: 'frozen state',
  frozen: 'frozen state',
  ratingKey: 'rating',
  duplicateOfId: 'duplicate',
  assigneeId: 'assignee',
  claimantId: 'claimant',
  exact: 'words',
  byId: 'person',
};

export const differenceInWords = ({ column, is, recorded }: Difference) =>
  `its ${toColumnWords(column)} is ${valueInWords(is)}, the record says ${valueInWords(recorded)}`;

/** What people call a row, from what it or the record of it says. */
export function rowInWords(
  table: Table,
  id: string,
  row: Readonly<Record<string, Json>> | Row,
  code: string | null,
): string {
  const on = code ?? 'a deleted claim';
  const say = (value: Json | undefined) => (typeof value === 'string' ? ` ${quoted(value)}` : '');
  switch (table) {
    case 'Claim':
      return code ?? `the claim ${id}`;
    case 'Appearance':
      return `the words of ${on} in the article`;
    case 'Quantity':
      return `the figure${say(row.surface)} of ${on}`;
    case 'Evidence':
      return `the evidence${say(row.quote)} on ${on}`;
    case 'FigurePair':
      return `a comparison of figures on ${on}`;
    case 'Verdict':
      return `version ${row.n ?? '?'} of the verdict on ${on}`;
    case 'Approval':
      return `an approval of ${on}`;
    case 'Submission':
    case 'Publication':
    case 'Correction':
      return `a ${table.toLowerCase()} of ${on}`;
    case 'Waiver':
      return `the reason for passing a check of ${on}`;
    case 'Comment':
      return `a comment on ${on}`;
    case 'Document':
      return `${row.underCheck ? 'the article' : 'the source'}${say(row.title)}`;
    case 'Capture':
      return `the copy ${id}`;
    case 'DocumentLink':
      return 'a possible connection of two documents';
    case 'Publisher':
      return `the publisher${say(row.name)}`;
    case 'User':
      return `the account of ${row.name ?? '?'} (${row.email ?? id})`;
    case 'Party':
      return `the claimant${say(row.name)}`;
    case 'Rating':
      return `the rating${say(row.label)}`;
  }
}

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
