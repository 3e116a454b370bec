import { parseClaimCode } from '#domain/claims/claim';
import {
  SEARCH_KINDS,
  type SearchKind,
  type SearchWords,
  toSearchMatch,
} from '#domain/search/search';
import { foldForSearch } from '#domain/text';
import { prepared } from '../database/db';

/** Hits are counted up to here: a person who sees more adds a word. */
export const HITS_COUNTED = 1000;

/** Of more hits than these, the newest are ranked. */
const RANKED = 500;

/** A row whose words match, by its kind: the number of a claim, or the id of any other row. */
export type Hit = { readonly kind: SearchKind; readonly of: string };

export type HitCount = { readonly kind: SearchKind; readonly count: number };

/** Whose words, and what the person may see. */
export type Search = { readonly words: SearchWords; readonly seesConfidential: boolean };

/** How many rows of each kind match, each up to one more than HITS_COUNTED. */
export function countHits(search: Search): HitCount[] {
  return SEARCH_KINDS.map((kind) => ({
    kind,
    count: prepared<Values, { n: number }>(
      `SELECT count(*) AS n FROM (${matching(kind, search).sql} LIMIT ${HITS_COUNTED + 1})`,
    ).get(...matching(kind, search).values)?.n as number,
  }));
}

/**
 * The best of the newest rows of a kind that match, the best first.
 *
 * @param skip  the hits of the pages before
 */
export function listHits(kind: SearchKind, search: Search, skip: number, size: number): Hit[] {
  const { sql, values, order } = matching(kind, search);
  const rows = prepared<Values, { id: string | number }>(
    `SELECT "id" FROM (${sql} ORDER BY ${order} DESC LIMIT ${RANKED})
     ORDER BY ${kind === 'claimant' ? '"id" DESC' : '"rank"'} LIMIT ? OFFSET ?`,
  ).all(...values, size, skip);
  return rows.map(({ id }) => ({ kind, of: String(id) }));
}

/** The most that listHits can reach. */
export const HITS_REACHED = RANKED;

type Values = (string | number)[];

/** The rows of a kind that match, by plain SQL; the words are looked up in the index of the kind. */
function matching(kind: SearchKind, { words, seesConfidential }: Search) {
  if (kind === 'claim') return matchingClaims(words);
  if (kind === 'claimant') return matchingClaimants(words);
  const match = `kind : "${kind}" AND words : (${toSearchMatch(words)})`;
  const isOpenToAll = seesConfidential || kind === 'comment' || kind === 'explanation';
  return {
    sql: `SELECT e."of" AS "id", s.rank AS "rank" FROM search_words s
      CROSS JOIN "search_entries" e ON e."id" = s.rowid
      ${isOpenToAll ? '' : `CROSS JOIN "Document" d ON d."id" = e."documentId" AND NOT d."confidential"`}
      WHERE search_words MATCH ?`,
    values: [match] as Values,
    order: 's.rowid',
  };
}

function matchingClaims(words: SearchWords) {
  return {
    sql: `SELECT s.rowid AS "id", s.rank AS "rank" FROM claim_words s WHERE claim_words MATCH ?`,
    values: [toSearchMatch(words)] as Values,
    order: 's.rowid',
  };
}

/** Names have an index of three letters each: shorter words are looked for in what that finds. */
function matchingClaimants(words: SearchWords) {
  const parts = words.flat().map(foldForSearch);
  const looked = parts.filter((part) => [...part].length >= 3);
  const match = looked.map((part) => `"${part}"`).join(' AND ');
  return {
    // The index has the names of before as well: the party has the name of today.
    sql: `SELECT DISTINCT p."id" AS "id" FROM party_names n CROSS JOIN "Party" p ON p."id" = n.id
      WHERE party_names MATCH ? ${parts.map(() => 'AND instr(folded(p."name"), ?) > 0').join(' ')}`,
    values: [match || '""', ...parts] as Values,
    order: 'n.rowid',
  };
}

/** The number of the claim whose code this is, if there is one. */
export function findClaimByCode(text: string): number | null {
  const number = parseClaimCode(text);
  if (number === null) return null;
  const found = prepared<[number], { number: number }>(
    'SELECT "number" FROM "Claim" WHERE "number" = ?',
  );
  return found.get(number)?.number ?? null;
}
