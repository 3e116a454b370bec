import type { ClaimStatus } from '../claims/claim';
import { isEditable } from '../claims/claim';
import { isDaySpan, parseDay } from '../day';

/** What an administrator can do about a row that was changed outside the desk. */
// The first is taken by whoever presses Enter: the one that keeps to what the record says.
export const SETTLE_WAYS = ['putBack', 'takeIn', 'acknowledge'] as const;
export type SettleWay = (typeof SETTLE_WAYS)[number];

export const SETTLE_BUTTONS: Readonly<Record<SettleWay, string>> = {
  takeIn: 'Add to the record',
  putBack: 'Undo the change',
  acknowledge: 'Acknowledge',
};

/** What became of some changes, after their number. */
export const SETTLED_IN_WORDS: Readonly<Record<SettleWay, string>> = {
  takeIn: 'added to the record',
  putBack: 'undone',
  acknowledge: 'acknowledged',
};

/** What happened to a row past the desk. */
export type OutsideKind = 'changed' | 'added' | 'deleted';

/**
 * The columns whose values a person could have given at the desk by themselves, without a step of the
 * review and with nothing worked out from them: only these are taken in.
 */
const TAKEN_IN: Readonly<Record<string, readonly string[]>> = {
  Claim: [
    ...['text', 'headline', 'kind', 'checkable', 'claimantId', 'claimantUnknownReason', 'place'],
    ...['saidOn', 'saidOnText', 'eventOn', 'eventOnText', 'checkWorthiness', 'reasons'],
    ...['priority', 'dueOn', 'recheckOn', 'assigneeId', 'selectionReason'],
  ],
  Quantity: ['measure', 'statistic', 'asOf', 'scope', 'basis', 'cumulative'],
  Evidence: ['stance', 'directness', 'note'],
  Document: ['title', 'publisher', 'author', 'url', 'publishedOn', 'speaker', 'language', 'kind'],
  User: ['name', 'email', 'role', 'active'],
  Party: ['name', 'kind', 'role', 'sameAs', 'interests'],
  Publisher: ['name', 'owner'],
  Rating: ['label', 'definition', 'value', 'averitecLabel', 'order', 'retired'],
};

/** Who holds a claim, and by when: open at any point of its review. */
const PLANNED = ['priority', 'dueOn', 'recheckOn', 'assigneeId', 'selectionReason'];
/** What somebody approves; once it is before an editor, only the steps of the review open it. */
const REVIEWED = ['Claim', 'Quantity', 'Evidence'];

/** Tables of which rows may be written again; the others never change, and hold the desk's decisions. */
const PUT_BACK = [
  ...['Claim', 'Appearance', 'Quantity', 'Evidence', 'Document', 'DocumentLink'],
  ...['User', 'Party', 'Rating', 'Publisher'],
];

/** Rows that stand by themselves, so that one more is no more than it says. */
const MAY_BE_ADDED = ['User', 'Party', 'Rating', 'Publisher'];
/** Rows that hang on others and on which nothing hangs, so that one less leaves no gap. */
const MAY_BE_TAKEN_AWAY = [
  ...['Quantity', 'Evidence', 'DocumentLink', 'Appearance'],
  ...['Party', 'Rating', 'Publisher'],
];

/**
 * What can be done about a change, the soundest first. What can neither be taken in nor put back is
 * acknowledged: the record then says what is there now, and verifying names it ever after.
 */
export function waysToSettle(change: {
  readonly table: string;
  readonly kind: OutsideKind;
  readonly columns: readonly string[];
  /** Of the claim that the row is of; null where it is of none. */
  readonly status: ClaimStatus | null;
  /** Whether the record says enough of a deleted row to write it again. */
  readonly isWhole: boolean;
}): SettleWay[] {
  const { table, kind, columns, status, isWhole } = change;
  const isPutBack = PUT_BACK.includes(table);
  if (kind === 'changed') {
    const isOpen =
      !REVIEWED.includes(table) ||
      (status !== null && isEditable(status)) ||
      (table === 'Claim' && columns.every((column) => PLANNED.includes(column)));
    const isTakenIn = isOpen && columns.every((column) => TAKEN_IN[table]?.includes(column));
    if (!isPutBack) return ['acknowledge'];
    return isTakenIn ? ['takeIn', 'putBack'] : ['putBack'];
  }
  if (kind === 'added') {
    return [
      ...(MAY_BE_ADDED.includes(table) ? (['takeIn'] as const) : []),
      ...(MAY_BE_TAKEN_AWAY.includes(table) ? (['putBack'] as const) : []),
      'acknowledge',
    ];
  }
  return isPutBack && isWhole ? ['putBack', 'acknowledge'] : ['acknowledge'];
}

const DAYS = ['dueOn', 'recheckOn', 'publishedOn'];
const DAY_SPANS = ['saidOn', 'eventOn', 'asOf'];
const NEVER_EMPTY = ['text', 'title', 'name', 'email', 'label', 'definition'];
const MOST_CHARACTERS = 10_000;

/** Whether a value is one that the desk itself would have kept in such a column. */
export function isSound(column: string, value: unknown): boolean {
  if (value === null) return !NEVER_EMPTY.includes(column);
  if (typeof value !== 'string') return true;
  if (NEVER_EMPTY.includes(column) && value.trim() === '') return false;
  if (value.length > MOST_CHARACTERS || !value.isWellFormed()) return false;
  if (DAYS.includes(column)) return parseDay(value).ok;
  return DAY_SPANS.includes(column) ? isDaySpan(value) : true;
}
