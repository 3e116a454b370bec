import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { verifyApart } from './apart';

const ROWS = 2000;
/** Longer than the process takes to look through such a desk. */
const BUSY_MS = 3000;

let desk: { folder: string; file: string };
beforeAll(async () => {
  desk = await openTestDesk();
  await addPerson('Noor', 'editor');
  await addTestArticle();
});
afterAll(() => closeTestDesk(desk));

test('all problems of a record are reported, even if they are very many and the desk is busy', async () => {
  const database = new Database(desk.file);
  const add = database.prepare(
    `INSERT INTO "Party" ("id", "kind", "name", "createdAt", "updatedAt")
     VALUES (?, 'person', ?, '2026-11-30', '2026-11-30')`,
  );
  database.transaction(() => {
    for (let n = 0; n < ROWS; n++) add.run(`party-${n}`, `Somebody from outside the desk ${n}`);
  })();
  database.close();
  let problems = 0;
  const verified = verifyApart(
    {
      databaseFile: desk.file,
      anchor: `${desk.folder}/record.anchor`,
      captures: `${desk.folder}/captures`,
    },
    () => {
      problems += 1;
    },
  );
  await new Promise((resolve) => setImmediate(resolve));
  const start = performance.now();
  while (performance.now() - start < BUSY_MS);
  expect((await verified).problems).toBe(problems);
  expect(problems).toBeGreaterThanOrEqual(ROWS);
});
