import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../numbers';
import { readJsonLines } from './score';
import type { Target } from './sets';
import { type QualityRow, toRow } from './table';
import type { Tool } from './tool';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SPEED_BYTES = 2_000_000;
const MEMORY_BYTES = 1_000_000;
const ARTICLE_BYTES = 5_000;
const LOADS = 5;

/** What reading costs: each figure from a process of its own, so that none warms another up. */
export function measureCost(data: string): QualityRow[] {
  const articles = ['wikinews', 'other_genres'].flatMap((name) =>
    readJsonLines<{ text: string }>(join(data, `eval/articles/${name}.jsonl`)).map(
      ({ text }) => text,
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cost-'));
  const file = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  try {
    const speed = Number(run('speed', file('speed.json', [repeated(articles, SPEED_BYTES)])));
    const short = articles.filter((text) => Buffer.byteLength(text) >= ARTICLE_BYTES);
    const article = Number(run('article', file('articles.json', short.map(firstBytes))));
    const load = median(Array.from({ length: LOADS }, () => Number(run('load'))));
    const text = file('memory.json', [repeated(articles, MEMORY_BYTES)]);
    const memory = Number(run('memory', text)) - Number(run('empty', text));
    const size = bytesUnder(join(ROOT, 'app/_engine')) / 1e6;
    return [
      row('speed, all of the reading, MB/s', speed, 2, '0.86', { atLeast: 0.5 }),
      row('a 5 kB article, warm, ms', article, 1, '8.7', { atMost: 20 }),
      row('loading, to the first sentence read, s', load / 1000, 2, '0.18', { atMost: 0.4 }),
      row('memory for 1 MB of text, MB', memory, 0, '79', { atMost: 150 }),
      row('size of the engine, MB', size, 2, '2.41', { atMost: 6 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const row = (measure: string, figure: number, decimals: number, before: string, asked: Target) =>
  toRow(measure, { figure, shown: figure.toFixed(decimals) }, { before, asked });

/** Different articles one after another, since one repeated is one that is known. */
function repeated(articles: readonly string[], bytes: number): string {
  const once = `${articles.join('\n\n')}\n\n`;
  return once.repeat(Math.ceil(bytes / Buffer.byteLength(once))).slice(0, bytes);
}

const firstBytes = (text: string) => Buffer.from(text).subarray(0, ARTICLE_BYTES).toString('utf8');

function run(mode: string, file = ''): string {
  const child = join(ROOT, 'bench/quality/cost-process.ts');
  const result = spawnSync(process.execPath, ['--import', 'tsx', child, mode, file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`measuring ${mode}: ${result.stderr}`);
  return result.stdout.trim();
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

/** How fast each tool does what it does on the same short texts, in kB/s; ours reads everything. */
export function measureSpeeds(
  data: string,
  readOurs: (text: string) => unknown,
  peers: readonly Tool[],
): QualityRow {
  const texts = readJsonLines<{ text: string }>(join(data, 'eval/quantities/news_dev.jsonl'));
  const kilobytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1000;
  const speedOf = (read: (text: string) => unknown): number => {
    // Twice, and only the second time counts: the first one warms up.
    let seconds = 0;
    for (let round = 0; round < 2; round++) {
      const start = performance.now();
      for (const { text } of texts) read(text);
      seconds = (performance.now() - start) / 1000;
    }
    return kilobytes / seconds;
  };
  const ours = speedOf(readOurs);
  const speeds = peers.flatMap((peer) => {
    const read = peer.quantities ?? peer.dates ?? peer.sentences;
    const speed = read && speedOf((text) => read(text, '2020-01-01'));
    return speed === undefined ? [] : [[peer.name, speed.toFixed(0)] as const];
  });
  const shown = { figure: ours, shown: ours.toFixed(0) };
  return toRow('speed on the news sentences, kB/s ‡', shown, { before: '297' }, new Map(speeds));
}

/** Macro F1 over four folds, in percent, from the script that trains the model: a minute or two. */
export function measureFolds(data: string): QualityRow {
  const script = join(ROOT, 'bench/train-check-worthiness.ts');
  const args = ['--import', 'tsx', script, '--data', join(data, 'eval/checkworthy'), '--folds'];
  const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  const mean = /mean of four folds: ([\d.]+)/.exec(result.stdout ?? '')?.[1];
  if (result.status !== 0 || !mean) throw new Error(`training on the folds: ${result.stderr}`);
  const figure = 100 * Number(mean);
  const asked = { atLeast: 86 };
  const name = 'check-worthiness, four folds, macro F1';
  return toRow(name, { figure, shown: figure.toFixed(1) }, { before: '86.1', asked, toBeat: 90 });
}
