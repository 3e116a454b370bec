import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAnchor } from '#domain/texts/anchor';
import { extract } from '#engine/extract';
import { type Claim, findClaim, listClaimsInText } from '../claims/claims';
import { reader } from '../database/db';
import { recordArticle } from '../documents/articles';
import { recordFirstReading } from '../readings/readings';
import { listClaimEvents, THE_DESK } from '../record/record-events';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { thisDesk, verify } from '../verification/verify';
import { findNextClaim, recordJoin, recordSplit } from './reshape';

const text =
  'The storm killed 60 people and sank 14 ships in Lund.\nRents rose by 12 percent in 2024.\n';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let articleId: string;
let captureId: string;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
  articleId = uuidv7();
  const details = {
    title: 'Storm',
    publisher: null,
    author: null,
    url: null,
    publishedOn: null,
    language: 'en',
  };
  const recorded = await recordArticle({ id: articleId, details, raw: text, text }, THE_DESK);
  if (!recorded.ok) throw new Error('the article is there already');
  captureId = recorded.value.captureId;
  const reading = extract(text, details);
  const [storm, rents] = [reading.claims[0], reading.claims.at(-1)];
  if (!storm || !rents) throw new Error('the engine finds no claims');
  const end = text.indexOf('.\n');
  const whole = {
    ...storm,
    end,
    exact: text.slice(0, end),
    text: 'The storm killed 60 people and sank 14 ships in Lund.',
    claimant: { name: 'Eva Holm', kind: 'person', role: null } as const,
    quantities: reading.quantities.filter((figure) => figure.end <= end),
  };
  const claims = [whole, rents];
  await recordFirstReading(
    { articleId, captureId, text, reading: { ...reading, claims } },
    THE_DESK,
  );
});
afterAll(() => closeTestDesk(desk));

const claims = () => listClaimsInText(captureId, { start: 0, end: text.length });
const surfaces = (claim: Claim | undefined) => claim?.quantities.map(({ surface }) => surface);
const anchorOf = (start: number, end: number) => {
  const anchor = toAnchor(text, start, end);
  if (!anchor) throw new Error('the text has changed');
  return anchor;
};

async function problems() {
  const found: string[] = [];
  await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  return found;
}

test('a claim is split: each part has its words, its figures and the claimant', async () => {
  const [storm] = await claims();
  if (!storm) throw new Error('there is no claim');
  const at = text.indexOf('and sank');
  const first = {
    anchor: anchorOf(0, at),
    text: 'The storm killed 60 people.',
    kind: 'figure',
  } as const;
  const second = {
    id: uuidv7(),
    articleId,
    captureId,
    anchor: anchorOf(at, text.indexOf('.\n')),
    text: 'The storm sank 14 ships in Lund.',
    kind: 'figure',
    claimant: 'Eva Holm',
    quantities: storm.quantities.filter(({ start }) => (start ?? 0) >= at),
  } as const;
  expect(await recordSplit(storm, first, second, ada)).toMatchObject({ ok: true });
  const [one, other] = await claims();
  expect(one).toMatchObject({ id: storm.id, text: first.text, status: 'suggested' });
  expect(one?.appearance.exact).toBe('The storm killed 60 people');
  expect(surfaces(one)).toEqual(['60']);
  expect(other).toMatchObject({
    id: second.id,
    status: 'suggested',
    checkWorthiness: storm.checkWorthiness,
  });
  expect(other?.claimant?.name).toBe('Eva Holm');
  expect(surfaces(other)).toEqual(['14']);
  expect((await listClaimEvents(storm.id)).map(({ action }) => action)).toContain('claim.split');
  expect(await problems()).toEqual([]);
  // The form sent twice, or another person was faster: nothing is split again.
  expect(await recordSplit(storm, first, { ...second, id: uuidv7() }, ada)).toMatchObject({
    ok: false,
  });
});

test('a claim is merged with the next one, which is dismissed as its duplicate', async () => {
  const [one, other] = await claims();
  if (!one || !other) throw new Error('there are no two claims');
  expect((await findNextClaim(one))?.id).toBe(other.id);
  const whole = {
    anchor: anchorOf(0, other.appearance.end),
    text: `${one.text} ${other.text}`,
    kind: 'figure',
  } as const;
  expect(await recordJoin(one, other, whole, ada)).toMatchObject({ ok: true });
  const joined = await findClaim(one.id);
  expect(joined).toMatchObject({ text: whole.text, appearance: { start: 0 } });
  expect(surfaces(joined ?? undefined)).toEqual(['60', '14']);
  expect(await findClaim(other.id)).toMatchObject({
    status: 'dismissed',
    dismissReason: 'duplicate',
    duplicateOf: { id: one.id },
  });
  expect(await problems()).toEqual([]);
  expect(await reader().claim.count({ where: { articleId, status: 'suggested' } })).toBe(2);
});
