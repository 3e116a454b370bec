import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toCanonicalJson } from '#domain/canonical-json';
import { decideEvidence } from '#domain/review/attach-evidence';
import { FIRST_SCALE } from '#domain/review/rating';
import type { AskedStep } from '#domain/review/steps';
import { decideVerdict } from '#domain/review/verdict';
import { reader, write } from '../database/db';
import { recordDetails } from '../documents/details';
import { listOpenLinks } from '../documents/document-links';
import { recordDocument } from '../documents/documents';
import { recordLinkDecision } from '../documents/link-decisions';
import { findSource } from '../documents/sources';
import { listEvidence } from '../evidence/evidence';
import { recordEvidence } from '../evidence/record-evidence';
import { listClaimEvents, sha256 } from '../record/record-events';
import { takeStep } from '../review/take-step';
import { listVerdicts, recordVerdict } from '../review/verdicts';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { type Claim, findClaim, recordNewClaim, recordWording, toWording } from './claims';
import { recordFigure, recordFigureRemoval } from './figures';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let noor: Awaited<ReturnType<typeof addPerson>>;
let claim: Claim;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
  noor = await addPerson('Noor');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  claim = await reload(id);
});

async function reload(id: string): Promise<Claim> {
  const found = await findClaim(id);
  if (!found) throw new Error(`claim ${id} is gone`);
  return found;
}

function decided<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error('the rule refused');
  return result.value;
}

const asked = (step: AskedStep) => ({ claimId: claim.id, revision: claim.revision, ...step });

async function accept() {
  await takeStep(asked({ step: 'accept' }), ada);
  claim = await reload(claim.id);
}

const statement = {
  quote: '8,140 employees',
  stance: 'refutes',
  directness: 'primary',
  note: null,
} as const;
const sourceText = 'The harbour has 8,140 employees.';
const newSource = () =>
  ({
    kind: 'new',
    source: {
      id: uuidv7(),
      kind: 'record',
      details: {
        title: 'Business register',
        publisher: 'Registry',
        author: null,
        url: 'https://register.example/',
        publishedOn: '2025-01-05',
        language: null,
      },
      origin: { method: 'paste', raw: sourceText, text: sourceText },
    },
  }) as const;

async function attach(id: string) {
  const decision = decided(decideEvidence(claim, statement, { by: ada.userId, sourceText }));
  const recorded = await recordEvidence({ id, decision, origin: newSource(), quantities: [] }, ada);
  claim = await reload(claim.id);
  return recorded;
}

const EVIDENCE_ID = () => crypto.randomUUID();

describe('two people at once', () => {
  test('who take the same step: the second is refused as stale', async () => {
    const results = await Promise.all([
      takeStep(asked({ step: 'accept' }), ada),
      takeStep(asked({ step: 'dismiss', dismissReason: 'trivial' }), noor),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    const actions = (await listClaimEvents(claim.id)).map(({ action }) => action);
    expect(actions).toEqual(['claim.accepted', 'claim.suggested']);
  });

  test('who edit the wording: the second changes nothing', async () => {
    const edit = (text: string) => ({ ...toWording(claim), text });
    expect(await recordWording(claim, edit('Ada’s wording.'), ada)).toMatchObject({ ok: true });
    expect(await recordWording(claim, edit('Noor’s wording.'), noor)).toMatchObject({ ok: false });
    expect((await reload(claim.id)).text).toBe('Ada’s wording.');
  });

  test('who give a verdict: the second is refused, since the first exists', async () => {
    await accept();
    await attach(EVIDENCE_ID());
    const [rating] = FIRST_SCALE;
    if (!rating) throw new Error('no scale');
    const verdict = (explanation: string, by: string) =>
      decided(
        decideVerdict(
          claim,
          { rating, reasons: [], asOf: null, explanation, correctedText: null, changeNote: null },
          by,
        ),
      );
    const results = await Promise.all([
      recordVerdict(verdict('The register says so.', ada.userId), ada),
      recordVerdict(verdict('I think so.', noor.userId), noor),
    ]);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(await listVerdicts(claim.id, true)).toMatchObject([{ n: 1, decidedBy: 'Ada' }]);
  });
});

test('a changed role of a claimant is recorded, and other claims of that claimant keep theirs', async () => {
  const another = await addTestArticle();
  const edit = (change: Partial<ReturnType<typeof toWording>>) =>
    recordWording(claim, { ...toWording(claim), ...change }, ada);
  expect(await edit({ claimantRole: 'operator of the harbour' })).toMatchObject({ ok: true });
  const [event] = await listClaimEvents(claim.id);
  expect(event?.after).toMatchObject({ claimantRole: 'operator of the harbour' });
  claim = await reload(claim.id);
  expect(claim.claimant).toMatchObject({
    name: 'Port Authority',
    role: 'operator of the harbour',
  });
  const elsewhere = await reader().claim.findFirstOrThrow({
    where: { articleId: another },
    select: { claimant: true },
  });
  expect(elsewhere.claimant).toMatchObject({ name: 'Port Authority', role: null });
  // The role of a known claimant need not be typed again.
  await edit({ claimant: 'Mary Quay', claimantRole: 'harbour master' });
  claim = await reload(claim.id);
  await edit({ claimant: 'Port Authority', claimantRole: null });
  claim = await reload(claim.id);
  await edit({ claimant: 'Mary Quay', claimantRole: null });
  expect((await reload(claim.id)).claimant).toMatchObject({ role: 'harbour master' });
});

test('evidence on a source that was merged meanwhile is attached to the remaining source', async () => {
  await accept();
  const twin = `${sourceText} It is one text under two addresses.`;
  const bring = async () => {
    const { source } = newSource();
    const origin = { method: 'paste', raw: twin, text: twin } as const;
    const details = { ...source.details, url: null };
    await recordDocument({ ...source, details, origin, underCheck: false }, ada);
    return source.id;
  };
  const [mergedInto, gone] = [await bring(), await bring()];
  const [link] = await listOpenLinks(gone, true);
  const merge = { id: link?.id ?? '', decision: 'confirm', mayMerge: true } as const;
  expect(await recordLinkDecision(merge, ada)).toMatchObject({ ok: true });
  const [capture] = await reader().capture.findMany({ where: { documentId: gone } });
  const decision = decided(decideEvidence(claim, statement, { by: ada.userId, sourceText }));
  const origin = { kind: 'existing', sourceId: gone, captureId: capture?.id ?? '' } as const;
  const id = EVIDENCE_ID();
  expect(await recordEvidence({ id, decision, origin, quantities: [] }, ada)).toMatchObject({
    ok: true,
  });
  expect(await reader().evidence.findUnique({ where: { id } })).toMatchObject({
    documentId: mergedInto,
    captureId: capture?.id,
  });
  const { title, publisher, author, url, publishedOn, language } = newSource().source.details;
  const third = await bring();
  const { revision } = await reader().document.findUniqueOrThrow({ where: { id: third } });
  const details = { title, publisher, author, url, publishedOn, language, derivedFromId: gone };
  await recordDetails('source', { id: third, revision, details }, new Map(), ada);
  expect((await findSource(third))?.derivedFrom).toMatchObject({ id: mergedInto });
});

test('the first evidence assigns an open claim to the person who attached it', async () => {
  await accept();
  await attach(EVIDENCE_ID());
  expect(claim).toMatchObject({ status: 'checking', assignee: { name: 'Ada' } });
  expect(await listEvidence(claim.id)).toMatchObject([
    {
      quote: '8,140 employees',
      find: { found: 'exact', start: 16 },
      source: { title: 'Business register' },
    },
  ]);
});

test('a form sent twice attaches evidence once, with one source', async () => {
  await accept();
  const id = EVIDENCE_ID();
  const sources = await reader().document.count();
  expect(await attach(id)).toMatchObject({ ok: true });
  expect(await attach(id)).toMatchObject({ ok: false, refusal: { kind: 'alreadyThere' } });
  expect(await listEvidence(claim.id)).toHaveLength(1);
  expect(await reader().document.count()).toBe(sources + 1);
});

test('a form sent twice makes one claim', async () => {
  const made = {
    id: EVIDENCE_ID(),
    articleId: claim.article.id,
    captureId: claim.appearance.captureId,
    anchor: claim.appearance,
    text: 'The mayor expects growth.',
    kind: 'prediction',
    claimant: 'The mayor',
    quantities: [],
  } as const;
  expect(await recordNewClaim(made, ada)).toMatchObject({ ok: true });
  expect(await recordNewClaim(made, ada)).toMatchObject({ ok: false });
  expect(await findClaim(made.id)).toMatchObject({
    status: 'open',
    claimant: { name: 'The mayor' },
  });
});

test('a verdict keeps its evidence as it was, whatever changes later', async () => {
  await accept();
  const id = EVIDENCE_ID();
  await attach(id);
  const rating = FIRST_SCALE[4];
  if (!rating) throw new Error('no scale');
  const decision = decided(
    decideVerdict(
      claim,
      {
        rating,
        reasons: ['exaggerated'],
        asOf: null,
        explanation: 'No.',
        correctedText: null,
        changeNote: null,
      },
      ada.userId,
    ),
  );
  await recordVerdict(decision, ada);
  await write((tx) => tx.evidence.update({ where: { id }, data: { quote: 'changed' } }));
  const row = await reader().verdict.findFirstOrThrow({ where: { claimId: claim.id } });
  expect(row.evidence).toMatchObject([{ id, quote: '8,140 employees' }]);
  expect((await reload(claim.id)).ratingKey).toBe('false');
});

test('a corrected figure leads when it is marked, and another leads when it is removed', async () => {
  const [first] = claim.quantities;
  if (!first) throw new Error('no figure');
  const second = EVIDENCE_ID();
  const figure = { ...first, surface: 'twelve', value: '12' };
  const edit = { figure, place: null, asOf: null, cumulative: null, leading: true };
  await recordFigure(claim, second, edit, ada);
  claim = await reload(claim.id);
  expect(claim.quantities.map(({ surface }) => surface)).toEqual(['twelve', '12,000 people']);
  const leading = claim.quantities[0];
  if (!leading) throw new Error('no figure');
  await recordFigureRemoval(claim, leading, ada);
  claim = await reload(claim.id);
  expect(claim.quantities).toMatchObject([{ surface: '12,000 people', leading: true }]);
  const row = await reader().claim.findUniqueOrThrow({ where: { id: claim.id } });
  expect(row.figureCount).toBe(1);
});

test('a figure of another claim is refused', async () => {
  const articleId = await addTestArticle();
  const other = await reader().quantity.findFirstOrThrow({ where: { claim: { articleId } } });
  const [first] = claim.quantities;
  if (!first) throw new Error('no figure');
  const figure = { ...first, surface: 'twelve', value: '12' };
  const edit = { figure, place: null, asOf: null, cumulative: null, leading: true };
  expect(await recordFigure(claim, other.id, edit, ada)).toEqual({
    ok: false,
    refusal: { kind: 'stale' },
  });
  expect(await reader().quantity.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other);
});

test('every event has the hash of the event before it, and its own hash can be recomputed', async () => {
  await accept();
  const events = await reader().event.findMany({ orderBy: { seq: 'asc' } });
  let prevHash = '0'.repeat(64);
  for (const { hash, before, after, at, ...link } of events) {
    expect(link.version).toBe(2);
    expect(link.prevHash).toBe(prevHash);
    if (after !== null) expect(sha256(toCanonicalJson(after as never))).toBe(link.afterSha256);
    if (before !== null) expect(sha256(toCanonicalJson(before as never))).toBe(link.beforeSha256);
    expect(sha256(toCanonicalJson({ ...link, at: at.toISOString() }))).toBe(hash);
    prevHash = hash;
  }
  expect(events.length).toBeGreaterThan(10);
});

test('a change is not written when its event cannot be written', async () => {
  const nobody = { userId: 'nobody', via: 'ui', role: 'admin' } as const;
  await expect(takeStep(asked({ step: 'accept' }), nobody)).rejects.toThrow();
  expect((await reload(claim.id)).status).toBe('suggested');
});
