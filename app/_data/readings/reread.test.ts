import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReadClaim, ReadFigure } from '#domain/claims/reading';
import { countReread, decideReread } from '#domain/claims/reread';
import { recordCaptureAgain } from '../captures/retake';
import {
  type Claim,
  findClaim,
  listClaimsInText,
  recordWording,
  toWording,
} from '../claims/claims';
import { findEngineReading, recordFigure, recordFigureRemoval } from '../claims/figures';
import { reader } from '../database/db';
import { findArticleCaptures, recordCaptureRead } from '../documents/article-captures';
import { findArticle } from '../documents/articles';
import { listClaimEvents } from '../record/record-events';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk, TEXT } from '../testing/test-desk';
import { findLastReading, recordReread } from './reread';
import { listStoredClaims } from './stored-claims';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let articleId: string;
let captureId: string;
let first: ReadClaim;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  articleId = await addTestArticle();
  captureId = (await findArticle(articleId))?.capture.id ?? '';
  const [claim] = await claims();
  if (!claim) throw new Error('the article has no claim');
  const { start, end, exact } = claim.appearance;
  first = {
    start,
    end,
    exact,
    text: claim.text,
    leansOn: null,
    candidates: [],
    kind: claim.kind,
    checkable: claim.checkable,
    claimant: { name: 'Port Authority', kind: 'organization', role: null },
    saidOn: null,
    eventOn: null,
    quantities: claim.quantities.map(({ id: _, n, leading, corrected, asOf, ...figure }) => ({
      ...figure,
      start: figure.start ?? 0,
      end: figure.end ?? 0,
    })),
    checkWorthiness: claim.checkWorthiness,
    reasons: claim.reasons,
  };
});

const claims = () => listClaimsInText(captureId, { start: 0, end: TEXT.length });

async function reload({ id }: { id: string }): Promise<Claim> {
  const found = await findClaim(id);
  if (!found) throw new Error(`claim ${id} is gone`);
  return found;
}

const only = async () => {
  const [claim] = await claims();
  if (!claim) throw new Error('no claim');
  return claim;
};

async function readAgain(...read: ReadClaim[]) {
  const { claims: stored, basis } = await listStoredClaims(articleId, captureId);
  const decided = decideReread(stored, { claims: read });
  const from = { articleId, captureId, text: TEXT, engineVersion: 'newer' };
  expect(await recordReread(decided, from, basis, ada)).toMatchObject({ ok: true });
  return countReread(decided);
}

test('a reading of a capture that the article no longer uses is not recorded', async () => {
  const article = await addTestArticle();
  const read = await findArticle(article);
  const from = { articleId: article, captureId: read?.capture.id ?? '', text: TEXT };
  const { claims: stored, basis } = await listStoredClaims(article, from.captureId);
  const raw = `${TEXT}Four hundred ships came.\n`;
  const origin = { method: 'paste', raw, text: raw } as const;
  await recordCaptureAgain({ id: uuidv7(), documentId: article, origin }, ada);
  const captures = await findArticleCaptures(article);
  const over = { articleId: article, from: from.captureId, to: captures?.newer?.id ?? '' };
  expect(await recordCaptureRead(over, [], ada)).toMatchObject({ ok: true });
  const decided = decideReread(stored, { claims: [] });
  expect(
    await recordReread(decided, { ...from, engineVersion: 'newer' }, basis, ada),
  ).toMatchObject({ refusal: { kind: 'stale' } });
});

const [start, end] = [TEXT.indexOf('The mayor'), TEXT.indexOf(' grow') + 5];
const second: ReadClaim = {
  start,
  end,
  exact: TEXT.slice(start, end),
  text: 'The harbour will grow.',
  leansOn: null,
  candidates: [],
  kind: 'prediction',
  checkable: false,
  claimant: { name: 'The mayor', kind: 'unnamed', role: null },
  saidOn: null,
  eventOn: null,
  quantities: [],
  checkWorthiness: 0.3,
  reasons: ['said by the mayor'],
};

/** A figure as the engine would read these words of the text. */
function figure(surface: string, parts: Partial<ReadFigure> = {}): ReadFigure {
  const [known] = first.quantities;
  if (!known) throw new Error('the claim has no figure');
  const at = TEXT.indexOf(surface);
  return { ...known, surface, start: at, end: at + surface.length, ...parts };
}

const nothing = { added: 0, changed: 0, dismissed: 0, kept: 0 };
const actionsOf = async (claim: { id: string }) =>
  (await listClaimEvents(claim.id)).map(({ action }) => action);

test('reading an unchanged article again changes nothing but the record', async () => {
  const before = await only();
  expect(await readAgain(first)).toEqual(nothing);
  expect(await only()).toEqual(before);
  expect(await findLastReading(articleId)).toEqual({ engineVersion: 'newer', again: nothing });
});

test('reading an article again adds new claims, updates changed ones, and changes nothing the second time', async () => {
  const shorter = {
    ...first,
    start: first.start + 4,
    text: 'Twelve thousand people work in the harbour.',
    claimant: { name: 'Harbour master', kind: 'person', role: null },
    saidOn: { surface: 'on Friday', start: 0, end: 9, value: null, unresolved: 'no date' },
    quantities: [figure('12,000', { unit: null, measure: null }), figure('harbour')],
  } satisfies ReadClaim;
  expect(await readAgain(shorter, second)).toEqual({ ...nothing, added: 1, changed: 1 });
  const [changed, added] = await claims();
  expect(changed).toMatchObject({
    status: 'suggested',
    revision: 1,
    text: shorter.text,
    claimant: { name: 'Harbour master' },
    saidOnText: 'on Friday',
    engineVersion: 'newer',
    appearance: { start: first.start + 4, exact: TEXT.slice(4, first.end) },
  });
  expect(changed?.quantities.map(({ surface, n, leading }) => [surface, n, leading])).toEqual([
    ['12,000', 2, true],
    ['harbour', 1, false],
  ]);
  const row = await reader().claim.findUniqueOrThrow({ where: { id: changed?.id ?? '' } });
  expect(row).toMatchObject({ figureCount: 2, position: first.start + 4 });
  expect(added).toMatchObject({ status: 'suggested', claimant: { name: 'The mayor' } });
  expect((await listClaimEvents(changed?.id ?? '')).slice(0, 3)).toMatchObject([
    { action: 'figure.readAgain', before: { surface: '12,000 people' }, actorName: 'Ada' },
    { action: 'figure.found', after: { surface: 'harbour', revision: 1 } },
    { action: 'claim.readAgain', before: { text: first.text }, after: { text: shorter.text } },
  ]);
  expect(await readAgain(shorter, second)).toEqual(nothing);
  expect(await claims()).toEqual([changed, added]);
});

test('a suggestion that a new reading does not find is dismissed, and suggested again when a later one does', async () => {
  const claim = await only();
  expect(await readAgain()).toEqual({ ...nothing, dismissed: 1 });
  expect(await only()).toMatchObject({ status: 'dismissed', dismissReason: null, revision: 1 });
  expect(await actionsOf(claim)).toEqual(['claim.notFound', 'claim.suggested']);
  expect(await readAgain()).toEqual(nothing);
  expect(await readAgain(first)).toEqual({ ...nothing, changed: 1 });
  expect(await only()).toMatchObject({ status: 'suggested', text: first.text, revision: 2 });
});

test('a reviewer can undo the dismissal of a claim that was not found, and it then stays', async () => {
  await readAgain();
  const { id: claimId, revision } = await only();
  expect(await takeStep({ claimId, revision, step: 'undo' }, ada)).toMatchObject({ ok: true });
  expect(await readAgain()).toEqual({ ...nothing, kept: 1 });
  expect((await only()).status).toBe('suggested');
});

describe('a new reading keeps the work of reviewers', () => {
  const otherwise = () => ({
    ...first,
    text: 'Read otherwise.',
    quantities: [figure('employs 12,000 people', { value: '12001' }), figure('harbour')],
  });

  test('on a corrected figure, while the other figures of its claim follow the reading', async () => {
    const claim = await only();
    const [known] = claim.quantities;
    if (!known) throw new Error('no figure');
    const place = { start: known.start ?? 0, end: known.end ?? 0 };
    const edit = {
      figure: { ...known, value: '8140' },
      place,
      asOf: null,
      cumulative: null,
      leading: false,
    };
    await recordFigure(claim, known.id, edit, ada);
    expect(await findEngineReading(known.id)).toMatchObject({ value: '12000' });
    expect(await readAgain(otherwise())).toEqual({ ...nothing, changed: 1, kept: 1 });
    expect(await reload(claim)).toMatchObject({
      text: first.text,
      quantities: [
        { surface: '12,000 people', value: '8140', corrected: true, leading: true },
        { surface: 'harbour', corrected: false, leading: false },
      ],
    });
    expect(await readAgain(otherwise())).toEqual({ ...nothing, kept: 1 });
    expect(await readAgain({ ...first, quantities: [] })).toMatchObject({ changed: 1 });
    expect((await reload(claim)).quantities).toMatchObject([{ value: '8140' }]);
  });

  test('on a removed figure: it stays removed', async () => {
    const claim = await only();
    const [known] = claim.quantities;
    if (!known) throw new Error('no figure');
    await recordFigureRemoval(claim, known, ada);
    expect(await readAgain(first)).toEqual({ ...nothing, kept: 1 });
    expect((await reload(claim)).quantities).toEqual([]);
  });

  test('on an edited claim: nothing in it changes', async () => {
    const claim = await only();
    await recordWording(claim, { ...toWording(claim), place: 'Northhaven' }, ada);
    const edited = await reload(claim);
    expect(await readAgain(otherwise())).toEqual({ ...nothing, kept: 1 });
    expect(await readAgain()).toEqual({ ...nothing, kept: 1 });
    expect(await reload(claim)).toEqual(edited);
  });
});

test('a decision on claims that somebody changed meanwhile is refused, and nothing is recorded', async () => {
  const { claims: stored, basis } = await listStoredClaims(articleId, captureId);
  const { id: claimId, revision } = await only();
  expect(await takeStep({ claimId, revision, step: 'accept' }, ada)).toMatchObject({ ok: true });
  const decided = decideReread(stored, { claims: [second] });
  const from = { articleId, captureId, text: TEXT, engineVersion: 'newer' };
  expect(await recordReread(decided, from, basis, ada)).toEqual({
    ok: false,
    refusal: { kind: 'stale' },
  });
  expect(await claims()).toMatchObject([{ status: 'open' }]);
  expect(await findLastReading(articleId)).toEqual({ engineVersion: 'test', again: null });
});

test('when two people read an article again at once, its claims are added once', async () => {
  const { claims: stored, basis } = await listStoredClaims(articleId, captureId);
  const decided = decideReread(stored, { claims: [first, second] });
  const from = { articleId, captureId, text: TEXT, engineVersion: 'newer' };
  const results = await Promise.all([1, 2].map(() => recordReread(decided, from, basis, ada)));
  expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  expect(await claims()).toHaveLength(2);
});
