import { expect, test } from 'vitest';
import { thisDesk, verify } from './record';
import { closeTestDesk, openTestDesk } from './test-desk';
import { liveAtTheDesk } from './test-record';

test('a lively desk', async () => {
  const desk = await openTestDesk();
  await liveAtTheDesk();
  const found: string[] = [];
  const verification = await verify(thisDesk(), ({ sentence }) => found.push(sentence));
  expect(found).toEqual([]);
  console.log(verification);
  await closeTestDesk(desk);
});
