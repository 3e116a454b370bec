import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import { EVIDENCE_COLUMNS } from '#domain/reports/evidence-columns';
import { decideEvidence } from '#domain/review/attach-evidence';
import { findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import { listEvidence } from '../evidence/evidence';
import { recordEvidence } from '../evidence/record-evidence';
import { findReviewedClaim } from '../review/gate-facts';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { eachEvidenceReport } from './evidence-report';

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

const REGISTER = 'The register of March counts 8,140 people who work at the harbour of Velm.';

async function attach(quote: string, sourceText: string, title: string): Promise<string> {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const statement = { quote, stance: 'refutes', directness: 'primary', note: null } as const;
  const decision = decideEvidence(claim, statement, { by: ada.userId, sourceText });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const id = uuidv7();
  const details = {
    title,
    publisher: title,
    author: null,
    url: null,
    publishedOn: '2025-03-01',
    language: 'en',
  };
  const pasted = { method: 'paste', raw: sourceText, text: sourceText } as const;
  const source = { id: uuidv7(), kind: 'record', details, origin: pasted } as const;
  const origin = { kind: 'new', source } as const;
  await recordEvidence({ id, decision: decision.value, origin, quantities: [] }, ada);
  return id;
}

const report = () => [...eachEvidenceReport(NO_FILTER, 'oldest')].flat();

test('a quote with another figure than the source is stored, reported, and blocks the gate', async () => {
  const id = await attach(REGISTER.replace('8,140', '8,410'), REGISTER, 'Register');
  const evidence = await listEvidence(claimId);
  expect(evidence.find((item) => item.id === id)?.find).toMatchObject({
    found: 'fuzzy',
    change: 'figure',
  });
  expect(report()).toMatchObject([{ quoteFound: 'fuzzy', quoteChange: 'figure' }]);
  const facts = await findReviewedClaim(claimId);
  expect(facts?.facts.evidence).toMatchObject([{ quoteFound: 'fuzzy', quoteChange: 'figure' }]);
});

test('the report has a row for each piece of evidence, with the state of its quote, its day and its author', async () => {
  await attach('Nobody works there.', REGISTER, 'Another register');
  const row = report().find(({ sourceTitle }) => sourceTitle === 'Another register');
  if (!row) throw new Error('not in the report');
  const cells = Object.fromEntries(
    EVIDENCE_COLUMNS.map(({ name, cell }) => [name, cell(row, { origin: 'https://desk.example' })]),
  );
  expect(cells).toMatchObject({
    'quote in source': 'NOT IN THE COPY',
    quote: 'Nobody works there.',
    'added by': 'Ada',
    origin: 'publisher:another register',
  });
  expect(cells['source SHA-256']).toMatch(/^[0-9a-f]{64}$/);
  expect(cells['added at']).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test('a confidential source is in no report, and the notes of an interview are not either', async () => {
  await attach('8,140 people', REGISTER, 'A leak');
  await attach('8,140 people', REGISTER, 'A talk');
  await write(async (tx) => {
    await tx.document.updateMany({
      where: { title: 'A leak' },
      data: { confidential: true, confidentialReason: 'The source would lose her work.' },
    });
    await tx.document.updateMany({ where: { title: 'A talk' }, data: { kind: 'interview' } });
    await tx.evidence.updateMany({
      where: { document: { title: 'A talk' } },
      data: { note: 'Rang her at home.' },
    });
  });
  const rows = report();
  expect(rows.map(({ sourceTitle }) => sourceTitle)).not.toContain('A leak');
  expect(rows.find(({ sourceTitle }) => sourceTitle === 'A talk')?.note).toBeNull();
  expect(JSON.stringify(rows)).not.toMatch(/at home/);
});
