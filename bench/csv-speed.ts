import { parse } from 'csv-parse/sync';
import { CLAIM_COLUMNS } from '#domain/reports/claim-columns';
import { type Client, processorMs, type RunningDesk, readTotal, residentMegabytes } from './desk';
import { describeMachine, median, ms, printTable } from './numbers';

const FIRST_BYTE_MS = 300;
const TOTAL_MS = 4000;
const MEMORY_MB = 100;
const SAMPLE_MS = 50;

const READERS = [
  { name: 'curl, first after the start', encoding: 'identity', restMs: 0 },
  { name: 'curl', encoding: 'identity', restMs: 0 },
  { name: 'curl', encoding: 'identity', restMs: 0 },
  { name: 'curl', encoding: 'identity', restMs: 0 },
  { name: 'a browser, which takes gzip', encoding: 'gzip', restMs: 0 },
  // A slow reader must not make the desk keep the report in memory.
  { name: 'curl, resting for 3 s', encoding: 'identity', restMs: 3000 },
] as const;

/** How fast claims.csv of all claims is answered, in how much memory. @returns whether it was in time */
export async function measureCsv(client: Client, { pid }: RunningDesk): Promise<boolean> {
  const total = readTotal('/claims', (await client.get('/claims')).body.toString('utf8')) ?? 0;
  for (let n = 0; n < 20; n++) await client.get('/claims');
  const runs: Run[] = [];
  for (const { name, ...reader } of READERS) {
    runs.push({ name, ...(await readCsv(client, pid, total, reader)) });
  }
  console.log(`claims.csv of all ${total.toLocaleString('en')} claims, from a desk just started\n`);
  printTable(
    ['reader', 'MB', 'first byte ms', 'all s', 'CPU s', 'MB before', 'peak', 'after', 'growth'],
    runs.map((run) => [
      run.name,
      (run.bytes / 1e6).toFixed(1),
      ms(run.firstByteMs),
      (run.totalMs / 1000).toFixed(2),
      run.cpuMs === null ? '' : (run.cpuMs / 1000).toFixed(2),
      ...[run.before, run.peak, run.after, run.peak - run.before].map((mb) => mb.toFixed(0)),
    ]),
  );
  if (residentMegabytes(pid) === null) console.log('  Memory is measured on Linux only.');
  const firstByteMs = median(runs.map((run) => run.firstByteMs));
  const totalMs = median(runs.filter(({ restMs }) => restMs === 0).map((run) => run.totalMs));
  const growth = Math.max(...runs.map(({ before, peak }) => peak - before));
  const isMet = firstByteMs <= FIRST_BYTE_MS && totalMs <= TOTAL_MS && growth <= MEMORY_MB;
  console.log(
    `  p50 to the first byte ${ms(firstByteMs)} of ${FIRST_BYTE_MS} ms, to the last ` +
      `${(totalMs / 1000).toFixed(2)} of ${TOTAL_MS / 1000} s, most growth ` +
      `${growth.toFixed(0)} of ${MEMORY_MB} MB: ${isMet ? 'held' : 'missed'}`,
  );
  console.log(`  ${describeMachine()}`);
  return isMet;
}

type Reader = { readonly encoding: 'gzip' | 'identity'; readonly restMs: number };
type Run = Awaited<ReturnType<typeof readCsv>> & { readonly name: string };

/** Downloads the report, and parses it afterwards, so that it is not the parser that is measured. */
async function readCsv(client: Client, pid: number, total: number, reader: Reader) {
  const memory = watchMemory(pid);
  const cpuBefore = processorMs(pid);
  const answer = await client.get('/exports/claims.csv', reader);
  const cpuAfter = processorMs(pid);
  const { status, firstByteMs, totalMs, wireBytes, body } = answer;
  const used = await memory.stop();
  const records: string[][] = parse(body);
  const whole = records.length === total + 1 && records[0]?.length === CLAIM_COLUMNS.length;
  if (status !== 200 || !whole) {
    throw new Error(`claims.csv was answered with ${status} and ${records.length} records.`);
  }
  const cpuMs = cpuBefore !== null && cpuAfter !== null ? cpuAfter - cpuBefore : null;
  return { ...used, restMs: reader.restMs, firstByteMs, totalMs, cpuMs, bytes: wireBytes };
}

/** The memory of the server before, at most during, and two seconds after. */
function watchMemory(pid: number) {
  const now = () => residentMegabytes(pid) ?? 0;
  const before = now();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, now());
  }, SAMPLE_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      peak = Math.max(peak, now());
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return { before, peak, after: now() };
    },
  };
}
