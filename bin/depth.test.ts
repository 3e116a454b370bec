import { expect, test } from 'vitest';
import { isTooDeep, MOST_LEVELS } from './depth.mjs';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const form = (value: string, headers = '') =>
  `--0x\r\nContent-Disposition: form-data; name="title"\r\n\r\nA [title]\r\n--0x\r\nContent-Disposition: form-data; name="0"${headers}\r\n\r\n${value}\r\n--0x--\r\n`;

test.each([
  ['as deep as may be', nested(MOST_LEVELS)],
  ['wide, and not deep', `[${'[],'.repeat(100_000)}[]]`],
  ['brackets in a string', JSON.stringify({ text: '['.repeat(1000) })],
  ['brackets behind a quotation mark in a string', JSON.stringify(`"${'['.repeat(1000)}`)],
  ['a form as a browser sends it', form(JSON.stringify([{ values: {} }, '$K1']))],
  ['a text with many brackets', form(`[[[${'[1] '.repeat(1000)}`)],
  ['a text that opens many brackets', form('[see '.repeat(1000))],
  ['a text that begins with a quotation', form(`"War", he said.\r\n\r\n${'[a'.repeat(1000)}`)],
  ['a part in UTF-8', form(nested(3), '\r\nContent-Type: text/plain; charset=UTF-8')],
  ['a file of that name', form('a', '; filename="charset.txt"\r\nContent-Type: text/plain')],
  ['nothing', ''],
  ['empty lines', '\r\n'.repeat(100_000)],
])('%s is accepted', async (_, body) => {
  expect(await isTooDeep(Buffer.from(body))).toBe(false);
});

test.each([
  ['lists', nested(MOST_LEVELS + 1)],
  ['objects', objects(MOST_LEVELS + 1)],
  ['lists that are never closed', '['.repeat(MOST_LEVELS + 1)],
  ['lists behind a mark of UTF-8', `\ufeff${nested(100)}`],
  ['lists with line ends in between', '[\r\n\r\n'.repeat(100)],
  ['lists behind strings', '["\\"[\\\\",'.repeat(100)],
  ['a part of a form', form(nested(100))],
  ['a part of a form, behind one that opens a string', form('"') + form(nested(100))],
  ['a part behind one that has a backslash last', form('"\\') + form(nested(100))],
  ['a part behind one that closes what was not open', form(']'.repeat(500)) + form(nested(100))],
  ['a part behind an empty one', form('') + form(nested(100))],
  ['a part in base64', form('W1tb', '\r\nContent-Type: text/plain; charset=base64')],
  ['a part in UTF-16', form('[\0[\0', '\r\nContent-Type: text/plain;charset="utf-16le"')],
])('%s nested too deep: refused', async (_, body) => {
  expect(await isTooDeep(Buffer.from(body))).toBe(true);
});
