import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reader } from './db';
import { listOpenLinks } from './document-links';
import type { NewDocument } from './documents';
import { recordDocument } from './documents';
import { recordLinkDecision } from './link-decisions';
import { addPerson, closeTestDesk, openTestDesk } from './test-desk';

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;

beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada', 'editor');
});
afterAll(() => closeTestDesk(desk));

const SECRET = 'She would lose her work.';

/** A source as somebody brings it; `secret` says why it is confidential. */
function toSource(
  title: string,
  text: string,
  { secret = null, publisher = null }: { secret?: string | null; publisher?: string | null } = {},
) {
  const details = {
    title,
    publisher,
    author: null,
    url: null,
    publishedOn: '2025-03-01',
    language: 'en',
  };
  const origin = { method: 'paste', raw: text, text } as const;
  return {
    id: uuidv7(),
    kind: 'record',
    details,
    confidentialReason: secret,
    origin,
  } as const satisfies Omit<NewDocument, 'underCheck'>;
}

async function bring(source: ReturnType<typeof toSource>): Promise<string> {
  await recordDocument({ ...source, underCheck: false }, ada);
  return source.id;
}

const confirm = async (sourceId: string) => {
  const [link] = await listOpenLinks(sourceId);
  return recordLinkDecision({ id: link?.id ?? '', decision: 'confirm', mayMerge: true }, ada);
};

test.each([
  ['the later', null, SECRET],
  ['the earlier', SECRET, null],
])(
  'a confidential source is not merged with one that is not: %s one is',
  async (which, first, second) => {
    const text = `The same words in both, of which ${which} is confidential.`;
    await bring(toSource('Page', text, { secret: first }));
    const later = await bring(toSource('Leak', text, { secret: second }));
    const before = await reader().event.count();
    expect(await confirm(later)).toEqual({ ok: false, refusal: { kind: 'oneIsConfidential' } });
    expect(await reader().event.count()).toBe(before);
    expect(await listOpenLinks(later)).toHaveLength(1);
  },
);

test('two confidential sources are merged like any two', async () => {
  const text = 'Two leaks of the very same paper.';
  const kept = await bring(toSource('Leak', text, { secret: SECRET }));
  const later = await bring(toSource('Leak again', text, { secret: SECRET }));
  expect(await confirm(later)).toEqual({ ok: true, value: { keptId: kept } });
});
