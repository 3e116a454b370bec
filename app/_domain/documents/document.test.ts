import { describe, expect, test } from 'vitest';
import { decideOrigin, isPicture } from './document';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PDF = new TextEncoder().encode('%PDF-1.7');
const url = 'https://port.example/';

describe('a capture is made', () => {
  test('from the address, when nothing else is given', () => {
    expect(decideOrigin({ url, text: ' ', file: null })).toEqual({
      ok: true,
      value: { method: 'fetch', url },
    });
  });
  test('from the pasted text, and the address is only noted', () => {
    const decided = decideOrigin({ url, text: 'One.\r\nTwo.', file: null });
    expect(decided).toEqual({
      ok: true,
      value: { method: 'paste', raw: 'One.\r\nTwo.', text: 'One.\nTwo.' },
    });
  });
  test('from a file; only a picture has typed words, and it must have them', () => {
    const pdf = { name: 'a.pdf', bytes: PDF };
    const png = { name: 'a.png', bytes: PNG };
    expect(decideOrigin({ url, text: '', file: pdf })).toMatchObject({
      value: { method: 'upload', fileName: 'a.pdf', transcript: null },
    });
    expect(decideOrigin({ url, text: 'Typed.', file: pdf })).toMatchObject({
      refusal: { kind: 'textBesideFile' },
    });
    expect(decideOrigin({ url, text: 'Typed.', file: png })).toMatchObject({
      value: { method: 'upload', transcript: 'Typed.' },
    });
    expect(decideOrigin({ url, text: '', file: png })).toMatchObject({
      refusal: { kind: 'noTranscript' },
    });
  });
  test('never without an address, a text or a file', () => {
    expect(decideOrigin({ url: null, text: '\n', file: null })).toMatchObject({
      refusal: { kind: 'nothingGiven' },
    });
  });
});

test('a picture is recognised by its bytes', () => {
  const bytes = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
  for (const head of ['\xff\xd8\xff\xe0', 'GIF89a', 'RIFF\0\0\0\0WEBP']) {
    expect(isPicture(bytes(head))).toBe(true);
  }
  for (const head of ['', 'RIFF\0\0\0\0WAVE', '<svg>', 'GIF']) {
    expect(isPicture(bytes(head))).toBe(false);
  }
});
