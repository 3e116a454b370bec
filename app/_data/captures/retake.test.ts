import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring, completeNext, page } from '../testing/test-captures';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listCaptures } from './captures';
import { leaseNextCapture, recordCaptureFailed } from './queue';
import { recordFailedAgain } from './retake';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

const failNext = async () => {
  const next = await leaseNextCapture('x');
  await recordCaptureFailed(next?.id ?? '', 'x', { kind: 'unknownType' });
};
const statesOf = async (id: string) => (await listCaptures(id)).map(({ state }) => state);

test('a failed address is fetched again when somebody enters it again, once, until there is a complete capture', async () => {
  const url = 'https://port.example/figures';
  const id = await bring({ method: 'fetch', url }, ada);
  await recordFailedAgain(id, url, ada);
  // It waits already.
  expect(await statesOf(id)).toEqual(['pending']);
  await failNext();
  await recordFailedAgain(id, url, ada);
  await recordFailedAgain(id, url, ada);
  expect(await statesOf(id)).toEqual(['pending', 'failed']);
  expect((await listCaptures(id))[0]).toMatchObject({ requestedUrl: url, takenBy: 'Ada' });
  await failNext();
  await recordFailedAgain(id, url, ada);
  await completeNext(page('The port has 12 berths.'), { start: 'x' });
  await recordFailedAgain(id, url, ada);
  expect(await statesOf(id)).toEqual(['complete', 'failed', 'failed']);
});
