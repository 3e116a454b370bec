import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verify } from '#data/verification/verify';
import { refuseOlder } from './database.mjs';
import { PROJECT, readSettings } from './settings.mjs';
import { refuseUnready } from './unclean-stop.mjs';

/**
 * Verifies the desk that the settings name.
 *
 * @param options  `head`: a hash that somebody wrote down. `anchor`: another copy of the anchor
 * @param say  gets each thing that is not as the record says, when it is found
 * @returns the lines to end with
 * @throws Error with one sentence, when there is no desk or no such head can be
 */
export async function verifyDesk(
  options: { readonly head?: string | undefined; readonly anchor?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<{ lines: string[]; ok: boolean }> {
  const { databaseFile, dataDir, anchorFile } = readSettings(env);
  if (!existsSync(databaseFile)) {
    throw new Error(`There is no database at ${databaseFile}: run npm start once, which makes it.`);
  }
  refuseUnready({ dataDir, databaseFile });
  refuseOlder(databaseFile, PROJECT);
  const knownHead = options.head?.trim() ?? null;
  if (knownHead !== null && !/^[0-9a-f]{64}$/i.test(knownHead)) {
    throw new Error('The head must be the hash of an event: 64 hexadecimal digits.');
  }
  const desk = {
    databaseFile,
    anchor: options.anchor ?? anchorFile,
    captures: join(dataDir, 'captures'),
    knownHead,
  };
  const { problems, notes, head, ...counts } = await verify(desk, ({ sentence }) => say(sentence));
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
  const looked = [
    many(counts.events, 'event'),
    many(counts.claims, 'claim'),
    many(counts.verdicts, 'verdict'),
    many(counts.captures, 'copy').replace(/copys$/, 'copies'),
  ].join(', ');
  const end = `Head: ${head.seq} ${head.hash}`;
  return problems === 0
    ? { lines: [...notes, `OK: ${looked}. ${end}`], ok: true }
    : { lines: [...notes, `${many(problems, 'problem')} in ${looked}. ${end}`], ok: false };
}
