import Database from 'better-sqlite3';

/** A statement as it ran. */
export type Ran = {
  /** During what it ran, as whoever had it run calls that. */
  readonly during: string;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** How many rows were asked for: one, as many as were taken, or all. */
  readonly taken: number;
};

type Statement = { readonly source: string } & Record<string, unknown>;

/**
 * Has every statement of this process written down from now on, whoever prepares it.
 *
 * @returns what has been written down, and what names what comes next
 */
export function logStatements(): { readonly ran: Ran[]; readonly call: (during: string) => void } {
  const ran: Ran[] = [];
  let during = '';
  const bound = new WeakMap<Statement, readonly unknown[]>();
  const note = (statement: Statement, given: readonly unknown[], taken: number) => {
    const values = bound.get(statement) ?? given;
    if (during) ran.push({ during, sql: statement.source, values, taken });
  };
  const some = new Database(':memory:');
  const proto = Object.getPrototypeOf(some.prepare('SELECT 1')) as Record<
    'bind' | 'run' | 'get' | 'all' | 'iterate',
    (this: Statement, ...values: unknown[]) => unknown
  >;
  some.close();
  const { bind, run, get, all, iterate } = proto;
  proto.bind = function (...values) {
    bound.set(this, values);
    return bind.apply(this, values);
  };
  proto.run = function (...values) {
    note(this, values, Number.POSITIVE_INFINITY);
    return run.apply(this, values);
  };
  proto.all = function (...values) {
    note(this, values, Number.POSITIVE_INFINITY);
    return all.apply(this, values);
  };
  proto.get = function (...values) {
    note(this, values, 1);
    return get.apply(this, values);
  };
  proto.iterate = function* (...values) {
    let taken = 0;
    try {
      for (const row of iterate.apply(this, values) as Iterable<unknown>) {
        taken++;
        yield row;
      }
    } finally {
      note(this, values, taken + 1);
    }
  };
  return {
    ran,
    call: (name) => {
      during = name;
    },
  };
}
