import { appendFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isOfWholeDesk, toScans } from './scans';

// Every statement that a test has the desk run is asked for its plan: one that would read a whole table
// of those that grow fails the test that ran it, and is named. Prepared through Prisma or not, it comes
// through here.

const LOG = process.env.PLUMBLINE_SCANS;
const { prepare } = Database.prototype;
const asked = new Set<string>();

Database.prototype.prepare = function (this: Database.Database, sql: string) {
  const statement = prepare.call(this, sql);
  if (!asked.has(sql)) {
    asked.add(sql);
    const scans = toScans(sql, explain(this, sql));
    const from = scans.length > 0 ? caller() : [];
    if (scans.length > 0 && !isOfTest(sql, from) && !isOfWholeDesk(from)) {
      const message = `${scans.join(', ')} in: ${sql.replaceAll(/\s+/g, ' ')}`;
      if (!LOG) throw new Error(`This reads a table that grows, as far as it goes: ${message}`);
      appendFileSync(LOG, `${JSON.stringify({ scans, sql, from })}\n`);
    }
  }
  return statement;
} as typeof prepare;

/** What SQLite would do, step by step; nothing where it is no query. */
function explain(db: Database.Database, sql: string): string[] {
  if (!/^\s*(SELECT|WITH|UPDATE|DELETE)\b/i.test(sql)) return [];
  const values = Array.from(sql.matchAll(/\?/g), () => null);
  const names = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, null]));
  const plan = prepare.call(db, `EXPLAIN QUERY PLAN ${sql}`).safeIntegers(false);
  const steps = Object.keys(names).length > 0 ? plan.all(names) : plan.all(...values);
  return (steps as { detail: string }[]).map(({ detail }) => detail);
}

const frames = () => (new Error().stack ?? '').split('\n').slice(1);

const caller = () =>
  frames()
    .filter((line) => line.includes('/app/') || line.includes('/bin/'))
    .filter((line) => !line.includes('scan-guard') && !/_data\/(prepared|db)\.ts/.test(line))
    .map((line) => line.replace(/^.*?\/((?:app|bin)\/)/, '$1'));

/** What a test asks of the database itself is of a few rows; only tests have Prisma run SQL or change all. */
function isOfTest(sql: string, [nearest]: readonly string[]): boolean {
  if (nearest) return /\.test\.ts|\/test-\w+\.ts/.test(nearest);
  return !sql.includes('`') || /^(UPDATE|DELETE)\b.* WHERE 1=1\b/s.test(sql);
}
