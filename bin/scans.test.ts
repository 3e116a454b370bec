import { expect, test } from 'vitest';
import { toScans } from './scans';

const scans = (sql: string, ...plan: string[]) => toScans(sql, plan);

test('reading a whole growing table is a scan, under any alias', () => {
  expect(scans('SELECT count(*) FROM "Claim"', 'SCAN Claim')).toEqual(['SCAN Claim']);
  expect(
    scans('SELECT e."id" FROM "Evidence" e', 'SCAN e USING INDEX Evidence_claimId_idx'),
  ).toHaveLength(1);
  expect(scans('SELECT * FROM `main`.`Event` AS `t0`', 'SCAN t0')).toHaveLength(1);
});

test('reading a small table is not a scan', () => {
  expect(scans('SELECT * FROM "Rating"', 'SCAN Rating')).toEqual([]);
});

test('a search by a value that many rows share is a scan', () => {
  const sql = 'SELECT count(*) FROM "Claim" WHERE "status" = ?';
  expect(scans(sql, 'SEARCH Claim USING INDEX Claim_by_status (status=?)')).toHaveLength(1);
  expect(
    scans(
      'SELECT * FROM "Evidence" WHERE "claimId" = ?',
      'SEARCH Evidence USING INDEX x (claimId=?)',
    ),
  ).toEqual([]);
});

test('a list read in index order with a limit is not a scan, unless it is filtered or sorted', () => {
  const list = 'SELECT "seq" FROM "Event" ORDER BY "seq" DESC LIMIT 1';
  expect(scans(list, 'SCAN Event')).toEqual([]);
  expect(scans(list, 'SCAN Event', 'USE TEMP B-TREE FOR ORDER BY')).toHaveLength(1);
  expect(
    scans(`SELECT "seq" FROM "Event" WHERE "via" = 'api' ORDER BY "seq" LIMIT 1`, 'SCAN Event'),
  ).toHaveLength(1);
});

test('inside a list, a search by a value that many rows share is a scan for each row', () => {
  const sql = `SELECT d."id", (SELECT count(*) FROM "Claim" c WHERE c."articleId" = d."id"
    AND c."status" = 'suggested') FROM "Document" d WHERE d."underCheck" = 1 ORDER BY d."id" LIMIT 50`;
  const list = 'SEARCH d USING COVERING INDEX Document_underCheck_id_idx (underCheck=?)';
  const share = 'SEARCH c USING INDEX Claim_status_acceptedAt_idx (status=?)';
  expect(scans(sql, list, 'CORRELATED SCALAR SUBQUERY 1', share)).toEqual([share]);
  const few = 'SEARCH c USING INDEX Claim_articleId_position_idx (articleId=?)';
  expect(scans(sql, list, 'CORRELATED SCALAR SUBQUERY 1', few)).toEqual([]);
});
