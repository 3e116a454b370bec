import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reader, write } from '../database/db';
import { takeStep } from '../review/take-step';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { findClaim } from './claims';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
let claims: string[];

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));
beforeEach(async () => {
  claims = [];
  for (let n = 0; n < 3; n++) {
    const articleId = await addTestArticle();
    claims.push((await reader().claim.findFirstOrThrow({ where: { articleId } })).id);
  }
});

async function dismiss(claimId: string, duplicateOfId: string) {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const { revision } = claim;
  const asked = { step: 'dismiss', dismissReason: 'duplicate', duplicateOfId } as const;
  return takeStep({ claimId, revision, ...asked }, ada);
}

const originalOf = async (claimId: string) => (await findClaim(claimId))?.duplicateOf?.id;

describe('two equal claims', () => {
  test('are not both the duplicate of each other', async () => {
    const [first = '', second = ''] = claims;
    expect(await dismiss(first, second)).toMatchObject({ ok: true });
    expect(await dismiss(second, first)).toEqual({
      ok: false,
      refusal: { kind: 'duplicateOfItsDuplicate' },
    });
    expect(await findClaim(second)).toMatchObject({ status: 'suggested', duplicateOf: null });
  });

  test('and a third: a duplicate of a duplicate is stored as a duplicate of the last claim', async () => {
    const [first = '', second = '', third = ''] = claims;
    await dismiss(second, third);
    expect(await dismiss(first, second)).toMatchObject({ value: { duplicateOfId: third } });
    expect(await originalOf(first)).toBe(third);
  });

  test('and a third: a claim points to the last claim, even if that became a duplicate later', async () => {
    const [first = '', second = '', third = ''] = claims;
    await dismiss(first, second);
    await dismiss(second, third);
    expect(await originalOf(first)).toBe(third);
    expect(await dismiss(third, first)).toMatchObject({
      refusal: { kind: 'duplicateOfItsDuplicate' },
    });
  });

  test('that form a circle in an older database are still shown', async () => {
    const [first = '', second = '', third = ''] = claims;
    const point = (id: string, duplicateOfId: string) =>
      write((tx) => tx.claim.update({ where: { id }, data: { duplicateOfId } }));
    await point(first, second);
    await point(second, first);
    expect(await originalOf(first)).toBe(second);
    expect(await dismiss(third, first)).toMatchObject({ value: { duplicateOfId: first } });
  });
});
