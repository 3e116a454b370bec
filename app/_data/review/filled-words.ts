import { prepared } from '../database/db';
import { toBefore } from '../record/stored-event';

/** A claim with unclear words, before a person put a name in their place. */
export type FilledWords = {
  readonly text: string;
  readonly leansOn: string;
  readonly candidates: readonly string[];
};

/** What each of these claims was before its last change, where that filled unclear words. */
export function listFilledWords(
  claims: readonly { readonly id: string; readonly revision: number }[],
): Map<string, FilledWords> {
  const revisions = JSON.stringify(claims.map(({ id, revision }) => [id, revision]));
  const rows = prepared<[string], { claimId: string; before: string }>(
    `SELECT e."claimId", e."before" FROM json_each(?) j
     CROSS JOIN "Event" e ON e."claimId" = j.value ->> 0
     WHERE e."action" = 'claim.edited' AND e."after" ->> 'revision' = j.value ->> 1`,
  ).all(revisions);
  return new Map(
    rows.flatMap(({ claimId, before }) => {
      const { text, leansOn, candidates } = toBefore('claim.edited', before);
      return text && leansOn ? [[claimId, { text, leansOn, candidates: candidates ?? [] }]] : [];
    }),
  );
}
