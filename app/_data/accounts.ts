import { createHash, timingSafeEqual } from 'node:crypto';
import { reader, type Tx, write } from './db';
import { type Actor, type EventDraft, recordEvents } from './events';

type Row = Readonly<Record<string, unknown>> | null;
type Call = (args: Record<string, unknown>) => Promise<Row>;
type Delegate = Record<string, Call>;

const TABLES = ['user', 'session', 'account', 'verification'] as const;
type Table = (typeof TABLES)[number];

const READS = ['findFirst', 'findUnique', 'findMany', 'count'];
const WRITES = ['create', 'update', 'updateMany', 'delete', 'deleteMany'];

/**
 * The four tables of the account library, in the shape of a Prisma client: what it reads comes from
 * the reading client, and what it writes goes through the desk's one queue, each write with its
 * event. Its transactions are one turn of the queue.
 */
export function accountStore() {
  return {
    ...eachTable((table) => ({
      ...calls(READS, (method) => (args) => call(reader(), table, method, args)),
      ...calls(
        WRITES,
        (method) => (args) => write((tx) => writeWithEvents(tx, table, method, args)),
      ),
    })),
    $transaction: <Value>(work: (store: object) => Promise<Value>) =>
      write((tx) =>
        work(
          eachTable((table) => ({
            ...calls(READS, (method) => (args) => call(tx, table, method, args)),
            ...calls(WRITES, (method) => (args) => writeWithEvents(tx, table, method, args)),
          })),
        ),
      ),
  };
}

const eachTable = (toDelegate: (table: Table) => Delegate) =>
  Object.fromEntries(TABLES.map((table) => [table, toDelegate(table)]));

const calls = (methods: readonly string[], toCall: (method: string) => Call): Delegate =>
  Object.fromEntries(methods.map((method) => [method, toCall(method)]));

function call(client: object, table: Table, method: string, args: Record<string, unknown>) {
  const delegate = (client as Record<Table, Delegate>)[table];
  return (delegate[method] as Call).call(delegate, args);
}

async function writeWithEvents(
  tx: Tx,
  table: Table,
  method: string,
  args: Record<string, unknown>,
): Promise<Row> {
  // Whose session ends can only be asked before it has.
  const ending = table === 'session' && method.startsWith('delete') ? await sessions(tx, args) : [];
  const row = await call(tx, table, method, args);
  const told = [...ending.map(sessionEnded), ...whatHappened(table, method, args, row)];
  for (const { actor, event } of told) await recordEvents(tx, actor, [event]);
  return row;
}

type Told = { readonly actor: Actor; readonly event: EventDraft };

const sessions = (tx: Tx, { where }: Record<string, unknown>) =>
  tx.session.findMany({
    where: (where ?? {}) as { id?: string },
    select: { id: true, userId: true, expiresAt: true },
  });

const sessionEnded = ({ id, userId }: { id: string; userId: string }): Told => ({
  actor: { userId, via: 'ui' },
  event: { action: 'session.ended', entity: 'session', entityId: id },
});

/** What a write to the account tables means. Secrets stay out of the record. */
function whatHappened(
  table: Table,
  method: string,
  args: Record<string, unknown>,
  row: Row,
): Told[] {
  const id = String(row?.id);
  if (table === 'user' && method === 'create') {
    const after = { name: String(row?.name), email: String(row?.email), role: String(row?.role) };
    return [told(id, { action: 'user.added', entity: 'user', entityId: id, after })];
  }
  if (table === 'session' && method === 'create') {
    return [
      told(String(row?.userId), { action: 'session.started', entity: 'session', entityId: id }),
    ];
  }
  const data = (args.data ?? {}) as Record<string, unknown>;
  if (table === 'account' && method.startsWith('update') && 'password' in data) {
    // An update of many answers with their number; the library then names the user in `where`.
    const userId = row && 'userId' in row ? String(row.userId) : findUserId(args.where);
    return [
      told(userId, { action: 'password.changed', entity: 'user', entityId: userId ?? 'unknown' }),
    ];
  }
  return [];
}

const told = (userId: string | null, event: EventDraft): Told => ({
  actor: { userId, via: 'ui' },
  event,
});

function findUserId(where: unknown): string | null {
  return /"userId":(?:\{"equals":)?"([^"]+)"/.exec(JSON.stringify(where ?? {}))?.[1] ?? null;
}

const SET_UP = 'setUpTokenHash';

/** Whether nobody has an account yet and this is the token of the link that `npm start` printed. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const [setting, users] = await Promise.all([
    reader().setting.findUnique({ where: { key: SET_UP } }),
    reader().user.count(),
  ]);
  return users === 0 && isHashOf(setting?.value, token);
}

/** Uses the set-up link up. Of two people who open it at once, one is refused. */
export async function spendSetUpToken(token: string): Promise<boolean> {
  return write(async (tx) => {
    const setting = await tx.setting.findUnique({ where: { key: SET_UP } });
    if ((await tx.user.count()) > 0 || !isHashOf(setting?.value, token)) return false;
    await tx.setting.delete({ where: { key: SET_UP } });
    return true;
  });
}

/** Makes a set-up link that was used work again, because the account could not be made. */
export async function restoreSetUpToken(token: string): Promise<void> {
  const value = sha256Hex(token);
  await write((tx) =>
    tx.setting.upsert({
      where: { key: SET_UP },
      create: { key: SET_UP, value },
      update: { value },
    }),
  );
}

const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex');

function isHashOf(stored: unknown, token: string): boolean {
  if (typeof stored !== 'string') return false;
  const [a, b] = [Buffer.from(stored), Buffer.from(sha256Hex(token))];
  return a.length === b.length && timingSafeEqual(a, b);
}
