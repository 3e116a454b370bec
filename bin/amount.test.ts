import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { isTooMuch, MOST_DATA, MOST_PARTS } from './amount.mjs';

/** As the browser has it. */
const { encodeReply } = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-turbopack/client.edge',
) as { encodeReply: (data: unknown) => Promise<string | FormData> };

type Part = readonly [head: string, value: string];

const field = (name: string, value: string): Part => [
  `Content-Disposition: form-data; name="${name}"`,
  value,
];
const file = (name: string, value: string): Part => [
  `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/json`,
  value,
];
const keys = (count: number) =>
  `{${Array.from({ length: count }, (_, n) => `"${n}":${n}`).join(',')}}`;
const pasted = keys(200_000);
const fields = (count: number) => Array.from({ length: count }, (_, n) => field('claim', `${n}:1`));
const byScript = (parts: readonly Part[]) =>
  parts.map(([head, value]): Part => [head.replace('name="', 'name="_1_'), value]);
const links = (count: number) => Array.from({ length: count }, (_, n) => field(String(n), '1'));

const judge = (body: string, headers: Record<string, string>) =>
  isTooMuch(headers, Buffer.from(body));
const judgeForm = (parts: readonly Part[], headers: Record<string, string> = {}) =>
  judge(
    `${parts.map(([head, value]) => `--0x\r\n${head}\r\n\r\n${value}\r\n`).join('')}--0x--\r\n`,
    {
      'content-type': 'multipart/form-data; boundary=0x',
      ...headers,
    },
  );

const SCRIPT = { 'next-action': '40' };
const STATE = field('$ACTION_1:1', '[{"values":{"title":"A"}}]');
const ROOT = field('0', '[{"values":{"title":"A"}},"$K1"]');

test.each([
  ['an article of JSON', [STATE, field('text', pasted)], {}],
  ['an article of JSON with empty lines', [STATE, field('text', `${pasted}\r\n\r\n${pasted}`)], {}],
  ['an article of JSON, sent by a script', [...byScript([field('text', pasted)]), ROOT], SCRIPT],
  [
    'a long text that comes back',
    [field('$ACTION_1:1', JSON.stringify([{ values: { text: pasted } }]))],
    {},
  ],
  ['a file of JSON', [STATE, file('claims.json', pasted)], {}],
  ['a file of JSON, sent by a script', [...byScript([file('claims.json', pasted)]), ROOT], SCRIPT],
  ['a copy with a claim in each of very many parts', [STATE, ...fields(20_000)], {}],
  ['the same, sent by a script', [...byScript(fields(20_000)), ROOT], SCRIPT],
  ['no part at all', [], {}],
] as const)('%s is accepted', async (_, parts, headers) => {
  expect(await judgeForm(parts, headers)).toBe(false);
});

test.each([
  ['a form of very many parts', fields(MOST_PARTS + 1), {}],
  ['the state of a form', [field('$ACTION_1:1', pasted), field('text', 'A')], {}],
  ['a part of what a script sends', [ROOT, field('1', pasted)], SCRIPT],
  ['very many parts of it', [ROOT, ...links(MOST_DATA)], SCRIPT],
  [
    'a field behind data, which may have it taken for data',
    [ROOT, ...byScript([field('text', pasted)])],
    SCRIPT,
  ],
  ['a field whose name is a number, however written', [field('+0', pasted)], SCRIPT],
  ['a part with two names', [[`${file('a', '')[0]}\r\n${STATE[0]}`, pasted]], {}],
  ['a part with an escape in its name', [field('\\$ACTION_1:1', pasted)], {}],
  ['a part without headers', [['', pasted]], {}],
  [
    'a part behind one that names it in its text',
    [field('text', `a\r\n--0\r\n${field('b', '')[0]}`), field('$ACTION_1:1', pasted)],
    {},
  ],
] as const)('too much in %s: refused', async (_, parts, headers) => {
  expect(await judgeForm(parts as readonly Part[], headers)).toBe(true);
});

test('a body that is not a form is data as a whole', async () => {
  for (const type of [
    'application/json',
    'text/plain;charset=UTF-8',
    'Multipart/mixed; boundary=0x',
  ]) {
    expect(await judge(pasted, { 'content-type': type })).toBe(true);
    expect(await judge(JSON.stringify({ words: pasted }), { 'content-type': type })).toBe(false);
  }
  expect(await judge('[]', {})).toBe(false);
});

test('data is counted by its lists, objects, strings and commas', async () => {
  for (const piece of ['[', '{', '1,', '"",']) {
    const most = Math.floor(MOST_DATA / (piece === '"",' ? 2 : 1));
    expect(await judge(piece.repeat(most), {})).toBe(false);
    expect(await judge(piece.repeat(most + 1), {})).toBe(true);
  }
});

test('JSON text in a form field of React is accepted, and as data is refused', async () => {
  const form = new FormData();
  form.append('title', 'A');
  form.append('text', pasted);
  const headers = (type: string | null) => ({ 'content-type': type ?? '', ...SCRIPT });
  for (const [data, tooMuch] of [
    [[{ values: { text: pasted } }, form], false],
    [[JSON.parse(pasted), form], true],
  ] as const) {
    const request = new Response(await encodeReply(data));
    const body = Buffer.from(await request.arrayBuffer());
    expect(await isTooMuch(headers(request.headers.get('content-type')), body)).toBe(tooMuch);
  }
});
