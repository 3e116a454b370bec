import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findLatestCapture } from '#data/captures/captures';
import { recordDocument } from '#data/documents/documents';
import { addPerson, closeTestDesk, openTestDesk } from '#data/testing/test-desk';
import { startCaptures } from './captures';

let desk: { folder: string; file: string };
beforeAll(async () => {
  process.env.DISK_MINIMUM = '0';
  desk = await openTestDesk();
});
afterAll(async () => {
  delete process.env.DISK_MINIMUM;
  await closeTestDesk(desk);
});

const SETTINGS = { allowedHosts: [], userAgent: 'Plumbline' };

test('a capture waits while the disk has no room for it, and is taken when there is room', async () => {
  const id = uuidv7();
  const bytes = Buffer.from('The harbour employs 12,417 people.');
  const details = { title: 'Harbour', publisher: null, author: null, url: null };
  await recordDocument(
    {
      id,
      underCheck: false,
      kind: 'report',
      details: { ...details, publishedOn: null, language: null },
      origin: { method: 'upload', bytes, fileName: 'harbour.txt', transcript: null },
    },
    await addPerson('Ada'),
  );

  process.env.DISK_MINIMUM = '9999999';
  const withoutRoom = await startCaptures(SETTINGS);
  // Stopping waits for the look that starting began.
  await withoutRoom.stop();
  expect(await findLatestCapture(id)).toMatchObject({ state: 'pending', attempts: 0, error: null });

  process.env.DISK_MINIMUM = '0';
  const withRoom = await startCaptures(SETTINGS);
  await vi.waitFor(
    async () => expect(await findLatestCapture(id)).toMatchObject({ state: 'complete' }),
    10_000,
  );
  await withRoom.stop();
});
