import Database from 'better-sqlite3';
import {
  CLAIM_SORTS,
  DUE_FILTERS,
  formatSortKey,
  NO_DUE_DAY,
  type SortKey,
  STATUS_FILTERS,
} from '#domain/claims/claim-list';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { FIRST_SCALE } from '#domain/review/rating';
import { type Client, processorMs, type RunningDesk, readTotal } from './desk';
import { CLAIMANT_WORDS, WORDS } from './newsroom/words';
import { describeMachine, median, ms, printTable, quantileOf } from './numbers';

const PAGE_MS = 60;
/** Fewer samples of a group than this have no 95th percentile to speak of. */
const SAMPLES_A_GROUP = 60;
const WORST = 12;

/** A list that an address asks for, first page. */
type View = { readonly group: string; readonly query: Readonly<Record<string, string>> };
type Place = 'first' | 'middle' | 'last';
type Measured = View & {
  readonly place: Place;
  readonly path: string;
  claims: number | null;
  readonly times: number[];
};

/** The values of each filter that are measured alone: the commonest first, then the rarest. */
type Filters = Readonly<Record<string, readonly string[]>>;

/** How fast the pages of /claims are answered. @returns whether the target was met */
export async function measurePages(
  client: Client,
  { pid }: RunningDesk,
  databaseFile: string,
  runs: number,
): Promise<boolean> {
  const db = new Database(databaseFile, { readonly: true });
  const requests = listRequests(findFilters(db), findMiddles(db));
  const size = (group: string) => requests.filter((each) => each.group === group).length;
  const claims = db.prepare<[], number>('SELECT count(*) FROM "Claim"').pluck().get();
  db.close();
  console.log(
    `\n${requests.length} addresses of /claims, ${runs} times each after one to warm up; ` +
      `${claims?.toLocaleString('en')} claims; ${describeMachine()}\n`,
  );
  const rounds = new Map(
    requests.map(({ group }) => [group, Math.max(runs, Math.ceil(SAMPLES_A_GROUP / size(group)))]),
  );
  const cpuBefore = processorMs(pid);
  let asked = 0;
  // Round by round, so that a busy moment of the machine does not fall on one address alone.
  for (let round = 0; round <= Math.max(...rounds.values()); round++) {
    for (const each of requests) {
      if (round > (rounds.get(each.group) ?? 0)) continue;
      const { status, totalMs, body } = await client.get(each.path);
      if (status !== 200) throw new Error(`${each.path} was answered with ${status}.`);
      asked += 1;
      if (round === 0) each.claims = readTotal(each.path, body.toString('utf8'));
      else each.times.push(totalMs);
    }
  }
  const cpuAfter = processorMs(pid);
  printWorst(requests);
  printPlaces(requests);
  const isMet = printGroups(requests);
  if (cpuBefore !== null && cpuAfter !== null) {
    // Whatever else the machine does, it does not count here.
    console.log(
      `  processor time of the server: ${ms((cpuAfter - cpuBefore) / asked)} ms a request`,
    );
  }
  console.log(`  ${describeMachine()}\n`);
  return isMet;
}

function findFilters(db: Database.Database): Filters {
  const byCount = (sql: string) => db.prepare<[], string>(sql).pluck().all();
  const articles = byCount('SELECT "articleId" FROM "Claim" GROUP BY 1 ORDER BY count(*) DESC, 1');
  const claimants = byCount(
    `SELECT p."name" FROM "Claim" c JOIN "Party" p ON p."id" = c."claimantId"
     GROUP BY p."id" ORDER BY count(*) DESC, 1`,
  );
  const ends = (values: readonly string[]) => [values.at(0) ?? '', values.at(-1) ?? ''];
  const middle = (values: readonly string[]) => values[Math.floor(values.length / 2)] ?? '';
  const column = (name: string, all: readonly string[]) => {
    const [common, rare] = ends(
      byCount(
        `SELECT coalesce("${name}", 'none') FROM "Claim" GROUP BY 1 ORDER BY count(*) DESC, 1`,
      ),
    );
    return [...new Set([common ?? '', rare ?? '', ...all])];
  };
  return {
    status: column('status', STATUS_FILTERS),
    verdict: column('ratingKey', ['none', ...FIRST_SCALE.map(({ key }) => key)]),
    kind: column('kind', CLAIM_KINDS),
    article: [...ends(articles), middle(articles)],
    // One letter stands in the names of nearly all.
    claimant: [CLAIMANT_WORDS.many, claimants.at(-1) ?? '', CLAIMANT_WORDS.none, 'a'],
    figure: ['no', 'yes'],
    assignee: ['nobody', 'me', ...byCount('SELECT "id" FROM "User" ORDER BY "id" LIMIT 1')],
    due: DUE_FILTERS,
    words: [WORDS.many, WORDS.few, WORDS.none, `${WORDS.many} bridge`, 'C-0142'],
  };
}

type Middles = Readonly<Record<(typeof CLAIM_SORTS)[number], SortKey>>;

/** The key of the claim half-way through all claims, in each order. */
function findMiddles(db: Database.Database): Middles {
  const middle = (column: string) =>
    db
      .prepare<[], SortKey>(
        `SELECT "${column}" AS "value", "number" FROM "Claim" ORDER BY 1, 2
         LIMIT 1 OFFSET (SELECT count(*) / 2 FROM "Claim")`,
      )
      .get() as SortKey;
  return {
    newest: middle('number'),
    oldest: middle('number'),
    checkWorthy: middle('checkWorthiness'),
    changed: middle('updatedAt'),
    // Most claims have no due day, so the middle of them all is in the middle of those.
    due: { value: NO_DUE_DAY, number: middle('number').number },
  };
}

function listRequests(filters: Filters, middles: Middles): Measured[] {
  const singles: View[] = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => ({ group: `filter ${name}`, query: { [name]: value } })),
  );
  const none: View = { group: 'no filter', query: {} };
  const pairs = pairsOf(Object.keys(filters)).flatMap(([one, other]) =>
    ends(filters, one).flatMap((value) =>
      ends(filters, other).map((otherValue) => ({
        group: 'pairs of filters',
        query: { [one]: value, [other]: otherValue },
      })),
    ),
  );
  const sorted = CLAIM_SORTS.filter((sort) => sort !== 'newest').flatMap((sort) =>
    [none, ...singles].map(({ query }) => ({ group: `order ${sort}`, query: { ...query, sort } })),
  );
  return [none, ...singles, ...pairs, ...sorted].flatMap((view) => {
    const sort = (view.query as { sort?: keyof Middles }).sort ?? 'newest';
    return [
      toRequest(view, 'first', {}),
      toRequest(view, 'middle', { after: formatSortKey(middles[sort]) }),
      toRequest(view, 'last', { page: 'last' }),
    ];
  });
}

const pairsOf = (names: readonly string[]): [string, string][] =>
  names.flatMap((one, index) =>
    names.slice(index + 1).map((other): [string, string] => [one, other]),
  );

const ends = (filters: Filters, name: string) => filters[name]?.slice(0, 2) ?? [];

const toRequest = (view: View, place: Place, page: Record<string, string>): Measured => ({
  ...view,
  place,
  path: `/claims?${new URLSearchParams({ ...view.query, ...page })}`,
  claims: null,
  times: [],
});

function printWorst(requests: readonly Measured[]): void {
  const slowest = requests
    .toSorted((one, other) => quantileOf(other.times, 0.95) - quantileOf(one.times, 0.95))
    .slice(0, WORST);
  printTable(
    [`slowest ${WORST} addresses`, 'page', 'claims', 'p50 ms', 'p95 ms'],
    slowest.map(({ query, place, claims, times }) => [
      decodeURIComponent(new URLSearchParams(query).toString()) || 'no filter',
      place,
      claims?.toLocaleString('en') ?? '',
      ms(median(times)),
      ms(quantileOf(times, 0.95)),
    ]),
  );
}

function printPlaces(requests: readonly Measured[]): void {
  const times = (place: Place) =>
    requests.filter((each) => each.place === place).flatMap((each) => each.times);
  const first = median(times('first'));
  printTable(
    ['page', 'p50 ms', 'p95 ms', 'p50 to first page'],
    (['first', 'middle', 'last'] as const).map((place) => [
      place,
      ms(median(times(place))),
      ms(quantileOf(times(place), 0.95)),
      (median(times(place)) / first).toFixed(2),
    ]),
  );
}

function printGroups(requests: readonly Measured[]): boolean {
  const groups = [...new Set(requests.map(({ group }) => group))];
  const rows = [...groups.map((group) => [group]), groups].map((names) => {
    const members = requests.filter(({ group }) => names.includes(group));
    const times = members.flatMap((each) => each.times);
    return {
      name: names.length === 1 ? (names[0] ?? '') : 'all',
      addresses: members.length,
      // An address that is always too slow must not hide among fast ones.
      over: members.filter((each) => median(each.times) > PAGE_MS).length,
      times,
      isMet: quantileOf(times, 0.95) <= PAGE_MS,
    };
  });
  printTable(
    ['group', 'addresses', 'p50 ms', 'p95 ms', 'max ms', `p50 over ${PAGE_MS}`, 'target'],
    rows.map(({ name, addresses, over, times, isMet }) => [
      name,
      String(addresses),
      ms(median(times)),
      ms(quantileOf(times, 0.95)),
      ms(Math.max(...times)),
      String(over),
      isMet ? 'held' : 'missed',
    ]),
  );
  const isMet = rows.every((row) => row.isMet && row.over === 0);
  console.log(`  target ${PAGE_MS} ms at p95, each group: ${isMet ? 'held' : 'missed'}`);
  return isMet;
}
