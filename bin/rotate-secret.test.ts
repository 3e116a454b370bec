import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockDesk } from './database.mjs';
import { changeSecret } from './rotate-secret';
import { beginRotation, endRotation, readPreviousSecret } from './secret.mjs';
import { readSettings } from './settings.mjs';
import { makeFolder } from './test-desk';

const secretIn = (folder: string) => readFileSync(join(folder, 'secret'), 'utf8').trim();

test('a change of the secret keeps the old secret until it is complete', () => {
  const folder = makeFolder();
  expect(beginRotation(folder)).toBeNull();
  writeFileSync(join(folder, 'secret'), 'the first\n');
  const begun = beginRotation(folder);
  expect(begun).toEqual({ current: secretIn(folder), previous: 'the first' });
  expect(begun?.current).not.toBe('the first');
  expect(readPreviousSecret(folder)).toBe('the first');
  // Cut off here, it is taken up with the same two.
  expect(beginRotation(folder)).toEqual(begun);
  endRotation(folder);
  expect(readPreviousSecret(folder)).toBeNull();
  expect(secretIn(folder)).toBe(begun?.current);
});

test('a change that was interrupted before its new secret was stored starts with another one', () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'secret'), 'the first\n');
  writeFileSync(join(folder, 'secret.previous'), 'the first\n');
  writeFileSync(join(folder, 'secret.new'), 'half of a');
  expect(beginRotation(folder)).toEqual({ current: secretIn(folder), previous: 'the first' });
  expect(secretIn(folder)).not.toContain('half of a');
  expect(existsSync(join(folder, 'secret.new'))).toBe(false);
});

test('without a desk there is no secret to change, and the message says so', async () => {
  await expect(changeSecret({ DATA_DIR: makeFolder() })).rejects.toThrow(
    /There is no database at .*: run npm start once/,
  );
});

test('the secret of a running desk, or one set in the environment, is not changed, and the message says so', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'secret'), 'the first\n');
  writeFileSync(join(folder, 'plumbline.db'), '');
  const settings = readSettings({ DATA_DIR: folder });
  const unlock = lockDesk(settings);
  await expect(changeSecret({ DATA_DIR: folder })).rejects.toThrow('already running');
  unlock();
  const outside = { DATA_DIR: folder, BETTER_AUTH_SECRET: 'set outside' };
  await expect(changeSecret(outside)).rejects.toThrow(
    'set BETTER_AUTH_SECRET_PREVIOUS to this value',
  );
  await expect(changeSecret({ DATA_DIR: folder })).rejects.toThrow('run npm start once');
  expect(secretIn(folder)).toBe('the first');
  expect(readPreviousSecret(folder)).toBeNull();
});
