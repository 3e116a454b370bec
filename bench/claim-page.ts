import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { makeClaims } from './make-claims';
import { timePage } from './page-times';

const CLAIMS = 500;

/**
 * `npx tsx bench/claim-page.ts [--events 500] [--comments 200] [--runs 100]`: how long the server
 * takes for the page of a claim that much happened to. Ends with 1 when the target is missed.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '500' },
      comments: { type: 'string', default: '200' },
      runs: { type: 'string', default: '100' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const settings = readSettings({ DATA_DIR: folder });
  try {
    await makeClaims(settings.dataDir, CLAIMS);
    process.env.DATABASE_URL = settings.databaseUrl;
    process.env.DATA_DIR = settings.dataDir;
    const code = await makeItLively(Number(values.events), Number(values.comments));
    await timePage(settings.dataDir, `/claims/${code}`, {
      what: `${values.events} events and ${values.comments} comments`,
      runs: Number(values.runs),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A claim that much was said and done about. @returns its code */
async function makeItLively(events: number, comments: number): Promise<string> {
  const { closeDatabase, reader, write } = await import('#data/database/db');
  const { event, recordEvents } = await import('#data/record/record-events');
  const { claimCode } = await import('#domain/claims/claim');
  const claim = await reader().claim.findFirstOrThrow({ where: { status: 'checking' } });
  const people = await reader().user.findMany();
  const person = (n: number) => people[n % people.length]?.id ?? null;
  let text = claim.text;
  await write(async (tx) => {
    for (let n = 0; n < events; n++) {
      const after = `${claim.text} Edited for the ${n}th time, and ${n % 7} words more.`;
      await recordEvents(tx, { userId: person(n), via: 'ui' }, [
        event('claim.edited', claim.id, {
          before: { text, place: null },
          after: {
            text: after,
            place: `Place ${n}`,
            claimantId: claim.claimantId,
            revision: claim.revision + n + 1,
          },
        }),
      ]);
      text = after;
    }
    await tx.claim.update({
      where: { id: claim.id },
      data: { text, place: `Place ${events - 1}`, revision: claim.revision + events },
    });
    const threads = Array.from({ length: comments }, (_, n) => ({
      id: uuidv7(),
      claimId: claim.id,
      body: `Comment ${n}: who counted this, and when? @Ben please look at the register again.`,
      authorId: person(n) ?? '',
      at: new Date(),
    }));
    await tx.comment.createMany({
      data: threads.map((comment, n) => ({
        ...comment,
        threadId: n % 4 === 0 ? null : (threads[n - (n % 4)]?.id ?? null),
      })),
    });
  });
  await closeDatabase();
  return claimCode(claim.number);
}

await endOnRefusal(measure);
