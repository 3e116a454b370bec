import { notFound } from 'next/navigation';
import { type SignedIn, toActor } from '#accounts/signed-in';
import { findAboutText } from '#data/captures/about-text';
import { findLatestCapture } from '#data/captures/captures';
import { findClaim } from '#data/claims/claims';
import type { Source } from '#data/documents/sources';
import {
  type EvidenceFile,
  type EvidenceOrigin,
  recordEvidence,
} from '#data/evidence/record-evidence';
import { claimCode } from '#domain/claims/claim';
import { pageAt } from '#domain/documents/words-address';
import type { Independence } from '#domain/evidence/independence';
import type { EvidenceStatement } from '#domain/evidence/stance';
import { accept, type Result, refuse } from '#domain/result';
import { decideEvidence } from '#domain/review/attach-evidence';
import { explainWork } from '#review/explain';
import { findWords } from '#work/find-words';
import { readFiguresIn } from '../figures-in';
import { nthId } from '../more-quotes';

const TRIES = 3;

/** Where evidence comes from, and its text as far as it is here. */
export type ToAttach = {
  readonly origin: EvidenceOrigin;
  /** Null where the copy is still awaited; of an interview, too. */
  readonly text: string | null;
  /** The copy with the text, where it is stored already. */
  readonly captureId: string | null;
  readonly publishedOn: string | null;
  readonly file: EvidenceFile | null;
};

/** A source that is there, with its copy; or with the one that is awaited, or has failed. */
export async function ofSource({ id, capture, publishedOn }: Source): Promise<ToAttach> {
  const captureId = capture?.id ?? (await findLatestCapture(id))?.id ?? null;
  return {
    origin: { kind: 'existing', sourceId: id, captureId },
    text: capture?.text ?? null,
    captureId: capture?.id ?? null,
    publishedOn,
    file: null,
  };
}

/**
 * Attaches each quote of a source as a piece of evidence of its own.
 *
 * @param id  of the first; the others follow it
 * @returns the code of the claim, or why not, as sentences
 */
export async function attachQuotes(
  claimId: string,
  id: string,
  quotes: readonly string[],
  about: {
    readonly statement: Omit<EvidenceStatement, 'quote'>;
    readonly independence: Independence;
    /** Where the cells of tables begin that were picked. */
    readonly cells: readonly number[];
    readonly from: ToAttach;
    readonly by: SignedIn;
  },
): Promise<Result<string, readonly string[]>> {
  let { from } = about;
  let code = '';
  for (const [n, quote] of quotes.entries()) {
    const attached = await attachQuote(claimId, nthId(id, n), quote, { ...about, from });
    if (!attached.ok) return attached;
    code = attached.value;
    // The first brings the source, and the others find it there.
    if (from.origin.kind === 'new') {
      const sourceId = from.origin.source.id;
      const captureId = (await findLatestCapture(sourceId))?.id ?? null;
      from = { ...from, origin: { kind: 'existing', sourceId, captureId }, file: null };
    }
  }
  return accept(code);
}

async function attachQuote(
  claimId: string,
  id: string,
  quote: string,
  { statement, independence, cells, from, by }: Parameters<typeof attachQuotes>[3],
): Promise<Result<string, readonly string[]>> {
  // Evidence adds to a claim and replaces nothing, so a change by somebody else is no conflict:
  // decide again on the claim as it is now.
  const find = from.text === null ? null : await findWords(from.text, quote);
  if (find && !find.ok) return refuse([find.refusal]);
  const place = find?.value ?? null;
  const page =
    place && place.found !== 'absent' && from.captureId
      ? pageAt((await findAboutText(from.captureId)).pages, place.start)
      : null;
  for (let attempt = 1; ; attempt++) {
    const claim = await findClaim(claimId);
    if (!claim) notFound();
    const decided = decideEvidence(claim, { ...statement, quote }, { by: by.id, find: place });
    if (!decided.ok) return refuse(explainWork(decided.refusal).formErrors);
    const recorded = await recordEvidence(
      {
        id,
        decision: decided.value,
        origin: from.origin,
        file: from.file,
        quantities: readFiguresIn({ quote, find: place, cells, ...from }),
        page,
        independence,
      },
      toActor(by),
    );
    if (recorded.ok || recorded.refusal.kind === 'alreadyThere') {
      return accept(claimCode(claim.number));
    }
    if (attempt === TRIES) {
      return refuse(['Other people are changing this claim now: save again in a moment']);
    }
  }
}
