/** The tables that have a row more for everything that is done. Others have some hundred rows at most. */
const GROWING = new Set([
  'Appearance', 'Approval', 'Capture', 'CaptureBand', 'Claim', 'Comment', 'Correction', 'Document',
  'DocumentLink', 'Event', 'Evidence', 'FigurePair', 'Notification', 'Party', 'Publication', 'Quantity',
  'Session', 'Submission', 'Verdict', 'Waiver', 'search_entries',
]); // biome-ignore format: a list to scan

/** Columns by which a search finds a share of a whole table. Any other column finds a few rows. */
const WIDE = new Set([
  'active', 'action', 'assigneeId', 'checkable', 'claimantId', 'confidential', 'kind', 'ratingKey',
  'role', 'state', 'status', 'underCheck', 'userId',
]); // biome-ignore format: a list to scan

/** Indexes of current work: they have few rows, and a list that walks one ends with its page. */
const UNDER_WAY =
  /(?:Claim_(?:waiting|unassigned|in_hand|overdue|overdue_untold|by_recheck)|Evidence_unchecked)\b/;

/** What may read as much as there is, by the file that asks for it, and why. */
const WHOLE_DESK: Readonly<Record<string, string>> = {
  'bin/restore': 'A restore says how much it put back, and the desk does not run meanwhile.',
  '_data/verification': 'Verifying reads the whole record, and nobody waits for it.',
  '_data/reports/claim-report':
    'An export has every claim that is asked for, and is sent as it is read.',
  '_data/reports/comparison-report': 'Likewise.',
  '_data/reports/evidence-report': 'Likewise.',
  '_data/claims/claim-list':
    'A list walks the index of its order and ends with its page; what few claims have is looked up.',
  '_data/claims/parties':
    'One or two letters of a name stand in no index; there is a name for every fifty claims.',
};

/** Whether one of these files, which asked for a statement, may read as much as there is. */
export const isOfWholeDesk = (from: readonly string[]): boolean =>
  from.some((file) => Object.keys(WHOLE_DESK).some((part) => file.includes(part)));

/**
 * The steps of a plan that read a growing table as far as it goes, or a share of it that grows with it.
 *
 * @param plan  the details of EXPLAIN QUERY PLAN
 */
export function toScans(sql: string, plan: readonly string[]): string[] {
  const tables = toTables(sql);
  const isSorted = plan.some((step) => step.includes('USE TEMP B-TREE'));
  // Walked in the order of an index, a list ends as soon as it has its rows.
  const ends = /\bLIMIT\b/.test(sql) && !isSorted;
  const isFiltered = /\bWHERE (?!TRUE|1\b)/.test(sql);
  // What is asked inside is asked for each row outside, whatever the limit there.
  const inside = plan.findIndex((step) => step.includes('SUBQUERY'));
  return plan.filter((step, place) => {
    const isOutside = inside < 0 || place < inside;
    const [, verb, name = '', terms] = /^(SCAN|SEARCH) (\w+)(?:.* \(([^()]*)\))?/.exec(step) ?? [];
    if (!verb || !GROWING.has(tables.get(name) ?? name)) return false;
    if (UNDER_WAY.test(step) && ends) return false;
    if (verb === 'SCAN') return !ends || isFiltered;
    const columns = Array.from((terms ?? '').matchAll(/(\w+)[=<>]/g), ([, column]) => column ?? '');
    return (
      columns.length > 0 && columns.every((column) => WIDE.has(column)) && !(ends && isOutside)
    );
  });
}

/** The tables of a statement, by the names that it gives them. */
function toTables(sql: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [, table = '', alias] of sql.matchAll(
    /["`](\w+)["`](?:\s+(?:AS\s+)?["`]?(?!ON\b|WHERE\b|SET\b|JOIN\b|LEFT\b|CROSS\b|INDEXED\b|ORDER\b|GROUP\b|LIMIT\b)(\w+)["`]?)?/g,
  )) {
    if (!GROWING.has(table)) continue;
    names.set(table, table);
    if (alias) names.set(alias, table);
  }
  return names;
}
