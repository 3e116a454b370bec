/**
 * `npx tsx bench/start.ts [--runs 5]`: how long a desk takes until it says that it is ready, and from
 * then until a stranger has the sign-in page; with an empty folder, with nothing to do, and out of an
 * archive of `npm run pack`. Ends with 1 where a later start takes longer than 5 seconds, or the first
 * one of a release longer than 20.
 */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract } from 'tar';
import { packRelease } from '../bin/release.mjs';
import { PROJECT } from '../bin/settings.mjs';
import { startBenchDesk } from './desk';
import { describeMachine, median, ms, printTable } from './numbers';

const AGAIN_MS = 5000;
const RELEASE_MS = 20_000;

async function measureStarts() {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  // Builds what is not built yet, so that no start that counts has to.
  const beforehand = await startOnce(makeFolder());
  rmSync(beforehand.folder, { recursive: true });
  const folder = makeFolder();
  const first = await startOnce(folder);
  const again: Start[] = [];
  for (let run = 0; run < Number(values.runs); run++) again.push(await startOnce(folder));
  rmSync(folder, { recursive: true });
  const release = await startRelease();

  console.log(describeMachine());
  printTable(
    ['start', 'ready, ms', 'sign-in page, ms'],
    [
      ['first, empty folder', ms(first.readyMs), ms(first.pageMs)],
      ['first of a release, its packages there', ms(release.readyMs), ms(release.pageMs)],
      ['later, middle', ms(median(readyOf(again))), ms(median(again.map(pageOf)))],
      ['later, slowest', ms(Math.max(...readyOf(again))), ms(Math.max(...again.map(pageOf)))],
    ],
  );
  const tookMs = ({ readyMs, pageMs }: Start) => readyMs + pageMs;
  const isMet = again.every((start) => tookMs(start) < AGAIN_MS) && tookMs(release) < RELEASE_MS;
  console.log(
    isMet
      ? 'Held: every later start under 5 s, and the first of a release under 20 s.'
      : 'Missed: a later start over 5 s, or the first of a release over 20 s.',
  );
  process.exitCode = isMet ? 0 : 1;
}

type Start = { readonly folder: string; readonly readyMs: number; readonly pageMs: number };

const readyOf = (starts: readonly Start[]) => starts.map(({ readyMs }) => readyMs);
const pageOf = ({ pageMs }: Start) => pageMs;
const makeFolder = () => mkdtempSync(join(tmpdir(), 'plumbline-start-'));

/** Unpacks an archive of this very build, and starts what is in it. */
async function startRelease(): Promise<Start> {
  const place = makeFolder();
  const { archive, megabytes } = await packRelease(PROJECT, place);
  console.log(`The archive has ${megabytes.toFixed(1)} MB.`);
  const project = join(place, 'unpacked');
  mkdirSync(project);
  await extract({ file: archive, cwd: project, strip: 1 });
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'), 'junction');
  const start = await startOnce(join(place, 'data'), project);
  rmSync(place, { recursive: true });
  return start;
}

async function startOnce(folder: string, project = PROJECT): Promise<Start> {
  const began = performance.now();
  const desk = await startBenchDesk(folder, project);
  const readyMs = performance.now() - began;
  const page = await fetch(`${desk.address}/sign-in`);
  await page.text();
  const pageMs = performance.now() - began - readyMs;
  await desk.stop();
  if (page.status !== 200) throw new Error(`The sign-in page was answered with ${page.status}.`);
  return { folder, readyMs, pageMs };
}

await measureStarts();
