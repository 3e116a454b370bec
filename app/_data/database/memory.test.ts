import { AsyncLocalStorage } from 'node:async_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wakeCaptures, whenCapturesWait } from '../documents/wake-captures';
import { event, recordEvents, THE_DESK } from '../record/record-events';
import { closeTestDesk, openTestDesk } from '../testing/test-desk';
import { closeDatabase, reader, write } from './db';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

type Body = { readonly bytes: Uint8Array };
const request = new AsyncLocalStorage<Body>();

/** Runs work as the answer to a request with a body of 1 MB. @returns its body, held weakly */
async function answering(work: () => Promise<unknown>): Promise<WeakRef<Body>> {
  const body = { bytes: new Uint8Array(1_000_000) };
  await request.run(body, work);
  return new WeakRef(body);
}

const isFreed = async (body: WeakRef<Body>) => {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }
  return body.deref() === undefined;
};

test('a request that wrote is freed with its body after its answer', async () => {
  const cancelled = event('invitation.cancelled', 'x', {});
  const body = await answering(() => write((tx) => recordEvents(tx, THE_DESK, [cancelled])));
  expect(await isFreed(body)).toBe(true);
});

test('a request that opened the database is freed from memory', async () => {
  await closeDatabase();
  const body = await answering(async () => {
    await reader().party.count();
    await write((tx) => tx.party.create({ data: { name: 'Port', kind: 'organization' } }));
  });
  expect(await isFreed(body)).toBe(true);
});

test('a refused request is freed from memory', async () => {
  const body = await answering(() =>
    write(() => Promise.reject(new Error('refused'))).catch(() => null),
  );
  expect(await isFreed(body)).toBe(true);
});

test('a request that woke the capture worker is freed from memory', async () => {
  let timer: NodeJS.Timeout | undefined;
  whenCapturesWait(() => {
    timer = setTimeout(() => {}, 60_000);
  });
  const body = await answering(async () => wakeCaptures());
  expect(await isFreed(body)).toBe(true);
  whenCapturesWait(null);
  clearTimeout(timer);
});

test('a write still knows the request that it belongs to', async () => {
  const body = { bytes: new Uint8Array(1) };
  expect(await request.run(body, () => write(async () => request.getStore()))).toBe(body);
});
