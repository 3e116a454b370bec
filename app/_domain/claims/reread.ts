import type { Span } from '../texts/annotation';
import type { ClaimStatus } from './claim';
import type { ClaimKind } from './kind';
import type { ReadClaim, ReadDate } from './reading';
import {
  decideFigureChanges,
  type FigureChanges,
  type RemovedFigure,
  type StoredFigure,
} from './reread-figures';

/** The stored days of a claim, with the words from which they were read. */
export type DatedClaim = Span & {
  readonly id: string;
  readonly saidOn: string | null;
  readonly saidOnText: string | null;
  readonly eventOn: string | null;
  readonly eventOnText: string | null;
};

/** A stored claim of an article, to be matched with a new reading. */
export type StoredClaim = DatedClaim & {
  readonly status: ClaimStatus;
  readonly revision: number;
  readonly isMadeByReviewer: boolean;
  /** The actions of its events that people took, without what readings did. */
  readonly steps: readonly string[];
  readonly text: string;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: string | null;
  readonly leansOn: string | null;
  readonly candidates: readonly string[];
  readonly checkWorthiness: number;
  readonly reasons: readonly string[];
  readonly figures: readonly StoredFigure[];
  readonly removed: readonly RemovedFigure[];
};

/** A claim that a new reading changes. */
export type ClaimReread = {
  readonly stored: StoredClaim;
  /** What is read now in the claim's place; null where its wording stays as it is. */
  readonly wording: ReadClaim | null;
  /** It was dismissed for not being found, and is found again. */
  readonly isFoundAgain: boolean;
  readonly figures: FigureChanges;
};

/** What reading an article again does. */
export type Reread = {
  readonly adds: readonly ReadClaim[];
  readonly changes: readonly ClaimReread[];
  /** Suggestions that nobody touched and that are not found any more. */
  readonly dismissals: readonly StoredClaim[];
  /** Claims that read differently now, and stay as people left them. */
  readonly unchanged: readonly StoredClaim[];
};

/**
 * Decides what a new reading does to the claims an article has.
 *
 * A claim is the same when it stands at the same place, or at one that it shares more than half of.
 * A suggestion that nobody touched follows the reading; when it is not found any more it is
 * dismissed, and comes back when it is found again. A sentence that people split, merged or made
 * claims of does not come again beside their claims. What people accepted, edited, dismissed or made
 * stays as it is; only where nobody did more than accept it or see to its figures do the figures
 * that nobody corrected follow the reading. Decided twice on one reading, the second changes nothing.
 *
 * @param stored  claims of the same capture
 * @returns in the order of the text; takes time near linear in the claims
 */
export function decideReread(
  stored: readonly StoredClaim[],
  reading: { readonly claims: readonly ReadClaim[] },
): Reread {
  const pairs = pairUp(stored, reading.claims);
  const paired = new Map([...pairs].map(([read, claim]) => [claim, read]));
  const changes: ClaimReread[] = [];
  const dismissals: StoredClaim[] = [];
  const unchanged: StoredClaim[] = [];
  for (const claim of stored) {
    const read = paired.get(claim);
    if (isUntouched(claim)) {
      const change = read && follow(claim, read);
      if (change) changes.push(change);
      else if (!read && claim.status === 'suggested') dismissals.push(claim);
      continue;
    }
    if (claim.isMadeByReviewer) continue;
    const spoken = read && withClaimant(claim, read);
    if (spoken) {
      changes.push({ stored: claim, wording: spoken, isFoundAgain: false, figures: NO_CHANGES });
      continue;
    }
    const figures = read && decideFigureChanges(claim.figures, claim.removed, read.quantities);
    if (figures && mayFiguresFollow(claim) && hasChanges(figures)) {
      changes.push({ stored: claim, wording: null, isFoundAgain: false, figures });
    }
    const differs = !figures || figures.isCorrectionUnchanged || !isWordedAlike(claim, read);
    if (differs && claim.status !== 'dismissed') unchanged.push(claim);
  }
  const given = givenByPeople(stored);
  return {
    adds: reading.claims.filter((read) => !pairs.has(read) && !isMostlyIn(given, read)),
    changes,
    dismissals,
    unchanged,
  };
}

const NO_CHANGES: FigureChanges = {
  adds: [],
  updates: [],
  removals: [],
  isCorrectionUnchanged: false,
};

/**
 * A suggestion that a reviewer worked on, with a claimant that it had not: the reviewer named the
 * speaker of the whole text. All else stays as the reviewer left it.
 */
function withClaimant(claim: StoredClaim, read: ReadClaim): ReadClaim | null {
  if (claim.status !== 'suggested' || claim.claimant !== null || !read.claimant) return null;
  const saidOn = asRead(claim.saidOn, claim.saidOnText);
  const eventOn = asRead(claim.eventOn, claim.eventOnText);
  // A day that a reviewer set does not come from words of the text.
  if (saidOn === 'typed' || eventOn === 'typed') return null;
  const { start, end, text, kind, checkable, leansOn, candidates, checkWorthiness } = claim;
  const own = { start, end, text, kind, checkable, leansOn, candidates, checkWorthiness };
  return { ...read, ...own, reasons: claim.reasons, saidOn, eventOn };
}

function asRead(value: string | null, words: string | null): ReadDate | null | 'typed' {
  if (words === null) return value === null ? null : 'typed';
  return { start: 0, end: 0, surface: words, value, unresolved: null };
}

function follow(claim: StoredClaim, read: ReadClaim): ClaimReread | null {
  const figures = decideFigureChanges(claim.figures, claim.removed, read.quantities);
  const isFoundAgain = claim.status === 'dismissed';
  const isAsBefore =
    isWordedAlike(claim, read) &&
    isWeighedAlike(claim, read) &&
    isPlacedAlike(claim, read) &&
    isLeaningAlike(claim, read);
  if (isAsBefore && !isFoundAgain && !hasChanges(figures)) return null;
  return { stored: claim, wording: isAsBefore ? null : read, isFoundAgain, figures };
}

/** Also one that an earlier reading dismissed: no person did. */
const isUntouched = (claim: StoredClaim) =>
  !claim.isMadeByReviewer &&
  claim.steps.length === 0 &&
  (claim.status === 'suggested' || claim.status === 'dismissed');

const LEAVE_FIGURES_TO_READING = new Set([
  'claim.accepted',
  'claim.undone',
  'figure.added',
  'figure.corrected',
  'figure.removed',
]);

const mayFiguresFollow = ({ status, steps }: StoredClaim) =>
  (status === 'suggested' || status === 'open') &&
  steps.every((step) => LEAVE_FIGURES_TO_READING.has(step));

const hasChanges = ({ adds, updates, removals }: FigureChanges) =>
  adds.length + updates.length + removals.length > 0;

// Less than half of the last digit that anybody is shown.
const SAME_WORTH = 0.005;

const isWordedAlike = (claim: StoredClaim, read: ReadClaim) =>
  claim.text === read.text &&
  claim.kind === read.kind &&
  claim.checkable === read.checkable &&
  claim.claimant === (read.claimant?.name ?? null) &&
  claim.saidOn === (read.saidOn?.value ?? null) &&
  claim.saidOnText === (read.saidOn?.surface ?? null) &&
  claim.eventOn === (read.eventOn?.value ?? null) &&
  claim.eventOnText === (read.eventOn?.surface ?? null);

const isWeighedAlike = (claim: StoredClaim, read: ReadClaim) =>
  Math.abs(claim.checkWorthiness - read.checkWorthiness) < SAME_WORTH &&
  claim.reasons.join('\n') === read.reasons.join('\n');

const isLeaningAlike = (claim: StoredClaim, read: ReadClaim) =>
  claim.leansOn === read.leansOn &&
  (read.leansOn === null || claim.candidates.join('\n') === read.candidates.join('\n'));

const isPlacedAlike = (a: Span, b: Span) => placeOf(a) === placeOf(b);

/**
 * Matches each claim of the reading with a stored claim: first by place and words, then by place,
 * then by overlap.
 */
function pairUp(
  stored: readonly StoredClaim[],
  read: readonly ReadClaim[],
): Map<ReadClaim, StoredClaim> {
  const pairs = new Map<ReadClaim, StoredClaim>();
  const taken = new Set<StoredClaim>();
  const pair = (claim: ReadClaim, match: StoredClaim | undefined) => {
    if (!match) return;
    pairs.set(claim, match);
    taken.add(match);
  };

  const places = new Map<string, StoredClaim[]>();
  for (const claim of [...stored].sort((a, b) => rank(a) - rank(b))) {
    const at = placeOf(claim);
    const there = places.get(at);
    if (there) there.push(claim);
    else places.set(at, [claim]);
  }
  for (const isMatch of [(a: StoredClaim, b: ReadClaim) => a.text === b.text, () => true]) {
    for (const claim of read) {
      if (pairs.has(claim)) continue;
      const there = places.get(placeOf(claim));
      pair(
        claim,
        there?.find((each) => !taken.has(each) && isMatch(each, claim)),
      );
    }
  }
  const left = stored.filter((claim) => !taken.has(claim)).sort((a, b) => a.start - b.start);
  for (const claim of read) {
    if (pairs.has(claim)) continue;
    // More than half shared, so it begins less than a length of this one away.
    const length = claim.end - claim.start;
    let best: { match: StoredClaim; share: number } | undefined;
    for (let at = firstFrom(left, claim.start - length); at < left.length; at++) {
      const match = left[at] as StoredClaim;
      if (match.start >= claim.end) break;
      const share = taken.has(match) ? 0 : shareOf(match, claim);
      if (share > Math.max(best?.share ?? 0, 0.5)) best = { match, share };
    }
    pair(claim, best?.match);
  }
  return pairs;
}

const RESHAPING = new Set(['claim.split', 'claim.joined']);

/** The stretches that people gave to claims: by a split, a merge or a claim of their own. */
function givenByPeople(stored: readonly StoredClaim[]): Span[] {
  const given = stored
    .filter(
      ({ isMadeByReviewer, steps }) => isMadeByReviewer || steps.some((s) => RESHAPING.has(s)),
    )
    .sort((a, b) => a.start - b.start);
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of given) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** @param apart  in order, none over another */
function isMostlyIn(apart: readonly Span[], { start, end }: Span): boolean {
  let shared = 0;
  for (let at = Math.max(0, firstFrom(apart, start) - 1); at < apart.length; at++) {
    const each = apart[at] as Span;
    if (each.start >= end) break;
    shared += Math.max(0, Math.min(end, each.end) - Math.max(start, each.start));
  }
  return shared > (end - start) / 2;
}

/** If several claims stand at one place, the suggestion of the desk is matched. */
function rank(claim: StoredClaim): number {
  if (isUntouched(claim)) return claim.status === 'suggested' ? 0 : 1;
  return claim.isMadeByReviewer ? 3 : 2;
}

const placeOf = ({ start, end }: Span) => `${start}-${end}`;

/** What two stretches share, as a part of the longer. */
const shareOf = (a: Span, b: Span) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  Math.max(a.end - a.start, b.end - b.start, 1);

function firstFrom(claims: readonly Span[], start: number): number {
  let [low, high] = [0, claims.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many claims a reading again added, changed, dismissed and kept. */
export type RereadCounts = {
  readonly added: number;
  readonly changed: number;
  readonly dismissed: number;
  readonly kept: number;
};

export const countReread = ({ adds, changes, dismissals, unchanged }: Reread): RereadCounts => ({
  added: adds.length,
  changed: changes.length,
  dismissed: dismissals.length,
  kept: unchanged.length,
});

/** 'Read again: 2 claims added, 1 changed, 3 kept as reviewers left them.' */
export function rereadInWords({ added, changed, dismissed, kept }: RereadCounts): string {
  const parts = [
    [added, 'added'],
    [changed, 'changed'],
    [dismissed, 'no longer found and dismissed'],
    [kept, 'kept with the changes of reviewers'],
  ] as const;
  const named = parts.filter(([count]) => count > 0);
  if (named.length === 0) return 'Read again: nothing changed.';
  const words = named.map(([count, what], index) =>
    index === 0 ? `${count} ${count === 1 ? 'claim' : 'claims'} ${what}` : `${count} ${what}`,
  );
  return `Read again: ${words.join(', ')}.`;
}

export type ClaimDays = { readonly saidOn: string | null; readonly eventOn: string | null };

/**
 * The days that a reading against another publication date gives the claims it made before.
 *
 * A claim is the same when it stands at the same place. A day that a reviewer set, so that it no
 * longer comes from the words it was read from, is left as it is.
 *
 * @returns only the claims whose days change, by id
 */
export function decideNewDays(
  claims: readonly DatedClaim[],
  reading: { readonly claims: readonly ReadClaim[] },
): Map<string, ClaimDays> {
  const read = new Map(reading.claims.map((claim) => [placeOf(claim), claim]));
  const changed = new Map<string, ClaimDays>();
  for (const claim of claims) {
    const now = read.get(placeOf(claim));
    if (!now) continue;
    const days = {
      saidOn: newDay(claim.saidOn, claim.saidOnText, now.saidOn),
      eventOn: newDay(claim.eventOn, claim.eventOnText, now.eventOn),
    };
    if (days.saidOn !== claim.saidOn || days.eventOn !== claim.eventOn) changed.set(claim.id, days);
  }
  return changed;
}

const newDay = (stored: string | null, words: string | null, read: ReadDate | null) =>
  words !== null && read?.surface === words ? read.value : stored;
