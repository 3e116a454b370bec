import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { endOnRefusal, Refusal } from '../bin/refusal.mjs';
import { openClient, processorMs, signInToDesk, startBenchDesk } from './desk';
import { makeClaims } from './make-claims';
import { describeMachine, median, ms, printTable } from './numbers';

/**
 * `npx tsx bench/growth.ts [--desks DIR,DIR,DIR] [--runs 30] [--saves 300]`: what the desk costs with
 * 10,000, 100,000 and 1,000,000 claims, over HTTP, as medians, with the processor time of the server.
 * All desks run together and are asked by turns. Without desks of these sizes it makes them in
 * data/growth. It takes steps of the review in them.
 */
const SIZES = [10_000, 100_000, 1_000_000];
const WARM_UP = 10;

type Cost = { readonly wallMs: number; readonly cpuMs: number };

/** Addresses of the measured pages, by their titles. */
function listPages(db: Database.Database): Readonly<Record<string, string>> {
  const value = <Found>(sql: string) => db.prepare<[], Found>(sql).pluck().get() as Found;
  const number = value<number>(`SELECT "number" FROM "Claim" WHERE "status" = 'published'
    ORDER BY "number" DESC LIMIT 1`);
  const article = value<string>(`SELECT "articleId" FROM "Claim" GROUP BY "articleId"
    HAVING count(*) BETWEEN 20 AND 30 LIMIT 1`);
  const person = value<string>(`SELECT "id" FROM "User" ORDER BY "id" DESC LIMIT 1`);
  return {
    'list, all': '/claims',
    'list, most worthy': '/claims?sort=checkWorthy',
    'list, a status': '/claims?status=open',
    'list, a rare verdict': '/claims?verdict=outdated',
    'list, three filters': '/claims?status=published&kind=figure&figure=yes',
    'list, overdue': '/claims?due=overdue&sort=due',
    'list, held by one': `/claims?assignee=${person}`,
    'list, my queue': '/claims?status=underWork&assignee=me&sort=due',
    'list, a claimant': '/claims?claimant=zagreb',
    'search, a common word': '/claims?words=harbour',
    'search, a rare word': '/claims?words=zeppelin',
    'claim page': `/claims/C-${String(number).padStart(4, '0')}`,
    'desk page': '/',
    'article page': `/articles/${article}`,
    'articles page': '/articles',
    'sources page': '/sources',
    'people page': '/people',
    'person page': `/people/${person}`,
    'notifications page': '/notifications',
    'record page': '/record',
  };
}

type Measured = {
  readonly claims: number;
  readonly pid: number;
  readonly pages: ReturnType<typeof listPages>;
  readonly get: (path: string) => Promise<void>;
  /** Takes a step of the review, the next one each time. */
  readonly save: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

async function open(dataDir: string, saves: number): Promise<Measured> {
  const desk = await startBenchDesk(dataDir);
  const client = openClient(desk, await signInToDesk(desk.address));
  const db = new Database(join(dataDir, 'plumbline.db'), { readonly: true });
  const claims = db.prepare<[], number>('SELECT count(*) FROM "Claim"').pluck().get() ?? 0;
  const pages = listPages(db);
  const suggested = db
    .prepare<[number], { number: number; revision: number }>(
      `SELECT "number", "revision" FROM "Claim" WHERE "status" = 'suggested'
        ORDER BY "number" LIMIT ?`,
    )
    .all(saves + WARM_UP);
  db.close();
  return {
    claims,
    pid: desk.pid,
    pages,
    get: async (path) => {
      const { status } = await client.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
    },
    save: async () => {
      const { number, revision } = suggested.shift() ?? { number: 0, revision: 0 };
      const path = `/api/claims/C-${number}/steps`;
      const { status, body } = await client.post(path, { step: 'accept', revision });
      if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
    },
    stop: async () => {
      client.close();
      await desk.stop();
    },
  };
}

/** Asks all desks by turns, so that what else the machine does slows all of them alike. */
async function measure(
  desks: readonly Measured[],
  times: number,
  ask: (desk: Measured) => Promise<void>,
): Promise<Cost[]> {
  const walls = desks.map((): number[] => []);
  const before = desks.map(({ pid }) => processorMs(pid) ?? 0);
  for (let n = 0; n < times; n++) {
    for (const [place, desk] of desks.entries()) {
      const begun = performance.now();
      await ask(desk);
      walls[place]?.push(performance.now() - begun);
    }
  }
  return desks.map(({ pid }, place) => ({
    wallMs: median(walls[place] ?? []),
    cpuMs: ((processorMs(pid) ?? 0) - (before[place] ?? 0)) / times,
  }));
}

async function measureAll(desks: readonly Measured[], runs: number, saves: number) {
  const costs = new Map<string, readonly Cost[]>();
  await measure(desks, WARM_UP, ({ save }) => save());
  costs.set('save', await measure(desks, saves, ({ save }) => save()));
  for (const name of Object.keys(desks[0]?.pages ?? {})) {
    const ask = ({ pages, get }: Measured) => get(pages[name] ?? '/');
    await measure(desks, 3, ask);
    costs.set(name, await measure(desks, runs, ask));
  }
  return costs;
}

function report(claims: readonly number[], costs: ReadonlyMap<string, readonly Cost[]>): void {
  const sizes = claims.map((each) => each.toLocaleString('en'));
  for (const [title, of] of [
    ['Milliseconds a request, median', ({ wallMs }: Cost) => wallMs],
    ['Processor time of the server in milliseconds a request', ({ cpuMs }: Cost) => cpuMs],
  ] as const) {
    console.log(`\n${title}; ${describeMachine()}\n`);
    printTable(
      ['', ...sizes, ...sizes.slice(1).map((size, n) => `${size} : ${sizes[n]}`)],
      Array.from(costs, ([name, each]) => {
        const values = each.map(of);
        const ratios = values.slice(1).map((value, n) => (value / (values[n] ?? 1)).toFixed(2));
        return [name, ...values.map(ms), ...ratios];
      }),
    );
  }
}

await endOnRefusal(async () => {
  const { values } = parseArgs({
    options: {
      desks: { type: 'string' },
      runs: { type: 'string', default: '30' },
      saves: { type: 'string', default: '300' },
    },
  });
  const folders = values.desks?.split(',') ?? SIZES.map((claims) => `data/growth/${claims}`);
  for (const [n, dataDir] of folders.entries()) {
    if (existsSync(join(dataDir, 'plumbline.db'))) continue;
    if (values.desks) throw new Refusal(`There is no desk in ${dataDir}.`);
    await makeClaims(dataDir, SIZES[n] ?? 0);
  }
  const desks: Measured[] = [];
  try {
    for (const dataDir of folders) desks.push(await open(dataDir, Number(values.saves)));
    const costs = await measureAll(desks, Number(values.runs), Number(values.saves));
    report(
      desks.map(({ claims }) => claims),
      costs,
    );
  } finally {
    for (const desk of desks) await desk.stop();
  }
});
