import { v7 as uuidv7 } from 'uuid';
import { FIRST_PUBLISHERS } from '#domain/evidence/first-publishers';
import {
  type PublisherEntry,
  type PublisherTable,
  toPublisherTable,
} from '#domain/evidence/publishers';
import { accept, type Result, refuse } from '#domain/result';
import type { PublisherModel } from '#prisma/models';
import { prepared, type Sqlite, write } from '../database/db';
import { type Actor, event, recordEvents, THE_DESK } from '../record/record-events';

/** A publisher of the desk's table. */
export type Publisher = PublisherEntry & { readonly id: string; readonly revision: number };

type Row = Pick<PublisherModel, 'id' | 'name' | 'owner' | 'revision'> & {
  readonly otherNames: string;
  readonly hosts: string;
};

const toPublisher = ({ otherNames, hosts, ...row }: Row): Publisher => ({
  ...row,
  otherNames: toList(otherNames),
  hosts: toList(hosts),
});

/** A list of texts; Prisma Studio may have put anything else in its place. */
function toList(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** All publishers of the table, by their names. */
export function listPublishers(db?: Sqlite): Publisher[] {
  return prepared<[], Row>(
    `SELECT "id", "name", "otherNames", "hosts", "owner", "revision" FROM "Publisher"
     ORDER BY "name" COLLATE NOCASE, "id"`,
    ...(db ? [db] : []),
  )
    .all()
    .map(toPublisher);
}

/** The table by which names and hosts are looked up. */
export const readPublisherTable = (db?: Sqlite): PublisherTable =>
  toPublisherTable(listPublishers(db));

/** One publisher, or null when there is none with this id. */
export const findPublisher = (id: string): Publisher | null =>
  listPublishers().find((each) => each.id === id) ?? null;

/** @param id  made when the form was shown, so that a form sent twice adds one publisher */
export async function recordPublisher(
  id: string,
  publisher: PublisherEntry,
  actor: Actor,
): Promise<void> {
  await write(async (tx) => {
    if (await tx.publisher.findUnique({ where: { id }, select: { id: true } })) return;
    const content = toContent(publisher);
    await tx.publisher.create({ data: { id, ...content } });
    await recordEvents(tx, actor, [event('publisher.added', id, { after: content })]);
  });
}

type Stale = { readonly kind: 'stale' };

/** Refused as stale when another person changed or removed it meanwhile. */
export async function recordPublisherEdit(
  was: Publisher,
  publisher: PublisherEntry,
  actor: Actor,
): Promise<Result<void, Stale>> {
  return write(async (tx) => {
    const content = toContent(publisher);
    const { count } = await tx.publisher.updateMany({
      where: { id: was.id, revision: was.revision },
      data: { ...content, revision: { increment: 1 } },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    await recordEvents(tx, actor, [
      event('publisher.edited', was.id, {
        before: toContent(was),
        after: { ...content, revision: was.revision + 1 },
      }),
    ]);
    return accept(undefined);
  });
}

/** Refused as stale when another person changed or removed it meanwhile. */
export async function recordPublisherRemoval(
  was: Publisher,
  actor: Actor,
): Promise<Result<void, Stale>> {
  return write(async (tx) => {
    const { count } = await tx.publisher.deleteMany({
      where: { id: was.id, revision: was.revision },
    });
    if (count === 0) return refuse({ kind: 'stale' });
    await recordEvents(tx, actor, [
      event('publisher.removed', was.id, { before: toContent(was), after: {} }),
    ]);
    return accept(undefined);
  });
}

/** Gives a desk the publishers that it knows from the start, once: it keeps what people made of them. */
export async function recordFirstPublishers(): Promise<void> {
  const known = `SELECT 1 FROM "Event" WHERE "entity" = 'publisher' LIMIT 1`;
  if (prepared(known).get() !== undefined) return;
  await write(async (tx) => {
    const again = await tx.event.findFirst({
      where: { entity: 'publisher' },
      select: { seq: true },
    });
    if (again) return;
    const rows = FIRST_PUBLISHERS.map((publisher) => ({ id: uuidv7(), ...toContent(publisher) }));
    await tx.publisher.createMany({ data: rows });
    await recordEvents(
      tx,
      THE_DESK,
      rows.map(({ id, ...content }) => event('publisher.added', id, { after: content })),
    );
  });
}

const toContent = ({ name, otherNames, hosts, owner }: PublisherEntry) => ({
  name,
  otherNames: [...otherNames],
  hosts: [...hosts],
  owner,
});
