import { setTimeout } from 'node:timers/promises';
import type { DatedText, Derivation } from '#domain/documents/same-text';
import { insertMany } from '../database/bulk';
import { prepared, reader, sqlite, write } from '../database/db';
import { type FoundLink, suggestLinks } from './document-links';

/** How many documents a new text is compared with: those with the most similar signatures. */
const MOST_CANDIDATES = 5;
/** So much in common is one document under two addresses, and not one that repeats another. */
const ONE_DOCUMENT = 0.95;
/** For a text without words, so that it is not compared again. */
const NO_BAND = { band: -1, hash: '' };

/** How texts are compared. Long ones take seconds, so the caller says in which process. */
export type TextComparison = {
  readonly bandsOf: (text: string) => Promise<readonly string[]>;
  readonly derived: (a: DatedText, b: DatedText) => Promise<Derivation | null>;
};

/**
 * Compares the complete captures that have not been compared with the others yet, one by one. It
 * rests after each for as long as the comparison took: a desk with thousands of them answers
 * requests meanwhile.
 *
 * @param goesOn  asked before each
 */
export async function suggestSimilar(
  compare: TextComparison,
  goesOn: () => boolean = () => true,
): Promise<void> {
  let last = '';
  while (goesOn()) {
    const start = performance.now();
    const next = nextUncompared(last);
    if (!next) return;
    await compareWithOthers(next, compare);
    last = next;
    await setTimeout(performance.now() - start);
  }
}

/** The least id after that one of a complete copy without a signature. */
const nextUncompared = (after: string) =>
  prepared<[string], { id: string }>(
    `SELECT k."id" FROM "UnheldCapture" u CROSS JOIN "Capture" k ON k."id" = u."captureId"
      WHERE u."captureId" > ? AND k."takedownReason" IS NULL ORDER BY u."captureId" LIMIT 1`,
  ).get(after)?.id;

/**
 * Stores the signature of a capture, and suggests the documents that its document repeats or that
 * repeat it.
 */
async function compareWithOthers(id: string, compare: TextComparison): Promise<void> {
  const copy = await reader().capture.findUniqueOrThrow({
    where: { id },
    select: { text: true, document: { select: documentSelect } },
  });
  const text = copy.text ?? '';
  const bands = await compare.bandsOf(text);
  const links = await findLinks({ text, ...copy.document }, bands, compare);
  await write(async (tx) => {
    const rows = bands.map((hash, band) => ({ captureId: id, band, hash }));
    await insertMany(tx, 'CaptureBand', rows.length > 0 ? rows : [{ captureId: id, ...NO_BAND }]);
    await suggestLinks(tx, links);
  });
}

const documentSelect = {
  id: true,
  underCheck: true,
  publisher: true,
  publishedOn: true,
  derivedFromId: true,
  mergedIntoId: true,
} as const;

type Document = {
  readonly id: string;
  readonly text: string;
  readonly underCheck: boolean;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly derivedFromId: string | null;
  readonly mergedIntoId: string | null;
};

async function findLinks(
  own: Document,
  bands: readonly string[],
  compare: TextComparison,
): Promise<FoundLink[]> {
  if (own.mergedIntoId) return [];
  const candidates = sqlite()
    .prepare<[string, string, number], string>(
      `SELECT k."id" FROM json_each(?) j
       CROSS JOIN "CaptureBand" b ON b."hash" = j.value
       JOIN "Capture" k ON k."id" = b."captureId"
       JOIN "Document" d ON d."id" = k."documentId" AND d."id" <> ? AND d."mergedIntoId" IS NULL
       WHERE k."takedownReason" IS NULL
       GROUP BY k."documentId" ORDER BY count(*) DESC, k."id" LIMIT ?`,
    )
    .pluck()
    .all(JSON.stringify(bands), own.id, MOST_CANDIDATES);
  const links: FoundLink[] = [];
  for (const id of candidates) {
    const row = await reader().capture.findUniqueOrThrow({
      where: { id },
      select: { text: true, document: { select: documentSelect } },
    });
    const other = { text: row.text ?? '', ...row.document };
    const link = linkOf(own, other, await compare.derived(own, other));
    if (link) links.push(link);
  }
  return links;
}

function linkOf(own: Document, other: Document, derived: Derivation | null): FoundLink | null {
  if (!derived) return null;
  const { origin, share, resemblance, figuresDiffer } = derived;
  const samePublisher = !own.publisher || !other.publisher || own.publisher === other.publisher;
  if (resemblance >= ONE_DOCUMENT && !figuresDiffer && samePublisher) {
    // What is checked is never merged with what it is checked by.
    if (own.underCheck === other.underCheck) {
      return { kind: 'same', fromId: own.id, toId: other.id, score: share };
    }
  }
  const [from, to] = origin === 'a' ? [other, own] : [own, other];
  // An article says what it repeats by its claims; a source counts for less when it repeats another.
  if (from.underCheck || from.derivedFromId) return null;
  return { kind: 'derived', fromId: from.id, toId: to.id, score: share };
}
