import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginTry } from '#data/sign-in/tries';
import { closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { accept, refuse } from '#domain/result';
import { AT_ONCE, HashesBusy, isHashingFull, withHashLimit } from './hash-queue';
import { withTry } from './tries';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

/** Work that goes on until it is let go. */
function gated() {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { gate, letGo };
}

test('at most two passwords are hashed at once, sixteen wait, and the next one is refused with a message', async () => {
  const { gate, letGo } = gated();
  let running = 0;
  let most = 0;
  const hash = async () => {
    running += 1;
    most = Math.max(most, running);
    await gate;
    running -= 1;
    return 'hashed';
  };
  const all = Array.from({ length: AT_ONCE + 16 }, () => withHashLimit(hash));
  expect(isHashingFull()).toBe(true);
  await expect(withHashLimit(hash)).rejects.toThrow(HashesBusy);

  // A try that is not even looked at is no wrong one, and costs the desk nothing.
  const noor = { email: 'noor@example.org', client: '192.0.2.1' };
  for (let n = 0; n < 12; n++) {
    expect(await withTry(noor, async () => accept(true))).toEqual(refuse({ kind: 'busy' }));
  }
  letGo();
  expect(await Promise.all(all)).toHaveLength(AT_ONCE + 16);
  expect(most).toBe(AT_ONCE);
  expect(await withTry(noor, () => withHashLimit(async () => accept(true)))).toEqual(accept(true));
});

test('a failed hash lets the next one start', async () => {
  await expect(
    withHashLimit(async () => {
      throw new Error('the hash failed');
    }),
  ).rejects.toThrow('the hash failed');
  expect(await withHashLimit(async () => 'next')).toBe('next');
});

test('an invalid link counts as an attempt of the client, and of no account', async () => {
  const guesser = { email: null, client: '192.0.2.66' };
  let looked = 0;
  const look = async () => {
    looked += 1;
    return refuse('unknown');
  };
  const answers = [];
  for (let n = 0; n < 12; n++) answers.push(await withTry(guesser, look));
  expect(looked).toBe(10);
  expect(answers.at(-1)).toMatchObject({ ok: false, refusal: { kind: 'wait' } });
  expect(await beginTry({ email: 'noor@example.org', client: '192.0.2.67' })).toBeNull();
});
