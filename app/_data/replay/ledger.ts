import type { Json } from '#domain/canonical-json';
import type { Fields, Table } from '../record/fields';
import type { AnyEvent } from '../record/stored-event';

/** What the record says of one row, as far as it says anything, and which event said it last. */
export type Entry = {
  readonly fields: Record<string, Json>;
  isGone: boolean;
  /** Its row was found. */
  isThere: boolean;
  last: AnyEvent;
};

/**
 * The sum of the events of one group, such as those of a claim: a row for each thing in them.
 * Filled by `tell` in apply-event.ts, event by event.
 */
export class Ledger {
  private readonly entries = new Map<Table, Map<string, Entry>>();
  private readonly unrecorded = new Set<Table>();
  private isAllUnrecorded = false;

  find(table: Table, id: string): Entry | undefined {
    return this.entries.get(table)?.get(id);
  }

  all(table: Table): [string, Entry][] {
    return [...(this.entries.get(table) ?? [])];
  }

  tables(): Table[] {
    return [...this.entries.keys()];
  }

  /**
   * Sets the fields of a thing from this event on; other fields stay.
   *
   * @param fields  stored, and changed by later events: an object of its own each time
   */
  set(table: Table, id: string, fields: Fields, by: AnyEvent): void {
    const ofTable = this.entries.get(table) ?? new Map<string, Entry>();
    this.entries.set(table, ofTable);
    const entry = ofTable.get(id);
    if (entry) {
      Object.assign(entry.fields, fields);
      entry.last = by;
    } else {
      ofTable.set(id, {
        fields: fields as Record<string, Json>,
        isGone: false,
        isThere: false,
        last: by,
      });
    }
  }

  /** From this event on there is such a row, also where there was none any more. */
  bring(table: Table, id: string, fields: Fields, by: AnyEvent): void {
    this.set(table, id, fields, by);
    const entry = this.find(table, id);
    if (entry) entry.isGone = false;
  }

  /** From this event on there is no such row. */
  remove(table: Table, id: string, by: AnyEvent): void {
    this.set(table, id, {}, by);
    const entry = this.find(table, id);
    if (entry) entry.isGone = true;
  }

  /** The record does not know this field: an older event changed it without recording it. */
  forget(table: Table, id: string, field: string): void {
    delete this.find(table, id)?.fields[field];
  }

  /** Rows of this table may be there that no event of the group names. */
  leaveOpen(table: Table): void {
    this.unrecorded.add(table);
  }

  /** What an event said was blanked, so whatever it was about is not known any more. */
  blank(): void {
    this.isAllUnrecorded = true;
    for (const ofTable of this.entries.values()) {
      for (const { fields } of ofTable.values()) {
        for (const field of Object.keys(fields)) delete fields[field];
      }
    }
  }

  /** Whether a row of this table that no event names was added past the desk. */
  namesAll(table: Table): boolean {
    return !this.isAllUnrecorded && !this.unrecorded.has(table);
  }
}
