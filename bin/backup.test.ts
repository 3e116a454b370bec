import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUp } from './backup';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a running desk is copied as it stands, what is not yet in the main file included', () => {
  const data = join(folder, 'data');
  mkdirSync(join(data, 'captures', 'ab'), { recursive: true });
  writeFileSync(join(data, 'captures', 'ab', 'abcd'), 'a copy');
  writeFileSync(join(data, 'record.anchor'), 'noted so far');
  const desk = new Database(join(data, 'plumbline.db'));
  desk.pragma('journal_mode = WAL');
  desk.exec(`CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('kept')`);

  const to = join(folder, 'backup');
  expect(backUp(to, { DATA_DIR: data })).toContain('plumbline.db, record.anchor, captures');
  const copy = new Database(join(to, 'plumbline.db'), { readonly: true });
  expect(copy.prepare('SELECT text FROM note').pluck().all()).toEqual(['kept']);
  copy.close();
  desk.close();
  expect(readFileSync(join(to, 'captures', 'ab', 'abcd'), 'utf8')).toBe('a copy');
  expect(readFileSync(join(to, 'record.anchor'), 'utf8')).toBe('noted so far');
  expect(() => backUp(to, { DATA_DIR: data })).toThrow('There is a backup in');
});

test('without a desk there is nothing to copy, and that is said', () => {
  expect(() => backUp(join(folder, 'to'), { DATA_DIR: join(folder, 'none') })).toThrow(
    /There is no database at .*: run npm start once/,
  );
});
