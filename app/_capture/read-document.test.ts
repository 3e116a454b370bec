import { describe, expect, test } from 'vitest';
import { docxParts, wordParagraph, zipOf } from '../../e2e/docx-bytes';
import { PARAGRAPH, STORY } from '../../e2e/nasty-sources';
import { linesFromTop, pdfOf } from '../../e2e/pdf-bytes';
import { ManyReader, type ReadOptions, readDocument } from './read-document';
import { type ReadHints, recogniseType } from './read-type';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

async function read(bytes: Uint8Array, hints: ReadHints = {}, options: ReadOptions = {}) {
  const document = await readDocument(bytes, hints, options);
  if (!document.ok) throw new Error(`refused: ${JSON.stringify(document.refusal)}`);
  return document.value;
}

async function refusalOf(bytes: Uint8Array, options: ReadOptions = {}) {
  const document = await readDocument(bytes, {}, options);
  return document.ok ? document.value : document.refusal;
}

describe('the kind of a file is recognised by its bytes', () => {
  const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  test.each([
    ['a page', bytesOf(STORY), {}, 'html', 'text/html'],
    [
      'a page called a PDF',
      bytesOf(STORY),
      { declaredType: 'application/pdf' },
      'html',
      'text/html',
    ],
    ['a page named a text', bytesOf(STORY), { fileName: 'story.txt' }, 'html', 'text/html'],
    [
      'a page with remarks before it',
      bytesOf(`\uFEFF\n<?xml version="1.0"?><!-- a --><!-- b -->${STORY}`),
      {},
      'html',
      'text/html',
    ],
    [
      'a part of a page, called one',
      bytesOf('Killed: <span>600</span><br><span>4</span>'),
      { declaredType: 'text/html' },
      'html',
      'text/html',
    ],
    ['a PDF called a page', pdfOf([[]]), { declaredType: 'text/html' }, 'pdf', 'application/pdf'],
    ['a Word document', zipOf(docxParts('')), { fileName: 'a.zip' }, 'docx', DOCX],
    ['a picture named a page', PNG, { fileName: 'a.html' }, 'image', 'image/png'],
    ['a text', bytesOf('4 < 5, and 600 were killed.'), {}, 'text', 'text/plain'],
    ['a text named a page', bytesOf('4 < 5.'), { fileName: 'a.html' }, 'text', 'text/plain'],
    ['Markdown', bytesOf('# Ships'), { fileName: 'A.MD' }, 'markdown', 'text/markdown'],
    [
      'Markdown by its type',
      bytesOf('# A'),
      { declaredType: 'text/markdown' },
      'markdown',
      'text/markdown',
    ],
  ])('%s', (_what, bytes, hints, type, mime) => {
    expect(recogniseType(bytes, hints)).toEqual({ ok: true, value: { type, mime } });
  });

  const SLIDES = zipOf([{ name: 'ppt/presentation.xml', content: '<a/>' }]);
  test.each([
    ['slides', SLIDES, { kind: 'unsupportedType', mime: 'application/zip' }],
    [
      'half a Word document',
      zipOf(docxParts('')).subarray(0, 400),
      { kind: 'broken', type: 'docx' },
    ],
    [
      'a feed',
      bytesOf('<?xml version="1.0"?><rss></rss>'),
      { kind: 'unsupportedType', mime: 'application/xml' },
    ],
    [
      'a drawing',
      bytesOf('<svg xmlns="a"></svg>'),
      { kind: 'unsupportedType', mime: 'application/xml' },
    ],
    [
      'packed bytes',
      bytesOf('\x1f\x8b\x08', 'latin1'),
      { kind: 'unsupportedType', mime: 'application/gzip' },
    ],
    ['a film', bytesOf('\0\0\0\x18ftypmp42'), { kind: 'unsupportedType', mime: 'video/mp4' }],
    ['a program', bytesOf('\x7fELF\x02\x01\x01\0\0\0\0\0\0', 'latin1'), { kind: 'unknownType' }],
  ])('%s is not read', (_what, bytes, refusal) => {
    expect(recogniseType(bytes, { fileName: 'a.docx' })).toEqual({ ok: false, refusal });
  });

  test('a Word document with a password has another message than one of an old format', () => {
    const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
    const locked = Buffer.concat([
      Buffer.from(ole, 'latin1'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(recogniseType(locked, {})).toMatchObject({ refusal: { kind: 'passwordProtected' } });
    expect(recogniseType(bytesOf(ole, 'latin1'), {})).toMatchObject({
      refusal: { kind: 'unsupportedType' },
    });
  });

  test('many comments before a page do not slow the desk down', () => {
    const remarks = bytesOf('<!-- -->'.repeat(7_000));
    expect(recogniseType(remarks, {})).toMatchObject({ ok: true, value: { type: 'text' } });
  });
});

describe('a text', () => {
  test('is read as its words, in NFC, without invisible characters', async () => {
    const text = await read(
      bytesOf('\uFEFFCafe\u0301\r\n\r\n\r\n\r\n600\u0007 kil\u00adled \t\r\nhere\n'),
    );
    expect(text).toMatchObject({ type: 'text', text: 'Café\n\n600 killed\nhere', wall: null });
  });

  test('of nothing is empty', async () => {
    expect(await read(bytesOf(' \n'))).toMatchObject({ text: '', wall: 'empty' });
  });

  test('longer than the limit is refused', async () => {
    for (const length of [1_001, 2_001]) {
      const refusal = await refusalOf(bytesOf('a'.repeat(length)), {
        limits: { textBytes: 1_000 },
      });
      expect(refusal).toEqual({ kind: 'tooLarge', bytes: 1_000 });
    }
  });

  test('of Markdown has its first heading as title', async () => {
    const file = await read(bytesOf('\n# Ships #\n\n600'), { fileName: 'a.md' });
    expect(file).toMatchObject({ type: 'markdown', title: 'Ships' });
  });

  test('of a million spaces does not slow the desk down', async () => {
    const wide = `# a${' '.repeat(1_000_000)}b`;
    const file = await read(bytesOf(wide), { fileName: 'a.md' });
    expect(file).toMatchObject({ title: 'a', text: wide });
  });

  test('of a picture has to be typed by a person', async () => {
    const gif = await read(bytesOf('GIF89a\x01\0', 'latin1'));
    expect(gif).toMatchObject({ type: 'image', mime: 'image/gif', text: '', wall: null });
  });
});

describe('a page', () => {
  test('is read in a process of its own', async () => {
    const page = await read(bytesOf(STORY), { address: 'https://plumb.example/' });
    expect(page).toMatchObject({ type: 'html', title: 'Seven ships lost' });
    expect(page.text.split('\n\n').slice(0, 2)).toEqual(['Seven ships lost', PARAGRAPH]);
  });

  const long = bytesOf(`<!doctype html>${`<p>${PARAGRAPH}</p>`.repeat(40_000)}`);
  test('that takes too long is ended', async () => {
    expect(await refusalOf(long, { limits: { totalMs: 1_000 } })).toEqual({
      kind: 'tooSlow',
      seconds: 1,
    });
  });

  test('that takes too much memory is ended', async () => {
    const memoryBytes = 150 * 1024 * 1024;
    expect(await refusalOf(long, { limits: { memoryBytes } })).toEqual({
      kind: 'tooLarge',
      bytes: memoryBytes,
    });
  });

  test('with endless nesting is read', async () => {
    const deep = bytesOf(`<!doctype html>${'<div>'.repeat(100_000)}600`);
    expect(await read(deep)).toMatchObject({ text: '600' });
  });

  test('that ends the process of many files leaves the others readable', async () => {
    const reader = new ManyReader();
    const story = bytesOf(STORY);
    const readings = [
      await reader.read(story, {}),
      await reader.read(long, {}, { limits: { totalMs: 1_000 } }),
      await reader.read(story, {}),
    ];
    reader.end();
    expect(readings.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  test('ends with the reason when its reading is stopped', async () => {
    const stop = new AbortController();
    const reading = readDocument(long, {}, { signal: stop.signal });
    stop.abort(new Error('the desk closes'));
    await expect(reading).rejects.toThrow('the desk closes');
  });
});

test('a PDF of 200 pages is read whole', async () => {
  const pages = Array.from({ length: 200 }, (_, n) => linesFromTop([`On day ${n} all was well.`]));
  const { type, text } = await read(pdfOf(pages));
  expect([type, text.split('\n\n').length]).toEqual(['pdf', 200]);
});

test('a broken PDF is refused', async () => {
  const broken = bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
  expect(await refusalOf(broken)).toEqual({ kind: 'broken', type: 'pdf' });
});

test('a Word document is read', async () => {
  const file = await read(zipOf(docxParts(wordParagraph('600 were killed.'))));
  expect(file).toMatchObject({ type: 'docx', text: '600 were killed.' });
});
