import { listOthers, noteVisit, type Presence, presenceInWords } from '#domain/people/presence';
import { processWide } from '#process/process-wide';

/** Notes that somebody has a claim open. @returns who else has, in words */
export function noteVisitor(
  claimId: string,
  { id, name, isWriting }: { id: string; name: string; isWriting: boolean },
): string {
  const presence = processWide('presence', (): Presence => new Map());
  const now = performance.now();
  noteVisit(presence, claimId, { id, name, isWriting, seenAt: now });
  return presenceInWords(listOthers(presence, claimId, { by: id, now }));
}
