import { expect, test } from 'vitest';
import type { EventRow } from '../chain/chain';
import { isKnownEvent, toAfter, toStoredEvent } from './stored-event';

const row = (more: Partial<EventRow>): EventRow => ({
  seq: 1,
  at: '2026-11-24T10:00:00.000+00:00',
  actorId: 'ada',
  via: 'ui',
  action: 'claim.suggested',
  version: 2,
  entity: 'claim',
  entityId: 'c1',
  claimId: 'c1',
  documentId: null,
  before: null,
  after: '{"text":"A claim."}',
  beforeSha256: null,
  afterSha256: 'x',
  reason: null,
  prevHash: 'y',
  hash: 'z',
  ...more,
});

test('an event from before there were versions is read by the keys that it has', () => {
  expect(toStoredEvent(row({ version: 1 })).early).toEqual({
    unnamed: ['Appearance', 'Quantity'],
    unsaid: [{ table: 'Claim', id: 'c1', fields: ['acceptedAt'] }],
    named: [],
  });
  const after = '{"appearance":{"id":"a1"},"figures":[{"id":"q1"}],"statusAt":"2026-11-24"}';
  expect(toStoredEvent(row({ version: 1, after })).early).toEqual({
    unnamed: [],
    unsaid: [],
    named: [],
  });
});

test.each([
  ['claim.approved', '{"status":"approved"}', ['assigneeId']],
  ['claim.approved', '{"status":"approved","assigneeId":null}', []],
  ['claim.notFound', '{"status":"dismissed"}', []],
  ['outside.takenIn', '{"status":"open"}', []],
])(
  'whose claim it became is unknown where an early step does not say: %s %s',
  (action, after, fields) => {
    const { unsaid } = toStoredEvent(row({ version: 1, action, after })).early;
    expect(unsaid.flatMap((each) => each.fields)).toEqual(fields);
  },
);

test('an early document named its first copy itself', () => {
  const after = '{"title":"Harbour","captureId":"k1","sha256":"ab","size":3,"textSha256":"cd"}';
  const of = { version: 1, action: 'source.added', entity: 'document', entityId: 'd1' };
  const [copy] = toStoredEvent(row({ ...of, after })).early.named;
  expect(copy).toMatchObject({ table: 'Capture', id: 'k1', fields: { documentId: 'd1', n: 1 } });
  expect(toStoredEvent(row({ ...of, after: '{"captureId":null}' })).early.unnamed).toEqual([]);
  expect(toStoredEvent(row({ ...of, after: '{}' })).early.unnamed).toEqual(['Capture']);
});

test('an event with a version leaves nothing to be guessed', () => {
  const { early, isWhole, after } = toStoredEvent(row({}));
  expect([early, isWhole, after]).toEqual([
    { unnamed: [], unsaid: [], named: [] },
    true,
    { text: 'A claim.' },
  ]);
});

test('an event that was blanked or cannot be read says nothing, and says that', () => {
  for (const after of [null, '{"text":', '[1]']) {
    const event = toStoredEvent(row({ after }));
    expect(event.after).toEqual({});
    expect(event.isWhole).toBe(after === '[1]');
    expect(toAfter('record.verified', after)).toEqual({});
  }
});

test('a kind that this desk does not know is told from those that it knows', () => {
  expect(isKnownEvent(toStoredEvent(row({})))).toBe(true);
  expect(isKnownEvent(toStoredEvent(row({ action: 'claim.dreamt' })))).toBe(false);
  expect(isKnownEvent(toStoredEvent(row({ action: 'toString' })))).toBe(false);
});
