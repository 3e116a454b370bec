import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { minuteOf } from '#domain/day';
import { anchorFile, anchorSize } from '../chain/anchor';
import { EVENT_COLUMNS, type EventRow, FIRST_LINK } from '../chain/chain';
import { type Sqlite, toPath } from '../database/db';
import { anchorBreakSentence, listAnchorBreaks } from '../record/anchor-breaks';
import { checkPages, checkPointers, unreadable } from './check-pages';
import { checkCaptures, type LookedAt } from './compare-files';
import { compareRows, type Progress } from './compare-rows';
import { type Names, namesIn, type Problem } from './problem';
import { type Head, readAnchor, type Walked, walkChain } from './walk-chain';

export type { Head, Problem };

/** The files of the desk to verify. */
export type VerifiedDesk = {
  readonly databaseFile: string;
  readonly anchor: string | null;
  readonly captures: string;
  /** A head that somebody wrote down or keeps elsewhere: the record must have it. */
  readonly knownHead?: string | null;
};

/** What verifying came to. */
export type Verification = {
  readonly problems: number;
  /** Whether pages of the database are damaged, so that only a backup helps. */
  readonly damaged: boolean;
  readonly events: number;
  /** Events of which a takedown blanked what they said. */
  readonly blanked: number;
  readonly claims: number;
  readonly verdicts: number;
  readonly captures: number;
  readonly head: Head;
  /** Whether the anchor has every event, and no other. */
  readonly isAnchored: boolean;
  /** What is no fault and worth knowing. */
  readonly notes: readonly string[];
};

/** The desk that this process serves. */
export function thisDesk(): VerifiedDesk {
  const { DATABASE_URL = '', DATA_DIR = '' } = process.env;
  return {
    databaseFile: toPath(DATABASE_URL),
    anchor: anchorFile(process.env),
    captures: join(DATA_DIR, 'captures'),
  };
}

// Whatever else the process does gets its turn at least this often.
const BREATH_MS = 12;

/**
 * Verifies the record of a desk: the chain of events by their hashes, and beside its anchor; every
 * row by its events, verdicts and publications by their frozen hashes; every copy by its hash. It
 * only reads, in one snapshot, so it works on a desk that runs too, and takes the same memory for
 * any number of claims.
 *
 * @param onProblem  called for each difference from the record, in order
 */
export async function verify(
  { databaseFile, anchor, captures, knownHead = null }: VerifiedDesk,
  onProblem: (problem: Problem) => void,
): Promise<Verification> {
  // Before the snapshot, so that everything that was noted by now must be in it.
  const sizeBefore = anchor ? anchorSize(anchor) : null;
  let problems = 0;
  const found = (problem: Problem) => {
    problems += 1;
    onProblem(problem);
  };
  /** A part of the record; of a damaged database it may be impossible to read. */
  const part = async <Value>(
    what: string,
    otherwise: Value,
    read: () => Value | Promise<Value>,
  ) => {
    try {
      return await read();
    } catch (error) {
      found(unreadable(what, error));
      return otherwise;
    }
  };
  const db = new Database(databaseFile, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    const damaged = await part('The database', true, () => {
      db.exec('BEGIN');
      return finish(checkPages(db, databaseFile, dirname(captures)), found);
    });
    const count = (table: 'Claim' | 'Verdict') =>
      db.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0;
    const walked = await part('The chain of events', NOTHING_WALKED, () =>
      verifyChain(db, { anchor, sizeBefore, knownHead }, found),
    );
    const breaks = await part('The breaks of the anchor', [], () => listAnchorBreaks(db));
    for (const each of breaks) {
      if (!each.acknowledged) found({ sentence: anchorBreakSentence(each), claim: null });
    }
    await part('The rows in the record', undefined, () =>
      finish(compareRows(db, namesIn(db)), found),
    );
    const files = await part('The copies in the record', NO_FILES, () =>
      finish(checkCaptures(db, captures), found),
    );
    await part('The links between rows', undefined, () => finish(checkPointers(db), found));
    const claims = await part('The table of claims', 0, () => count('Claim'));
    const standing = await part('The acknowledged changes', [], () =>
      acknowledgedChanges(db, namesIn(db)),
    );
    const verdicts = await part('The table of verdicts', 0, () => count('Verdict'));
    return {
      ...walked,
      damaged,
      problems,
      claims,
      verdicts,
      captures: files.captures,
      notes: [
        ...breaks.filter(({ acknowledged }) => acknowledged).map(anchorBreakSentence),
        ...standing,
        ...toNotes(files, walked.blanked),
      ],
    };
  } finally {
    db.close();
  }
}

async function verifyChain(
  db: Sqlite,
  {
    anchor,
    sizeBefore,
    knownHead,
  }: { anchor: string | null; sizeBefore: number | null; knownHead: string | null },
  found: (problem: Problem) => void,
): Promise<Walked> {
  const lastSeq =
    db.prepare<[], number | null>('SELECT max("seq") FROM "Event"').pluck().get() ?? 0;
  const lines =
    anchor && sizeBefore !== null ? await readAnchor(anchor, sizeBefore, lastSeq) : null;
  if (!lines) {
    found({ sentence: `There is no anchor at ${anchor}: npm start makes an anchor.`, claim: null });
  }
  const beside = lines && anchor ? { lines, name: anchor } : null;
  const end = await finish(walkChain(db, namesIn(db), beside), found);
  if (knownHead !== null && !hasHash(db, knownHead)) {
    const sentence = `The record has no event with the hash ${knownHead}: the record was rewritten or shortened after you noted this head.`;
    found({ sentence, claim: null });
  }
  return end;
}

const NOTHING_WALKED: Walked = {
  // What cannot be read says nothing of the anchor.
  isAnchored: true,
  events: 0,
  blanked: 0,
  head: { seq: 0, hash: FIRST_LINK },
};
const NO_FILES: LookedAt = { captures: 0, takenDown: [], strays: 0 };

const hasHash = (db: Database.Database, hash: string) =>
  db.prepare('SELECT 1 FROM "Event" WHERE "hash" = ?').get(hash.toLowerCase()) !== undefined;

/** What was changed past the desk and could neither be taken in nor put back, with the reason. */
function acknowledgedChanges(db: Database.Database, names: Names): string[] {
  return db
    .prepare<[], EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM "Event"
       WHERE "entity" <> 'record' AND "action" = 'outside.acknowledged' ORDER BY "seq"`,
    )
    .all()
    .map((event) => {
      const claim = names.claim(event.claimId);
      const of = claim ? ` on ${claim}` : '';
      return `A change outside the desk remains (${event.entity}${of}, event ${event.seq}): ${names.person(event.actorId)} acknowledged it, ${minuteOf(event.at, 'UTC')}: ${event.reason}`;
    });
}

function toNotes({ takenDown, strays }: LookedAt, blanked: number): string[] {
  return [
    ...takenDown,
    ...(blanked > 0
      ? [`A takedown blanked the content of ${blanked} events. Their hashes remain.`]
      : []),
    ...(strays > 0 ? [`${strays} files belong to no copy. They do no harm.`] : []),
  ];
}

/** Takes a walk to its end, letting others have their turn on the way. */
async function finish<Value>(
  walk: Generator<Problem | Progress, Value>,
  found: (problem: Problem) => void,
): Promise<Value> {
  let last = performance.now();
  for (;;) {
    const next = walk.next();
    if (next.done) return next.value;
    if ('sentence' in next.value) found(next.value);
    if (performance.now() - last > BREATH_MS) {
      await new Promise(setImmediate);
      last = performance.now();
    }
  }
}
