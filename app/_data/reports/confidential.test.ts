import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import { decideEvidence } from '#domain/review/attach-evidence';
import { findClaim } from '../claims/claims';
import { reader } from '../database/db';
import { recordDetails } from '../documents/details';
import { listOpenLinks } from '../documents/document-links';
import { type NewDocument, recordDocument } from '../documents/documents';
import { recordLinkDecision } from '../documents/link-decisions';
import { findSource, type Source, sourceFor } from '../documents/sources';
import { findComparedFigures } from '../evidence/comparisons';
import { evidenceForReader, listEvidence } from '../evidence/evidence';
import {
  findEvidenceFigure,
  recordEvidenceFigure,
  recordEvidenceFigureRemoval,
} from '../evidence/evidence-figures';
import { recordPair, recordPairTakenBack } from '../evidence/pairs';
import { recordEvidence } from '../evidence/record-evidence';
import { ALL_OF_IT, listHistory } from '../record/history';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { verify } from '../verification/verify';
import { eachComparisonReport } from './comparison-report';
import { eachEvidenceReport } from './evidence-report';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));

const SECRET = 'She would lose her work.';

/** A source as somebody brings it; `secret` says why it is confidential. */
function toSource(
  title: string,
  text: string,
  { secret = null, publisher = null }: { secret?: string | null; publisher?: string | null } = {},
) {
  const details = {
    title,
    publisher,
    author: null,
    url: null,
    publishedOn: '2025-03-01',
    language: 'en',
  };
  const origin = { method: 'paste', raw: text, text } as const;
  return {
    id: uuidv7(),
    kind: 'record',
    details,
    confidentialReason: secret,
    origin,
  } as const satisfies Omit<NewDocument, 'underCheck'>;
}

async function bring(source: ReturnType<typeof toSource>): Promise<string> {
  await recordDocument({ ...source, underCheck: false }, ada);
  return source.id;
}

/** A claim that Ada checks. */
async function newClaim(): Promise<string> {
  const articleId = await addTestArticle();
  const { id } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await takeStep({ claimId: id, revision: 0, step: 'accept' }, ada);
  return id;
}

/** Evidence on a claim, with the source that it brings. @returns its id */
async function attach(claimId: string, source: ReturnType<typeof toSource>): Promise<string> {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const { text } = source.origin;
  const statement = { quote: text, stance: 'refutes', directness: 'primary', note: null } as const;
  const decision = decideEvidence(claim, statement, { by: ada.userId, sourceText: text });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const id = uuidv7();
  const origin = { kind: 'new', source } as const;
  await recordEvidence({ id, decision: decision.value, origin, quantities: [FIGURE] }, ada);
  return id;
}

const FIGURE = {
  surface: '8,140 people',
  start: 0,
  end: 12,
  qualifier: 'exact',
  change: 'equal',
  value: '8140',
  low: null,
  high: null,
  lastDigit: '1',
  significantDigits: 4,
  unit: '{person}',
  unitName: 'person',
  measure: 'people employed',
  dimension: 'count',
  statistic: 'count',
  baseLow: '8139.5',
  baseHigh: '8140.5',
  baseUnit: '1',
  scope: null,
  basis: null,
  partOf: null,
} as const;

async function sourceOf(id: string): Promise<Source> {
  const source = await findSource(id);
  if (!source) throw new Error('the source is gone');
  return source;
}

/** Saves a source as it stands, but for what changes. */
async function edit(
  id: string,
  change: { derivedFromId?: string; confidential?: boolean; confidentialReason?: string | null },
) {
  const { revision, title, publisher, author, url, publishedOn, language } = await sourceOf(id);
  const details = { title, publisher, author, url, publishedOn, language, ...change };
  return recordDetails('source', { id, revision, details }, new Map(), ada);
}

const confirm = async (sourceId: string) => {
  const [link] = await listOpenLinks(sourceId, true);
  return recordLinkDecision({ id: link?.id ?? '', decision: 'confirm', mayMerge: true }, ada);
};

test.each([
  ['the later', null, SECRET],
  ['the earlier', SECRET, null],
])(
  'a confidential source is not merged with one that is not: %s one is',
  async (which, first, second) => {
    const text = `The same words in both, of which ${which} is confidential.`;
    await bring(toSource('Page', text, { secret: first }));
    const later = await bring(toSource('Leak', text, { secret: second }));
    const before = await reader().event.count();
    expect(await confirm(later)).toEqual({ ok: false, refusal: { kind: 'oneIsConfidential' } });
    expect(await reader().event.count()).toBe(before);
    expect(await listOpenLinks(later, true)).toHaveLength(1);
  },
);

test('two confidential sources are merged like any two', async () => {
  const text = 'Two leaks of the very same paper.';
  const merged = await bring(toSource('Leak', text, { secret: SECRET }));
  const later = await bring(toSource('Leak again', text, { secret: SECRET }));
  expect(await confirm(later)).toEqual({ ok: true, value: { remainingId: merged } });
});

describe('to a viewer, a source that all may see', () => {
  test('is never offered as the duplicate of a confidential source', async () => {
    const text = 'A register of which somebody handed over a copy.';
    const open = await bring(toSource('Register', text));
    await bring(toSource('Handed over by Jane', text, { secret: SECRET }));
    expect(await listOpenLinks(open, true)).toMatchObject([
      { other: { title: 'Handed over by Jane', confidential: true } },
    ]);
    expect(await listOpenLinks(open, false)).toEqual([]);
  });

  test('is never shown as a repeat of a confidential source', async () => {
    const leak = await bring(toSource('Memo of Jane', 'Many people.', { secret: SECRET }));
    const open = await bring(toSource('Column', 'Many people, a memo says.'));
    await edit(open, { derivedFromId: leak });
    const source = await sourceOf(open);
    expect(sourceFor(source, true)?.derivedFrom?.title).toBe('Memo of Jane');
    expect(sourceFor(source, false)).toMatchObject({ title: 'Column', derivedFrom: null });
  });

  test('is never counted as one origin with a confidential source of its publisher', async () => {
    const claimId = await newClaim();
    const publisher = 'Ministry of works';
    await attach(claimId, toSource('Yearbook', '8,140 people at work', { publisher }));
    const leak = toSource('Draft', '8,140 people, a draft says', { publisher, secret: SECRET });
    await attach(claimId, leak);
    const origins = async (sees: boolean) =>
      evidenceForReader(await listEvidence(claimId), sees).map(({ origin }) => origin);
    expect(new Set(await origins(true)).size).toBe(1);
    expect(new Set(await origins(false)).size).toBe(2);
  });
});

test('a person who may not see a confidential source does not see the sources merged into it', async () => {
  const text = 'One paper that two people brought.';
  const merged = await bring(toSource('Paper', text));
  const gone = await bring(toSource('The same paper', text));
  await confirm(gone);
  expect(sourceFor(await sourceOf(gone), false)?.mergedInto?.id).toBe(merged);
  await edit(merged, { confidential: true, confidentialReason: SECRET });
  expect(sourceFor(await sourceOf(merged), false)).toBeNull();
  expect(sourceFor(await sourceOf(gone), false)).toBeNull();
  expect(await sourceOf(gone)).toMatchObject({ confidential: true, confidentialReason: SECRET });
  await edit(merged, { confidential: false, confidentialReason: null });
  expect(sourceFor(await sourceOf(gone), false)?.mergedInto?.id).toBe(merged);
});

test('the history of a claim shows viewers nothing of a confidential source', async () => {
  const claimId = await newClaim();
  const text = '8,140 people, says Jane';
  const evidenceId = await attach(claimId, toSource('Memo', text, { secret: SECRET }));
  const { figures, evidenceFigures } = await findComparedFigures(claimId);
  const [own, found] = [figures[0]?.id ?? '', evidenceFigures[0]?.id ?? ''];
  await recordPair(claimId, { claimQuantityId: own, evidenceQuantityId: found }, ada);
  const { comparisons } = await findComparedFigures(claimId);
  await recordPairTakenBack(claimId, comparisons[0]?.pairId ?? '', ada);
  const now = async () => {
    const claim = await findClaim(claimId);
    if (!claim) throw new Error('the claim is gone');
    return claim;
  };
  const figuresOfClaim = async () => {
    const evidenceFigure = (await findEvidenceFigure(claimId, found))?.figure;
    if (!evidenceFigure) throw new Error('the figure is gone');
    return evidenceFigure;
  };
  const figure = { figure: FIGURE, asOf: '2025-03-01', cumulative: null, place: null };
  await recordEvidenceFigure(await now(), evidenceId, found, await figuresOfClaim(), figure, ada);
  await recordEvidenceFigure(await now(), evidenceId, uuidv7(), null, figure, ada);
  await recordEvidenceFigureRemoval(await now(), await figuresOfClaim(), ada);

  const history = (sees: boolean) => listHistory({ claimId }, ALL_OF_IT, 50, sees).events;
  expect(history(false).map(({ action }) => action)).toEqual(
    history(true).map(({ action }) => action),
  );
  expect(history(true).filter((event) => /8,?140/.test(JSON.stringify(event)))).toHaveLength(6);
  expect(JSON.stringify(history(false))).not.toMatch(/8,?140|Memo|Jane/);
});

test('the history of a claim shows viewers the content of an open source', async () => {
  const claimId = await newClaim();
  const evidenceId = await attach(claimId, toSource('Yearbook', '8,140 people'));
  const { evidenceFigures } = await findComparedFigures(claimId);
  const claim = await findClaim(claimId);
  const [found] = evidenceFigures;
  if (!claim || !found) throw new Error('the claim or its figure is gone');
  await recordEvidenceFigureRemoval(claim, found, ada);
  const [removal] = listHistory({ claimId }, ALL_OF_IT, 50, false).events;
  expect(removal).toMatchObject({
    action: 'figure.removedFromEvidence',
    before: { surface: '8,140 people', evidenceId },
  });
});

test('reports say that sources derive from a confidential one, and nothing else about it', async () => {
  const claimId = await newClaim();
  const publisher = 'Jane Doe, ministry of works';
  const leak = await bring(toSource('Memo', 'All of it.', { secret: SECRET, publisher }));
  for (const title of ['Column', 'Blog', 'Almanac']) {
    const source = toSource(title, `8,140 people, says the ${title}`, { publisher: title });
    const evidenceId = await attach(claimId, source);
    if (title !== 'Almanac') await edit(source.id, { derivedFromId: leak });
    const { figures, evidenceFigures } = await findComparedFigures(claimId);
    const found = evidenceFigures.find((each) => each.evidenceId === evidenceId);
    const pair = { claimQuantityId: figures[0]?.id ?? '', evidenceQuantityId: found?.id ?? '' };
    await recordPair(claimId, pair, ada);
  }
  const hidden = `confidential:${leak.slice(-12)}`;
  for (const report of [eachEvidenceReport, eachComparisonReport]) {
    const rows = [...report(NO_FILTER, 'newest')].flat();
    const origins = rows.map(({ sourceTitle, origin }) => [sourceTitle, origin] as const);
    expect(Object.fromEntries(origins)).toMatchObject({
      Column: hidden,
      Blog: hidden,
      Almanac: 'publisher:almanac',
    });
    expect(JSON.stringify(rows)).not.toMatch(/jane doe/i);
  }
  // At the desk they are counted by what they go back to.
  const evidence = await listEvidence(claimId);
  expect(evidence.map(({ origin }) => origin)).toContain('publisher:jane doe, ministry of works');
});

test('a source derives from its origin through any number of others', async () => {
  const claimId = await newClaim();
  const source = toSource('The last to copy', '8,140 people, everybody says');
  await attach(claimId, source);
  let from: string = source.id;
  for (let n = 1; n <= 30; n++) {
    const publisher = n === 30 ? 'Wire' : `Copier ${n}`;
    const next = await bring(toSource(`Copy ${n}`, `Words of copier ${n}.`, { publisher }));
    await edit(from, { derivedFromId: next });
    from = next;
  }
  expect((await listEvidence(claimId)).map(({ origin }) => origin)).toEqual(['publisher:wire']);
  const rows = [...eachEvidenceReport(NO_FILTER, 'newest')].flat();
  expect(rows.find(({ sourceTitle }) => sourceTitle === 'The last to copy')?.origin).toBe(
    'publisher:wire',
  );
});

test('the record verifies after all of this', async () => {
  const found: string[] = [];
  const verified = {
    databaseFile: desk.file,
    anchor: join(desk.folder, 'record.anchor'),
    captures: join(desk.folder, 'captures'),
  };
  await verify(verified, ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
});
