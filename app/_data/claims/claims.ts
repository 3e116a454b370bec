import { v7 as uuidv7 } from 'uuid';
import {
  type ClaimStatus,
  type ClaimWording,
  claimCode,
  type DismissReason,
  type Priority,
} from '#domain/claims/claim';
import type { ClaimKind } from '#domain/claims/kind';
import { hasWords } from '#domain/claims/leaning-words';
import type { Claimant } from '#domain/claims/reading';
import type { PlacedFigure } from '#domain/claims/wording-figures';
import { pick } from '#domain/fields';
import { accept, type Result, refuse } from '#domain/result';
import type { ClaimState } from '#domain/review/steps';
import type { Anchor } from '#domain/texts/anchor';
import type { Prisma } from '#prisma/client';
import { reader, sqlite, type Tx, write } from '../database/db';
import { type Actor, type EventDraft, event, recordEvents } from '../record/record-events';
import { nextNumber } from './claim-numbers';
import { findLastOriginal } from './duplicates';
import {
  changeFigures,
  type RecordedFigure,
  toFigureEntry,
  toFigureRow,
  toRecordedFigure,
} from './figures';
import { findOrAddParty } from './parties';
import { readStepRow } from './reviewed-rows';
import { advanceRevision, type Recorded } from './revision';
import { toPlace } from './suggestions';

/** A claim with everything its own page shows, but its evidence, verdicts and history. */
export type Claim = ClaimState & {
  readonly number: number;
  readonly text: string;
  readonly headline: string | null;
  readonly kind: ClaimKind;
  readonly checkable: boolean;
  readonly claimant: {
    readonly id: string;
    readonly name: string;
    readonly role: string | null;
  } | null;
  readonly claimantUnknownReason: string | null;
  readonly saidOn: string | null;
  readonly saidOnText: string | null;
  readonly eventOn: string | null;
  readonly eventOnText: string | null;
  readonly place: string | null;
  /** Words of the text that are not clear without the article; null for none. */
  readonly leansOn: string | null;
  /** What these words may stand for, the likeliest first. */
  readonly candidates: readonly string[];
  readonly checkWorthiness: number;
  readonly reasons: readonly string[];
  readonly engineVersion: string | null;
  readonly dismissReason: DismissReason | null;
  readonly duplicateOf: { readonly id: string; readonly number: number } | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly priority: Priority;
  readonly dueOn: string | null;
  /** Since when it is up for another look, since a source of its verdict changed. */
  readonly recheckOn: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly publisher: string | null;
    readonly url: string | null;
    readonly publishedOn: string | null;
  };
  readonly appearance: Anchor & { readonly captureId: string };
  readonly quantities: readonly RecordedFigure[];
  readonly ratingKey: string | null;
};

/** A claim, or null when there is none with this id. */
export async function findClaim(id: string): Promise<Claim | null> {
  return toWholeClaim(await reader().claim.findUnique({ where: { id }, select: claimSelect }));
}

/** The claim with this number, or null. */
export async function findClaimByNumber(number: number): Promise<Claim | null> {
  return toWholeClaim(await reader().claim.findUnique({ where: { number }, select: claimSelect }));
}

/** With the claim that its duplicates lead to, since the one it was dismissed for may be a duplicate by now. */
async function toWholeClaim(row: ClaimRow | null): Promise<Claim | null> {
  if (!row) return null;
  const claim = toClaim(row);
  if (!claim.duplicateOf) return claim;
  const last = await findLastOriginal(claim.duplicateOf.id);
  const duplicateOf = await reader().claim.findUnique({
    where: { id: last },
    select: { id: true, number: true },
  });
  return { ...claim, duplicateOf };
}

/** The starts of the claims in a capture, in UTF-16 code units, in order. */
export const listClaimStarts = (captureId: string): number[] =>
  sqlite()
    .prepare<[string], number>(
      'SELECT "start" FROM "Appearance" WHERE "captureId" = ? ORDER BY "start"',
    )
    .pluck()
    .all(captureId);

/** The claims that appear in these code units of a capture, in the order of the text. */
export async function listClaimsInText(
  captureId: string,
  { start, end }: { start: number; end: number },
): Promise<Claim[]> {
  const found = await reader().appearance.findMany({
    where: { captureId, start: { gte: start, lt: end } },
    select: { claimId: true },
  });
  const rows = await reader().claim.findMany({
    where: { id: { in: found.map(({ claimId }) => claimId) } },
    orderBy: [{ position: 'asc' }, { number: 'asc' }],
    select: claimSelect,
  });
  return rows.map(toClaim);
}

const claimSelect = {
  id: true,
  number: true,
  text: true,
  headline: true,
  kind: true,
  checkable: true,
  claimantUnknownReason: true,
  saidOn: true,
  saidOnText: true,
  eventOn: true,
  eventOnText: true,
  place: true,
  leansOn: true,
  candidates: true,
  checkWorthiness: true,
  reasons: true,
  engineVersion: true,
  status: true,
  dismissReason: true,
  assigneeId: true,
  priority: true,
  dueOn: true,
  recheckOn: true,
  revision: true,
  createdAt: true,
  updatedAt: true,
  ratingKey: true,
  claimant: { select: { id: true, name: true, role: true } },
  duplicateOf: { select: { id: true, number: true } },
  assignee: { select: { id: true, name: true } },
  article: { select: { id: true, title: true, publisher: true, url: true, publishedOn: true } },
  appearances: { where: { first: true }, take: 1 },
  quantities: { orderBy: [{ leading: 'desc' }, { n: 'asc' }] },
} satisfies Prisma.ClaimSelect;

type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

function toClaim(row: ClaimRow): Claim {
  const { appearances, quantities, reasons, candidates, ...claim } = row;
  const appearance = appearances[0];
  const work = readStepRow(claim.id, sqlite());
  if (!appearance) throw new Error(`Claim ${row.number} has lost its place in the article.`);
  const { start, end, exact, prefix, suffix, captureId } = appearance;
  return {
    ...claim,
    reasons: reasons as string[],
    candidates: (candidates ?? []) as string[],
    // Prisma would count these by grouping every row of both tables.
    evidenceCount: work?.evidenceCount ?? 0,
    verdictCount: work?.verdictCount ?? 0,
    appearance: { start, end, exact, prefix, suffix, captureId },
    quantities: quantities.map(toRecordedFigure),
  };
}

/** What a wording does to a claim's figures. */
export type WordingFigures = {
  readonly adds: readonly PlacedFigure[];
  readonly removals: readonly RecordedFigure[];
};

/**
 * Records the wording that a reviewer gave a claim, and the figures that came and went with it. Only
 * what changed goes into the event.
 *
 * @param unclear  words that are unclear again, since a name in their place is taken back
 */
export async function recordWording(
  claim: Claim,
  wording: ClaimWording,
  actor: Actor,
  figures: WordingFigures = { adds: [], removals: [] },
  unclear: (Pick<Claim, 'candidates'> & { readonly leansOn: string }) | null = null,
): Promise<Recorded> {
  return write(async (tx) => {
    const party = await partyOf(tx, claim, wording);
    const { claimant, claimantRole, ...columns } = wording;
    const isFilled = claim.leansOn !== null && !hasWords(columns.text, claim.leansOn);
    // Filled: the reviewer named what the words stand for.
    const words = isFilled ? { leansOn: null, candidates: null } : unclear;
    const implied = {
      claimantId: party.id,
      // A day that a reviewer sets no longer rests on the words it was read from.
      ...(columns.saidOn !== claim.saidOn && { saidOnText: null }),
      ...(columns.eventOn !== claim.eventOn && { eventOnText: null }),
    };
    const moved = await advanceRevision(
      tx,
      { claimId: claim.id, revision: claim.revision },
      {
        ...columns,
        ...implied,
        ...(words && {
          leansOn: words.leansOn,
          candidates: words.candidates && JSON.stringify(words.candidates),
        }),
        figureCount: claim.quantities.length + figures.adds.length - figures.removals.length,
      },
    );
    if (!moved) return refuse({ kind: 'stale' });
    const given = { ...wording, claimantRole: party.role };
    const { before, after } = changed(toWording(claim), given);
    await recordEvents(tx, actor, [
      ...party.events,
      ...(await changeFigures(tx, claim, figures)),
      event('claim.edited', claim.id, {
        before: {
          ...before,
          ...(isFilled && { leansOn: claim.leansOn ?? '', candidates: claim.candidates }),
        },
        after: {
          ...after,
          ...implied,
          ...(words && { leansOn: words.leansOn, candidates: words.candidates }),
          revision: claim.revision + 1,
        },
      }),
    ]);
    return accept(undefined);
  });
}

/** The wording of a claim as the form shows it. */
export const toWording = (claim: Claim): ClaimWording => ({
  text: claim.text,
  headline: claim.headline,
  kind: claim.kind,
  checkable: claim.checkable,
  claimant: claim.claimant?.name ?? null,
  claimantRole: claim.claimant?.role ?? null,
  claimantUnknownReason: claim.claimantUnknownReason,
  saidOn: claim.saidOn,
  eventOn: claim.eventOn,
  place: claim.place,
});

function changed(before: ClaimWording, after: ClaimWording) {
  const keys = (Object.keys(after) as (keyof ClaimWording)[]).filter(
    (key) => before[key] !== after[key],
  );
  return { before: pick(before, keys), after: pick(after, keys) };
}

/**
 * The claimant that a wording names; without a new role, the claimant that the desk knows by this
 * name.
 */
async function partyOf(
  tx: Tx,
  { claimant: storedClaimant }: Claim,
  { claimant: name, claimantRole: role }: Pick<ClaimWording, 'claimant' | 'claimantRole'>,
): Promise<{ id: string | null; role: string | null; events: EventDraft[] }> {
  if (!name) return { id: null, role: null, events: [] };
  if (storedClaimant?.name === name && storedClaimant.role === role)
    return { ...storedClaimant, events: [] };
  const inRole = role !== null || storedClaimant?.name === name;
  return findOrAddParty(tx, { name, kind: 'person', role }, inRole);
}

/** A claim that a reviewer makes of words in an article. It is open from the start. */
export type NewClaim = {
  /** Made when the form was shown, so that a form sent twice makes one claim. */
  readonly id: string;
  readonly articleId: string;
  readonly captureId: string;
  readonly anchor: Anchor;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly claimant: string | null;
  readonly quantities: readonly PlacedFigure[];
};

/** What a part of another claim takes from it; a claim of a reviewer's own is open from the start. */
export type SplitFrom = Pick<Claim, 'checkWorthiness' | 'saidOn' | 'saidOnText' | 'number'> & {
  readonly status: 'suggested' | 'open';
};

/** Records a claim that a reviewer made; refused as alreadyThere when the form was sent twice. */
export async function recordNewClaim(
  claim: NewClaim,
  actor: Actor,
): Promise<Result<void, { kind: 'alreadyThere' }>> {
  return write(async (tx) => {
    const twice = await tx.claim.findUnique({ where: { id: claim.id }, select: { id: true } });
    if (twice) return refuse({ kind: 'alreadyThere' });
    await recordEvents(tx, actor, await addNewClaim(tx, claim, null));
    return accept(undefined);
  });
}

/**
 * Adds a claim that a reviewer made, inside a write.
 *
 * @returns the events of it
 */
export async function addNewClaim(
  tx: Tx,
  claim: NewClaim,
  from: SplitFrom | null,
): Promise<EventDraft[]> {
  const unknown: Claimant | null = claim.claimant
    ? { name: claim.claimant, kind: 'person', role: null }
    : null;
  const party = unknown ? await findOrAddParty(tx, unknown) : { id: null, events: [] };
  const quantities = claim.quantities.map((figure, index) => ({
    ...toFigureRow(figure, index + 1),
    claimId: claim.id,
    leading: index === 0,
  }));
  const at = new Date();
  const { status = 'open', checkWorthiness = 1 } = from ?? {};
  const made = {
    number: nextNumber(tx),
    text: claim.text,
    kind: claim.kind,
    claimantId: party.id,
    checkWorthiness,
    reasons: [from ? `split from ${claimCode(from.number)}` : 'chosen by a reviewer'],
    status,
    articleId: claim.articleId,
    ...(from && { saidOn: from.saidOn, saidOnText: from.saidOnText }),
  };
  const acceptedAt = status === 'open' ? at : null;
  const appearanceId = uuidv7();
  await tx.claim.create({
    data: {
      id: claim.id,
      ...made,
      statusAt: at,
      acceptedAt,
      position: claim.anchor.start,
      figureCount: quantities.length,
    },
  });
  await tx.appearance.create({
    data: {
      id: appearanceId,
      claimId: claim.id,
      captureId: claim.captureId,
      ...claim.anchor,
      first: true,
    },
  });
  await tx.quantity.createMany({ data: quantities });
  return [
    ...party.events,
    event('claim.made', claim.id, {
      documentId: claim.articleId,
      after: {
        ...made,
        statusAt: at.toISOString(),
        acceptedAt: acceptedAt?.toISOString() ?? null,
        claimant: claim.claimant,
        appearance: { id: appearanceId, captureId: claim.captureId, ...toPlace(claim.anchor) },
        figures: quantities.map(toFigureEntry),
        revision: 0,
      },
    }),
  ];
}

/** How many claims of an article have each status. */
export async function countByStatus(
  articleId: string,
): Promise<Partial<Record<ClaimStatus, number>>> {
  const groups = await reader().claim.groupBy({
    by: ['status'],
    where: { articleId },
    _count: { _all: true },
  });
  return Object.fromEntries(groups.map(({ status, _count }) => [status, _count._all]));
}
