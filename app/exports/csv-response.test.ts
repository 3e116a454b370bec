import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, openSnapshot } from '#data/database/db';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
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

const GET = new Request('http://desk.example/exports/claims.csv');
const taken = async () => {};

/** Begins to take a report, and takes no more of it; then something is written. */
async function takeOneLine(response: Response) {
  const reader = response.body?.getReader();
  if (!reader) throw new Error('there is no report');
  await reader.read();
  await addPerson('Noor');
  return reader;
}

/** Whether somebody still reads the desk as it was before the last write, so that its log only grows. */
function isExportOpen(): boolean {
  const database = new Database(desk.file, { timeout: 0 });
  const [{ busy } = { busy: 1 }] = database.pragma('wal_checkpoint(TRUNCATE)') as {
    busy: number;
  }[];
  database.close();
  return busy === 1;
}

test('a report that is read to its end is whole, and keeps the desk open until then', async () => {
  const long = `${'a'.repeat(200_000)}é\r\n`;
  function* records() {
    yield 'claim\r\n';
    yield long;
  }
  expect(await csvResponse(GET, 'claims.csv', records(), taken).text()).toBe(`claim\r\n${long}`);

  const reader = await takeOneLine(csvResponse(GET, 'claims.csv', endless(), taken));
  expect(isExportOpen()).toBe(true);
  await reader.cancel();
  expect(isExportOpen()).toBe(false);
});

test('a report that nobody reads on is ended, and does not keep the desk open', async () => {
  const reader = await takeOneLine(
    csvResponse(GET, 'claims.csv', endless(), taken, { patienceMs: 1 }),
  );
  await expect(reader.closed).rejects.toThrow('Nobody took the next part');
  expect(isExportOpen()).toBe(false);
});

test('a desk that stops does not wait for the readers of reports', async () => {
  const reader = await takeOneLine(csvResponse(GET, 'claims.csv', endless(), taken));
  expect(isExportOpen()).toBe(true);
  await closeDatabase();
  await expect(reader.closed).rejects.toThrow('The desk stops');
  expect(isExportOpen()).toBe(false);
});

test('the export event is recorded before the first row is sent', async () => {
  const messages: string[] = [];
  function* records() {
    yield 'claim\r\n';
    messages.push('a row');
    yield 'C-1\r\n';
  }
  const take = (request: Request) =>
    csvResponse(request, 'claims.csv', records(), async () => {
      messages.push('taken');
    });
  const asked = (headers: Record<string, string>, method = 'GET') =>
    take(new Request(GET.url, { headers, method }));

  expect(await asked({}, 'HEAD').text()).toBe('');
  const ahead = asked({ 'sec-purpose': 'prefetch;prerender' });
  expect([ahead.status, await ahead.text()]).toEqual([503, '']);
  await asked({}).body?.cancel();
  const reader = asked({}).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(messages).toEqual([]);

  expect(await asked({}).text()).toBe('claim\r\nC-1\r\n');
  expect(messages).toEqual(['taken', 'a row']);
});

test('a report is refused when its export event cannot be recorded', async () => {
  function* records() {
    yield 'claim\r\n';
    yield 'C-1\r\n';
  }
  const refuse = () => Promise.reject(new Error('the disk is full'));
  const response = csvResponse(GET, 'claims.csv', records(), refuse);
  await expect(response.text()).rejects.toThrow('the disk is full');
});
