import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DeskUnavailable, unavailableBy } from '#domain/unavailable';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { reader, write } from './db';
import { doWrite } from './write-queue';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

/** Another program that holds the lock until it is let go. */
function hold(): () => void {
  const other = new Database(desk.file);
  other.exec('BEGIN IMMEDIATE');
  return () => other.close();
}

test('a save waits when the database is locked for a moment', async () => {
  const letGo = hold();
  setTimeout(letGo, 400);
  const { userId } = await addPerson('Ada');
  expect(await reader().user.findUnique({ where: { id: userId } })).toMatchObject({ name: 'Ada' });
});

test('a save is refused in one sentence when the database stays locked, and nothing is saved', async () => {
  const letGo = hold();
  const before = await reader().user.count();
  const own = new Database(desk.file, { timeout: 10 });
  const take = async () => own.exec('BEGIN IMMEDIATE');
  const saved = doWrite(take, undefined, performance.now(), 200);
  await expect(saved).rejects.toThrow(
    /^Another program is using the desk’s database, so nothing was saved: try again in a moment\.$/,
  );
  expect(await saved.catch(unavailableBy)).toBe('busy');
  // A save that has waited in the queue for as long is refused at once.
  await expect(doWrite(take, undefined, performance.now() - 60_000)).rejects.toThrow(
    DeskUnavailable,
  );
  letGo();
  own.close();
  expect(await reader().user.count()).toBe(before);
});

test('a write that fails for another reason is not tried again', async () => {
  let tries = 0;
  const failing = write(async () => {
    tries++;
    throw new Error('no such claim');
  });
  await expect(failing).rejects.toThrow('no such claim');
  expect(tries).toBe(1);
});
