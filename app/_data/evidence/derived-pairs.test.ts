import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import type { Operation } from '#domain/derived/operation';
import { decideEvidence } from '#domain/review/attach-evidence';
import { FIRST_SCALE } from '#domain/review/rating';
import { decideVerdict } from '#domain/review/verdict';
import { findClaim } from '../claims/claims';
import { reader, sqlite, write } from '../database/db';
import { ALL_OF_IT, listHistory } from '../record/history';
import { eachComparisonReport } from '../reports/comparison-report';
import { findReviewedClaim } from '../review/gate-facts';
import { findPublishedContent } from '../review/published-content';
import { takeStep } from '../review/take-step';
import { listVerdicts, recordVerdict } from '../review/verdicts';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { peopleFigure } from '../testing/test-record';
import { verify } from '../verification/verify';
import { comparedFor, findComparedFigures } from './comparisons';
import { findEvidence } from './evidence';
import { recordDerivedPair, recordPairTakenBack } from './pairs';
import { recordEvidence, recordEvidenceRemoval } from './record-evidence';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  const articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
  await takeStep({ claimId, revision: 0, step: 'accept' }, ada);
});

async function now() {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  return claim;
}

/** A source with one count of people. */
async function attach(title: string, words: string, value: string): Promise<string> {
  const quote = `There are ${words} in the register`;
  const statement = { quote, stance: 'refutes', directness: 'primary', note: null } as const;
  const decision = decideEvidence(await now(), statement, { by: ada.userId, sourceText: quote });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = {
    title,
    publisher: title,
    author: null,
    url: null,
    publishedOn: '2025-03-01',
    language: 'en',
  };
  const id = uuidv7();
  const source = { id: uuidv7(), kind: 'record', details } as const;
  const origin = {
    kind: 'new',
    source: { ...source, origin: { method: 'paste', raw: quote, text: quote } },
  } as const;
  const quantities = [peopleFigure(words, value)];
  await recordEvidence({ id, decision: decision.value, origin, quantities }, ada);
  return id;
}

async function pairOf(operation: Operation, ...evidenceIds: string[]) {
  const { figures, evidenceFigures } = findComparedFigures(claimId);
  const operandIds = evidenceIds.map(
    (id) => evidenceFigures.find(({ evidenceId }) => evidenceId === id)?.id ?? '',
  );
  return { claimQuantityId: figures[0]?.id ?? '', operation, operandIds };
}

const hold = async (operation: Operation, ...evidenceIds: string[]) =>
  recordDerivedPair(claimId, await pairOf(operation, ...evidenceIds), ada);

async function towns(): Promise<[string, string]> {
  return [
    await attach('Register of the town', '8,140 people', '8140'),
    await attach('Register of the harbour', '3,900 people', '3900'),
  ];
}

const WORKING = '8,140 + 3,900 = 12,040';
const SENTENCE =
  "The article's 12,000 people employed is 0.33% below the 12,040 people the figures of the evidence give: it is that figure rounded to the nearest thousand.";

const reported = async () => {
  const { number } = await now();
  return [...eachComparisonReport(NO_FILTER, 'newest')]
    .flat()
    .filter((row) => row.number === number);
};

async function keepSecret(evidenceId: string): Promise<void> {
  const id = (await findEvidence(evidenceId))?.source.id ?? '';
  await write((tx) => tx.document.update({ where: { id }, data: { confidential: true } }));
}

async function giveVerdict(): Promise<void> {
  const [rating] = FIRST_SCALE;
  if (!rating) throw new Error('there is a scale');
  const statement = {
    rating,
    reasons: [],
    asOf: null,
    explanation: 'Two registers together.',
    correctedText: null,
    changeNote: null,
  };
  const decided = decideVerdict(await now(), statement, ada.userId);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  expect(await recordVerdict(decided.value, ada)).toMatchObject({ ok: true });
}

test('two sources are added up, and one event has the working', async () => {
  const [town, harbour] = await towns();
  const before = await now();
  expect(await hold('sum', town, harbour)).toMatchObject({ ok: true });
  expect((await now()).revision).toBe(before.revision + 1);
  expect(findComparedFigures(claimId).comparisons).toMatchObject([
    {
      by: 'Ada',
      comparison: { result: 'differs', sentence: SENTENCE },
      derived: { operation: 'sum', working: WORKING, operands: [{}, {}] },
      found: { source: { title: 'Register of the town; Register of the harbour' } },
    },
  ]);
  const events = await reader().event.findMany({ where: { claimId, action: 'figure.compared' } });
  expect(events).toMatchObject([
    {
      actorId: ada.userId,
      after: {
        comparison: SENTENCE,
        working: WORKING,
        operation: 'sum',
        operands: [{ evidenceId: town }, { evidenceId: harbour }],
      },
    },
  ]);
  expect((await findReviewedClaim(claimId))?.facts).toMatchObject({ uncompared: [] });
});

test('the record vouches for a calculation, and for one that was taken back', async () => {
  const [town, harbour] = await towns();
  await hold('sum', town, harbour);
  await hold('mean', town, harbour);
  const [first] = findComparedFigures(claimId).comparisons;
  expect(await recordPairTakenBack(claimId, first?.pairId ?? '', ada)).toMatchObject({ ok: true });
  expect(findComparedFigures(claimId).comparisons).toMatchObject([
    { derived: { operation: 'mean' } },
  ]);
  const found: string[] = [];
  const { file: databaseFile, folder } = desk;
  const captures = join(folder, 'captures');
  await verify({ databaseFile, captures, anchor: null }, ({ sentence }) => found.push(sentence));
  expect(found.filter((each) => each.includes('comparison'))).toEqual([]);
  await write((tx) => tx.$executeRaw`DROP TRIGGER "FigurePair_no_update"`);
  await write(
    (tx) => tx.$executeRaw`UPDATE "FigurePair" SET "operation" = 'ratio' WHERE "removedAt" IS NULL`,
  );
  await verify({ databaseFile, captures, anchor: null }, ({ sentence }) => found.push(sentence));
  expect(found.join('\n')).toContain('its operation is “ratio”, the record says “mean”');
});

test('a calculation that says nothing is refused', async () => {
  const [town, harbour] = await towns();
  expect(await hold('changePoints', town, harbour)).toMatchObject({
    refusal: { kind: 'notPercentages' },
  });
  expect(await hold('difference', town, town)).toMatchObject({ refusal: { kind: 'sameTwice' } });
  expect(await hold('sum', town, uuidv7())).toMatchObject({ refusal: { kind: 'noSuchFigure' } });
  expect(await reader().figurePair.count({ where: { claimId } })).toBe(0);
});

test('the same sum is made once, in whatever order; a difference has two', async () => {
  const [town, harbour] = await towns();
  expect(await hold('sum', town, harbour)).toMatchObject({ ok: true });
  expect(await hold('sum', harbour, town)).toMatchObject({ refusal: { kind: 'alreadyPaired' } });
  expect(await hold('difference', town, harbour)).toMatchObject({ ok: true });
  expect(await hold('difference', harbour, town)).toMatchObject({ ok: true });
});

test('without one of its sources a calculation says nothing any more', async () => {
  const [town, harbour] = await towns();
  await hold('sum', town, harbour);
  expect(await reported()).toHaveLength(1);
  const evidence = await findEvidence(harbour);
  if (!evidence) throw new Error('the evidence is gone');
  await recordEvidenceRemoval(evidence, 'It counts twice.', ada);
  expect(findComparedFigures(claimId).comparisons).toEqual([]);
  expect(await reported()).toEqual([]);
});

describe('a calculation', () => {
  test('is frozen with the verdict, with its working and its figures', async () => {
    const [town, harbour] = await towns();
    await hold('sum', town, harbour);
    await giveVerdict();
    const [verdict] = await listVerdicts(claimId, true);
    expect(verdict?.comparisons).toMatchObject([
      {
        comparison: { sentence: SENTENCE },
        derived: {
          operation: 'sum',
          working: WORKING,
          operands: [{ surface: '8,140 people' }, { surface: '3,900 people' }],
        },
      },
    ]);
    expect((await findReviewedClaim(claimId))?.facts.verdict?.isOnPresentEvidence).toBe(true);
  });

  test('is in the report with its working', async () => {
    await hold('sum', ...(await towns()));
    expect(await reported()).toMatchObject([
      {
        comparison: { sentence: SENTENCE },
        sourceTitle: 'Register of the town',
        derived: {
          working: WORKING,
          operands: [
            { surface: '8,140 people', sourceTitle: 'Register of the town' },
            { surface: '3,900 people', sourceTitle: 'Register of the harbour' },
          ],
        },
      },
    ]);
  });

  test.each([0, 1])('is as confidential as its source %i', async (at) => {
    const sources = await towns();
    await hold('sum', ...sources);
    await giveVerdict();
    await keepSecret(sources[at] ?? '');
    expect(await reported()).toEqual([]);
    expect(comparedFor(findComparedFigures(claimId), false).comparisons).toEqual([]);
    expect((await listVerdicts(claimId, false))[0]?.comparisons).toEqual([]);
    const reviewed = await findReviewedClaim(claimId);
    if (!reviewed) throw new Error('the claim is gone');
    expect(findPublishedContent(sqlite(), reviewed).comparisons).toEqual([]);
    const { events } = listHistory({ claimId }, ALL_OF_IT, 50, false);
    expect(JSON.stringify(events)).not.toContain('12,040');
  });
});
