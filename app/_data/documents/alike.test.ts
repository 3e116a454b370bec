import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideDerived, toBands, toSignature } from '#domain/documents/same-text';
import { reader, write } from '../database/db';
import { addPerson, closeTestDesk, openTestDesk } from '../testing/test-desk';
import { suggestSimilar, type TextComparison } from './alike';
import { listOpenLinks } from './document-links';
import { recordDocument } from './documents';
import { recordLinkDecision } from './link-decisions';
import { findSource } from './sources';

const HERE: TextComparison = {
  bandsOf: async (text) => toBands(toSignature(text)),
  derived: async (a, b) => decideDerived(a, b),
};

let desk: { folder: string; file: string };
let ada: Awaited<ReturnType<typeof addPerson>>;
beforeAll(async () => {
  desk = await openTestDesk();
  ada = await addPerson('Ada');
});
afterAll(() => closeTestDesk(desk));

// Each sentence has words of its own, so that a text of some of them repeats just those.
const SYLLABLES = ['ba', 'de', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu'];
const word = (n: number) => [...String(1000 + n)].map((digit) => SYLLABLES[Number(digit)]).join('');

const sentences = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => {
    const [a, b, c, d, e, f] = [1, 2, 3, 4, 5, 6].map((each) => word((from + n) * 6 + each));
    return `The ${a} of ${b} told the ${c} that ${d} and ${e} were ${f}.`;
  }).join(' ');

async function paste(title: string, text: string, publishedOn: string | null): Promise<string> {
  const id = uuidv7();
  const details = { title, publisher: title, author: null, url: null, publishedOn, language: 'en' };
  const origin = { method: 'paste', raw: text, text } as const;
  await recordDocument({ id, underCheck: false, kind: 'article', details, origin }, ada);
  await suggestSimilar(HERE);
  return id;
}

const decide = (id: string, decision: 'confirm' | 'reject') =>
  recordLinkDecision({ id, decision, mayMerge: true }, ada);

test('a source that largely repeats another is suggested, and counts as one origin with it once somebody confirms', async () => {
  const release = await paste('Port Authority', sentences(1, 30), '2026-05-01');
  const unrelated = await paste('Courier', sentences(200, 230), '2026-05-01');
  const wire = await paste('Wire', `${sentences(1, 28)} ${sentences(100, 110)}`, '2026-05-02');
  expect(await listOpenLinks(unrelated, true)).toEqual([]);
  const [link] = await listOpenLinks(wire, true);
  expect(link).toMatchObject({ kind: 'derived', isFrom: true, other: { id: release } });
  expect(link?.score).toBeGreaterThan(0.5);
  expect((await findSource(wire))?.derivedFrom).toBeNull();
  expect(await decide(link?.id ?? '', 'confirm')).toMatchObject({ ok: true });
  expect((await findSource(wire))?.derivedFrom).toMatchObject({ id: release });
  expect(await listOpenLinks(wire, true)).toEqual([]);
});

test('a rejected suggestion is never made again', async () => {
  const text = sentences(300, 330);
  const first = await paste('First paper', text, '2026-05-01');
  const second = await paste('Second paper', `${text} ${sentences(400, 405)}`, '2026-05-03');
  const [link] = await listOpenLinks(second, true);
  expect(link).toMatchObject({ other: { id: first } });
  expect(await decide(link?.id ?? '', 'reject')).toMatchObject({ ok: true });
  expect(await decide(link?.id ?? '', 'confirm')).toMatchObject({ refusal: { kind: 'decided' } });
  // Its signature is thrown away, as if it had never been looked at.
  expect(await reader().documentLink.count({ where: { toId: first } })).toBe(1);
  const third = await paste('Third paper', text, '2026-05-04');
  expect(await listOpenLinks(third, true)).not.toEqual([]);
  expect(await listOpenLinks(second, true)).toMatchObject([{ other: { id: third } }]);
});

test('a desk that compares many captures answers requests in between', async () => {
  const papers = ['North', 'South', 'East', 'West'];
  for (const [n, paper] of papers.entries()) {
    await paste(paper, sentences(500 + 40 * n, 530 + 40 * n), null);
  }
  await write((tx) => tx.captureBand.deleteMany());
  const uncompared = () => reader().capture.count({ where: { bands: { none: {} } } });
  const left: number[] = [await uncompared()];
  let isDone = false;
  const looking = suggestSimilar(HERE).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    // What a request waits for: its turn, after what is being done.
    await new Promise((resolve) => setImmediate(resolve));
    left.push(await uncompared());
  }
  await looking;
  const [atFirst = 0] = left;
  expect(atFirst).toBeGreaterThanOrEqual(papers.length);
  expect(left.at(-1)).toBe(0);
  expect(left.filter((n) => n > 0 && n < atFirst)).not.toEqual([]);
});
