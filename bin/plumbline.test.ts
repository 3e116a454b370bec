import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readInputDocument } from './extract';
import { PROJECT } from './settings.mjs';
import { makeFolder, unpackDesk } from './test-desk';

const extract = (input: string) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'bin/plumbline.ts', 'extract'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    input,
    encoding: 'utf8',
  });

const line = (document: object) => `${JSON.stringify(document)}\n`;

describe('plumbline extract', () => {
  test('prints one line for each document, in their order, with figures as numbers', () => {
    const { stdout, status } = extract(
      line({ id: 'a', text: 'Nearly 600 sailors left on Friday.', publishedOn: '2025-05-15' }) +
        line({ id: 'b', text: '' }) +
        line({ id: 'c', text: 'I hired 40 people.', speaker: 'Ana Ruiz' }),
    );
    expect(status).toBe(0);
    const [first, second, third] = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(first).toMatchObject({
      id: 'a',
      quantities: [
        {
          start: 0,
          end: 10,
          qualifier: 'nearly',
          value: 600,
          low: null,
          unit: '{sailor}',
          change: '~',
        },
      ],
      dates: [{ value: '2025-05-09' }],
    });
    expect(first.claims[0]).toMatchObject({ claimant: null, saidOnText: null, kind: 'figure' });
    expect(second).toMatchObject({ id: 'b', sentences: [], claims: [] });
    const expected = {
      claimant: 'Ana Ruiz',
      claimantKind: 'person',
      text: 'Ana Ruiz hired 40 people.',
    };
    expect(third.claims).toMatchObject([expected]);
  });

  test('stops at a line that it cannot read, with the number of the line and the reason', () => {
    const { stderr, stdout, status } = extract(`${line({ id: 1, text: 'One dog.' })}{"id": 2}\n`);
    expect(status).toBe(1);
    expect(stderr).toContain('line 2: "text" is missing or not a string');
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });
});

test.each([
  ['not json', 'this is not JSON; each line must be one object with "id" and "text"'],
  ['[]', 'this is not an object; each line must be one object with "id" and "text"'],
  ['{"text": 5}', '"text" is missing or not a string'],
  ['{"text": "", "publishedOn": 5}', '"publishedOn" is not a string such as "2017-07-21"'],
  ['{"text": "", "speaker": 5}', '"speaker" is not a name such as "Ana Ruiz"'],
])('the line %s is refused in one sentence', (text, why) => {
  expect(readInputDocument(text)).toBe(why);
});

test('a command finishes even if nobody reads its output any more', async () => {
  const to = join(makeFolder(), 'backup');
  const args = ['--import', 'tsx', 'bin/plumbline.ts', 'backup', '--to', to];
  const child = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: { ...process.env, DATA_DIR: unpackDesk('3059df7'), DATABASE_URL: '', ANCHOR_FILE: '' },
  });
  child.stdout.destroy();
  let errorText = '';
  child.stderr.on('data', (text) => {
    errorText += text;
  });
  const [code] = await once(child, 'close');
  expect({ code, errorText }).toEqual({ code: 0, errorText: '' });
  expect(existsSync(join(to, 'plumbline.db'))).toBe(true);
});
