import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideEvidence } from '#domain/review/attach-evidence';
import { findClaim } from '../claims/claims';
import { reader } from '../database/db';
import { readBytes } from '../documents/files';
import { recordEvidence } from '../evidence/record-evidence';
import { takeStep } from '../review/take-step';
import { bring } from '../testing/test-captures';
import { addPerson, addTestArticle, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { listCaptures } from './captures';
import { recordTakedown } from './takedown';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));

/** Attaches an interview with these notes. */
async function attachNotes(notes: string): Promise<void> {
  const articleId = await addTestArticle();
  const { id: claimId } = await reader().claim.findFirstOrThrow({ where: { articleId } });
  await takeStep({ claimId, revision: 0, step: 'accept' }, ada);
  const claim = await findClaim(claimId);
  if (!claim) throw new Error('the claim is gone');
  const statement = { quote: notes, stance: 'context', directness: 'primary', note: null } as const;
  const decision = decideEvidence(claim, statement, { by: ada.userId, sourceText: '' });
  if (!decision.ok) throw new Error(decision.refusal.kind);
  const details = {
    title: 'A call',
    publisher: null,
    author: null,
    url: null,
    publishedOn: null,
    language: null,
  };
  const source = { id: uuidv7(), kind: 'interview', details, origin: null } as const;
  const recorded = await recordEvidence(
    {
      id: uuidv7(),
      decision: decision.value,
      origin: { kind: 'new', source },
      file: { name: 'notes.txt', bytes: new TextEncoder().encode(notes) },
      quantities: [],
    },
    ada,
  );
  expect(recorded).toMatchObject({ ok: true });
}

test.each([
  ['stay while they are also the notes of an interview', 'He said a hundred.', true],
  ['go where nothing else is kept in them', 'She said two hundred.', false],
])('the bytes of a capture that is taken down %s', async (_what, text, stays) => {
  const sourceId = await bring({ method: 'paste', raw: text, text }, ada);
  if (stays) await attachNotes(text);
  const [capture] = await listCaptures(sourceId);
  const takedown = { captureId: capture?.id ?? '', reason: 'A court order.', events: [] };
  expect(await recordTakedown(takedown, ada)).toMatchObject({ ok: true });
  expect((await readBytes(capture?.sha256 ?? '')) !== null).toBe(stays);
});
