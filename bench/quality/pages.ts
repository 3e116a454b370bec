import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { score } from './score';
import { type QualityRow, toRow } from './table';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How much of the text of news pages the desk reads, and how little besides, by `plumbline read`. */
export function measureTextOfPages(data: string): QualityRow[] {
  const folder = join(data, 'eval/pages');
  const files = readdirSync(folder).filter((name) => name.endsWith('.html.gz'));
  const printed = score(
    join(data, 'eval'),
    'score-pages.mjs',
    join(folder, 'truth.jsonl'),
    readPages(files.map((name) => join(folder, name))),
  );
  const [, f1 = '', recall = ''] = /F1 ([\d.]+) P [\d.]+ R ([\d.]+)/.exec(printed) ?? [];
  const row = (measure: string, shown: string, before: string, asked: number) =>
    toRow(measure, { figure: Number(shown), shown }, { before, asked: { atLeast: asked } });
  return [
    row('text of news pages, runs of four words, F1', f1, '0.889', 0.96),
    row('text of news pages, recall', recall, '0.991', 0.985),
  ];
}

function readPages(files: readonly string[]): string[] {
  const own = mkdtempSync(join(tmpdir(), 'plumbline-pages-'));
  try {
    const out = join(own, 'out.jsonl');
    const command = ['--import', 'tsx', join(ROOT, 'bin/plumbline.ts'), 'read', '--out', out];
    const run = spawnSync(process.execPath, [...command, '--in', ...files], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: own },
    });
    if (run.status !== 0) throw new Error(`plumbline read: ${run.stderr}`);
    return readFileSync(out, 'utf8').split('\n').filter(Boolean);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
