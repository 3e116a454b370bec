import { type ClaimStatus, isUnderWork } from '../claims/claim';
import { isPermitted, type Role } from '../people/permission';
import type { GateStage } from './gate';
import { type Gate, type GateId, isOpen } from './gates';

/** The one thing that a claim needs next from one person. */
export type NextStep =
  /** A suggestion is accepted or dismissed. */
  | 'accept'
  /** The words of the claim are not in the article. */
  | 'article'
  | 'attach'
  | 'quotes'
  | 'compare'
  | 'claimant'
  | 'verdict'
  | 'newVersion'
  | 'contrary'
  | 'submit'
  /** The verdict is read with its evidence, and then approved or returned. */
  | 'approve'
  | 'comments'
  | 'return'
  /** No other person at the desk can approve. */
  | 'invite'
  | 'publish'
  /** Another person goes on, or nobody needs to. */
  | 'none';

/** The order of the work: first the evidence, then the verdict. */
const ASKS: readonly (readonly [GateId, NextStep])[] = [
  ['anchored', 'article'],
  ['independentSources', 'attach'],
  ['quotesFound', 'quotes'],
  ['figuresCompared', 'compare'],
  ['primarySource', 'attach'],
  ['claimant', 'claimant'],
  ['verdict', 'verdict'],
  ['newVersion', 'newVersion'],
  ['verdictCurrent', 'newVersion'],
  ['contraryEvidence', 'contrary'],
  ['commentsResolved', 'comments'],
  ['unchanged', 'return'],
];

/** What a check that is not passed asks for; null where it asks nothing of the person who looks. */
export const askOf = (id: GateId): NextStep | null =>
  ASKS.find(([each]) => each === id)?.[1] ?? null;

/**
 * What a claim needs next from somebody who looks at it.
 *
 * @param gates  judged for this person
 * @param canAnotherApprove  whether another person than the author of the verdict may approve it
 */
export function nextStep({
  status,
  gates,
  person,
  isOwnVerdict,
  canAnotherApprove,
}: {
  readonly status: ClaimStatus;
  readonly gates: readonly Gate[];
  readonly person: { readonly role: Role };
  readonly isOwnVerdict: boolean;
  readonly canAnotherApprove: boolean;
}): NextStep {
  const may = (permission: Parameters<typeof isPermitted>[1]) =>
    isPermitted(person.role, permission);
  if (status === 'suggested') return may('claim.accept') ? 'accept' : 'none';
  const left = closedGates(gates, stageOf(status));
  // A quote of which the copy is awaited asks for nothing: the desk checks it by itself.
  const isAwaited = ({ id, isFault }: Gate) => id === 'quotesFound' && !isFault;
  const closed = left.filter((gate) => !isAwaited(gate)).map(({ id }) => id);
  if (isUnderWork(status)) {
    if (!may('claim.submit')) return 'none';
    const ask = ASKS.find(([id]) => closed.includes(id));
    if (ask) return ask[1];
    return left.some(isAwaited) ? 'none' : 'submit';
  }
  if (status === 'inReview') {
    if (!canAnotherApprove) return 'invite';
    if (closed.includes('commentsResolved')) return may('comment.resolve') ? 'comments' : 'none';
    if (isOwnVerdict || !may('claim.approve')) return 'none';
    return closed.includes('unchanged') ? 'return' : 'approve';
  }
  return status === 'approved' && may('claim.publish') ? 'publish' : 'none';
}

/** Before which step the checks of a claim with this status are; null where none is asked for. */
export function stageOf(status: ClaimStatus): GateStage | null {
  if (isUnderWork(status)) return 'submit';
  if (status === 'inReview') return 'approve';
  return status === 'approved' ? 'publish' : null;
}

/** The checks that keep a claim from the next step, in the order of the work. */
export const closedGates = (gates: readonly Gate[], stage: GateStage | null): Gate[] =>
  gates
    .filter((gate) => gate.stage === stage && !isOpen(gate))
    .toSorted((a, b) => placeOf(a) - placeOf(b));

const placeOf = ({ id }: Gate) => ASKS.findIndex(([each]) => each === id);

/**
 * The checks that are left. The note that a publication needs is written with it, so it is no check that
 * is left.
 */
export const checksLeft = (gates: readonly Gate[], stage: GateStage | null): Gate[] =>
  closedGates(gates, stage).filter(({ id }) => id !== 'correctionNoted');

/** The checks that are left, and between them those that are passed with a reason. */
export const checksNotMet = (gates: readonly Gate[], stage: GateStage | null): Gate[] =>
  gates
    .filter(
      (gate) => gate.stage === stage && gate.state === 'shut' && gate.id !== 'correctionNoted',
    )
    .toSorted((a, b) => placeOf(a) - placeOf(b));

/**
 * How many checks are left, in words: '2 of 10 checks left'.
 *
 * @returns null where the status asks for no check
 */
export function checksLeftInWords(gates: readonly Gate[], stage: GateStage | null): string | null {
  const all = gates.filter((gate) => gate.stage === stage).length;
  const left = checksLeft(gates, stage).length;
  if (all === 0) return null;
  return left === 0
    ? 'All checks passed'
    : `${left} of ${all} ${all === 1 ? 'check' : 'checks'} left`;
}

/** The stations on the way of a claim to its publication. */
export const STATIONS = ['accept', 'evidence', 'verdict', 'submit', 'approve', 'publish'] as const;
export type Station = (typeof STATIONS)[number];

const EVIDENCE_GATES: ReadonlySet<GateId> = new Set([
  'anchored',
  'independentSources',
  'primarySource',
  'quotesFound',
  'figuresCompared',
]);
const VERDICT_GATES: ReadonlySet<GateId> = new Set(['verdict', 'verdictCurrent', 'newVersion']);

/**
 * The station that a claim is at: 'publish' once it is approved, and null where it is on no way, since it
 * is published, withdrawn or dismissed.
 */
export function stationOf(status: ClaimStatus, gates: readonly Gate[]): Station | null {
  if (status === 'suggested') return 'accept';
  if (isUnderWork(status)) {
    const closed = closedGates(gates, 'submit');
    if (closed.some(({ id }) => EVIDENCE_GATES.has(id))) return 'evidence';
    return closed.some(({ id }) => VERDICT_GATES.has(id)) ? 'verdict' : 'submit';
  }
  if (status === 'inReview') return 'approve';
  return status === 'approved' ? 'publish' : null;
}
