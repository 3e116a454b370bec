import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Task = 'segmentation' | 'quantities' | 'dates' | 'checkworthy' | 'statements';

export const readJsonLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/**
 * Scores lines of output by the scorer that comes with the data, so that no tool, ours included, is
 * measured by a ruler of its own.
 *
 * @returns what the scorer printed
 */
export function score(scorer: string, task: Task, gold: string, lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-quality-'));
  try {
    const out = join(folder, 'out.jsonl');
    writeFileSync(out, `${lines.join('\n')}\n`);
    const env = { ...process.env };
    delete env.SHOW;
    const run = spawnSync(process.execPath, [scorer, task, gold, out], { encoding: 'utf8', env });
    if (run.status !== 0) throw new Error(`score.mjs ${task} ${gold}: ${run.stderr}`);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
