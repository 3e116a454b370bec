import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEARCH_KINDS, toSearchWords } from '#domain/search/search';
import { reader, sqlite, write } from '../database/db';
import { recordDocument } from '../documents/documents';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listFound } from './found-rows';
import { countHits, findClaimByCode, listHits } from './search-desk';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claim: { id: string; number: number };
const open = uuidv7();
const secret = uuidv7();
const evidenceId = uuidv7();

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada Brandt', 'editor');
  const articleId = await addTestArticle('The ferry terminal of Ostby employs 12,000 people.');
  claim = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await addSource(open, 'Ferry register', 'The ferry register counts 11,950 people.', null);
  await addSource(secret, 'A ferry captain', 'The ferry captain counts smuggled crates.', 'Named.');
  const at = new Date();
  const claimId = claim.id;
  await write(async (tx) => {
    await tx.party.create({ data: { id: uuidv7(), kind: 'person', name: 'Ferry Östergård' } });
    const stated = { stance: 'supports', directness: 'primary', addedById: ada.userId } as const;
    const quote = 'The ferry register counts 11,950 people.';
    await tx.evidence.create({
      data: { id: evidenceId, claimId, documentId: open, quote, ...stated },
    });
    await tx.evidence.create({
      data: { id: uuidv7(), claimId, documentId: secret, quote: 'smuggled crates', ...stated },
    });
    await tx.comment.create({
      data: { id: uuidv7(), claimId, body: 'Which ferry is it?', authorId: ada.userId, at },
    });
    await tx.verdict.create({
      data: {
        id: uuidv7(),
        claimId,
        n: 1,
        ratingKey: 'true',
        reasons: [],
        explanation: 'The ferry company confirmed it.',
        decidedById: ada.userId,
        decidedAt: at,
        evidence: [],
        comparisons: [],
      },
    });
  });
});
afterAll(() => closeTestDesk(desk));

async function addSource(id: string, title: string, text: string, reason: string | null) {
  const details = { title, publisher: 'Port', author: null, url: null, publishedOn: null };
  const recorded = await recordDocument(
    {
      id,
      underCheck: false,
      kind: 'record',
      details: { ...details, language: 'en' },
      confidentialReason: reason,
      origin: { method: 'paste', raw: text, text },
    },
    ada,
  );
  expect(recorded.ok).toBe(true);
}

const search = (text: string, seesConfidential = true) => ({
  words: toSearchWords(text),
  seesConfidential,
});
const counted = (text: string, seesConfidential = true) =>
  Object.fromEntries(
    countHits(search(text, seesConfidential))
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => [kind, count]),
  );

test('one search finds claims, claimants, explanations, quotes, comments, sources and copies', () => {
  expect(counted('ferries')).toEqual({
    claim: 1,
    explanation: 1,
    quote: 1,
    comment: 1,
    source: 2,
    copy: 2,
  });
  expect(counted('ferry')).toMatchObject({ claimant: 1 });
  expect(counted('ostergard FERRY')).toEqual({ claimant: 1 });
  expect(counted('harbour courier')).toEqual({ article: 1 });
  expect(counted('“register counts” 11,950')).toEqual({ quote: 1, copy: 1 });
  expect(counted('no such words anywhere')).toEqual({});
});

test('whatever is typed is searched for, and nothing of it is an operator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const asked = search(text);
      if (asked.words.length > 0) expect(countHits(asked)).toHaveLength(SEARCH_KINDS.length);
    }),
    { numRuns: 100 },
  );
  for (const text of [
    'kind : copy',
    'a" OR words : "',
    'NEAR(a b)',
    '^ferry*',
    "'; DROP TABLE x",
  ]) {
    expect(() => listHits('copy', search(text), 0, 5)).not.toThrow();
  }
});

test('each hit comes with its words, and where it leads', () => {
  const found = (kind: Parameters<typeof listHits>[0], text: string) =>
    listFound(listHits(kind, search(text), 0, 5));
  expect(found('claim', 'ostby')).toMatchObject([{ claim: { number: claim.number } }]);
  expect(found('claimant', 'ferry')).toMatchObject([{ title: 'Ferry Östergård' }]);
  expect(found('explanation', 'confirmed')).toMatchObject([
    { claim: { number: claim.number }, by: 'True', number: 1 },
  ]);
  expect(found('quote', 'register')).toMatchObject([{ of: evidenceId, title: 'Ferry register' }]);
  expect(found('comment', 'which')).toMatchObject([{ by: 'Ada Brandt' }]);
  expect(found('article', 'harbour')).toMatchObject([{ title: 'Harbour grows', isArticle: true }]);
  expect(found('source', 'register')).toMatchObject([{ of: open, sourceId: open }]);
  expect(found('copy', '11,950')).toMatchObject([{ copy: 1, sourceId: open, isArticle: false }]);
  expect(findClaimByCode(`C-${String(claim.number).padStart(4, '0')}`)).toBe(claim.number);
  expect(findClaimByCode('C-9999')).toBeNull();
});

describe('a confidential source', () => {
  test('is found by nobody who may not see it: not its title, its copy, its quotes, nor their number', () => {
    expect(counted('smuggled')).toEqual({ quote: 1, copy: 1 });
    expect(counted('smuggled', false)).toEqual({});
    expect(counted('captain', false)).toEqual({});
    for (const kind of ['quote', 'source', 'copy'] as const) {
      expect(listHits(kind, search('smuggled', false), 0, 5)).toEqual([]);
    }
  });

  test('becomes one, and stops to be one, at once', async () => {
    const setReason = (confidentialReason: string | null) =>
      write((tx) =>
        tx.document.update({
          where: { id: open },
          data: { confidential: confidentialReason !== null, confidentialReason },
        }),
      );
    await setReason('She asked.');
    expect(counted('register', false)).toEqual({});
    await setReason(null);
    expect(counted('register', false)).toEqual({ quote: 1, source: 1, copy: 1 });
  });
});

test('the search follows what is edited, taken back and taken down', async () => {
  await write((tx) =>
    tx.document.update({ where: { id: open }, data: { title: 'Lighthouse log' } }),
  );
  expect(counted('lighthouse')).toEqual({ source: 1 });
  expect(counted('“ferry register”')).toEqual({ quote: 1, copy: 1 });

  await write((tx) =>
    tx.evidence.update({ where: { id: evidenceId }, data: { quote: 'eleven thousand' } }),
  );
  expect(counted('“ferry register”')).toEqual({ copy: 1 });
  expect(counted('eleven')).toEqual({ quote: 1 });
  await write((tx) =>
    tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: new Date() } }),
  );
  expect(counted('eleven')).toEqual({});

  await write((tx) =>
    tx.capture.updateMany({
      where: { documentId: open },
      data: { text: null, takedownReason: 'court order' },
    }),
  );
  expect(counted('11,950')).toEqual({});

  await write((tx) => tx.document.update({ where: { id: open }, data: { underCheck: true } }));
  expect(counted('lighthouse')).toEqual({ article: 1 });
  await write((tx) => tx.document.update({ where: { id: open }, data: { mergedIntoId: secret } }));
  expect(counted('lighthouse')).toEqual({});
  const orphans = sqlite()
    .prepare(
      'SELECT count(*) FROM search_entries e WHERE e.id NOT IN (SELECT rowid FROM search_words)',
    )
    .pluck()
    .get();
  expect(orphans).toBe(0);
  await expect(
    write(
      (tx) => tx.$executeRaw`INSERT INTO search_words(search_words) VALUES ('integrity-check')`,
    ),
  ).resolves.toBeDefined();
});
