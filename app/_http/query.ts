import { type Day, dayOf } from '#domain/day';
import { cut } from '#domain/text';
import { readTypedDay } from '#domain/typed-day';
import { timeZone } from '#process/time-zone';

// Anybody may type an address: each part of the query is checked, and invalid parts are left out.

type Part = string | string[] | undefined;

/** One part of an address, trimmed; null when it is missing, empty or there twice. */
export const toText = (part: Part, max = 200): string | null =>
  (typeof part === 'string' && cut(part.trim(), max)) || null;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id, or null. */
export const toId = (part: Part): string | null =>
  typeof part === 'string' && ID.test(part) ? part : null;

/**
 * Whether these are ids. The arguments that a page binds to an action come back from the browser, so
 * they may be anything, and an object would be an operator to the database.
 */
export const areIds = (...bound: readonly unknown[]): boolean =>
  bound.every((each) => typeof each === 'string' && ID.test(each));

/** Whether this, which a page bound to an action, may be the token of a link. */
export const isToken = (bound: unknown): boolean =>
  typeof bound === 'string' && bound.length > 0 && bound.length <= 200;

/** Whether this, which a page bound to an action, is a whole number from 0. */
export const isCount = (bound: unknown): boolean =>
  Number.isSafeInteger(bound) && Number(bound) >= 0;

/** One of these words, or null. */
export const toOneOf = <const Word extends string>(
  words: readonly Word[],
  part: Part,
): Word | null => words.find((word) => word === part) ?? null;

/** A past day in the ways in which people write one, or null. */
export function toTypedDay(part: Part): Day | null {
  const day = readTypedDay(toText(part) ?? '', {
    today: dayOf(new Date(), timeZone()),
    side: 'past',
  });
  return day.ok ? day.value : null;
}

/** A whole number from 0, or null. */
export const toCount = (part: Part): number | null =>
  typeof part === 'string' && /^\d{1,9}$/.test(part) ? Number(part) : null;
