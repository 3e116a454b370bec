import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright/test';
import { ADA } from './desk';
import { another } from './test';

/**
 * A colleague with an account and a browser of their own, signed in. The account is put straight
 * into the database, so that a test of the review does not depend on how people are invited.
 */
export async function colleague(
  browser: Browser,
  name: string,
  role: 'viewer' | 'checker' | 'editor' | 'admin',
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const email = `${randomUUID()}@example.org`;
  await addAccount({ name, email, role });
  const page = await another(browser, { storageState: { cookies: [], origins: [] }, ...options });
  await signIn(page, email);
  return page;
}

/** Signs in with an account that has the password of Ada. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** An account with the password of Ada. @returns its id */
export async function addAccount({
  name,
  email = `${randomUUID()}@example.org`,
  role,
}: {
  name: string;
  email?: string;
  role: string;
}): Promise<string> {
  const database = openDesk();
  const id = randomUUID();
  const now = new Date().toISOString().replace('Z', '+00:00');
  database
    .prepare(
      `INSERT INTO "User" ("id", "name", "email", "role", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(id, name, email, role, now, now);
  database
    .prepare(
      `INSERT INTO "Account" ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
       VALUES (?, ?, 'credential', ?, ?, ?, ?)`,
    )
    .run(randomUUID(), id, id, ADA.passwordHash, now, now);
  database.close();
  return id;
}

/**
 * A link with which somebody chooses a new password. @returns its token, and a function that
 * cancels it
 */
export function addResetLink(userId: string): { token: string; cancel: () => void } {
  const token = randomUUID();
  const hash = createHash('sha256').update(token).digest('hex');
  const at = (ms: number) => new Date(Date.now() + ms).toISOString().replace('Z', '+00:00');
  const run = (sql: string, ...values: string[]) => {
    const database = openDesk();
    database.prepare(sql).run(...values);
    database.close();
  };
  run(
    `INSERT INTO "OneTimeLink" ("id", "kind", "tokenSha256", "userId", "createdAt", "expiresAt")
     VALUES (?, 'passwordReset', ?, ?, ?, ?)`,
    ...[randomUUID(), hash, userId, at(0), at(3_600_000)],
  );
  const cancel = () =>
    run('UPDATE "OneTimeLink" SET "cancelledAt" = ? WHERE "tokenSha256" = ?', at(0), hash);
  return { token, cancel };
}

const openDesk = () => new Database(join(process.env.E2E_DATA ?? '', 'plumbline.db'));

/** That something was refused is written, and a date that passed by the desk itself; the rest is counted. */
const OTHERS_DOING: Readonly<Record<string, string>> = {
  Notification: `"kind" <> 'overdue'`,
  Event: `"action" <> 'permission.refused'`,
  Verification: `"identifier" NOT LIKE 'refused-permission-%'`,
};

/** How many rows each table of the desk has, and how far its record goes. */
export function countRows(): Record<string, number> {
  const database = openDesk();
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
        AND name NOT LIKE '%claim_words%' AND name NOT LIKE '%party_names%'`,
    )
    .pluck()
    .all() as string[];
  const counts = tables.map((name) => [
    name,
    database
      .prepare(`SELECT count(*) FROM "${name}" WHERE ${OTHERS_DOING[name] ?? 'TRUE'}`)
      .pluck()
      .get() as number,
  ]);
  database.close();
  return Object.fromEntries(counts);
}

/** The id of the claim with this code. */
export function findClaimId(code: string): string {
  const database = openDesk();
  const id = database
    .prepare('SELECT "id" FROM "Claim" WHERE "number" = ?')
    .pluck()
    .get(Number(code.replace('C-', '')));
  database.close();
  return String(id);
}

/** The values that a form of the claim with this code sends, so that it hears of changes. */
export function findRevision(code: string): string {
  const database = openDesk();
  const revision = database
    .prepare('SELECT "revision" FROM "Claim" WHERE "number" = ?')
    .pluck()
    .get(Number(code.replace('C-', '')));
  database.close();
  return String(revision);
}

/** The id of what the desk noticed of this source. */
export function findLinkId(sourceId: string): string {
  const database = openDesk();
  const id = database
    .prepare('SELECT "id" FROM "DocumentLink" WHERE ? IN ("fromId", "toId")')
    .pluck()
    .get(sourceId);
  database.close();
  return String(id);
}

/** Puts a claim up for another look, as a source that changed does. */
export function askToLookAgain(claimId: string): void {
  const database = openDesk();
  database.prepare(`UPDATE "Claim" SET "recheckOn" = '2026-11-01' WHERE "id" = ?`).run(claimId);
  database.close();
}

/** Marks words of a claim as unclear, as the engine does; the next wording without them fills them. */
export function markUnclear(claimId: string, words: string): void {
  const database = openDesk();
  database
    .prepare(`UPDATE "Claim" SET "leansOn" = ?, "candidates" = '[]' WHERE "id" = ?`)
    .run(words, claimId);
  database.close();
}

/**
 * Stops captures from being tried again while rows are counted.
 *
 * @returns whether nothing else is under way: no capture in work, and none to be compared with the
 *   others
 */
export function assignWaiting(): boolean {
  const database = openDesk();
  database
    .prepare(
      `UPDATE "Capture" SET "notBefore" = '2099-01-01T00:00:00.000+00:00' WHERE "notBefore" IS NOT NULL`,
    )
    .run();
  const busy = database
    .prepare(
      `SELECT count(*) FROM "Capture" k WHERE (k."state" = 'pending' AND k."notBefore" IS NULL)
       OR (k."state" = 'complete' AND k."takedownReason" IS NULL
         AND NOT EXISTS (SELECT 1 FROM "CaptureBand" b WHERE b."captureId" = k."id"))`,
    )
    .pluck()
    .get();
  database.close();
  return busy === 0;
}

/** The newer copy of an article, and its first claim as it is. */
export function findEdited(articleId: string) {
  const database = openDesk();
  const newerId = database
    .prepare('SELECT "id" FROM "Capture" WHERE "documentId" = ? ORDER BY "n" DESC LIMIT 1')
    .pluck()
    .get(articleId);
  const claim = database
    .prepare<[string], { id: string; revision: number }>(
      'SELECT "id", "revision" FROM "Claim" WHERE "articleId" = ?',
    )
    .get(articleId);
  database.close();
  const editedClaim = { claimId: claim?.id ?? '', revision: String(claim?.revision ?? 0) };
  return { newerId: String(newerId), editedClaim };
}
