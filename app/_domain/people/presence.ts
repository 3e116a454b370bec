// The people who have a claim open. It is in memory only: it ends in seconds, and is not a record
// of anybody's work.

/** A page asks again well before this: a person who is silent for longer has left. */
export const PRESENT_FOR_MS = 10_000;

// What a desk of people needs, and no more than a process can bear.
const MOST_CLAIMS = 2000;
const MOST_PEOPLE = 50;

export type Visitor = {
  readonly id: string;
  readonly name: string;
  readonly isWriting: boolean;
  /** Milliseconds, by whatever clock: only differences count. */
  readonly seenAt: number;
};

/** By claim, the people who have it open, each once. */
export type Presence = Map<string, Map<string, Visitor>>;

/**
 * Notes that somebody has a claim open. People who have left are forgotten, so that memory stays
 * bounded.
 */
export function noteVisit(presence: Presence, claimId: string, visitor: Visitor): void {
  const visitors = presence.get(claimId) ?? new Map<string, Visitor>();
  // Last of all claims and people, since those that were noted first are given up first.
  presence.delete(claimId);
  presence.set(claimId, visitors);
  visitors.delete(visitor.id);
  visitors.set(visitor.id, visitor);
  for (const [id, { seenAt }] of visitors) {
    if (isGone(seenAt, visitor.seenAt) || visitors.size > MOST_PEOPLE) visitors.delete(id);
    else break;
  }
  for (const [id, others] of presence) {
    const last = [...others.values()].at(-1);
    if (!last || isGone(last.seenAt, visitor.seenAt) || presence.size > MOST_CLAIMS) {
      presence.delete(id);
    } else break;
  }
}

/** The others who have a claim open now, by name. */
export function listOthers(
  presence: Presence,
  claimId: string,
  { by, now }: { by: string; now: number },
): Pick<Visitor, 'name' | 'isWriting'>[] {
  return [...(presence.get(claimId)?.values() ?? [])]
    .filter(({ id, seenAt }) => id !== by && !isGone(seenAt, now))
    .map(({ name, isWriting }) => ({ name, isWriting }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

const isGone = (seenAt: number, now: number) => now - seenAt > PRESENT_FOR_MS;

const NAMED = 3;

/** 'Noor and Li are here too; Noor is writing', or '' where nobody is. */
export function presenceInWords(others: readonly Pick<Visitor, 'name' | 'isWriting'>[]): string {
  if (others.length === 0) return '';
  const writing = others.filter(({ isWriting }) => isWriting);
  const here = `${list(others)} ${others.length === 1 ? 'is' : 'are'} here too`;
  if (writing.length === 0) return here;
  if (others.length === 1) return `${here}, and is writing`;
  return `${here}; ${list(writing)} ${writing.length === 1 ? 'is' : 'are'} writing`;
}

function list(people: readonly { readonly name: string }[]): string {
  const names = people.slice(0, NAMED).map(({ name }) => name);
  const more = people.length - names.length;
  if (more > 0) names.push(more === 1 ? 'one more' : `${more} more`);
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}
