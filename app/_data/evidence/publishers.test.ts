import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import { countOrigins } from '#domain/evidence/independence';
import { decideEvidence } from '#domain/review/attach-evidence';
import { findClaim } from '../claims/claims';
import { reader } from '../database/db';
import { eachClaimReport } from '../reports/claim-report';
import { eachEvidenceReport } from '../reports/evidence-report';
import { findReviewedClaim } from '../review/gate-facts';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { thisDesk, verify } from '../verification/verify';
import { findEvidence, listEvidence } from './evidence';
import {
  findPublisher,
  listPublishers,
  recordFirstPublishers,
  recordPublisher,
  recordPublisherEdit,
  recordPublisherRemoval,
} from './publishers';
import { recordEvidence, recordEvidenceEdit } from './record-evidence';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
  const articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
  await takeStep({ claimId, revision: 0, step: 'accept' }, ada);
});
afterAll(() => closeTestDesk(desk));

async function attach(publisher: string, countsWithId: string | null = null) {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const text = `${publisher} counts 12,000 people.`;
  const statement = { quote: text, stance: 'supports', directness: 'primary', note: null } as const;
  const decision = decideEvidence(claim, statement, { by: ada.userId, sourceText: text });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = { title: `By ${publisher}`, publisher, author: null, url: null };
  const [id, sourceId] = [uuidv7(), uuidv7()];
  const source = {
    ...{ id: sourceId, kind: 'article' as const },
    details: { ...details, publishedOn: null, language: null },
    origin: { method: 'paste' as const, raw: text, text },
  };
  const independence = countsWithId
    ? { independent: false, countsWithId, comesFrom: null }
    : { independent: true, countsWithId: null, comesFrom: null };
  await recordEvidence(
    { id, decision: decision.value, origin: { kind: 'new', source }, quantities: [], independence },
    ada,
  );
  return { id, sourceId };
}

/** As many independent sources as the gate counts, and the report, and the claim page. */
async function counted(): Promise<number> {
  const gate = countOrigins((await findReviewedClaim(claimId))?.facts.evidence ?? []);
  const [row] = [...eachClaimReport(NO_FILTER, 'newest')].flat();
  expect(countOrigins(row?.evidence ?? [])).toBe(gate);
  const shown = await listEvidence(claimId);
  expect(new Set(shown.map(({ origin }) => origin)).size).toBe(gate);
  const reported = [...eachEvidenceReport(NO_FILTER, 'newest')].flat();
  expect(new Set(reported.map(({ origin }) => origin)).size).toBe(gate);
  return gate;
}

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

test('a desk knows some publishers from the start, once, and keeps what people make of them', async () => {
  await recordFirstPublishers();
  const count = listPublishers().length;
  expect(count).toBeGreaterThan(10);
  const bloomberg = listPublishers().find(({ name }) => name === 'Bloomberg');
  if (!bloomberg) throw new Error('it is not there');
  expect(await recordPublisherRemoval(bloomberg, ada)).toMatchObject({ ok: true });
  await recordFirstPublishers();
  expect(listPublishers()).toHaveLength(count - 1);
  expect(await recordPublisherEdit(bloomberg, bloomberg, ada)).toMatchObject({ ok: false });
});

test('BBC and BBC News are one source, and two papers become one when they get one owner', async () => {
  await attach('BBC');
  await attach('BBC News');
  expect(await counted()).toBe(1);
  await attach('Morning Star');
  await attach('Evening Star');
  expect(await counted()).toBe(3);
  const id = uuidv7();
  const entry = { name: 'Morning Star', otherNames: [], hosts: [], owner: null };
  await recordPublisher(id, entry, ada);
  await recordPublisher(id, entry, ada);
  expect(await counted()).toBe(3);
  const was = findPublisher(id);
  if (!was) throw new Error('it is not there');
  await recordPublisherEdit(was, { ...entry, otherNames: ['Evening Star'] }, ada);
  expect(await counted()).toBe(2);
  expect(await problems()).toEqual([]);
});

test('a source that a reviewer counts as one with another is none more, until the reviewer says otherwise', async () => {
  const before = await counted();
  const service = await attach('National Intelligence Service');
  const paper = await attach('The Gazette', service.sourceId);
  expect(await counted()).toBe(before + 1);
  const evidence = await findEvidence(paper.id);
  if (!evidence) throw new Error('it is not there');
  const { find, quote, stance, directness, note } = evidence;
  const statement = { quote, stance, directness, note };
  const edit = (independent: boolean | null, comesFrom: string | null) => ({
    ...{ statement, find, page: null },
    independence: { independent, countsWithId: null, comesFrom },
  });
  expect(await recordEvidenceEdit(evidence, edit(true, null), [], ada)).toMatchObject({ ok: true });
  expect(await counted()).toBe(before + 2);
  const again = await findEvidence(paper.id);
  if (!again) throw new Error('it is not there');
  await recordEvidenceEdit(again, edit(false, 'national  intelligence service'), [], ada);
  expect(await counted()).toBe(before + 1);
  expect([...eachEvidenceReport(NO_FILTER, 'newest')].flat().at(-1)?.independent).toBe(false);
  expect(await problems()).toEqual([]);
});
