import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_FILTER } from '#domain/claims/claim-list';
import { besideArticle, countOrigins } from '#domain/evidence/independence';
import { decideEvidence } from '#domain/review/attach-evidence';
import { findClaim } from '../claims/claims';
import { reader, write } from '../database/db';
import { suggestLinks } from '../documents/document-links';
import { recordLinkDecision } from '../documents/link-decisions';
import { eachClaimReport } from '../reports/claim-report';
import { findReviewedClaim } from '../review/gate-facts';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk, TEXT } from '../testing/test-desk';
import { peopleFigure } from '../testing/test-record';
import { findComparedFigures, toSuggesting } from './comparisons';
import { recordPair } from './pairs';
import { recordEvidence } from './record-evidence';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claimId: string;
let articleId: string;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  articleId = await addTestArticle();
  claimId = (await reader().claim.findFirstOrThrow({ where: { articleId } })).id;
  await takeStep({ claimId, revision: 0, step: 'accept' }, ada);
});

async function now() {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  return claim;
}

const QUOTE = '12,000 people';
/** Nearly the article: pasted from the page, with what stands around it there. */
const PASTED = `Harbour grows. ${TEXT}`;

/** Attaches what a new source says, and holds the claim's figure against its own. */
async function attach(publisher: string, text: string, url: string | null = null) {
  const statement = {
    quote: QUOTE,
    stance: 'supports',
    directness: 'primary',
    note: null,
  } as const;
  const decision = decideEvidence(await now(), statement, { by: ada.userId, sourceText: text });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = {
    title: publisher,
    publisher,
    author: null,
    url,
    publishedOn: null,
    language: null,
  };
  const [id, sourceId] = [uuidv7(), uuidv7()];
  const source = {
    id: sourceId,
    kind: 'article',
    details,
    origin: { method: 'paste', raw: text, text },
  } as const;
  const quantities = [peopleFigure(QUOTE, '12000')];
  const origin = { kind: 'new', source } as const;
  await recordEvidence({ id, decision: decision.value, origin, quantities }, ada);
  const { figures, evidenceFigures } = await findComparedFigures(claimId);
  const found = evidenceFigures.find(({ evidenceId }) => evidenceId === id);
  const pair = { claimQuantityId: figures[0]?.id ?? '', evidenceQuantityId: found?.id ?? '' };
  expect(await recordPair(claimId, pair, ada)).toMatchObject({ ok: true });
  return sourceId;
}

/** Which sources count for the gates, and for the report; both must be the same. */
async function counted() {
  const facts = (await findReviewedClaim(claimId))?.facts;
  const evidence = facts?.evidence ?? [];
  const { number } = await now();
  const [row] = [...eachClaimReport(NO_FILTER, 'newest')]
    .flat()
    .filter((each) => each.number === number);
  expect(countOrigins(row?.evidence ?? [])).toBe(countOrigins(evidence));
  return besideArticle(evidence).map(({ title }) => title);
}

test('the article is not a source for its own claims, and their figures are not compared with it', async () => {
  await attach('The Courier', TEXT);
  expect(await counted()).toEqual([]);
  expect((await findReviewedClaim(claimId))?.facts.uncompared).toEqual(['12,000 people']);
  expect(toSuggesting((await findComparedFigures(claimId)).comparisons)).toEqual([]);

  await attach('Registry', 'The register counts 12,000 people.');
  expect(await counted()).toEqual(['Registry']);
  expect((await findReviewedClaim(claimId))?.facts.uncompared).toEqual([]);
  expect(toSuggesting((await findComparedFigures(claimId)).comparisons)).toHaveLength(1);
});

test('a document at the address of the article is not a source either', async () => {
  await attach('Courier online', PASTED, 'https://courier.example/harbour?utm_source=mail');
  expect(await counted()).toEqual([]);
});

test('a document derived from the article is not a source either, also through others', async () => {
  const other = await attach('Morning paper', `${PASTED} So it was told.`);
  const evening = await attach('Evening paper', `${PASTED} So the morning paper has it.`);
  expect(await counted()).toEqual(['Morning paper', 'Evening paper']);
  const repeats = (id: string, derivedFromId: string) =>
    write((tx) => tx.document.update({ where: { id }, data: { derivedFromId } }));
  await repeats(evening, other);
  await repeats(other, articleId);
  expect(await counted()).toEqual([]);
});

test('a document that the desk takes for the article is not a source, until somebody says otherwise', async () => {
  const pasted = await attach('Pasted', PASTED);
  const shorter = await attach('Shorter', 'It employs 12,000 people.');
  await write((tx) =>
    suggestLinks(tx, [
      { kind: 'derived', fromId: pasted, toId: articleId, score: 0.97 },
      { kind: 'derived', fromId: shorter, toId: articleId, score: 0.6 },
    ]),
  );
  expect(await counted()).toEqual(['Shorter']);
  const link = await reader().documentLink.findFirstOrThrow({
    where: { fromId: pasted, kind: 'derived' },
  });
  const decided = { id: link.id, decision: 'reject', mayMerge: false } as const;
  expect(await recordLinkDecision(decided, ada)).toMatchObject({ ok: true });
  expect(await counted()).toEqual(['Pasted', 'Shorter']);
});

test('another article is a valid source', async () => {
  const other = `${TEXT} Another town.`;
  await attach('Another paper', other);
  expect(await counted()).toEqual(['Another paper']);
});
