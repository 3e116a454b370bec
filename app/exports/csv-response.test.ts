import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, openSnapshot } from '#data/db';
import { addPerson, closeTestDesk, openTestDesk } from '../_data/test-desk';
import { csvResponse } from './csv-response';

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => closeTestDesk(desk));

/** A report that goes on for ever, of the desk as it is when its first line is asked for. */
function* endless(): Generator<string> {
  const snapshot = openSnapshot();
  try {
    for (;;) yield 'C-1,The harbour employs 12,000 people.\r\n';
  } finally {
    snapshot.close();
  }
}

/** Begins to take a report, and takes no more of it; then something is written. */
async function takeOneLine(response: Response) {
  const reader = response.body?.getReader();
  if (!reader) throw new Error('there is no report');
  await reader.read();
  await addPerson('Noor');
  return reader;
}

/** Whether somebody still reads the desk as it was before the last write, so that its log only grows. */
function isHeld(): boolean {
  const database = new Database(desk.file, { timeout: 0 });
  const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as {
    busy: number;
  }[];
  database.close();
  return busy === 1;
}

test('a report that is taken is whole, and holds on to the desk until it is', async () => {
  const long = `${'a'.repeat(200_000)}é\r\n`;
  function* records() {
    yield 'claim\r\n';
    yield long;
  }
  expect(await csvResponse('claims.csv', records()).text()).toBe(`claim\r\n${long}`);

  const reader = await takeOneLine(csvResponse('claims.csv', endless()));
  expect(isHeld()).toBe(true);
  await reader.cancel();
  expect(isHeld()).toBe(false);
});

test('a report that nobody goes on taking is given up, and holds on to the desk no more', async () => {
  const reader = await takeOneLine(csvResponse('claims.csv', endless(), { patienceMs: 1 }));
  await expect(reader.closed).rejects.toThrow('Nobody took the next part');
  expect(isHeld()).toBe(false);
});

test('a desk that stops waits for nobody who takes a report', async () => {
  const reader = await takeOneLine(csvResponse('claims.csv', endless()));
  expect(isHeld()).toBe(true);
  await closeDatabase();
  await expect(reader.closed).rejects.toThrow('The desk stops');
  expect(isHeld()).toBe(false);
});
