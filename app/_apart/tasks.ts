import { type DatedClaim, decideNewDays, type StoredClaim } from '#domain/claims/reread';
import { type Reanchored, reanchor } from '#domain/documents/reanchor';
import {
  type DatedText,
  type Derivation,
  decideDerived,
  toBands,
  toSignature,
} from '#domain/documents/same-text';
import { type FindOptions, findQuote, type QuoteFind } from '#domain/quotes/find-quote';
import type { Anchor } from '#domain/texts/anchor';
import { type ShownDifference, showDifference } from '#domain/texts/shown-difference';
import { extractInParts, type ReadingOptions } from '#engine/extract';
import { type AgainPart, type AgainRequest, decideReading } from './read-again';
import { type FirstPart, type FirstRequest, readFirst } from './read-first';

/** A claim as a new reading dates it, by its id. */
export type NewDay = readonly [
  claimId: string,
  days: { readonly saidOn: string | null; readonly eventOn: string | null },
];

/**
 * A claim's words in an older capture; its other properties come back with its place in `stored`.
 */
type Placed = Anchor & { readonly id: string };

/**
 * The tasks that run in a process of their own, since they take long with a long text. Each takes
 * and returns JSON values, and returns them in small parts.
 */
export const TASKS = {
  /** Finds the claims in an article that nobody has read. */
  readFirst: (text: string, request: FirstRequest): Generator<FirstPart> =>
    readFirst(text, request),

  /** Lays a new reading beside the claims that an article has: `more`. */
  readAgain: (
    text: string,
    request: AgainRequest,
    more: readonly StoredClaim[],
  ): Generator<AgainPart> => decideReading(text, request, more),

  /** The days that a reading against another publication date gives the claims in `more`. */
  *newDays(
    text: string,
    options: ReadingOptions,
    more: readonly DatedClaim[],
  ): Generator<readonly NewDay[]> {
    const claims = [...extractInParts(text, options)].flatMap((part) => part.claims);
    const days = [...decideNewDays(more, { claims })];
    for (let from = 0; from < days.length; from += CLAIMS_A_PART) {
      yield days.slice(from, from + CLAIMS_A_PART);
    }
  },

  /** What changed from one text to another, as much as a page shows. */
  *difference(before: string, after: string): Generator<ShownDifference> {
    yield showDifference(before, after);
  },

  *quote(text: string, words: string, options: FindOptions): Generator<QuoteFind> {
    yield findQuote(text, words, options);
  },

  /** The places of claims of one text, `more`, in a newer one. */
  *reanchor(
    before: string | null,
    text: string,
    more: readonly Placed[],
  ): Generator<readonly (readonly [id: string, now: Reanchored])[]> {
    const found = reanchor(more, before, text);
    for (let from = 0; from < found.length; from += CLAIMS_A_PART) {
      yield found
        .slice(from, from + CLAIMS_A_PART)
        .map(({ stored, now }) => [stored.id, now] as const);
    }
  },

  /** The bands of a text's signature. */
  *bands(text: string): Generator<readonly string[]> {
    yield toBands(toSignature(text));
  },

  /** Whether one of two texts comes from the other. */
  *derived(
    textA: string,
    textB: string,
    days: { readonly a: string | null; readonly b: string | null },
  ): Generator<Derivation | null> {
    const a: DatedText = { text: textA, publishedOn: days.a };
    const b: DatedText = { text: textB, publishedOn: days.b };
    yield decideDerived(a, b);
  },
};

const CLAIMS_A_PART = 100;

export type TaskName = keyof typeof TASKS;

/** What a task takes before `more`. */
export type TaskArgs<Name extends TaskName> =
  Parameters<(typeof TASKS)[Name]> extends [...infer Args, readonly (infer _Pending)[]]
    ? Args
    : Parameters<(typeof TASKS)[Name]>;

/** What a task gives, part by part. */
export type TaskPart<Name extends TaskName> =
  ReturnType<(typeof TASKS)[Name]> extends Generator<infer Part> ? Part : never;
