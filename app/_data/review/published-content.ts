import type { Json } from '#domain/canonical-json';
import { toHiddenOrigin } from '#domain/evidence/independence';
import { prepared, type Sqlite } from '../database/db';
import { evidenceOf } from '../evidence/comparisons';
import { findClaimOrigins } from '../evidence/origins';
import type { ReviewedClaim } from './gate-facts';

type Source = { readonly id: string; readonly derivedFromId: string | null };

/** What is read here of the content of a claim. */
type Content = { readonly [key: string]: Json } & {
  readonly evidence: readonly ({ readonly id: string; readonly countsWithId?: string } & Sourced)[];
  readonly comparisons?: readonly {
    readonly found: { readonly evidenceId: string; readonly source: { readonly id: string } };
    readonly derived?: { readonly operands: readonly { readonly evidenceId: string }[] };
  }[];
};

/** A copy names its source; of an interview there is none. */
type Sourced = {
  readonly capture: { readonly document: Source } | null;
  readonly document?: Source;
};

/**
 * The content of a reviewed claim to publish, read inside the write that publishes it: no evidence
 * from a confidential source, and for a source derived from one only the fact that it is derived.
 */
export function findPublishedContent(
  db: Sqlite,
  { state, content, confidentialEvidence }: ReviewedClaim,
): { readonly [key: string]: Json } {
  const { evidence, comparisons, ...more } = content as Content;
  const isOpen = (evidenceId: string) => !confidentialEvidence.has(evidenceId);
  const shown = evidence.filter(({ id }) => isOpen(id));
  const compared = comparisons?.filter((each) => evidenceOf(each).every(isOpen));
  const hidden = findHidden(
    db,
    shown
      .flatMap(({ capture, document, countsWithId }) => [
        (capture?.document ?? document)?.derivedFromId ?? [],
        countsWithId ?? [],
      ])
      .flat(),
  );
  const originOf = findClaimOrigins(db, state.id);
  const repeating = (source: Source) =>
    source.derivedFromId && hidden.has(source.derivedFromId)
      ? { ...source, derivedFromId: toHiddenOrigin(source.derivedFromId) }
      : source;
  return {
    ...more,
    evidence: shown.map(({ capture, document, countsWithId, ...rest }) => ({
      ...rest,
      ...(countsWithId && {
        countsWithId: hidden.has(countsWithId) ? toHiddenOrigin(countsWithId) : countsWithId,
      }),
      capture: capture && { ...capture, document: repeating(capture.document) },
      ...(document && { document: repeating(document) }),
    })),
    ...(compared && {
      comparisons: compared.map(({ found, ...rest }) => ({
        ...rest,
        found: { ...found, origin: originOf(found.evidenceId).reported },
      })),
    }),
  };
}

/** Which of these documents are confidential. */
function findHidden(db: Sqlite, ids: readonly string[]): Set<string> {
  const rows = prepared<[string], { id: string }>(
    `SELECT "id" FROM "Document"
      WHERE "id" IN (SELECT value FROM json_each(?)) AND "confidential"`,
    db,
  ).all(JSON.stringify(ids));
  return new Set(rows.map(({ id }) => id));
}
