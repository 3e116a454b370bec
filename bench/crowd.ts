import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { endOnRefusal, Refusal } from '../bin/refusal.mjs';
import {
  type Client,
  openClient,
  processorMs,
  residentMegabytes,
  signInToDesk,
  startBenchDesk,
} from './desk';
import { describeMachine, ms, printTable, quantileOf } from './numbers';

const PATIENCE_MS = 10_000;
const REQUESTS_A_SECOND = 100;

/** What readers look at, one page after the other. */
const PAGES = ['/claims', '/', '/claims?status=open', '/notifications/unread', '/articles'];

/**
 * `npx tsx bench/crowd.ts --data DIR [--readers 200] [--writers 10] [--seconds 60]`: many people at once
 * on a desk that bench/make-claims.ts made, each asking again as soon as answered. Ends with 1 when a
 * request took over 10 s, a write was refused or is not in the record, or fewer than 100 requests a
 * second were answered.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      readers: { type: 'string', default: '200' },
      writers: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '60' },
    },
  });
  if (!values.data) throw new Refusal('Name the folder of the desk, with --data.');
  const file = join(values.data, 'plumbline.db');
  const desk = await startBenchDesk(values.data);
  try {
    const cookie = await signInToDesk(desk.address);
    const until = performance.now() + Number(values.seconds) * 1000;
    const read: number[] = [];
    const written: number[] = [];
    const failed: string[] = [];
    const goOn = async (times: number[], turn: (client: Client, n: number) => Promise<void>) => {
      const client = openClient(desk, cookie);
      for (let n = 0; performance.now() < until; n++) {
        const begun = performance.now();
        await turn(client, n).catch((error: unknown) => failed.push(String(error)));
        times.push(performance.now() - begun);
      }
      client.close();
    };
    const claims = listSuggested(file);
    const events = countEvents(file);
    const before = processorMs(desk.pid) ?? 0;
    const started = performance.now();
    await Promise.all([
      ...Array.from({ length: Number(values.readers) }, (_, reader) =>
        goOn(read, async (client, n) => {
          const path = PAGES[(reader + n) % PAGES.length] ?? '/';
          const { status } = await client.get(path);
          if (status !== 200) failed.push(`${path} was answered with ${status}.`);
        }),
      ),
      ...Array.from({ length: Number(values.writers) }, () =>
        goOn(written, async (client) => {
          const { number, revision } = claims.next().value ?? { number: 0, revision: 0 };
          const { status, body } = await client.post(`/api/claims/C-${number}/steps`, {
            step: 'accept',
            revision,
          });
          if (status !== 200) failed.push(`C-${number} was answered with ${status}: ${body}`);
        }),
      ),
    ]);
    const seconds = (performance.now() - started) / 1000;
    const cpu = ((processorMs(desk.pid) ?? 0) - before) / (read.length + written.length);
    const recorded = countEvents(file) - events;
    const rate = (read.length + written.length) / seconds;
    const row = (name: string, times: number[]) => [
      name,
      String(times.length),
      ms(quantileOf(times, 0.5)),
      ms(quantileOf(times, 0.95)),
      ms(Math.max(...times)),
    ];
    console.log(`\n${describeMachine()}\n`);
    printTable(
      ['', 'requests', 'p50 ms', 'p95 ms', 'longest ms'],
      [row('readers', read), row('writers', written)],
    );
    console.log(
      `  ${rate.toFixed(0)} requests a second, ${ms(cpu)} ms of processor time each; ` +
        `${recorded} steps in the record of ${written.length} written; ` +
        `${residentMegabytes(desk.pid)?.toFixed(0)} MB\n`,
    );
    for (const failure of [...new Set(failed)].slice(0, 5)) console.log(`  ${failure}`);
    const longest = Math.max(...read, ...written);
    const isMet =
      longest <= PATIENCE_MS &&
      failed.length === 0 &&
      recorded === written.length &&
      rate >= REQUESTS_A_SECOND;
    console.log(`  targets ${isMet ? 'held' : 'missed'}, ${failed.length} requests failed\n`);
    process.exitCode = isMet ? 0 : 1;
  } finally {
    await desk.stop();
  }
}

function* listSuggested(file: string): Generator<{ number: number; revision: number }> {
  const db = new Database(file, { readonly: true });
  const rows = db
    .prepare<[], { number: number; revision: number }>(
      `SELECT "number", "revision" FROM "Claim" WHERE "status" = 'suggested' ORDER BY "number"
        LIMIT 50000`,
    )
    .all();
  db.close();
  yield* rows;
}

function countEvents(file: string): number {
  const db = new Database(file, { readonly: true });
  const count = db
    .prepare<[], number>(`SELECT count(*) FROM "Event" WHERE "action" = 'claim.accepted'
      AND "via" = 'api'`)
    .pluck()
    .get();
  db.close();
  return count ?? 0;
}

await endOnRefusal(measure);
