import { expect, test } from 'vitest';
import { decodeText, findMetaCharset } from './read-charset';

const RUSSIAN = 'Погибло шестьсот человек, сообщило министерство.';
const FRENCH = 'Le général a dit : « 600 morts — pas 4 700 »';

/** What a single-byte encoding has for each character, found by trying all 256. */
function encode(text: string, charset: string): Uint8Array {
  const all = new TextDecoder(charset).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from([...text].map((each) => all.indexOf(each)));
}

const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

test.each([
  ['UTF-8', Buffer.from(RUSSIAN), null, null, RUSSIAN],
  [
    'UTF-8 with a mark',
    Buffer.from(`\uFEFF${RUSSIAN}`),
    'text/html; charset=latin1',
    null,
    RUSSIAN,
  ],
  ['UTF-16 with a mark', utf16(`\uFEFF${RUSSIAN}`), 'text/html; charset=utf-8', null, RUSSIAN],
  ['UTF-16 from the other end', utf16(`\uFEFF${RUSSIAN}`, true), null, null, RUSSIAN],
  ['UTF-16 without a mark', utf16(FRENCH), null, null, FRENCH],
  ['UTF-16 without one, from the other end', utf16(FRENCH, true), null, null, FRENCH],
  [
    'what the server says',
    encode(RUSSIAN, 'koi8-r'),
    'text/html; charset="KOI8-R"',
    'windows-1251',
    RUSSIAN,
  ],
  ['what the page says', encode(RUSSIAN, 'windows-1251'), 'text/html', 'windows-1251', RUSSIAN],
  ['a guess at Russian', encode(RUSSIAN, 'windows-1251'), null, null, RUSSIAN],
  ['a guess at older Russian', encode(RUSSIAN, 'koi8-r'), null, null, RUSSIAN],
  [
    'a guess at Western',
    Buffer.from('caf\xe9, 600 \x96 700', 'latin1'),
    null,
    null,
    'café, 600 – 700',
  ],
  [
    'a guess where UTF-8 is claimed and is not',
    encode(RUSSIAN, 'windows-1251'),
    'text/html; charset=utf-8',
    null,
    RUSSIAN,
  ],
  [
    'UTF-8 where Latin is claimed',
    Buffer.from(FRENCH),
    'text/html; charset=iso-8859-1',
    null,
    FRENCH,
  ],
  ['an encoding that is none', Buffer.from(FRENCH), 'text/html; charset=klingon', 'none', FRENCH],
  [
    'Japanese',
    new Uint8Array([0x93, 0xfa, 0x96, 0x7b]),
    'text/html; charset=shift_jis',
    null,
    '日本',
  ],
])('text is read by %s', (_what, bytes, declared, meta, text) => {
  expect(decodeText(bytes, { declared, meta }).text).toBe(text);
});

test.each([
  ['<meta charset="windows-1251">', 'windows-1251'],
  ['<META http-equiv=Content-Type content="text/html; charset=koi8-r">', 'koi8-r'],
  ['<?xml version="1.0" encoding="iso-8859-2"?><html>', 'iso-8859-2'],
  ['<meta charset=utf-16>', 'utf-8'],
  ['<p>charset=utf-8</p>', null],
])('%s names its encoding', (html, charset) => {
  expect(findMetaCharset(Buffer.from(html))).toBe(charset);
});
