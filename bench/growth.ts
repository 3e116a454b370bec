import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { endOnRefusal, Refusal } from '../bin/refusal.mjs';
import { openClient, processorMs, signIn, startDesk } from './desk';
import { makeClaims } from './make-claims';
import { describeMachine, median, ms, printTable } from './numbers';

/**
 * `npx tsx bench/growth.ts [--desks DIR,DIR,DIR] [--runs 30] [--saves 300]`: what the desk costs with
 * 10,000, 100,000 and 1,000,000 claims, over HTTP, as medians, with the processor time of the server.
 * Without desks of these sizes it makes them in data/growth. It takes steps of the review in them.
 */
const SIZES = [10_000, 100_000, 1_000_000];
const WARM_UP = 10;

type Cost = { readonly wallMs: number; readonly cpuMs: number };
type Costs = ReadonlyMap<string, Cost>;

/** Addresses of the pages that are measured, by what is said of them. */
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
    'search, a common word': '/claims?words=harbour',
    'search, a rare word': '/claims?words=zeppelin',
    'claim page': `/claims/C-${String(number).padStart(4, '0')}`,
    'desk page': '/',
    'article page': `/articles/${article}`,
    'articles page': '/articles',
    'sources page': '/sources',
    'people page': '/people',
    'notifications page': '/notifications',
    'record page': '/record',
  };
}

async function measure(dataDir: string, runs: number, saves: number): Promise<Costs> {
  const desk = await startDesk(dataDir);
  try {
    const cookie = await signIn(desk.address);
    const client = openClient(desk, cookie);
    const db = new Database(join(dataDir, 'plumbline.db'), { readonly: true });
    const pages = listPages(db);
    const suggested = db
      .prepare<[number], { number: number; revision: number }>(
        `SELECT "number", "revision" FROM "Claim" WHERE "status" = 'suggested'
          ORDER BY "number" LIMIT ?`,
      )
      .all(saves + WARM_UP);
    db.close();
    const time = async (times: number, ask: (n: number) => Promise<unknown>): Promise<Cost> => {
      const walls: number[] = [];
      const before = processorMs(desk.pid) ?? 0;
      for (let n = 0; n < times; n++) {
        const begun = performance.now();
        await ask(n);
        walls.push(performance.now() - begun);
      }
      return { wallMs: median(walls), cpuMs: ((processorMs(desk.pid) ?? 0) - before) / times };
    };
    const costs = new Map<string, Cost>();
    const save = async (n: number) => {
      const { number, revision } = suggested[n] ?? { number: 0, revision: 0 };
      const path = `/api/claims/C-${number}/steps`;
      const { status, body } = await client.post(path, { step: 'accept', revision });
      if (status !== 200) throw new Error(`${path} was answered with ${status}: ${body}`);
    };
    await time(WARM_UP, save);
    costs.set('save', await time(saves, (n) => save(n + WARM_UP)));
    for (const [name, path] of Object.entries(pages)) {
      const get = async () => {
        const { status } = await client.get(path);
        if (status !== 200) throw new Error(`${path} was answered with ${status}.`);
      };
      await time(3, get);
      costs.set(name, await time(runs, get));
    }
    client.close();
    return costs;
  } finally {
    await desk.stop();
  }
}

function report(all: readonly { claims: number; costs: Costs }[]): void {
  const names = [...(all[0]?.costs.keys() ?? [])];
  const sizes = all.map(({ claims }) => claims.toLocaleString('en'));
  for (const [said, of] of [
    ['Milliseconds a request, median', ({ wallMs }: Cost) => wallMs],
    ['Processor time of the server in milliseconds a request', ({ cpuMs }: Cost) => cpuMs],
  ] as const) {
    console.log(`\n${said}; ${describeMachine()}\n`);
    printTable(
      ['', ...sizes, ...all.slice(1).map((_, n) => `${sizes[n + 1]} : ${sizes[n]}`)],
      names.map((name) => {
        const values = all.map(({ costs }) => of(costs.get(name) ?? { wallMs: 0, cpuMs: 0 }));
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
  const desks = values.desks?.split(',') ?? SIZES.map((claims) => `data/growth/${claims}`);
  const all: { claims: number; costs: Costs }[] = [];
  for (const [n, dataDir] of desks.entries()) {
    if (!existsSync(join(dataDir, 'plumbline.db'))) {
      if (values.desks) throw new Refusal(`There is no desk in ${dataDir}.`);
      await makeClaims(dataDir, SIZES[n] ?? 0);
    }
    const costs = await measure(dataDir, Number(values.runs), Number(values.saves));
    const db = new Database(join(dataDir, 'plumbline.db'), { readonly: true });
    const claims = db.prepare<[], number>('SELECT count(*) FROM "Claim"').pluck().get() ?? 0;
    db.close();
    all.push({ claims, costs });
  }
  report(all);
});
