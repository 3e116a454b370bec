import { parseClaimCode } from '#domain/claims/claim';
import {
  type ClaimFilter,
  type ClaimLine,
  type ClaimPage,
  type ClaimSort,
  COUNTED,
  NO_DUE_DAY,
  type PageKey,
  type SortKey,
  statusesOf,
} from '#domain/claims/claim-list';
import { prepared, type Sqlite, sqlite } from '../database/db';
import {
  both,
  type Condition,
  hasUncounted,
  toConditions,
  toMatch,
  type Value,
} from './claim-conditions';

// Each sort has an index that begins with its key and has every column of the filters, so a list is
// one walk along it, at worst to its end, and no claim is read that is not shown. What one person
// holds has such indexes of its own, and words are walked in the order of numbers. If few claims
// have the words of the search, or few pass the other filters, those few are looked up and sorted
// instead; and so are claims to be looked at again, of which there are few, and claims by their
// claimants, since to look for each claim's claimant among hundreds takes longer than the walk. A
// value of a filter that few claims have is looked up as well.
const SORTS = {
  newest: { column: '"number"', index: 'Claim_by_number', descending: true },
  oldest: { column: '"number"', index: 'Claim_by_number', descending: false },
  checkWorthy: { column: '"checkWorthiness"', index: 'Claim_by_worth', descending: true },
  changed: { column: '"updatedAt"', index: 'Claim_by_change', descending: true },
  due: { column: '"dueOn"', index: 'Claim_by_due', descending: false },
  inText: { column: '"position"', index: 'Claim_articleId_position_idx', descending: false },
} as const satisfies Record<ClaimSort, { column: string; index: string; descending: boolean }>;

// Of what one person holds. In any other order, the few are looked up and sorted, and the many walked for.
const STORED: Partial<Record<ClaimSort, string>> = {
  newest: 'Claim_held',
  oldest: 'Claim_held',
  due: 'Claim_held_by_due',
};

const MATCHES = 'SELECT rowid FROM claim_words WHERE claim_words MATCH ?';

// Up to here, looking up and sorting the claims that have the words beats the walk.
const FEW = 5000;

// Up to here, testing the claims that pass the other filters for the words is faster than making a
// set of all claims with the words. Beyond it, claims are not counted for words that many have.
const MANY = 500;

/**
 * One page of claims, and the number of all that match: stored for statuses, kinds, verdicts and
 * figures together, and else counted up to COUNTED. It is null if thousands of claims have the
 * words and hundreds pass the other filters: counting would take longer than the list.
 */
export function listClaims(
  filter: ClaimFilter,
  sort: ClaimSort,
  page: PageKey,
  size: number,
): ClaimPage {
  const plan = toPlan(sqlite(), filter, sort);
  const backwards = page.at === 'last' || page.at === 'before';
  const key = 'key' in page ? page.key : null;
  const query = keysQuery(plan, { key, backwards, limit: size + 1 });
  const keys = prepared<Value[], SortKey>(query.sql).all(...query.values);
  // A list that fits on one page was walked whole for it, and need not be walked again.
  const isWhole = key === null && keys.length <= size;
  const stored = isWhole ? keys.length : storedTotal(filter);
  const total = stored ?? countClaims(plan);
  // The last page has the rest, so that the pages before it are full.
  const isExact = stored !== null || total === null || total <= COUNTED;
  const wanted = page.at === 'last' && total && isExact ? total % size || size : size;
  const more = keys.length > wanted;
  const shown = keys.slice(0, wanted);
  if (backwards) shown.reverse();
  const first = shown[0] ?? null;
  const last = shown.at(-1) ?? null;
  const hasPrevious = backwards ? more : page.at === 'after';
  const hasNext = backwards ? page.at === 'before' : more;
  return {
    lines: listLines(shown.map(({ number }) => number)),
    total,
    isExact,
    previous: hasPrevious ? first : null,
    next: hasNext ? last : null,
  };
}

/** How many claims match, as listClaims counts them. */
export function countListed(filter: ClaimFilter): number | null {
  return storedTotal(filter) ?? countClaims(toPlan(sqlite(), filter, 'newest'));
}

/**
 * Few enough that all of a batch is gone before the garbage collector counts it as lasting: with 500,
 * a report of 100,000 claims took 168 MB more, with 100 it takes 18 MB, in the same time.
 */
const BATCH = 100;

/** The numbers of all claims that match, in order, a batch at a time, never all in memory. */
export function* eachClaimNumbers(
  db: Sqlite,
  filter: ClaimFilter,
  sort: ClaimSort,
): Generator<readonly number[]> {
  const plan = toPlan(db, filter, sort);
  const { sql, values } = keysQuery(plan, { key: null, backwards: false, limit: null });
  let batch: number[] = [];
  for (const { number } of db.prepare<Value[], SortKey>(sql).iterate(...values)) {
    batch.push(number);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

type LookUp =
  | 'Claim_by_number'
  | 'Claim_by_claimant'
  | 'Claim_by_recheck'
  | 'Claim_overdue'
  | 'Claim_articleId_position_idx'
  | 'Claim_status_acceptedAt_idx'
  | 'Claim_by_rating'
  | 'Claim_held'
  | 'Claim_by_kind';

/** How a list is to be got: see the top of this file. */
type Plan = {
  readonly sort: ClaimSort;
  readonly conditions: readonly Condition[];
  /** The words, unless the conditions cover them: they are asked for apart from the others. */
  readonly words: string | null;
  /** The index that claims are looked up in, to be sorted; null for a walk in the list's order. */
  readonly lookUp: LookUp | null;
  /** The index of that walk. */
  readonly walk: string;
  /** The index that has the fewest of what does not match, to count in. */
  readonly counted: string;
};

export function toPlan(db: Sqlite, filter: ClaimFilter, sort: ClaimSort): Plan {
  const number = filter.words === null ? null : parseClaimCode(filter.words);
  const conditions = toConditions(filter);
  if (number !== null) conditions.push({ sql: '"number" = ?', values: [number] });
  const lookUp = toLookUp(db, filter, sort);
  const person = isPerson(filter.assignee);
  const stored: string | undefined = person ? STORED[sort] : undefined;
  const plan = {
    sort,
    lookUp,
    walk: stored ?? SORTS[sort].index,
    counted: isUnassigned(filter)
      ? 'Claim_unassigned'
      : (lookUp ?? toCounted(person, filter.due !== null)),
  };
  if (filter.words === null || number !== null) return { ...plan, conditions, words: null };
  const words = toMatch(filter.words);
  const hits = prepared<Value[], number>(`SELECT count(*) FROM (${MATCHES} LIMIT ${FEW + 1})`, db)
    .pluck()
    .get(words) as number;
  const few = { ...plan, lookUp: 'Claim_by_number', counted: 'Claim_by_number' } as const;
  if (hits <= FEW) return { ...few, conditions, words };
  const others = conditions.length > 0 ? listFewNumbers(db, conditions, plan.counted) : null;
  if (!others) return { ...plan, conditions, words, lookUp: null };
  const numbers = keepWithWords(db, others, words);
  const among = '"number" IN (SELECT value FROM json_each(?))';
  return { ...few, conditions: [{ sql: among, values: [JSON.stringify(numbers)] }], words: null };
}

function toCounted(ofPerson: boolean, ofDueDay: boolean): string {
  if (ofPerson) return ofDueDay ? 'Claim_held_by_due' : 'Claim_held';
  return ofDueDay ? 'Claim_by_due' : 'Claim_by_number';
}

/** Whether nothing is asked but open claims without an assignee, which have an index of their own. */
const isUnassigned = ({ status, assignee, ...others }: ClaimFilter) =>
  status === 'open' &&
  assignee === 'nobody' &&
  Object.values(others).every((value) => value === null) &&
  !hasUncounted();

const isPerson = (assignee: string | null) => assignee !== null && assignee !== 'nobody';

function toLookUp(db: Sqlite, filter: ClaimFilter, sort: ClaimSort): LookUp | null {
  if (filter.claimant) return 'Claim_by_claimant';
  if (filter.due === 'again') return 'Claim_by_recheck';
  const { article, status, verdict, kind, assignee } = filter;
  // Walked in the order of due days, its own index has nothing else in it.
  if (filter.due === 'overdue' && sort === 'due' && !isPerson(assignee)) return 'Claim_overdue';
  const isFew = (column: string, values: readonly string[]) =>
    (prepared<[string, number], { n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM "Claim"
        WHERE "${column}" IN (SELECT value FROM json_each(?)) LIMIT ?)`,
      db,
    ).get(JSON.stringify(values), FEW + 1)?.n ?? 0) <= FEW;
  // The stored numbers leave out claims of archived articles, which a look-up meets as well.
  const hasFew = (of: StoredFilter, column: string, values: readonly string[]) =>
    storedNumber(of, db) <= FEW && (!hasUncounted() || isFew(column, values));
  if (article && isFew('articleId', [article])) return 'Claim_articleId_position_idx';
  if (isPerson(assignee) && sort in STORED) return null;
  if (verdict && verdict !== 'none' && hasFew({ verdict }, 'ratingKey', [verdict]))
    return 'Claim_by_rating';
  if (kind && hasFew({ kind }, 'kind', [kind])) return 'Claim_by_kind';
  if (status && hasFew({ status }, 'status', statusesOf(status)))
    return 'Claim_status_acceptedAt_idx';
  return assignee && isPerson(assignee) && isFew('assigneeId', [assignee]) ? 'Claim_held' : null;
}

/** The numbers of the claims that meet the conditions, or null when many do. */
function listFewNumbers(
  db: Sqlite,
  conditions: readonly Condition[],
  index: string,
): readonly number[] | null {
  const { sql, values } = both(conditions);
  const numbers = prepared<Value[], number>(
    `SELECT "number" FROM "Claim" INDEXED BY "${index}"
     WHERE ${sql} LIMIT ${MANY + 1}`,
    db,
  )
    .pluck()
    .all(...values);
  return numbers.length <= MANY ? numbers : null;
}

/** Those of these claims that have the words. */
function keepWithWords(db: Sqlite, numbers: readonly number[], words: string): readonly number[] {
  // The plus keeps SQLite from asking the word index once for each number.
  return prepared<[string, string], number>(
    `${MATCHES} AND +rowid IN (SELECT value FROM json_each(?))`,
    db,
  )
    .pluck()
    .all(words, JSON.stringify(numbers));
}

/** The filters for which triggers keep the numbers of claims. */
type StoredFilter = Partial<Pick<ClaimFilter, 'status' | 'kind' | 'verdict' | 'figure'>>;

/** How many claims match, where triggers keep it; null where they do not. */
function storedTotal({ status, kind, verdict, figure, ...others }: ClaimFilter): number | null {
  if (Object.values(others).some((each) => each !== null)) return null;
  return storedNumber({ status, kind, verdict, figure }, sqlite());
}

/** The number that triggers keep, of claims of articles that are not archived. */
function storedNumber({ status, kind, verdict, figure }: StoredFilter, db: Sqlite): number {
  const statuses: readonly string[] | null = status ? statusesOf(status) : null;
  const isOfStatus = !kind && !verdict && (figure ?? null) === null;
  const figures = (figure ?? null) === null ? null : figure ? 'yes' : 'no';
  // A desk has eight numbers of statuses, and hundreds of statuses, kinds, verdicts and figures.
  const stored = prepared<[string], { key: string; n: number }>(
    `SELECT "key", "n" FROM "Tally" WHERE "of" = ?`,
    db,
  ).all(isOfStatus ? 'status' : 'filter');
  let total = 0;
  for (const { key, n } of stored) {
    const [ofStatus = '', ofKind, ofVerdict, ofFigures] = key.split(' ');
    if (statuses && !statuses.includes(ofStatus)) continue;
    if ((kind && kind !== ofKind) || (verdict && verdict !== ofVerdict)) continue;
    if (!figures || figures === ofFigures) total += n;
  }
  return total;
}

function countClaims({ conditions, words, lookUp, counted }: Plan): number | null {
  const count = (query: string, ...parameters: readonly Value[]) =>
    prepared<Value[], number>(query)
      .pluck()
      .get(...parameters) as number;
  const most = `LIMIT ${COUNTED + 1}`;
  if (words && conditions.length === 0) {
    return count(`SELECT count(*) FROM (${MATCHES} ${most})`, words);
  }
  if (words && !lookUp) return null;
  const { sql, values } = both([...conditions, ...inWords(words, lookUp)]);
  return count(
    `SELECT count(*) FROM (SELECT 1 FROM "Claim" INDEXED BY "${counted}"
      WHERE ${sql} ${most})`,
    ...values,
  );
}

/** The query for the keys of a list, from one key on, in its order or backwards. */
export function keysQuery(
  { sort, conditions, words, lookUp, walk }: Plan,
  { key, backwards, limit }: { key: SortKey | null; backwards: boolean; limit: number | null },
): Condition {
  const { column, descending } = SORTS[sort];
  const down = descending !== backwards;
  const direction = down ? 'DESC' : 'ASC';
  const beyond = key ? [sort === 'due' ? beyondDue(key, down) : beyondKey(column, key, down)] : [];
  const ending = limit === null ? [] : [limit];
  if (words && column === '"number"') {
    const walked = both([
      { sql: 'claim_words MATCH ?', values: [words] },
      ...(key ? [{ sql: `claim_words.rowid ${down ? '<' : '>'} ?`, values: [key.number] }] : []),
      ...conditions,
    ]);
    return {
      sql: `SELECT "number" AS "value", "number" FROM claim_words
            CROSS JOIN "Claim" INDEXED BY "Claim_by_number" ON "number" = claim_words.rowid
            WHERE ${walked.sql} ORDER BY claim_words.rowid ${direction} ${limit === null ? '' : 'LIMIT ?'}`,
      values: [...walked.values, ...ending],
    };
  }
  const { sql, values } = both([...conditions, ...beyond, ...inWords(words, lookUp)]);
  // Named twice, SQLite would sort by the number once more.
  const order = [...new Set([column, '"number"'])]
    .map((each) => `${each} ${direction}${each === '"dueOn"' ? NULLS_LAST[direction] : ''}`)
    .join(', ');
  return {
    sql: `SELECT ${sort === 'due' ? `coalesce(${column}, '${NO_DUE_DAY}')` : column} AS "value", "number"
          FROM "Claim" INDEXED BY "${lookUp ?? walk}"
          WHERE ${sql} ORDER BY ${order} ${limit === null ? '' : 'LIMIT ?'}`,
    values: [...values, ...ending],
  };
}

/** The words as a condition, to be asked last, of the claims that pass everything else. */
function inWords(words: string | null, lookUp: Plan['lookUp']): readonly Condition[] {
  // The plus keeps SQLite from looking up each of many matches by its number: the walk goes on.
  return words ? [{ sql: `${lookUp ? '' : '+'}"number" IN (${MATCHES})`, values: [words] }] : [];
}

const beyondKey = (column: string, { value, number }: SortKey, down: boolean): Condition => ({
  sql: `(${column}, "number") ${down ? '<' : '>'} (?, ?)`,
  values: [value, number],
});

// Claims without a due day come last. SQLite walks the index so, its empty keys after the others.
const NULLS_LAST = { ASC: ' NULLS LAST', DESC: ' NULLS FIRST' } as const;

function beyondDue(key: SortKey, down: boolean): Condition {
  const { value, number } = key;
  if (value === NO_DUE_DAY) {
    return down
      ? { sql: '("dueOn" IS NOT NULL OR "number" < ?)', values: [number] }
      : { sql: '"dueOn" IS NULL AND "number" > ?', values: [number] };
  }
  const dated = beyondKey('"dueOn"', key, down);
  return down ? dated : { sql: `(${dated.sql} OR "dueOn" IS NULL)`, values: dated.values };
}

type Row = Omit<ClaimLine, 'updatedAt' | 'supporting' | 'refuting' | 'otherEvidence'> & {
  readonly updatedAt: string;
  /** Three counts, as JSON, so that the evidence of a claim is read once. */
  readonly evidence: string;
};

function listLines(numbers: readonly number[]): ClaimLine[] {
  const rows = prepared<[string], Row>(
    `SELECT c."id", c."number", c."text", c."kind", c."status", c."revision",
              c."priority", c."dueOn", u."name" AS "assignee", c."checkWorthiness", c."updatedAt", c."articleId", c."figureCount", c."ratingKey",
              d."title" AS "articleTitle", p."name" AS "claimant", r."label" AS "rating",
              r."averitecLabel",
              (SELECT q."surface" FROM "Quantity" q WHERE q."claimId" = c."id"
               ORDER BY q."leading" DESC, q."n" LIMIT 1) AS "figure",
              (SELECT json_array(count(*) FILTER (WHERE e."stance" = 'supports'),
                                 count(*) FILTER (WHERE e."stance" = 'refutes'),
                                 count(*) FILTER (WHERE e."stance" NOT IN ('supports', 'refutes')))
               FROM "Evidence" e WHERE e."claimId" = c."id" AND e."removedAt" IS NULL) AS "evidence"
       FROM json_each(?) j
       CROSS JOIN "Claim" c ON c."number" = j.value
       JOIN "Document" d ON d."id" = c."articleId"
       LEFT JOIN "Party" p ON p."id" = c."claimantId"
       LEFT JOIN "Rating" r ON r."key" = c."ratingKey"
       LEFT JOIN "User" u ON u."id" = c."assigneeId"
       ORDER BY j.key`,
  ).all(JSON.stringify(numbers));
  return rows.map(({ evidence, updatedAt, ...row }) => {
    const [supporting, refuting, otherEvidence] = JSON.parse(evidence) as [number, number, number];
    return { ...row, supporting, refuting, otherEvidence, updatedAt: new Date(updatedAt) };
  });
}
