import { lockedUntil } from '#domain/sign-in/two-factor';
import { reader, writeEvenWhenFull as write } from '../database/db';
import { type AccountRow, type AccountTable, type Args, writeWithEvents } from '../sign-in/events';
import { sealTokens } from '../sign-in/session-tokens';

type Call = (args: Args) => Promise<AccountRow>;
type Delegate = Record<string, Call>;

const TABLES: readonly AccountTable[] = ['user', 'session', 'account', 'verification', 'twoFactor'];

const READS = ['findFirst', 'findUnique', 'findMany', 'count'];
const WRITES = ['create', 'update', 'updateMany', 'delete', 'deleteMany'];

/**
 * The five tables of the account library, in the shape of a Prisma client: what it reads comes from
 * the reading client, and what it writes goes through the desk's one queue, each write with its
 * event. Its transactions are one turn of the queue.
 */
export function accountStore() {
  return {
    ...eachTable((table) => ({
      ...calls(READS, (method) => (args) => read(reader(), table, method, args)),
      ...calls(WRITES, (method) => (args) => write((tx) => writeIn(tx, table, method, args))),
    })),
    $transaction: <Value>(work: (store: object) => Promise<Value>) =>
      write((tx) =>
        work(
          eachTable((table) => ({
            ...calls(READS, (method) => (args) => read(tx, table, method, args)),
            ...calls(WRITES, (method) => (args) => writeIn(tx, table, method, args)),
          })),
        ),
      ),
  };
}

const eachTable = (toDelegate: (table: AccountTable) => Delegate) =>
  Object.fromEntries(TABLES.map((table) => [table, toDelegate(table)]));

const calls = (methods: readonly string[], toCall: (method: string) => Call): Delegate =>
  Object.fromEntries(methods.map((method) => [method, toCall(method)]));

async function call(
  client: object,
  table: AccountTable,
  method: string,
  args: Args,
): Promise<AccountRow> {
  const delegate = (client as Record<AccountTable, Delegate>)[table];
  return (delegate[method] as Call).call(delegate, args);
}

/** A session is requested by its token, and stored under the hash of it. */
async function withTokens(
  table: AccountTable,
  args: Args,
  run: (args: Args) => Promise<AccountRow>,
): Promise<AccountRow> {
  if (table !== 'session') return run(args);
  const { sealed, unseal } = sealTokens(args);
  return unseal(await run(sealed));
}

async function read(
  client: object,
  table: AccountTable,
  method: string,
  asked: Args,
): Promise<AccountRow> {
  const row = await withTokens(table, asked, (args) => call(client, table, method, args));
  const until = table === 'twoFactor' && row?.lockedUntil;
  return until instanceof Date ? { ...row, lockedUntil: lockedUntil(until, new Date()) } : row;
}

const writeIn = (
  tx: Parameters<typeof writeWithEvents>[0],
  table: AccountTable,
  method: string,
  asked: Args,
) =>
  withTokens(table, asked, (args) =>
    writeWithEvents(tx, { table, method, args, run: (args) => call(tx, table, method, args) }),
  );
