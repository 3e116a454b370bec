import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { hashPassword } from '#accounts/password-hash';
import { toFigureEntry, toFigureRow } from '#data/claims/figures';
import { toPlace } from '#data/claims/suggestions';
import { closeDatabase } from '#data/database/db';
import { appendEvents, type EventDraft, sha256, THE_DESK } from '#data/record/record-events';
import { recordFirstScale } from '#data/review/ratings';
import { toFreeze } from '#data/review/verdicts';
import { toCanonicalJson } from '#domain/canonical-json';
import { type ClaimStatus, DISMISS_REASONS } from '#domain/claims/claim';
import type { ClaimKind } from '#domain/claims/kind';
import { toBands, toSignature } from '#domain/documents/same-text';
import { DIRECTNESSES, STANCES } from '#domain/evidence/stance';
import type { Figure } from '#domain/figures/figure';
import { VERDICT_REASONS } from '#domain/review/verdict';
import { toAnchor } from '#domain/texts/anchor';
import { PROJECT } from '../../bin/settings.mjs';
import { type DeskChance, seedChance } from './chance';
import { earlyEvent } from './early-event';
import { eachReviewEvent, fillReview, fillStatusTimes, timeByEvents } from './review';
import { makeExplanation, makeFigure, makeParty, makeSentence, makeTitle } from './words';

/** The one who can sign in to a desk that was made for measuring. */
export const ADMIN = {
  name: 'Ada Bench',
  email: 'ada@example.org',
  password: 'measure what you promise',
} as const;

const CLAIMS_AN_ARTICLE = 25;
const CLAIMS_A_PARTY = 50;
const CLAIMS_A_SOURCE = 33;
/** The share of all claims that the largest article holds: a report of hundreds of pages. */
const LARGEST_ARTICLE = 0.02;

const STATUS_SHARES: Record<ClaimStatus, number> = {
  suggested: 62,
  dismissed: 12.1,
  withdrawn: 0.1,
  open: 11,
  published: 6.5,
  checking: 6,
  inReview: 2,
  approved: 0.3,
};
const KIND_SHARES: Record<ClaimKind, number> = {
  figure: 35,
  event: 24,
  quote: 15,
  comparison: 7.5,
  cause: 6,
  position: 5.5,
  attribute: 4,
  superlative: 2.5,
  opinion: 0.45,
  prediction: 0.05,
};
/** By the keys of the first scale. */
const RATING_SHARES = {
  true: 27,
  mostlyTrue: 20,
  false: 16,
  halfTrue: 16,
  mostlyFalse: 14,
  unproven: 6.5,
  outdated: 0.5,
};
/** How many figures a claim has, by the hundred. */
const FIGURE_SHARES = { '0': 60, '1': 28, '2': 9, '3': 3 };
const ANSWERED: readonly ClaimStatus[] = ['inReview', 'approved', 'published'];
const DUE: readonly ClaimStatus[] = ['open', 'checking', 'inReview'];
const ANSWERED_WHILE_CHECKING = 0.2;

const BEGAN = new Date('2024-01-02T06:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const DAYS = 900;
const LONGEST_WORK_DAYS = 60;

type Person = { readonly id: string; readonly name: string };
type Source = {
  readonly documentId: string;
  readonly captureId: string;
  readonly sentences: readonly { readonly start: number; readonly text: string }[];
};
type Insert = (row: Record<string, unknown>) => void;

/** The desk while it is being filled. */
type Filling = {
  readonly chance: DeskChance;
  readonly insert: Record<Table, Insert>;
  readonly db: Database.Database;
  readonly keep: (text: string) => { sha256: string; size: number };
  /** What is to be recorded, and who did it; null is the desk. */
  readonly pending: { by: string | null; event: EventDraft }[];
  readonly people: readonly Person[];
  readonly parties: readonly Person[];
  readonly sources: readonly Source[];
};

const TABLES = [
  'User', 'Account', 'Party', 'Document', 'Capture', 'CaptureBand', 'Claim', 'Appearance', 'Quantity',
  'Evidence', 'Verdict',
] as const; // biome-ignore format: a list to scan
type Table = (typeof TABLES)[number];

/**
 * Fills a migrated, empty desk in one transaction. Everything comes out the same at every run but
 * the times of its events and the salt of the password. What happened to a claim, its evidence and
 * its verdicts is told in one event each, so that the record holds, though it leaves steps out.
 */
export async function fillDesk(
  {
    dataDir,
    databaseFile,
    databaseUrl,
  }: Record<'dataDir' | 'databaseFile' | 'databaseUrl', string>,
  claims: number,
): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  await recordFirstScale();
  await closeDatabase();

  const db = new Database(databaseFile, { fileMustExist: true });
  // A desk that breaks off here is thrown away, so nothing need be safe on the disk before the end.
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -524288');
  // Without indexes each check would read a whole table; what was made is checked once, at the end.
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN');
  const taken = takeAway(db);
  const chance = seedChance(claims);
  const insert = Object.fromEntries(TABLES.map((table) => [table, inserter(db, table)])) as Record<
    Table,
    Insert
  >;
  const base: Base = { chance, insert, db, keep: keeper(dataDir), pending: [] };
  const people = await addPeople(base);
  const parties = addParties(base, Math.ceil(claims / CLAIMS_A_PARTY));
  const sources = addSources(base, people, Math.ceil(claims / CLAIMS_A_SOURCE));
  record(base);
  await addArticles({ ...base, people, parties, sources }, claims);
  fillStatusTimes(db);
  taken.putIndexesBack();
  fillReview(db);
  for (const pending of eachReviewEvent(db)) {
    base.pending.push(pending);
    if (base.pending.length >= RECORDED_AT_ONCE) record(base);
  }
  record(base);
  timeByEvents(db);
  taken.putTriggersBack();
  const astray = db.pragma('foreign_key_check') as readonly object[];
  if (astray.length > 0) throw new Error(`The filled desk does not hold: ${astray[0]}`);
  db.exec('COMMIT');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/**
 * Takes the indexes and triggers away until the rows are in: a million go in several times as fast
 * without them.
 */
function takeAway(db: Database.Database) {
  const taken = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT "type", "name", "sql" FROM sqlite_master
        WHERE "sql" IS NOT NULL AND "type" IN ('index', 'trigger')`,
    )
    .all();
  for (const { type, name } of taken) db.exec(`DROP ${type} "${name}"`);
  const putBack = (wanted: string) => {
    for (const { type, sql } of taken) if (type === wanted) db.exec(sql);
  };
  return {
    putIndexesBack: () => putBack('index'),
    putTriggersBack: () => {
      db.exec(`
        INSERT INTO claim_words(rowid, text, quote)
        SELECT c."number", c."text", coalesce(a."exact", '')
        FROM "Claim" c LEFT JOIN "Appearance" a ON a."claimId" = c."id" AND a."first"`);
      db.exec('INSERT INTO party_names(id, name) SELECT "id", "name" FROM "Party"');
      db.exec(searchWords());
      db.exec(storedCounts());
      putBack('trigger');
    },
  };
}

/** How the migration that has a search begins it. */
function searchWords(): string {
  const file = join(PROJECT, 'prisma/migrations/20261130290100_search/migration.sql');
  const sql = readFileSync(file, 'utf8');
  return sql.slice(sql.indexOf('INSERT INTO "search_entries"'), sql.indexOf('CREATE TRIGGER'));
}

/** How the migrations that keep counts by triggers begin them. */
function storedCounts(): string {
  return ['20261130100600_kept_counts', '20261130100601_kept_filters']
    .map((name) => join(PROJECT, 'prisma/migrations', name, 'migration.sql'))
    .map((file) => readFileSync(file, 'utf8'))
    .map((sql) => sql.slice(sql.indexOf('INSERT INTO "Tally"'), sql.indexOf('CREATE TRIGGER')))
    .join('\n');
}

function inserter(db: Database.Database, table: Table): Insert {
  let statement: Database.Statement | undefined;
  return (row) => {
    const columns = Object.keys(row);
    statement ??= db.prepare(
      `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`)})
       VALUES (${columns.map((column) => `@${column}`)})`,
    );
    statement.run(row);
  };
}

const RECORDED_AT_ONCE = 1000;

/** Records the events so far, in their order. */
function record({ db, pending }: Base): void {
  for (let from = 0; from < pending.length; ) {
    const by = pending[from]?.by ?? null;
    let to = from;
    while (to < pending.length && pending[to]?.by === by) to++;
    const actor = by === null ? THE_DESK : ({ userId: by, via: 'ui' } as const);
    appendEvents(
      db,
      actor,
      pending.slice(from, to).map(({ event }) => event),
    );
    from = to;
  }
  pending.length = 0;
}

/** Times as Prisma writes them. */
const time = (at: Date) => at.toISOString().replace('Z', '+00:00');

const day = (at: Date) => at.toISOString().slice(0, 10);

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);

/** The bytes of captures, in the files where the desk looks for them. */
function keeper(dataDir: string): Filling['keep'] {
  return (text) => {
    const bytes = Buffer.from(text);
    const hash = sha256(bytes);
    const folder = join(dataDir, 'captures', hash.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, hash), bytes, { mode: 0o600 });
    return { sha256: hash, size: bytes.length };
  };
}

type Base = Omit<Filling, 'people' | 'parties' | 'sources'>;

async function addPeople({ chance, insert, pending }: Base): Promise<Person[]> {
  const password = await hashPassword(ADMIN.password);
  const at = time(BEGAN);
  const made = ['Ben', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gil'].map((name) => ({
    name,
    email: `${name.toLowerCase()}@example.org`,
    role: 'checker',
  }));
  const people = [{ name: ADMIN.name, email: ADMIN.email, role: 'admin' }, ...made].map(
    (person) => ({ id: chance.id(BEGAN), ...person }),
  );
  for (const { id, ...after } of people) {
    insert.User({ id, ...after, createdAt: at, updatedAt: at });
    pending.push({
      by: null,
      event: earlyEvent({ action: 'user.added', entity: 'user', entityId: id, after }),
    });
  }
  const userId = people[0]?.id;
  insert.Account({
    id: chance.id(BEGAN),
    accountId: userId,
    providerId: 'credential',
    userId,
    password,
    createdAt: at,
    updatedAt: at,
  });
  return people;
}

function addParties({ chance, insert, pending }: Base, count: number): Person[] {
  return Array.from({ length: count }, (_, n) => {
    const after = makeParty(chance, n + 1);
    const party = { id: chance.id(BEGAN), ...after };
    pending.push({
      by: null,
      event: earlyEvent({ action: 'party.added', entity: 'party', entityId: party.id, after }),
    });
    insert.Party({ ...party, createdAt: time(BEGAN), updatedAt: time(BEGAN) });
    return party;
  });
}

function addSources(filling: Base, people: readonly Person[], count: number): Source[] {
  const { chance } = filling;
  const ids: string[] = [];
  return Array.from({ length: count }, () => {
    const sentences: { start: number; text: string }[] = [];
    let text = '';
    for (let left = chance.between(4, 12); left > 0; left--) {
      const sentence = makeSentence(chance, chance.is(0.5) ? [makeFigure(chance)] : []);
      sentences.push({ start: text.length, text: sentence });
      text += `${sentence}. `;
    }
    const { documentId, captureId } = addDocument(filling, BEGAN, text, {
      underCheck: 0,
      kind: chance.oneOf({ report: 40, record: 20, dataset: 15, statement: 15, study: 10 }),
      derivedFromId: ids.length > 0 && chance.is(0.15) ? chance.one(ids) : null,
      confidential: chance.is(0.01) ? 1 : 0,
      takenById: chance.one(people).id,
    });
    ids.push(documentId);
    return { documentId, captureId, sentences };
  });
}

type DocumentColumns = {
  readonly underCheck: 0 | 1;
  readonly kind: string;
  readonly derivedFromId: string | null;
  readonly confidential: 0 | 1;
  readonly takenById: string;
};

/** A document with one complete capture. */
function addDocument(
  { chance, insert, keep, pending }: Base,
  at: Date,
  text: string,
  { takenById, ...columns }: DocumentColumns,
) {
  const documentId = chance.id(at);
  const captureId = chance.id(at);
  const title = makeTitle(chance);
  const url = `https://example.org/${columns.kind}/${documentId}`;
  const details = {
    url,
    canonicalUrl: url,
    title,
    publisher: 'Example Courier',
    publishedOn: day(at),
    language: 'en',
  };
  insert.Document({
    id: documentId,
    ...columns,
    ...details,
    readCaptureId: columns.underCheck ? captureId : null,
    createdAt: time(at),
    updatedAt: time(at),
  });
  const stored = keep(text);
  insert.Capture({
    id: captureId,
    documentId,
    n: 1,
    takenAt: time(at),
    takenById,
    method: 'paste',
    state: 'complete',
    mime: 'text/plain; charset=utf-8',
    ...stored,
    text,
    textSha256: stored.sha256,
  });
  // Else the desk would compare thousands of captures with each other while it is measured.
  for (const [band, hash] of toBands(toSignature(text)).entries()) {
    insert.CaptureBand({ captureId, band, hash });
  }
  pending.push({
    by: takenById,
    event: earlyEvent({
      action: columns.underCheck ? 'article.added' : 'source.added',
      entity: 'document',
      entityId: documentId,
      documentId,
      after: {
        ...details,
        ...columns,
        underCheck: columns.underCheck === 1,
        confidential: columns.confidential === 1,
        captureId,
        ...stored,
        textSha256: stored.sha256,
      },
    }),
  });
  return { documentId, captureId };
}

async function addArticles(filling: Filling, claims: number): Promise<void> {
  const { chance } = filling;
  const articles = claims / CLAIMS_AN_ARTICLE;
  const largest = Math.floor(articles / 3);
  for (let n = 0, made = 0; made < claims; n++) {
    const at = later(BEGAN, Math.floor((n / articles) * DAYS * DAY));
    // Most articles have a few claims, some have a hundred, one has thousands.
    const wished =
      n === largest
        ? Math.ceil(claims * LARGEST_ARTICLE)
        : 1 + Math.floor(-Math.log(1 - chance.next()) * (CLAIMS_AN_ARTICLE - 1.5));
    const count = Math.min(wished, claims - made);
    await addArticle(filling, at, made + 1, count);
    made += count;
  }
}

type MadeClaim = {
  readonly sentence: string;
  /** Its place in the article. */
  readonly start: number;
  readonly figures: readonly Figure[];
};

async function addArticle(
  filling: Filling,
  at: Date,
  firstNumber: number,
  count: number,
): Promise<void> {
  const { chance, people } = filling;
  const claims: MadeClaim[] = [];
  let text = '';
  for (let n = 0; n < count; n++) {
    const figures = Array.from({ length: Number(chance.oneOf(FIGURE_SHARES)) }, () =>
      makeFigure(chance),
    );
    const sentence = makeSentence(chance, figures);
    claims.push({ sentence, start: text.length, figures });
    text += `${sentence}.${chance.is(0.3) ? '\n\n' : ' '}`;
  }
  // What an article says in its first sentence, it often says again in its last.
  text += `In short: ${claims[0]?.sentence}.`;
  const { documentId, captureId } = addDocument(filling, at, text, {
    underCheck: 1,
    kind: 'article',
    derivedFromId: null,
    confidential: 0,
    takenById: chance.one(people).id,
  });
  for (const [n, claim] of claims.entries()) {
    addClaim(filling, claim, { at, number: firstNumber + n, documentId, captureId, text });
  }
  record(filling);
}

function addClaim(
  filling: Filling,
  { sentence, start, figures }: MadeClaim,
  article: { at: Date; number: number; documentId: string; captureId: string; text: string },
): void {
  const { chance, insert, people, parties, pending } = filling;
  const { at, number, documentId, captureId, text } = article;
  const id = chance.id(at);
  const kind = chance.oneOf(KIND_SHARES);
  const status = chance.oneOf(STATUS_SHARES);
  const answered =
    ANSWERED.includes(status) || (status === 'checking' && chance.is(ANSWERED_WHILE_CHECKING));
  const ratingKey = answered ? chance.oneOf(RATING_SHARES) : null;
  const working = status !== 'suggested' && status !== 'dismissed' && status !== 'open';
  // A few speak often, most seldom.
  const claimant = chance.is(0.75)
    ? parties[Math.floor(chance.next() ** 3 * parties.length)]
    : undefined;
  const changedAt =
    status === 'suggested' ? at : later(at, chance.between(1, LONGEST_WORK_DAYS * DAY));
  const reasons = figures.length > 0 ? ['it gives a figure'] : ['it tells of an event'];
  const read = {
    number,
    text: `${sentence}.`,
    kind,
    checkable: kind !== 'opinion' && kind !== 'prediction',
    claimantId: claimant?.id ?? null,
    claimantUnknownReason: null,
    saidOn: chance.is(0.5) ? day(at) : null,
    eventOn: chance.is(0.3) ? day(later(at, -DAY)) : null,
    checkWorthiness: Math.round(chance.next() ** 2 * 1000) / 1000,
    engineVersion: 'bench',
    articleId: documentId,
  };
  const moved = {
    status,
    dismissReason: status === 'dismissed' ? chance.one(DISMISS_REASONS.slice(0, 4)) : null,
    priority: chance.oneOf({ normal: 85, high: 10, low: 5 }),
    assigneeId: working ? chance.one(people).id : null,
    dueOn: DUE.includes(status) && number % 4 === 0 ? day(later(at, (number % 97) * DAY)) : null,
    revision: status === 'suggested' ? 0 : chance.between(1, 9),
  };
  insert.Claim({
    id,
    ...read,
    ...moved,
    checkable: read.checkable ? 1 : 0,
    reasons: JSON.stringify(reasons),
    createdAt: time(at),
    updatedAt: time(changedAt),
    position: start,
    figureCount: figures.length,
    ratingKey,
  });
  const appears = (from: number, first: 0 | 1) => {
    const place = { id: chance.id(at), captureId };
    const anchor = toAnchor(text, from, from + sentence.length);
    if (!anchor) throw new Error('A sentence stands outside its text.');
    insert.Appearance({ ...place, claimId: id, ...anchor, first });
    return { ...place, ...toPlace(anchor) };
  };
  const appearance = appears(start, 1);
  // What an article says in its first sentence, it says again in its last.
  const again = start === 0 ? appears(text.lastIndexOf(sentence), 0) : null;
  const entries = addFigures(filling, at, figures, { text: sentence, start, claimId: id });
  const onClaim = { entity: 'claim', entityId: id, claimId: id };
  const after = {
    ...read,
    reasons,
    status: 'suggested',
    priority: moved.priority,
    claimant: claimant?.name ?? null,
    appearance,
    ...(again && { again }),
    figures: entries,
    revision: 0,
  };
  pending.push({
    by: null,
    event: earlyEvent({ action: 'claim.suggested', ...onClaim, documentId, after }),
  });
  if (status !== 'suggested') {
    const action = status === 'dismissed' ? 'claim.dismissed' : 'claim.accepted';
    pending.push({
      by: chance.one(people).id,
      event: earlyEvent({ action, ...onClaim, after: moved }),
    });
  }
  if (ratingKey) addAnswer(filling, changedAt, id, ratingKey);
}

function addFigures(
  { chance, insert }: Base,
  at: Date,
  figures: readonly Figure[],
  { text, start, claimId }: { text: string; start: number; claimId: string },
) {
  let from = 0;
  return figures.map((figure, index) => {
    const found = text.indexOf(figure.surface, from);
    from = found + figure.surface.length;
    const placed = { ...figure, start: start + found, end: start + from };
    const row = { ...toFigureRow(placed, index + 1), id: chance.id(at) };
    insert.Quantity({ ...row, claimId, leading: index === 0 ? 1 : 0 });
    return toFigureEntry({ ...row, leading: index === 0 });
  });
}

/** Evidence from one to four sources, and one verdict or two. */
function addAnswer(filling: Filling, at: Date, claimId: string, ratingKey: string): void {
  const { chance, insert, people, sources, pending } = filling;
  const evidence = Array.from({ length: chance.between(1, 4) }, () => {
    const { documentId, captureId, sentences } = chance.one(sources);
    const { start, text } = chance.one(sentences);
    const id = chance.id(at);
    const item = { quote: text, stance: chance.one(STANCES), directness: chance.one(DIRECTNESSES) };
    const content = {
      ...item,
      documentId,
      captureId,
      start,
      end: start + text.length,
      quoteFound: 'exact',
      quoteScore: 1,
      note: chance.is(0.2) ? makeSentence(chance, []) : null,
    };
    const addedById = chance.one(people).id;
    const isRemoved = chance.is(0.03);
    insert.Evidence({
      id,
      claimId,
      ...content,
      addedById,
      revision: isRemoved ? 1 : 0,
      createdAt: time(at),
      updatedAt: time(at),
      removedAt: isRemoved ? time(at) : null,
    });
    const onEvidence = { entity: 'evidence', entityId: id, claimId };
    pending.push({
      by: addedById,
      event: earlyEvent({ action: 'evidence.attached', ...onEvidence, after: content }),
    });
    if (isRemoved) {
      pending.push({
        by: addedById,
        event: earlyEvent({ action: 'evidence.removed', ...onEvidence, before: item }),
      });
    }
    return { id, ...item };
  });
  for (let n = 1; n <= (chance.is(0.05) ? 2 : 1); n++) {
    const reasons = chance.is(0.4) ? [chance.one(VERDICT_REASONS)] : [];
    const row = {
      id: chance.id(at),
      claimId,
      n,
      ratingKey,
      asOf: chance.is(0.3) ? day(at) : null,
      explanation: makeExplanation(chance),
      correctedText: chance.is(0.1) ? `${makeSentence(chance, [])}.` : null,
      changeNote: null,
      supersedesN: null,
      decidedById: chance.one(people).id,
    };
    insert.Verdict({
      ...row,
      reasons: JSON.stringify(reasons),
      decidedAt: time(at),
      evidence: JSON.stringify(evidence),
      comparisons: '[]',
    });
    const frozen = toFreeze({ ...row, reasons, evidence, comparisons: [], decidedAt: at });
    const { id, decidedById, ratingKey: rating, claimId: _of, ...content } = row;
    const after = { ...content, rating, reasons, frozenSha256: sha256(toCanonicalJson(frozen)) };
    const onVerdict = { entity: 'verdict', entityId: id, claimId };
    pending.push({
      by: decidedById,
      event: earlyEvent({ action: 'verdict.given', ...onVerdict, after }),
    });
  }
}
