import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CLAIM_SORTS,
  type ClaimFilter,
  type ClaimSort,
  NO_FILTER,
  type PageKey,
} from '#domain/claims/claim-list';
import { reader, sqlite, write } from '../database/db';
import { eachClaimReport } from '../reports/claim-report';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { toMatch } from './claim-conditions';
import { countListed, keysQuery, listClaims, toPlan } from './claim-list';
import { listPartyIds } from './parties';

let desk: { folder: string; file: string };
let assignee: string;
beforeAll(async () => {
  desk = await openTestDesk();
  assignee = (await addPerson('Noor')).userId;
  for (let i = 1; i <= 23; i++) await addTestArticle(`Claim ${i} of "many" harbours.`);
  const ids = (await reader().claim.findMany({ orderBy: { number: 'asc' } })).map(({ id }) => id);
  // Equal keys in every sort but the number, so that pages must not lose or repeat what is equal.
  await write(async (tx) => {
    for (const [index, id] of ids.entries()) {
      await tx.claim.update({
        where: { id },
        data: {
          checkWorthiness: index % 3 === 0 ? 0.5 : 0.9,
          updatedAt: new Date(Date.UTC(2026, 0, 1 + (index % 4))),
          status: index % 5 === 0 ? 'open' : 'suggested',
          kind: index === 7 ? 'cause' : 'figure',
          assigneeId: index % 4 === 1 ? assignee : null,
          recheckOn: index === 3 || index === 8 ? '2026-11-20' : null,
          // Long past, on one day for several, and none for most.
          dueOn:
            index % 3 === 2 ? `2020-01-0${1 + (index % 2)}` : index === 0 ? '9000-01-01' : null,
        },
      });
    }
  });
});
afterAll(() => closeTestDesk(desk));

const list = (filter: Partial<ClaimFilter>, page: PageKey = { at: 'first' }) =>
  listClaims({ ...NO_FILTER, ...filter }, 'newest', page, 50);

test('the claims of one article are listed in the order of its text, page by page, with their evidence', async () => {
  const all = await reader().claim.findMany({ orderBy: { number: 'asc' }, take: 6 });
  const article = all[0]?.articleId ?? '';
  const places = [3, 1, 2, 1, 0, 3];
  const { documentId } = await reader().capture.findFirstOrThrow();
  await write(async (tx) => {
    for (const [n, { id }] of all.entries()) {
      await tx.claim.update({
        where: { id },
        data: { articleId: article, position: places[n] ?? 9 },
      });
    }
    const of = { documentId, quote: 'x', directness: 'primary', addedById: assignee } as const;
    for (const stance of ['supports', 'supports', 'refutes', 'context'] as const) {
      await tx.evidence.create({ data: { ...of, claimId: all[4]?.id ?? '', stance } });
    }
    await tx.evidence.updateMany({
      where: { claimId: all[4]?.id ?? '', stance: 'context' },
      data: { removedAt: new Date() },
    });
  });
  const numbers: number[] = [];
  let page: PageKey = { at: 'first' };
  for (;;) {
    const { lines, next, total } = listClaims({ ...NO_FILTER, article }, 'inText', page, 4);
    expect(total).toBe(6);
    numbers.push(...lines.map(({ number }) => number));
    if (!next) break;
    page = { at: 'after', key: next };
  }
  expect(numbers).toEqual([4, 1, 3, 2, 0, 5].map((n) => all[n]?.number));
  const [first] = listClaims({ ...NO_FILTER, article }, 'inText', { at: 'first' }, 1).lines;
  expect(first).toMatchObject({ supporting: 2, refuting: 1, otherEvidence: 0 });
  await write(async (tx) => {
    for (const { id, articleId, position } of all) {
      await tx.claim.update({ where: { id }, data: { articleId, position } });
    }
  });
});

describe.each(CLAIM_SORTS)('sorted %s', (sort) => {
  test('the pages add up to the list, forwards and backwards', () => {
    const whole = listClaims(NO_FILTER, sort, { at: 'first' }, 50).lines.map(
      ({ number }) => number,
    );
    expect(new Set(whole).size).toBe(23);

    const forwards: number[] = [];
    let page: PageKey = { at: 'first' };
    for (;;) {
      const { lines, next } = listClaims(NO_FILTER, sort, page, 5);
      forwards.push(...lines.map(({ number }) => number));
      if (!next) break;
      page = { at: 'after', key: next };
    }
    expect(forwards).toEqual(whole);

    const backwards: number[] = [];
    page = { at: 'last' };
    for (;;) {
      const { lines, previous } = listClaims(NO_FILTER, sort, page, 5);
      backwards.unshift(...lines.map(({ number }) => number));
      if (!previous) break;
      page = { at: 'before', key: previous };
    }
    expect(backwards).toEqual(whole);
  });
});

test.each([
  [{ status: 'open' }, 5],
  [{ kind: 'cause' }, 1],
  [{ verdict: 'none' }, 23],
  [{ verdict: 'false' }, 0],
  [{ figure: true }, 23],
  [{ figure: false }, 0],
  [{ claimant: 'port' }, 23],
  [{ claimant: 'PÖRT' }, 23],
  [{ claimant: 'nobody of this name' }, 0],
  [{ words: 'harbour' }, 23],
  [{ words: 'claim 7' }, 1],
  [{ words: 'c-0007' }, 1],
  [{ words: 'zeppelin' }, 0],
  [{ words: '"' }, 0],
  [{ words: 'AND' }, 0],
  [{ words: 'harbour AND OR NOT (' }, 0],
  [{ words: "'; DROP TABLE Claim; --" }, 0],
  [{ status: 'open', kind: 'cause' }, 0],
  [{ status: 'suggested', kind: 'cause', words: 'harbours', figure: true }, 1],
] as const)('%j finds %i', (filter, total) => {
  const page = list(filter);
  expect(page.total).toBe(total);
  expect(page.lines).toHaveLength(total);
});

test('a list is filtered by assignee and by due day', () => {
  expect(list({ assignee }).total).toBe(6);
  expect(list({ assignee: 'nobody' }).total).toBe(17);
  expect(list({ due: 'dated' }).total).toBe(8);
  // Every claim past its day but those that nobody has accepted yet.
  expect(list({ due: 'overdue' }).lines.map(({ number }) => number)).toEqual([21, 6]);
  expect(list({ due: 'again' }).lines.map(({ number }) => number)).toEqual([9, 4]);
  expect(list({ due: 'again', claimant: 'port', words: 'claim 9' }).total).toBe(1);
  expect(list({ status: 'underWork' }).total).toBe(5);
  expect(list({ assignee }).lines[0]).toMatchObject({ assignee: 'Noor', revision: 0 });
});

test('open claims that nobody has are counted in the index that has only them', () => {
  const unassigned = { ...NO_FILTER, status: 'open', assignee: 'nobody' } as const;
  expect(toPlan(sqlite(), unassigned, 'newest').counted).toBe('Claim_unassigned');
  const { total, lines } = list({ status: 'open', assignee: 'nobody' });
  expect(total).toBe(lines.length);
  expect(countListed(unassigned)).toBe(total);
  // Its columns do not tell a kind or an article.
  for (const more of [{ kind: 'cause' }, { words: 'c-0007' }] as const) {
    expect(toPlan(sqlite(), { ...unassigned, ...more }, 'newest').counted).not.toBe(
      'Claim_unassigned',
    );
  }
});

test('a filter from an address that no claim can have counts nothing', () => {
  for (const verdict of ['*', '?', '[a-z]*', 'none *']) {
    expect(countListed({ ...NO_FILTER, verdict })).toBe(0);
  }
  expect(countListed({ ...NO_FILTER, verdict: 'none' })).toBe(23);
});

test('a name is found with and without its accents', async () => {
  const add = (id: string, name: string) =>
    write((tx) => tx.party.create({ data: { id, kind: 'person', name } }));
  await add('storkova', 'Jiřina Štorková');
  await add('astor', 'Mary Astor');
  for (const words of ['stor', 'ŠTOR', 'ŠTOŘ']) {
    expect(listPartyIds(words).sort()).toEqual(['astor', 'storkova']);
  }
  expect(listPartyIds('jirina st')).toEqual(['storkova']);
  expect(listPartyIds('mary á')).toEqual(['astor']);
  expect(listPartyIds('y')).toContain('astor');
  expect(listPartyIds('" OR "')).toEqual([]);
});

test('a claimant is found by the name of today, and no longer by an earlier one', async () => {
  const data = { id: 'port', kind: 'organization', name: 'Quayside Board' } as const;
  await write((tx) => tx.party.create({ data }));
  await write(
    (tx) => tx.$executeRaw`UPDATE "Party" SET "name" = 'Dockside Board' WHERE "id" = 'port'`,
  );
  expect(listPartyIds('dockside')).toEqual(['port']);
  expect(listPartyIds('quayside')).toEqual([]);
});

test('in the order of due days, claims without one come last', () => {
  const days = listClaims(NO_FILTER, 'due', { at: 'first' }, 50).lines.map(({ dueOn }) => dueOn);
  const dated = days.filter((day) => day !== null);
  expect(dated).toEqual(dated.toSorted());
  expect(days.slice(dated.length)).toEqual(Array(15).fill(null));
});

test('each word of a search reaches the index in quotation marks', () => {
  expect(toMatch('harbour AND "port')).toBe('"harbour" "AND" "port"');
  expect(toMatch('4,500-tonne')).toBe('"4" "500" "tonne"');
  expect(toMatch('***')).toBe('""');
});

test.each(CLAIM_SORTS)('a list sorted %s is one walk along its index', (sort) => {
  const plan = toPlan(sqlite(), { ...NO_FILTER, figure: true, verdict: 'none' }, sort);
  const many = { ...plan, words: '"harbour"' };
  for (const each of isByNumber(sort) ? [plan] : [plan, many]) {
    const steps = stepsOf(each);
    expect(steps).toContain('USING COVERING INDEX');
    expect(steps).not.toMatch(/TEMP B-TREE FOR ORDER/);
    expect(steps).not.toMatch(/SEARCH Claim/);
  }
});

test.each(CLAIM_SORTS.filter(isByNumber))(
  'words are walked in the order of numbers, %s',
  (sort) => {
    const steps = stepsOf(toPlan(sqlite(), { ...NO_FILTER, words: 'harbour', figure: true }, sort));
    expect(steps).toMatch(/^SCAN claim_words/);
    expect(steps).not.toMatch(/TEMP B-TREE/);
    const whole = list({}).lines.map(({ number }) => number);
    const numbers = sort === 'newest' ? whole : whole.toReversed();
    expect(allNumbers({ words: 'harbour' }, sort, () => true, 5)).toEqual(numbers);
    const last = listClaims({ ...NO_FILTER, words: 'harbour' }, sort, { at: 'last' }, 5);
    expect(last.lines.map(({ number }) => number)).toEqual(numbers.slice(-3));
  },
);

test.each(CLAIM_SORTS)('what one person holds is found in an index of it, sorted %s', (sort) => {
  const steps = stepsOf(toPlan(sqlite(), { ...NO_FILTER, assignee, figure: true }, sort));
  expect(steps).toMatch(/SEARCH Claim USING COVERING INDEX Claim_held\w* \(assigneeId=/);
  if (isByNumber(sort) || sort === 'due') expect(steps).not.toMatch(/TEMP B-TREE/);
});

test.each(CLAIM_SORTS)('what one person holds is listed page by page, sorted %s', (sort) => {
  const theirs = new Set(list({ assignee }).lines.map(({ number }) => number));
  expect(theirs.size).toBe(6);
  const inAll = allNumbers({}, sort).filter((number) => theirs.has(number));
  expect(allNumbers({ assignee }, sort, () => true, 2)).toEqual(inAll);
  const overdue = allNumbers({ due: 'overdue' }, sort).filter((number) => theirs.has(number));
  expect(allNumbers({ assignee, due: 'overdue' }, sort)).toEqual(overdue);
});

test('where few claims have the words, those few are looked up', () => {
  const plan = toPlan(sqlite(), { ...NO_FILTER, words: 'harbour' }, 'changed');
  expect(stepsOf(plan)).toMatch(/SEARCH Claim USING .*Claim_by_number \(number=\?\)/);
});

test.each([{ status: 'open' }, { kind: 'cause' }, { verdict: 'false' }] as const)(
  'where few claims are %j, those few are looked up',
  (filter) => {
    const plan = toPlan(sqlite(), { ...NO_FILTER, ...filter, figure: true }, 'changed');
    expect(stepsOf(plan)).toMatch(/SEARCH Claim USING/);
  },
);

test('a filtered list is counted up to ten thousand; the stored counts of the whole desk are exact', () => {
  const sql = `
    WITH RECURSIVE numbers(n) AS (SELECT 9001 UNION ALL SELECT n + 1 FROM numbers WHERE n < 19500)
    INSERT INTO "Claim" ("id", "number", "text", "kind", "checkWorthiness", "reasons", "status",
      "articleId", "position", "figureCount", "updatedAt")
    SELECT 'c' || n, n, 'Many.', "kind", "checkWorthiness", "reasons", 'suggested', "articleId",
      "position", "figureCount", "updatedAt" FROM numbers JOIN (SELECT * FROM "Claim" LIMIT 1)`;
  const other = new Database(desk.file);
  const before = list({}).total ?? 0;
  other.exec(sql);
  expect(list({})).toMatchObject({ total: before + 10_500, isExact: true });
  expect(list({ assignee: 'nobody' })).toMatchObject({ total: 10_001, isExact: false });
  for (const [filter, sql] of [
    [{ status: 'suggested' }, `"status" = 'suggested'`],
    [
      { status: 'suggested', figure: true, verdict: 'none' },
      `"status" = 'suggested' AND "figureCount" > 0`,
    ],
    [
      { status: 'underWork', kind: 'figure' },
      `"status" IN ('open', 'checking') AND "kind" = 'figure'`,
    ],
    [{ figure: false }, `"figureCount" = 0`],
  ] as const) {
    const total = other.prepare(`SELECT count(*) FROM "Claim" WHERE ${sql}`).pluck().get();
    expect(list(filter)).toMatchObject({ total, isExact: true });
  }
  expect(list({ kind: 'cause' })).toMatchObject({ isExact: true });
  other.exec(`DELETE FROM "Claim" WHERE "number" > 9000`);
  other.close();
  expect(list({})).toMatchObject({ total: before, isExact: true });
});

test.each(CLAIM_SORTS)('claims sorted %s are looked up by their claimants', (sort) => {
  const plan = toPlan(sqlite(), { ...NO_FILTER, claimant: 'port', verdict: 'none' }, sort);
  expect(stepsOf(plan)).toMatch(
    /SEARCH Claim USING COVERING INDEX Claim_by_claimant \(claimantId=\?/,
  );
});

test.each(CLAIM_SORTS)('claims to be looked at again, sorted %s, are looked up', (sort) => {
  const plan = toPlan(sqlite(), { ...NO_FILTER, due: 'again', status: 'published' }, sort);
  expect(stepsOf(plan)).toMatch(/SEARCH Claim USING INDEX Claim_by_recheck \(recheckOn>\?/);
});

function isByNumber(sort: ClaimSort): boolean {
  return sort === 'newest' || sort === 'oldest';
}

function stepsOf(plan: ReturnType<typeof toPlan>): string {
  const { sql, values } = keysQuery(plan, { key: null, backwards: false, limit: 51 });
  return sqlite()
    .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
    .join('\n');
}

test('a report shows the desk at one moment, even if somebody writes while it is read', async () => {
  const report = eachClaimReport(NO_FILTER, 'newest');
  const first = report.next();
  const added = await addTestArticle('A claim that came later.');
  const rest = [...report].flat();
  const numbers = [...(first.value ?? []), ...rest].map(({ text }) => text);
  expect(numbers).toHaveLength(23);
  expect(numbers).not.toContain('A claim that came later.');
  expect(await reader().claim.count({ where: { articleId: added } })).toBe(1);
});

describe('searches for words of thousands of claims', () => {
  beforeAll(async () => {
    // One claim in fifty is approved, and every seventh has other words.
    await write(
      (tx) => tx.$executeRaw`
        WITH RECURSIVE numbers(n) AS (SELECT 1001 UNION ALL SELECT n + 1 FROM numbers WHERE n < 7000)
        INSERT INTO "Claim" ("id", "number", "text", "kind", "checkWorthiness", "reasons", "status",
                             "updatedAt", "articleId", "position", "figureCount")
        SELECT 'many-' || n, n, iif(n % 7, 'The parliament sat.', 'The port closed.'), c."kind",
               n % 3 / 3.0, c."reasons", iif(n % 50, 'suggested', 'approved'), c."updatedAt",
               c."articleId", n, 0
        FROM numbers JOIN (SELECT * FROM "Claim" ORDER BY "number" LIMIT 1) c`,
    );
  });
  const words = 'parliament';

  test.each(CLAIM_SORTS)('those few that pass another filter are told and counted, %s', (sort) => {
    const wanted = allNumbers({ status: 'approved' }, sort, (text) => text.includes(words));
    expect(wanted).toHaveLength(102);

    expect(allNumbers({ status: 'approved', words }, sort)).toEqual(wanted);
    const last = listClaims({ ...NO_FILTER, status: 'approved', words }, sort, { at: 'last' }, 50);
    expect(last.lines.map(({ number }) => number)).toEqual(wanted.slice(-2));
    expect(last.total).toBe(102);
    expect(stepsOf(toPlan(sqlite(), { ...NO_FILTER, status: 'approved', words }, sort))).toMatch(
      /SEARCH Claim USING .*Claim_by_number \(number=\?\)/,
    );
  });

  test.each(CLAIM_SORTS)('those many that pass another filter are listed uncounted, %s', (sort) => {
    const wanted = allNumbers({ status: 'suggested' }, sort, (text) => text.includes(words));
    const found = listClaims(
      { ...NO_FILTER, status: 'suggested', words },
      sort,
      { at: 'first' },
      50,
    );
    expect(found.lines.map(({ number }) => number)).toEqual(wanted.slice(0, 50));
    expect(found.total).toBeNull();
  });

  test.each([
    [{ words }, 5142],
    [{ words, status: 'published' }, 0],
    [{ words: 'harbours', status: 'approved' }, 0],
  ] as const)('%j finds %i', (filter, total) => {
    expect(list(filter).total).toBe(total);
  });
});

/** The numbers on all pages together. */
function allNumbers(
  filter: Partial<ClaimFilter>,
  sort: ClaimSort,
  isWanted: (text: string) => boolean = () => true,
  size = 50,
): number[] {
  const numbers: number[] = [];
  let page: PageKey = { at: 'first' };
  for (;;) {
    const { lines, next } = listClaims({ ...NO_FILTER, ...filter }, sort, page, size);
    numbers.push(...lines.filter(({ text }) => isWanted(text)).map(({ number }) => number));
    if (!next) return numbers;
    page = { at: 'after', key: next };
  }
}
