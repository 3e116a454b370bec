import { toReadableText } from '../text';
import type { NotificationDraft } from './notification';

/** In characters. */
export const MAX_COMMENT_LENGTH = 5000;

/** Somebody who can be mentioned. */
export type Mentionable = { readonly id: string; readonly name: string };

/** A name after an @, in UTF-16 code units of the body, the @ included. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  /** More than one where two people have exactly this name. */
  readonly ids: readonly string[];
};

/**
 * A comment as the desk keeps it. It is composed (NFC), so that a name typed on another system is
 * the same letters as the name of the account.
 */
export const toCommentBody = (raw: string): string => toReadableText(raw).normalize('NFC').trim();

// What may stand right before an @ that begins a mention: not the end of a word or of an address.
const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}_+@/-])@`;
// A name ends where no word goes on, and no address: not Noor in @Noora, @noor.example, @Noor@x.org.
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}_@]|[.-][\p{L}\p{N}])`;

/**
 * The people whom a comment mentions by name, in the order of the text.
 *
 * The longest name that stands after the @ is meant, whatever its case. A first name alone is
 * enough if only one of these people has it, so that nobody is notified by mistake. A name may be
 * typed without its accents, '@zoe' for Zoë, unless that could be another person too.
 *
 * @param body  composed: see toCommentBody
 */
export function findMentions(body: string, people: readonly Mentionable[]): Mention[] {
  const called = toNames(people);
  if (called.size === 0 || !body.includes('@')) return [];
  const plain = toPlainNames(called);
  const names = [...plain.keys()].sort((a, b) => b.length - a.length).map(toPattern);
  const pattern = new RegExp(`${BEFORE}(${names.join('|')})${AFTER}`, 'giu');
  return [...toPlainLetters(body).matchAll(pattern)].flatMap(({ index, 0: { length } }) => {
    const name = toKey(body.slice(index + 1, index + length));
    const ids = called.get(name) ?? plain.get(toPlainLetters(name)) ?? [];
    return ids.length === 0 ? [] : [{ start: index, end: index + length, ids }];
  });
}

/** The names without accents; nobody is meant by one that several different names come to. */
function toPlainNames(called: ReadonlyMap<string, string[]>): Map<string, string[]> {
  const plain = new Map<string, string[]>();
  for (const [name, ids] of called) {
    const key = toPlainLetters(name);
    const same = plain.get(key);
    plain.set(key, same && same.join() !== ids.join() ? [] : ids);
  }
  return plain;
}

// Letters that no accent can be taken from, and the apostrophes of typographers.
const PLAIN: ReadonlyMap<string, string> = new Map(
  [..."łlŁLøoØOđdĐDðdÐDħhĦHıiŧtŦT’'ʼ'‘'"].flatMap((letter, at, all) =>
    at % 2 === 0 ? [[letter, all[at + 1] as string]] : [],
  ),
);

/** The same letters without accents, each in its place: 'zoe o'neil' for 'zoë o’neil'. */
export const toPlainLetters = (text: string): string =>
  text.replace(/\P{ASCII}/gu, (letter) => {
    const plain = PLAIN.get(letter) ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
    return plain.length === letter.length ? plain : letter;
  });

/** The person of each name: whole names, then first names that only one person has. */
function toNames(people: readonly Mentionable[]): Map<string, string[]> {
  const whole = new Map<string, string[]>();
  const first = new Map<string, string[]>();
  for (const { id, name } of people) {
    const key = toKey(name);
    if (!key) continue;
    add(whole, key, id);
    add(first, key.split(' ')[0] as string, id);
  }
  for (const [name, ids] of first) {
    if (ids.length === 1 && !whole.has(name)) whole.set(name, ids);
  }
  return whole;
}

const add = (names: Map<string, string[]>, name: string, id: string) =>
  names.set(name, [...(names.get(name) ?? []), id]);

const toKey = (name: string) =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase().normalize('NFC');

const toPattern = (name: string) =>
  name
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join(String.raw`[ \u00a0]+`);

/** A stretch of a comment, and whether it calls somebody. */
export type CommentRun = {
  readonly start: number;
  readonly text: string;
  readonly isMention: boolean;
};

/**
 * A comment in parts, so that a page can mark the mentioned people. The parts add up to the body.
 */
export function toCommentRuns(body: string, people: readonly Mentionable[]): CommentRun[] {
  const runs: CommentRun[] = [];
  let at = 0;
  const upTo = (end: number, isMention: boolean) => {
    if (end > at) runs.push({ start: at, text: body.slice(at, end), isMention });
    at = end;
  };
  for (const { start, end } of findMentions(body, people)) {
    upTo(start, false);
    upTo(end, true);
  }
  upTo(body.length, false);
  return runs;
}

/**
 * The notifications of a comment: for the people it mentions, the assignee, the author of the
 * verdict and the participants of the thread. One for each person, and never for the writer.
 */
export function notificationsOfComment({
  by,
  mentioned,
  assigneeId,
  authorId,
  participants,
}: {
  by: string;
  mentioned: readonly string[];
  assigneeId: string | null;
  /** The author of the verdict. */
  authorId: string | null;
  participants: readonly string[];
}): NotificationDraft[] {
  const kinds = new Map<string, NotificationDraft['kind']>();
  for (const id of [assigneeId, authorId, ...participants]) if (id) kinds.set(id, 'commented');
  for (const id of mentioned) kinds.set(id, 'mentioned');
  kinds.delete(by);
  return [...kinds].map(([userId, kind]) => ({ userId, kind }));
}

/**
 * The notifications of a resolved or reopened thread: for its participants, except the person who
 * resolved or reopened it.
 */
export const notificationsOfResolution = ({
  by,
  isResolved,
  participants,
}: {
  by: string;
  isResolved: boolean;
  participants: readonly string[];
}): NotificationDraft[] =>
  [...new Set(participants)]
    .filter((userId) => userId !== by)
    .map((userId) => ({ userId, kind: isResolved ? 'resolved' : 'openedAgain' }));

export type CommentRefusal =
  | { readonly kind: 'noSuchClaim' }
  | { readonly kind: 'noSuchThread' }
  /** Resolved while the reply was written. */
  | { readonly kind: 'threadResolved' };
