import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MOST_ATTEMPTS } from '#domain/documents/capture-text';
import { reader, sqlite, write } from '../database/db';
import { recordDetails } from '../documents/details';
import { listOpenLinks } from '../documents/document-links';
import { findExisting, recordDocument } from '../documents/documents';
import { keepBytes, removeUnfinished } from '../documents/files';
import { findSource } from '../documents/sources';
import { bring as bringDocument, completeNext, page } from '../testing/test-captures';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { findAboutText, findFileDay } from './about-text';
import { listCaptures } from './captures';
import {
  findInterruptedSince,
  findNextTry,
  leaseNextCapture,
  QUEUE_LOOKS,
  recordCaptured,
  recordCaptureFailed,
  releaseCapture,
} from './queue';
import { acceptDespiteWall, recordCaptureAgain, recordTryNow } from './retake';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));
// Each test begins with nothing waiting.
beforeEach(async () => {
  for (let next = await leaseNextCapture('x'); next; next = await leaseNextCapture('x')) {
    await recordCaptureFailed(next.id, 'x', { kind: 'unknownType' });
  }
  await write((tx) =>
    tx.capture.updateMany({ where: { state: 'pending' }, data: { notBefore: null } }),
  );
  for (let next = await leaseNextCapture('y'); next; next = await leaseNextCapture('y')) {
    await recordCaptureFailed(next.id, 'y', { kind: 'unknownType' });
  }
});

const bring = (url: string) => bringDocument({ method: 'fetch', url }, ada);

const capturesOf = async (documentId: string) =>
  (await listCaptures(documentId)).map(({ n, state }) => `${n} ${state}`);

describe('a capture', () => {
  test('of an address is pending, is leased once, and fills in the details that nobody typed', async () => {
    const id = await bring('https://port.example/figures');
    expect(await capturesOf(id)).toEqual(['1 pending']);
    const taken = await Promise.all(['one', 'one', 'one'].map((start) => leaseNextCapture(start)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const [next] = taken.filter((each) => each !== null);
    const stored = await keepBytes(new TextEncoder().encode('<p>12,000'));
    const fetched = { httpStatus: 200, finalUrl: 'https://www.port.example/figures' };
    const read = { stored, fetched, document: page('12,000 people work here.') };
    // The start that had it leased before comes too late.
    expect(await recordCaptured(next?.id ?? '', 'an earlier start', read)).toBe(false);
    expect(await recordCaptured(next?.id ?? '', 'one', read)).toBe(true);
    expect(await findSource(id)).toMatchObject({
      title: 'The harbour in figures',
      publisher: 'Port Authority',
      publishedOn: '2026-05-02',
      language: 'en',
      revision: 1,
      capture: { n: 1, text: '12,000 people work here.', sha256: stored.sha256 },
    });
    expect((await listCaptures(id))[0]).toMatchObject({
      state: 'complete',
      httpStatus: 200,
      finalUrl: 'https://www.port.example/figures',
      size: 9,
      takenBy: 'Ada',
      changedFromPrevious: null,
    });
  });

  test('of a PDF offers the day of the file, which is no day of publication', async () => {
    const id = await bring('https://port.example/dated.pdf');
    expect(findFileDay(id)).toBeNull();
    await completeNext(page('12 berths.', { publishedOn: null, fileDay: '2024-03-12' }));
    expect(await findSource(id)).toMatchObject({ publishedOn: null });
    expect(findFileDay(id)).toBe('2024-03-12');
  });

  test('that is taken again says whether the text changed; typed details stay unchanged', async () => {
    const id = await bring('https://port.example/again');
    await completeNext(page('First.'));
    const origin = { method: 'fetch', url: 'https://port.example/again' } as const;
    const fetchAgain = () => recordCaptureAgain({ id: uuidv7(), documentId: id, origin }, ada);
    const asked = await Promise.all([fetchAgain(), fetchAgain()]);
    // Asked twice, fetched once.
    expect(asked[0]).toEqual(asked[1]);
    await completeNext(page('First.', { title: 'Another title' }));
    await fetchAgain();
    await completeNext(page('Second.'));
    expect((await listCaptures(id)).map(({ changedFromPrevious }) => changedFromPrevious)).toEqual([
      true,
      false,
      null,
    ]);
    expect(await findSource(id)).toMatchObject({ title: 'The harbour in figures' });
  });

  test('is added once by a form that is sent twice, and both get the same answer', async () => {
    const documentId = await bring('https://port.example/twice');
    await completeNext(page('Fetched.'));
    const pasted = { method: 'paste', raw: 'Pasted.', text: 'Pasted.' } as const;
    const picture = {
      method: 'upload',
      bytes: new Uint8Array([0x89, 0x50]),
      fileName: 'gate.png',
      transcript: 'No entry.',
    } as const;
    const fetched = { method: 'fetch', url: 'https://port.example/twice' } as const;
    for (const origin of [pasted, picture, fetched]) {
      const sent = { id: uuidv7(), documentId, origin };
      const once = await recordCaptureAgain(sent, ada);
      expect(once).toEqual({ ok: true, value: { captureId: sent.id } });
      // The desk may have read it before the second comes.
      if (origin !== pasted) await completeNext(page('Read.'));
      expect(await recordCaptureAgain(sent, ada)).toEqual(once);
      // An id that is another document's copy adds nothing here.
      const elsewhere = await bring(`https://port.example/${sent.id}`);
      expect(await recordCaptureAgain({ ...sent, documentId: elsewhere }, ada)).toMatchObject({
        ok: false,
      });
      await completeNext(page('Another.'));
    }
    expect(await capturesOf(documentId)).toEqual([
      '4 complete',
      '3 complete',
      '2 complete',
      '1 complete',
    ]);
  });

  test('of a page with a very long title is stored, with the title cut between characters', async () => {
    const id = await bring('https://port.example/long-name');
    const long = (letters: number) => `${'a'.repeat(letters)}😀 and more`;
    await completeNext(
      page('Text.', { title: long(299), publisher: long(299), author: long(299) }),
    );
    expect(await findSource(id)).toMatchObject({
      title: 'a'.repeat(299),
      publisher: 'a'.repeat(299),
      author: 'a'.repeat(299),
      capture: { text: 'Text.' },
    });
  });

  test('of a page behind a wall is stored as failed', async () => {
    const id = await bring('https://port.example/wall');
    await completeNext(page('We value your privacy.', { wall: 'cookieWall' }));
    const [copy] = await listCaptures(id);
    expect(copy).toMatchObject({ state: 'failed', wall: 'cookieWall', size: 25 });
    expect(copy?.error).toContain('a question about cookies');
    expect(await findSource(id)).toMatchObject({
      capture: null,
      title: 'https://port.example/wall',
    });
    // Somebody looks, and sees that it is the page after all.
    const reason = 'The banner stands beside the text.';
    const asIs = { id: uuidv7(), captureId: copy?.id ?? '', reason };
    const taken = await acceptDespiteWall(asIs, ada);
    expect(taken).toMatchObject({ ok: true, value: { n: 2 } });
    expect(await acceptDespiteWall(asIs, ada)).toEqual(taken);
    expect(await findSource(id)).toMatchObject({
      capture: { n: 2, text: 'We value your privacy.' },
    });
    expect(await capturesOf(id)).toEqual(['2 complete', '1 failed']);
  });

  test('of a PDF knows where its pages begin, also when it was flagged and accepted', async () => {
    await bring('https://port.example/report.pdf');
    const report = page('One. Two.', { type: 'pdf', pages: [0, 5], wall: 'unknownLetters' });
    const captureId = await completeNext(report);
    const asIs = { id: uuidv7(), captureId, reason: 'The letters are right.' };
    await acceptDespiteWall(asIs, ada);
    expect(await findAboutText(captureId)).toEqual({ pages: [0, 5] });
    expect(await findAboutText(asIs.id)).toEqual({ pages: [0, 5] });
  });

  test('of a page knows whether its text is the data of the page', async () => {
    await bring('https://port.example/app');
    const given = await completeNext(page('In data.', { textFrom: 'pageData' }));
    await bring('https://port.example/plain');
    const shown = await completeNext(page('As shown.'));
    expect(await findAboutText(given)).toEqual({ textFrom: 'pageData' });
    expect(await findAboutText(shown)).toEqual({});
  });

  test('of a picture has the words that somebody typed, and fails without them', async () => {
    const picture = (transcript: string | null) =>
      bringDocument(
        {
          method: 'upload',
          bytes: new Uint8Array([0x89, 0x50]),
          fileName: 'gate.png',
          transcript,
        },
        ada,
      );
    const image = page('', { type: 'image', mime: 'image/png' });
    await picture('No entry for 8,140 people');
    const read = await completeNext(image);
    await picture(null);
    const unread = await completeNext(image);
    const state = (id: string) => reader().capture.findUniqueOrThrow({ where: { id } });
    expect(await state(read)).toMatchObject({
      state: 'complete',
      text: 'No entry for 8,140 people',
    });
    expect(await state(unread)).toMatchObject({ state: 'failed' });
    expect((await state(unread)).error).toContain('type the words');
  });

  test('never changes once it is complete or failed', async () => {
    const id = await bring('https://port.example/kept');
    const captureId = await completeNext(page('Kept.'));
    for (const data of [
      { wall: null, error: 'x' },
      { finalUrl: 'x' },
      { size: 1 },
      { state: 'pending' as const },
    ]) {
      await expect(
        write((tx) => tx.capture.updateMany({ where: { id: captureId }, data })),
      ).rejects.toThrow();
    }
    expect(await capturesOf(id)).toEqual(['1 complete']);
  });
});

describe('a capture that fails', () => {
  test('is tried again later if that may help, and then fails with the reason', async () => {
    const id = await bring('https://port.example/down');
    const down = { kind: 'httpStatus', status: 503 } as const;
    const first = await leaseNextCapture('a start');
    const at = await recordCaptureFailed(first?.id ?? '', 'a start', down);
    expect(at?.getTime()).toBeGreaterThan(Date.now());
    expect(await findNextTry()).toEqual(at);
    expect(await leaseNextCapture('a start')).toBeNull();
    expect((await listCaptures(id))[0]).toMatchObject({ state: 'pending', attempts: 1 });
    await recordTryNow(id, ada);
    const second = await leaseNextCapture('a start');
    expect(second?.attempts).toBe(2);
    await recordCaptureFailed(second?.id ?? '', 'a start', { kind: 'httpStatus', status: 404 });
    const [copy] = await listCaptures(id);
    expect(copy).toMatchObject({ state: 'failed', httpStatus: 404, attempts: 2 });
    expect(copy?.error).toMatch(/^The site no longer has this page/);
  });

  test('is given up after the desk has stopped too often while taking it', async () => {
    const id = await bring('https://port.example/deadly');
    for (let start = 1; start <= MOST_ATTEMPTS; start++) {
      expect((await leaseNextCapture(`start ${start}`))?.attempts).toBe(start);
    }
    expect(await leaseNextCapture('one more start')).toBeNull();
    const [copy] = await listCaptures(id);
    expect(copy).toMatchObject({ state: 'failed' });
    expect(copy?.error).toContain(`stopped ${MOST_ATTEMPTS} times`);
  });
});

describe('when the desk stops', () => {
  test('a capture in work waits again, and a clean stop costs no attempt', async () => {
    const id = await bring('https://port.example/stopped');
    const taken = await leaseNextCapture('first start');
    expect(await leaseNextCapture('first start')).toBeNull();
    expect(await findInterruptedSince()).not.toBeNull();
    await releaseCapture(taken?.id ?? '', 'first start');
    expect(await findInterruptedSince()).toBeNull();
    expect((await leaseNextCapture('second start'))?.attempts).toBe(1);
    // Killed, this time.
    expect((await leaseNextCapture('third start'))?.attempts).toBe(2);
    expect(await capturesOf(id)).toEqual(['1 pending']);
  });

  test('unfinished files are deleted, and no others', async () => {
    const { sha256 } = await keepBytes(new TextEncoder().encode('nobody names this'));
    const folder = join(desk.folder, 'captures', sha256.slice(0, 2));
    const names = () =>
      readdirSync(folder).filter((name) => name === sha256 || name.startsWith('.'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '.half'), 'ha');
    await removeUnfinished(null);
    expect(names()).toEqual([sha256]);
    await removeUnfinished(new Date(Date.now() + 60_000));
    expect(names()).toEqual([sha256]);
    // A capture in hand explains it.
    utimesSync(join(folder, sha256), new Date(), new Date());
    await removeUnfinished(new Date(Date.now() - 60_000));
    expect(names()).toEqual([]);
  });
});

describe('the address of a document', () => {
  test('is refused when it is entered again, in any spelling', async () => {
    const id = await bring('https://port.example/same?utm_source=mail');
    const again = (url: string, underCheck: boolean) =>
      recordDocument(
        {
          id: uuidv7(),
          underCheck,
          kind: 'article',
          details: {
            title: 'x',
            publisher: null,
            author: null,
            url: null,
            publishedOn: null,
            language: null,
          },
          origin: { method: 'fetch', url },
        },
        ada,
      );
    for (const url of ['https://port.example/same', 'https://port.example/same/#top']) {
      const alreadyThere = { ok: false, refusal: { kind: 'addressTaken', documentId: id } };
      expect(await again(url, false)).toEqual(alreadyThere);
    }
    // An article is not the source at its address.
    expect(await again('https://port.example/same', true)).toMatchObject({ ok: true });
  });

  test('is not taken over by a page of another site that claims it as its own', async () => {
    const fake = await bring('https://fake.example/register');
    const register = 'https://www.wire.example/world/register';
    await completeNext(page('Never written.', { canonicalUrl: register }));
    expect(await findExisting(reader(), `${register}?utm_source=mail`, false)).toBeNull();
    const real = await bring(register);
    expect(await findExisting(reader(), `${register}/`, false)).toMatchObject({ id: real });
    // What the other says of itself is for a person to decide on.
    await completeNext(page('As it was written.'));
    expect(await listOpenLinks(real, true)).toMatchObject([{ kind: 'same', other: { id: fake } }]);
  });

  test('is also the one that its short link redirects to, but not one that a page on another site claims', async () => {
    const short = await bring('https://short.example/x7');
    await completeNext(page('Led to.', { canonicalUrl: 'https://wire.example/led-to' }), {
      ledTo: 'https://www.wire.example/led-to?from=short',
    });
    expect(await findExisting(reader(), 'https://wire.example/led-to', false)).toMatchObject({
      id: short,
    });
    await bring('https://wire.example/out?to=fake');
    await completeNext(page('Led astray.', { canonicalUrl: 'https://wire.example/astray' }), {
      ledTo: 'https://fake.example/astray',
    });
    expect(await findExisting(reader(), 'https://wire.example/astray', false)).toBeNull();
  });

  test('may be typed by a person, whatever the capture says', async () => {
    const id = await bring('https://fake.example/typed');
    await completeNext(page('Typed.'));
    const { title, revision } = await reader().document.findUniqueOrThrow({ where: { id } });
    const typed = { url: 'https://wire.example/typed?a=1', publisher: null, author: null };
    const details = { ...typed, title, publishedOn: null, language: null };
    await recordDetails('source', { id, revision, details }, new Map(), ada);
    expect(await findExisting(reader(), 'https://wire.example/typed?a=1#top', false)).toMatchObject(
      {
        id,
      },
    );
  });

  test('is suggested as a duplicate when another address has the same text', async () => {
    const one = await bring('https://port.example/one');
    await completeNext(page('Word for word.'));
    const two = await bring('https://mirror.example/two');
    await completeNext(page('Word for word.'));
    const three = await bring('https://amp.example/three');
    await completeNext(page('Shortened.', { canonicalUrl: 'https://port.example/one' }));
    const links = await reader().documentLink.findMany({
      where: { toId: one },
      orderBy: { id: 'asc' },
    });
    expect(links).toMatchObject([
      { fromId: two, kind: 'same', state: 'suggested', score: 1 },
      { fromId: three, kind: 'same', state: 'suggested', score: null },
    ]);
  });
});

describe('the queue', () => {
  test('alternates between people, and serves schedules after people', async () => {
    const ben = await addPerson('Ben');
    const asked = async (by: { userId: string | null }, n: number) => {
      const id = await bringDocument(
        { method: 'fetch', url: `https://port.example/${by.userId}/${n}` },
        ada,
      );
      await write((tx) =>
        tx.capture.updateMany({ where: { documentId: id }, data: { takenById: by.userId } }),
      );
    };
    for (let n = 0; n < 3; n++) await asked({ userId: null }, n);
    for (let n = 0; n < 5; n++) await asked(ada, n);
    await asked(ben, 0);

    const order: (string | null)[] = [];
    let served: string | null = null;
    for (;;) {
      const next = await leaseNextCapture('turns', new Date(), served);
      if (!next) break;
      served = next.takenById ?? served;
      order.push(next.requestedUrl);
      await recordCaptureFailed(next.id, 'turns', { kind: 'unknownType' });
    }
    const of = (by: string | null, n: number) => `https://port.example/${by}/${n}`;
    expect(order.slice(0, 2).toSorted()).toEqual([of(ada.userId, 0), of(ben.userId, 0)].toSorted());
    expect(order.slice(2)).toEqual([
      ...[1, 2, 3, 4].map((n) => of(ada.userId, n)),
      ...[0, 1, 2].map((n) => of(null, n)),
    ]);
  });

  test('finds the next of 10,000 captures without reading all of them', async () => {
    const documentId = await bring('https://port.example/many');
    await write(
      (tx) => tx.$executeRaw`
        WITH RECURSIVE "count"("n") AS (SELECT 2 UNION ALL SELECT "n" + 1 FROM "count" WHERE "n" <= 10000)
        INSERT INTO "Capture" ("id", "documentId", "n", "takenAt", "takenById", "method", "state")
        SELECT printf('queued-%05d', "n"), ${documentId}, "n", '2026-11-30T00:00:00.000+00:00',
               ${ada.userId}, 'fetch', 'pending'
        FROM "count"`,
    );
    for (const look of QUEUE_LOOKS) {
      const plan = sqlite()
        .prepare<string[], { detail: string }>(`EXPLAIN QUERY PLAN ${look}`)
        .all(...(look.includes('?') ? ['x'] : []))
        .map(({ detail }) => detail);
      expect(plan).toEqual([
        expect.stringMatching(/^SEARCH Capture USING COVERING INDEX Capture_queue/),
      ]);
    }
  });
});
