import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The scorers that come with the data, with what each is asked for. */
export type Scorer =
  | `score.mjs ${'segmentation' | 'quantities' | 'dates' | 'checkworthy' | 'statements'}`
  | `score-more.mjs ${'spans' | 'speakers' | 'propositions'}`
  | 'score-articles.mjs'
  | 'score-pages.mjs';

export const readJsonLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/**
 * Scores lines of output by the scorer that comes with the data, so that no tool, ours included, is
 * measured by a ruler of its own.
 *
 * @param folder  the folder of the scorers
 * @returns what the scorer printed
 */
export function score(
  folder: string,
  scorer: Scorer,
  gold: string,
  lines: readonly string[],
): string {
  const own = mkdtempSync(join(tmpdir(), 'plumbline-quality-'));
  try {
    const out = join(own, 'out.jsonl');
    writeFileSync(out, `${lines.join('\n')}\n`);
    const [script = '', ...task] = scorer.split(' ');
    return runScorer([join(folder, script), ...task, gold, out]);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** The articles of a folder as score-articles.mjs reads them, one JSON object a line. */
export const annotatedArticles = (folder: string, gold: string): string[] =>
  runScorer([join(folder, 'score-articles.mjs'), gold, '--docs'])
    .split('\n')
    .filter(Boolean);

function runScorer(args: readonly string[]): string {
  const env = { ...process.env };
  delete env.SHOW;
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1e9 });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}
