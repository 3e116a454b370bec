import { listOthers, noteVisit, type Presence, presenceInWords } from '#domain/people/presence';

// Next may load this file more than once; those who are here must be in one place.
const KEY = Symbol.for('plumbline.presence');
const processWide = globalThis as { [KEY]?: Presence };

/** Notes that somebody has a claim open. @returns who else has, in words */
export function noteVisitor(
  claimId: string,
  { id, name, isWriting }: { id: string; name: string; isWriting: boolean },
): string {
  processWide[KEY] ??= new Map();
  const presence = processWide[KEY];
  const now = performance.now();
  noteVisit(presence, claimId, { id, name, isWriting, seenAt: now });
  return presenceInWords(listOthers(presence, claimId, { by: id, now }));
}
