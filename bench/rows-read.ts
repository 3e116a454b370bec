import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { foldForSearch } from '#domain/text';
import type { Ran } from './statement-log';

export type Cost = {
  /** How many rows came back, or were changed. */
  readonly returned: number;
  /** The most rows that were read for it. */
  readonly read: number;
};

/**
 * A copy of a desk in which statements are run again and what they read is counted: better-sqlite3 tells
 * nothing of it, SQLite in WebAssembly does.
 *
 * What SQLite tells is how many steps its virtual machine takes, those of triggers, foreign keys and the
 * search for words among them. A row that is read takes three at least: to look, to judge, to go on. A row that
 * is returned takes one for each of its columns and two more; a row that is changed, once through the program at
 * most for its indexes and triggers. So a third of the other steps is the most rows that can have been read.
 * Not seen is what one step does alone: `count(*)` of a whole table, which the plan shows (bin/scans.ts), and
 * the length of what is read.
 *
 * @param desk  the bytes of a database
 */
export async function openCopy(desk: Uint8Array) {
  const { capi, wasm, oo1 } = await sqlite3InitModule();
  const bytes = new Uint8Array(desk);
  // A copy in memory has no log beside it.
  bytes.fill(1, 18, 20);
  const db = new oo1.DB(':memory:');
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const at = wasm.allocFromTypedArray(bytes);
  db.checkRc(capi.sqlite3_deserialize(db, 'main', at, bytes.length, bytes.length, flags));
  db.exec('PRAGMA foreign_keys = ON');
  const folded = (_: number, text: unknown) => foldForSearch(String(text ?? ''));
  db.createFunction('folded', folded, { deterministic: true });
  const lengths = new Map<string, number>();
  let steps = 0;
  const count = () => {
    steps++;
    return 0;
  };
  capi.sqlite3_progress_handler(db, 1, count, 0);

  /** @throws what SQLite refuses */
  function runAgain({ sql, values, taken }: Pick<Ran, 'sql' | 'values' | 'taken'>): Cost {
    const length = programLength(sql);
    const statement = db.prepare(sql);
    try {
      bind(statement, values);
      const changedBefore = Number(db.changes(true));
      steps = 0;
      let returned = 0;
      while (returned < taken && statement.step()) returned++;
      const others = steps - returned * (statement.columnCount + 2);
      const changed = Number(db.changes(true)) - changedBefore;
      const read = Math.max(0, others - changed * length) / 3;
      return { returned: Math.max(returned, changed), read: Math.round(read) + returned + changed };
    } finally {
      statement.finalize();
    }
  }

  /** Of a statement that changes something: how many steps it has, those of its triggers among them. */
  function programLength(sql: string): number {
    if (!/^\s*(INSERT|UPDATE|DELETE)\b/i.test(sql)) return 0;
    const known = lengths.get(sql);
    if (known !== undefined) return known;
    const program = db.prepare(`EXPLAIN ${sql}`);
    let length = 0;
    while (program.step()) length++;
    program.finalize();
    lengths.set(sql, length);
    return length;
  }
  return { runAgain, exec: (sql: string) => void db.exec(sql), close: () => db.close() };
}

type Bindable = {
  readonly bind: (at: number, value: never) => unknown;
  readonly getParamIndex: (name: string) => number | undefined;
};

function bind(statement: Bindable, values: readonly unknown[]): void {
  let at = 0;
  for (const value of values.flat()) {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const [name, each] of Object.entries(value)) {
        const place = statement.getParamIndex(`@${name}`);
        if (place) statement.bind(place, each as never);
      }
    } else {
      statement.bind(++at, (typeof value === 'boolean' ? Number(value) : value) as never);
    }
  }
}
