import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import { decideEvidence } from '#domain/review/attach-evidence';
import { FIRST_SCALE } from '#domain/review/rating';
import { decideVerdict } from '#domain/review/verdict';
import { findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import { eachClaimReport } from '../reports/claim-report';
import { eachComparisonReport } from '../reports/comparison-report';
import { findReviewedClaim } from '../review/gate-facts';
import { takeStep } from '../review/take-step';
import { listVerdicts, recordVerdict } from '../review/verdicts';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { peopleFigure } from '../testing/test-record';
import { findComparedFigures } from './comparisons';
import { findEvidence } from './evidence';
import { findEvidenceFigure, recordEvidenceFigure } from './evidence-figures';
import { recordPair, recordPairTakenBack } from './pairs';
import { recordEvidence, recordEvidenceEdit } from './record-evidence';

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

const QUOTE = 'There are 8,140 people';

async function attach(
  publisher = 'Registry',
  publishedOn: string | null = null,
  sourceText = QUOTE,
) {
  const statement = {
    quote: QUOTE,
    stance: 'refutes',
    directness: 'primary',
    note: null,
  } as const;
  const decision = decideEvidence(await now(), statement, { by: ada.userId, sourceText });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = {
    title: `Register of ${publisher}`,
    publisher,
    author: null,
    url: null,
    publishedOn,
    language: 'en',
  };
  const id = uuidv7();
  const origin = {
    kind: 'new',
    source: {
      id: uuidv7(),
      kind: 'record',
      details,
      origin: { method: 'paste', raw: sourceText, text: sourceText },
    },
  } as const;
  const quantities = [peopleFigure('8,140 people', '8140')];
  await recordEvidence({ id, decision: decision.value, origin, quantities }, ada);
  return id;
}

async function pairOf(evidenceId: string) {
  const { figures, evidenceFigures } = await findComparedFigures(claimId);
  const found = evidenceFigures.find((each) => each.evidenceId === evidenceId);
  return { claimQuantityId: figures[0]?.id ?? '', evidenceQuantityId: found?.id ?? '' };
}

test('a misquoted figure is not compared until somebody enters the figure of the source', async () => {
  const evidence = await attach('Registry', null, 'On that day there are 8,410 people in all.');
  const pair = await pairOf(evidence);
  expect(await recordPair(claimId, pair, ada)).toMatchObject({ refusal: { kind: 'misquoted' } });
  // One that was recorded before the desk knew better is no comparison either.
  await write((tx) =>
    tx.figurePair.create({
      data: {
        id: uuidv7(),
        claimId,
        evidenceId: evidence,
        ...pair,
        byId: ada.userId,
        at: new Date(),
      },
    }),
  );
  expect((await findComparedFigures(claimId)).comparisons).toEqual([]);
  const { number } = await now();
  const reported = () =>
    [
      ...eachComparisonReport(
        { ...NO_FILTER, words: `C-${String(number).padStart(4, '0')}` },
        'newest',
      ),
    ].flat();
  expect(reported()).toEqual([]);
  const known = (await findEvidenceFigure(claimId, pair.evidenceQuantityId))?.figure ?? null;
  const edit = {
    figure: peopleFigure('8,410 people', '8410'),
    place: null,
    asOf: null,
    cumulative: null,
  };
  await recordEvidenceFigure(await now(), evidence, pair.evidenceQuantityId, known, edit, ada);
  expect((await findComparedFigures(claimId)).comparisons).toMatchObject([
    { found: { value: '8410' } },
  ]);
  expect(reported()).toHaveLength(1);
});

async function giveVerdict(key: string, changeNote: string | null = null) {
  const rating = FIRST_SCALE.find((each) => each.key === key);
  if (!rating) throw new Error('no such rating');
  const statement = {
    rating,
    reasons: [],
    asOf: null,
    explanation: 'The register counts fewer.',
    correctedText: null,
    changeNote,
  };
  const decided = decideVerdict(await now(), statement, ada.userId);
  if (!decided.ok) throw new Error(decided.refusal.kind);
  expect(await recordVerdict(decided.value, ada)).toMatchObject({ ok: true });
}

const SENTENCE =
  "The article's 12,000 people employed is 47% above the 8,140 people the source gives.";

test('a reviewer compares two figures once, and one event has the result', async () => {
  const evidenceId = await attach();
  const pair = await pairOf(evidenceId);
  const before = await now();
  expect(await recordPair(claimId, pair, ada)).toMatchObject({ ok: true });
  expect(await recordPair(claimId, pair, ada)).toMatchObject({
    refusal: { kind: 'alreadyPaired' },
  });
  expect((await now()).revision).toBe(before.revision + 1);
  const { comparisons } = await findComparedFigures(claimId);
  expect(comparisons).toMatchObject([
    { by: 'Ada', comparison: { result: 'differs', sentence: SENTENCE } },
  ]);
  const events = await reader().event.findMany({ where: { claimId, action: 'figure.compared' } });
  expect(events).toMatchObject([
    { actorId: ada.userId, after: { ...pair, evidenceId, comparison: SENTENCE } },
  ]);
});

test('a removed pair stays in the record, and can be made again', async () => {
  const pair = await pairOf(await attach());
  await recordPair(claimId, pair, ada);
  const [known] = (await findComparedFigures(claimId)).comparisons;
  expect(await recordPairTakenBack(claimId, known?.pairId ?? '', ada)).toMatchObject({ ok: true });
  const { revision } = await now();
  // Sent twice, it is taken back once.
  expect(await recordPairTakenBack(claimId, known?.pairId ?? '', ada)).toMatchObject({ ok: true });
  expect((await now()).revision).toBe(revision);
  expect((await findComparedFigures(claimId)).comparisons).toEqual([]);
  expect(await recordPair(claimId, pair, ada)).toMatchObject({ ok: true });
  expect(await reader().figurePair.count({ where: { claimId } })).toBe(2);
});

test('when two people compare the same figures at once, the second is refused', async () => {
  const pair = await pairOf(await attach());
  const results = await Promise.all([
    recordPair(claimId, pair, ada),
    recordPair(claimId, pair, ada),
  ]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await reader().figurePair.count({ where: { claimId } })).toBe(1);
});

test('a figure of another claim is not compared', async () => {
  const pair = await pairOf(await attach());
  const articleId = await addTestArticle();
  const other = await reader().claim.findFirstOrThrow({
    where: { articleId },
    select: { id: true, quantities: true },
  });
  const claimQuantityId = other.quantities[0]?.id ?? '';
  expect(await recordPair(claimId, { ...pair, claimQuantityId }, ada)).toMatchObject({
    refusal: { kind: 'noSuchFigure' },
  });
  expect(await recordPair(other.id, pair, ada)).toMatchObject({
    refusal: { kind: 'wrongStatus', status: 'suggested' },
  });
});

test('evidence is read again when its quote changes, and its old figure is not compared', async () => {
  const evidenceId = await attach();
  await recordPair(claimId, await pairOf(evidenceId), ada);
  const evidence = await findEvidence(evidenceId);
  if (!evidence) throw new Error('the evidence is gone');
  const { stance, directness, note, find } = evidence;
  const statement = { quote: '8,140 people', stance, directness, note };
  await recordEvidenceEdit(evidence, { statement, find }, [peopleFigure('8,140', '8140')], ada);
  expect((await findComparedFigures(claimId)).comparisons).toEqual([]);
  const facts = (await findReviewedClaim(claimId))?.facts;
  expect(facts).toMatchObject({ figures: 1, uncompared: ['12,000 people'] });
});

test('a figure is corrected only through its own evidence', async () => {
  const evidenceId = await attach();
  const other = await attach('Census office');
  const pair = await pairOf(evidenceId);
  const foundFigure = await findEvidenceFigure(claimId, pair.evidenceQuantityId);
  if (!foundFigure) throw new Error('the figure is gone');
  const edit = { figure: foundFigure.figure, place: null, asOf: null, cumulative: null };
  const { id } = foundFigure.figure;
  expect(
    await recordEvidenceFigure(await now(), other, id, foundFigure.figure, edit, ada),
  ).toMatchObject({ refusal: { kind: 'stale' } });
});

describe('a verdict', () => {
  test('keeps its comparisons as they were, and must be given again when they change', async () => {
    const evidenceId = await attach();
    const pair = await pairOf(evidenceId);
    await recordPair(claimId, pair, ada);
    await giveVerdict('mostlyFalse');
    const isCurrent = async () =>
      (await findReviewedClaim(claimId))?.facts.verdict?.isOnPresentEvidence;
    expect(await isCurrent()).toBe(true);

    // The figure of the evidence was read wrong.
    const foundFigure = await findEvidenceFigure(claimId, pair.evidenceQuantityId);
    if (!foundFigure) throw new Error('the figure is gone');
    const figure = {
      ...foundFigure.figure,
      surface: '11,990 people',
      value: '11990',
      baseLow: '11989.5',
      baseHigh: '11990.5',
    };
    const edit = { figure, place: null, asOf: null, cumulative: null };
    const { id } = foundFigure.figure;
    await recordEvidenceFigure(await now(), evidenceId, id, foundFigure.figure, edit, ada);
    expect(await isCurrent()).toBe(false);
    const [verdict] = await listVerdicts(claimId, true);
    expect(verdict?.comparisons).toMatchObject([
      { comparison: { sentence: SENTENCE }, found: { source: { title: 'Register of Registry' } } },
    ]);
    const { comparisons } = await findComparedFigures(claimId);
    expect(comparisons[0]?.comparison.sentence).toContain('rounded');

    await giveVerdict('mostlyTrue', 'The figure was read wrong.');
    expect(await isCurrent()).toBe(true);
  });

  test('without comparisons is current until a comparison is made', async () => {
    const evidenceId = await attach();
    await giveVerdict('mostlyFalse');
    const isCurrent = async () =>
      (await findReviewedClaim(claimId))?.facts.verdict?.isOnPresentEvidence;
    expect(await isCurrent()).toBe(true);
    await recordPair(claimId, await pairOf(evidenceId), ada);
    expect(await isCurrent()).toBe(false);
  });
});

test('a later toll of the source makes the article’s toll outdated, by the days of their texts', async () => {
  await write((tx) =>
    tx.quantity.updateMany({
      where: { claimId },
      data: { measure: 'people killed', value: '8000', asOf: '2025-02-06' },
    }),
  );
  const evidenceId = await attach('Ministry', '2025-02-20');
  await recordPair(claimId, await pairOf(evidenceId), ada);
  const read = async () => (await findComparedFigures(claimId)).comparisons[0]?.comparison.result;
  // "8,140 people" does not say what happened to them.
  expect(await read()).toBe('differs');
  await write((tx) =>
    tx.quantity.updateMany({ where: { evidenceId }, data: { measure: 'people killed' } }),
  );
  expect(await read()).toBe('outdated');
});

test('a figure without a day gets the day of its text, in every report', async () => {
  await recordPair(claimId, await pairOf(await attach()), ada);
  const { article, number } = await now();
  const asOf = () => {
    const compared = [...eachComparisonReport(NO_FILTER, 'newest')].flat();
    const claims = [...eachClaimReport(NO_FILTER, 'newest')].flat();
    return [...compared, ...claims]
      .filter((row) => row.number === number)
      .map(({ figure }) => figure?.asOf);
  };
  expect(asOf()).toEqual([null, null]);
  await write((tx) =>
    tx.document.update({ where: { id: article.id }, data: { publishedOn: '2024-04-16' } }),
  );
  expect(asOf()).toEqual(['2024-04-16', '2024-04-16']);
  await write((tx) => tx.claim.update({ where: { id: claimId }, data: { saidOn: '2024-04-14' } }));
  expect(asOf()).toEqual(['2024-04-14', '2024-04-14']);
  await write((tx) => tx.quantity.updateMany({ where: { claimId }, data: { asOf: '2024-03-31' } }));
  expect(asOf()).toEqual(['2024-03-31', '2024-03-31']);
});

test('reports have the results of comparisons, and omit confidential sources', async () => {
  const [registry, ministry] = [await attach('Registry'), await attach('Ministry')];
  for (const each of [registry, ministry]) await recordPair(claimId, await pairOf(each), ada);
  const own = async () => {
    const { number } = await now();
    const rows = [...eachComparisonReport(NO_FILTER, 'newest')].flat();
    const claims = [...eachClaimReport(NO_FILTER, 'newest')].flat();
    return {
      rows: rows.filter((row) => row.number === number).map(({ sourceTitle }) => sourceTitle),
      claim: claims.find((row) => row.number === number),
    };
  };
  expect(await own()).toMatchObject({
    rows: ['Register of Registry', 'Register of Ministry'],
    claim: { comparison: { result: 'differs', sentence: SENTENCE } },
  });
  for (const each of [registry, ministry]) {
    const source = (await findEvidence(each))?.source.id ?? '';
    await write((tx) =>
      tx.document.update({ where: { id: source }, data: { confidential: true } }),
    );
    if (each === registry) expect((await own()).rows).toEqual(['Register of Ministry']);
  }
  expect(await own()).toMatchObject({ rows: [], claim: { comparison: null } });
});
