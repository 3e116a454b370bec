import { v7 as uuidv7 } from 'uuid';
import type { ReadableDocument } from '#domain/documents/capture';
import type { CaptureOrigin } from '#domain/documents/document';
import { decideEvidence } from '#domain/review/attach-evidence';
import { listCaptures } from '../captures/captures';
import { leaseNextCapture, recordCaptured, recordCaptureFailed } from '../captures/queue';
import { acceptDespiteWall, recordCaptureAgain, recordTryNow } from '../captures/retake';
import { recordDueRecaptures, recordSchedule } from '../captures/schedule';
import { findClaim } from '../claims/claims';
import { recordLookedAgain } from '../claims/recheck';
import { reader } from '../database/db';
import {
  findArticleCaptures,
  listPlacedClaims,
  recordCaptureRead,
  recordPlaced,
} from '../documents/article-captures';
import { recordFirstReadingAsked } from '../documents/articles';
import { recordDetails } from '../documents/details';
import { listOpenLinks } from '../documents/document-links';
import { recordDocument } from '../documents/documents';
import { keepBytes, readBytes } from '../documents/files';
import { recordLinkDecision } from '../documents/link-decisions';
import {
  findPublisher,
  recordPublisher,
  recordPublisherEdit,
  recordPublisherRemoval,
} from '../evidence/publishers';
import { recordEvidence } from '../evidence/record-evidence';
import { findWaitingQuote, recordQuoteChecked } from '../evidence/waiting-quotes';
import { recordFirstReading } from '../readings/readings';
import type { addPerson } from './test-desk';

type Person = Awaited<ReturnType<typeof addPerson>>;

const START = 'a start of the desk';

/** A web page as the desk reads it. */
export const page = (text: string, more: Partial<ReadableDocument> = {}): ReadableDocument => ({
  type: 'html',
  mime: 'text/html',
  text,
  title: 'The harbour in figures',
  publisher: 'Port Authority',
  author: null,
  publishedOn: '2026-05-02',
  language: 'en',
  canonicalUrl: null,
  wall: null,
  ...more,
});

/**
 * Takes the next capture up and completes it with this, as the desk does with what it read.
 *
 * @param ledTo  where its address led, when that is another one
 */
export async function completeNext(
  document: ReadableDocument,
  { start = START, ledTo }: { start?: string; ledTo?: string } = {},
): Promise<string> {
  const next = await leaseNextCapture(start);
  if (!next) throw new Error('no capture waits');
  const givenBytes = next.sha256 ? await readBytes(next.sha256) : null;
  const stored = await keepBytes(givenBytes ?? new TextEncoder().encode(`<p>${document.text}`));
  const finalUrl = ledTo ?? next.requestedUrl ?? '';
  const fetched = next.method === 'fetch' ? { httpStatus: 200, finalUrl } : null;
  if (!(await recordCaptured(next.id, start, { stored, fetched, document }))) {
    throw new Error('the capture was taken away');
  }
  return next.id;
}

/** Adds a document with its address or file name as its title. */
export async function bring(
  origin: CaptureOrigin,
  by: Person,
  underCheck = false,
): Promise<string> {
  const id = uuidv7();
  const title = origin.method === 'fetch' ? origin.url : 'A document';
  const details = {
    title,
    publisher: null,
    author: null,
    url: null,
    publishedOn: null,
    language: null,
  };
  await recordDocument({ id, underCheck, kind: 'article', details, origin }, by);
  return id;
}

export const addAnotherCapture = (documentId: string, origin: CaptureOrigin, by: Person) =>
  recordCaptureAgain({ id: uuidv7(), documentId, origin }, by);

/**
 * Everything that happens with captures, once: fetched, failed, tried again, behind a wall, due by a
 * schedule, changed under a verdict; two sources that are one; an interview; an article by address.
 *
 * @param claimId  a claim that is out, on evidence that has this id
 */
export async function captureSources(claimId: string, evidenceId: string, by: Person) {
  const url = 'https://port.example/figures';
  const id = await bring({ method: 'fetch', url }, by);
  const down = await leaseNextCapture(START);
  await recordCaptureFailed(down?.id ?? '', START, { kind: 'httpStatus', status: 503 });
  await recordTryNow(id, by);
  await completeNext(page('12,000 people work here.'));
  await recordSchedule(id, 7, by);
  await recordDueRecaptures(new Date(Date.now() + 8 * 24 * 60 * 60 * 1000));
  await completeNext(page('We value your privacy.', { wall: 'cookieWall' }));
  const [wall] = await listCaptures(id);
  const reason = 'It is a page on privacy.';
  await acceptDespiteWall({ id: uuidv7(), captureId: wall?.id ?? '', reason }, by);

  const missing = await bring({ method: 'fetch', url: 'https://port.example/gone' }, by);
  const gone = await leaseNextCapture(START);
  await recordCaptureFailed(gone?.id ?? '', START, { kind: 'httpStatus', status: 404 });
  await addAnotherCapture(
    missing,
    { method: 'upload', bytes: new Uint8Array([37, 80]), fileName: 'a.pdf', transcript: null },
    by,
  );
  await completeNext(page('A report.', { type: 'pdf', mime: 'application/pdf' }));

  await changeUnderVerdict(claimId, evidenceId, by);
  const [suggestionId, otherId] = await mergeAndNotify(by);
  await attachEarly(suggestionId, otherId, by);
  await editPublishers(by);
  await readArticle(by);
  await goOverToCapture(by);
}

async function changeUnderVerdict(claimId: string, evidenceId: string, by: Person): Promise<void> {
  const { documentId } = await reader().evidence.findUniqueOrThrow({ where: { id: evidenceId } });
  const text = 'There are 9,140 people now.';
  await addAnotherCapture(documentId, { method: 'paste', raw: text, text }, by);
  await recordLookedAgain(claimId, 'The year is another one: the verdict stands.', by);
}

/** Evidence from a source that turns out to be a duplicate, and evidence from an interview. */
async function mergeAndNotify(by: Person): Promise<[claimId: string, sourceId: string]> {
  const text = 'The ferry carried 100 people.';
  await bring({ method: 'paste', raw: text, text }, by);
  const twin = await bring({ method: 'paste', raw: text, text }, by);
  const { id } = await reader().claim.findFirstOrThrow({
    where: { status: 'suggested' },
    orderBy: { number: 'desc' },
  });
  const claim = await findClaim(id);
  if (!claim) throw new Error('no suggestion is left');
  const open = { ...claim, status: 'open' } as const;
  const capture = (await listCaptures(twin))[0];
  const statement = {
    quote: 'carried 100 people',
    stance: 'context',
    directness: 'primary',
    note: 'By telephone.',
  } as const;
  const decide = (sourceText: string) => {
    const decided = decideEvidence(open, statement, { by: by.userId, sourceText });
    if (!decided.ok) throw new Error('the evidence was refused');
    // It stays a suggestion: what counts here is the row.
    return { ...decided.value, take: null };
  };
  await recordEvidence(
    {
      id: uuidv7(),
      decision: decide(text),
      origin: { kind: 'existing', sourceId: twin, captureId: capture?.id ?? '' },
      quantities: [],
    },
    by,
  );
  const [link] = await listOpenLinks(twin, true);
  await recordLinkDecision({ id: link?.id ?? '', decision: 'confirm', mayMerge: true }, by);
  const now = await findClaim(claim.id);
  const stated = { ...decide(''), revision: now?.revision ?? 0 };
  const details = {
    title: 'The harbour master, by telephone',
    publisher: null,
    author: null,
    url: null,
    publishedOn: '2026-11-20',
    language: null,
  };
  const interview = { id: uuidv7(), kind: 'interview', details, contact: '555 0100', origin: null };
  await recordEvidence(
    {
      id: uuidv7(),
      decision: stated,
      origin: { kind: 'new', source: { ...interview, kind: 'interview' } },
      file: { name: 'notes.txt', bytes: new TextEncoder().encode('He said a hundred.') },
      quantities: [],
    },
    by,
  );
  const edit = { ...details, contact: null, confidential: true, confidentialReason: 'He asked.' };
  await recordDetails('source', { id: interview.id, revision: 0, details: edit }, new Map(), by);
  return [claim.id, twin];
}

/** Evidence that is attached before its copy is there, from a source that counts as one with another. */
async function attachEarly(claimId: string, otherId: string, by: Person): Promise<void> {
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const sourceId = await bring({ method: 'fetch', url: 'https://port.example/early.pdf' }, by);
  const [capture] = await listCaptures(sourceId);
  const statement = { quote: 'carried 100', stance: 'context', directness: 'secondary' } as const;
  const decided = decideEvidence(
    { ...claim, status: 'open' },
    { ...statement, note: null },
    { by: by.userId, find: null },
  );
  if (!decided.ok) throw new Error('the evidence was refused');
  await recordEvidence(
    {
      id: uuidv7(),
      decision: { ...decided.value, take: null },
      origin: { kind: 'existing', sourceId, captureId: capture?.id ?? null },
      quantities: [],
      independence: { independent: false, countsWithId: otherId, comesFrom: null },
    },
    by,
  );
  await completeNext(page('It carried 100 people.', { type: 'pdf', pages: [0] }));
  const waiting = findWaitingQuote();
  if (!waiting) throw new Error('no quote waits');
  const find = { found: 'exact', start: 3, end: 14, score: 1 } as const;
  await recordQuoteChecked(waiting, { find, page: 1 });
}

async function editPublishers(by: Person): Promise<void> {
  const entry = { name: 'Port Authority', otherNames: ['The port'], hosts: [], owner: null };
  const [first, second] = [uuidv7(), uuidv7()];
  await recordPublisher(first, entry, by);
  await recordPublisher(second, { ...entry, name: 'A slip' }, by);
  const was = findPublisher(first);
  const slip = findPublisher(second);
  if (!was || !slip) throw new Error('no publisher was added');
  await recordPublisherEdit(was, { ...entry, hosts: ['port.example'], owner: 'The city' }, by);
  await recordPublisherRemoval(slip, by);
}

async function readArticle(by: Person): Promise<void> {
  const url = 'https://courier.example/ferry';
  const articleId = await bring({ method: 'fetch', url }, by, true);
  const captureId = await completeNext(page('The ferry carried 12 people.'));
  const reading = { engineVersion: 'test', claims: [] };
  const text = 'The ferry carried 12 people.';
  const of = { articleId, captureId, publishedOn: null, language: 'en' };
  await recordFirstReadingAsked(of, by);
  await recordFirstReading({ articleId, captureId, text, reading }, by);
}

/** An article has a new copy in which its claim stands further on. */
async function goOverToCapture(by: Person): Promise<void> {
  const { articleId } = await reader().claim.findFirstOrThrow({ where: { number: 2 } });
  const { read } = (await findArticleCaptures(articleId)) ?? {};
  const text = `Corrected.\n${read?.text}`;
  await addAnotherCapture(articleId, { method: 'paste', raw: text, text }, by);
  const captures = await findArticleCaptures(articleId);
  const placements = (await listPlacedClaims(articleId)).map(({ id, revision, start, end }) => ({
    claimId: id,
    revision,
    start: start + 11,
    end: end + 11,
  }));
  const to = captures?.newer?.id ?? '';
  await recordCaptureRead({ articleId, from: read?.id ?? '', to }, placements, by);
  await recordPlaced({ articleId, captureId: to }, placements, by);
}
