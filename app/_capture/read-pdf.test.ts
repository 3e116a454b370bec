import { describe, expect, test } from 'vitest';
import { PARAGRAPH } from '../../e2e/nasty-sources';
import { linesFromTop, type PdfText, pdfOf } from '../../e2e/pdf-bytes';
import { READ_LIMITS, type ReadLimits } from './limits';
import { readPdf } from './read-pdf';

async function read(bytes: Uint8Array) {
  const document = await readPdf(bytes, READ_LIMITS);
  if (!document.ok) throw new Error(`refused: ${JSON.stringify(document.refusal)}`);
  return document.value;
}

async function refusalOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}) {
  const document = await readPdf(bytes, { ...READ_LIMITS, ...limits });
  return document.ok ? document.value : document.refusal;
}

describe('a PDF', () => {
  const page = (...lines: PdfText[]) => read(pdfOf([lines]));

  test('is read as its paragraphs, with its title and author', async () => {
    const lines = linesFromTop([
      'The convoy lost seven ships of 4,500 tonnes in the night, and the casu-',
      'alties were brought to the well-known port of North-',
      'South Harbour, the ministry said.',
    ]);
    const next = linesFromTop(
      ['A new paragraph about the well-', 'known harbour in 2020-', '21.'],
      {
        top: 690,
      },
    );
    const file = await read(
      pdfOf([[...lines, ...next]], {
        title: 'Losses at sea',
        author: 'Ada Brandt',
        created: "D:20250501233000-04'00'",
      }),
    );
    expect(file).toEqual({
      type: 'pdf',
      mime: 'application/pdf',
      pages: [0],
      text: 'The convoy lost seven ships of 4,500 tonnes in the night, and the casualties were brought to the well-known port of North-South Harbour, the ministry said.\n\nA new paragraph about the well-known harbour in 2020-21.',
      title: 'Losses at sea',
      publisher: null,
      author: 'Ada Brandt',
      publishedOn: null,
      fileDay: '2025-05-01',
      language: null,
      canonicalUrl: null,
      wall: null,
    });
  });

  test('with two columns is read down the first, then the second', async () => {
    const { text } = await page(
      ...linesFromTop(['The first column begins here', 'and goes on at the head of']),
      ...linesFromTop(['the second one, which says', 'that 600 were killed.'], { x: 320 }),
    );
    expect(text).toBe(
      'The first column begins here and goes on at the head of the second one, which says that 600 were killed.',
    );
  });

  test('separates the rows and cells of a table', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((text, i) => ({ text, x: 72 + i * 120, y }));
    const { text } = await page(
      ...row(700, 'Year', 'Ships', 'Killed'),
      ...row(686, '1942', '4', '700'),
      ...row(672, '1943', '377', '600'),
    );
    expect(text).toBe('Year | Ships | Killed\n1942 | 4 | 700\n1943 | 377 | 600');
  });

  test('keeps line breaks of its author', async () => {
    const { text } = await page(
      ...linesFromTop([
        'Ada Brandt',
        'Bo Ek',
        'The convoy lost seven ships in the night, and of',
        'the crews 600 were saved.',
        'The escort turned back.',
      ]),
    );
    expect(text).toBe(
      'Ada Brandt\nBo Ek\nThe convoy lost seven ships in the night, and of the crews 600 were saved.\n\nThe escort turned back.',
    );
  });

  test('keeps superscript digits as superscripts', async () => {
    const { text } = await page(
      { text: 'It held 10', y: 700 },
      { text: '6', x: 117.3, y: 705, size: 7 },
      { text: 'tons.', x: 124.3, y: 700 },
    );
    expect(text).toBe('It held 10⁶ tons.');
  });

  test('of many pages is read whole, with its running head once, and without page numbers', async () => {
    const pages = Array.from({ length: 20 }, (_, n) => [
      { text: 'Losses at sea, 1939 to 1945', y: 810 },
      ...linesFromTop([`On day ${n + 1} the convoy lost ${n + 4_000} tons.`]),
      { text: `Page ${n + 1} of 20`, y: 30 },
    ]);
    const { text } = await read(pdfOf(pages));
    const days = pages.map((_, n) => `On day ${n + 1} the convoy lost ${n + 4_000} tons.`);
    expect(text.split('\n\n')).toEqual(['Losses at sea, 1939 to 1945', ...days]);
  });

  test('keeps the first row of a table that each page repeats', async () => {
    const pages = Array.from({ length: 4 }, (_, n) => [
      { text: 'Losses 0.05 | Losses 0.10', y: 810 },
      ...linesFromTop([`Of ship ${n} no word came home`, 'in that winter,']),
      ...linesFromTop([`but ${n + 40} men did, and said so to the board.`], { top: 60 }),
    ]);
    const { text } = await read(pdfOf(pages));
    expect(text.match(/Losses 0\.05 \| Losses 0\.10/g)).toHaveLength(1);
    expect(text.startsWith('Losses 0.05 | Losses 0.10\n\nOf ship 0')).toBe(true);
  });

  const BOX = '/Subtype /FreeText /DA (/Helv 11 Tf)';
  const FIELD = '/Subtype /Widget /FT /Tx /T (a)';

  test('has the words that people typed into its form and onto it', async () => {
    const { text } = await read(
      pdfOf([linesFromTop(['Name of the ship', 'Crew'])], {
        annotations: [
          `${FIELD} /V (Sealore) /Rect [200 765 400 785]`,
          `/Subtype /Widget /FT /Ch /T (b) /V (41) /Opt [(40) (41)] /Rect [200 751 400 764]`,
          `${FIELD} /V (Lost in the night,\\r31 men were saved.) /Rect [72 500 400 560]`,
          `${BOX} /Contents (Seen by Ida Holm) /Rect [72 300 400 320]`,
          `${FIELD} /Ff 8192 /V (secret) /Rect [72 200 400 220]`,
          `${FIELD} /V () /Rect [72 100 400 120]`,
        ],
      }),
    );
    expect(text).toBe(
      'Name of the ship | Sealore\nCrew | 41\n\nLost in the night, 31 men were saved.\n\nSeen by Ida Holm',
    );
  });

  test.each([
    ['digits', '\x01\x02\x01', 'Version ��� is of 2011.', 'unknownLetters'],
    ['spaces', '\x03', 'Version is of 2011.', null],
  ])(
    'shows letters without a map, and is flagged for them: %s',
    async (_what, written, text, wall) => {
      const document = await read(
        pdfOf([
          [
            { text: 'Version ', y: 700 },
            { text: written, x: 114, y: 700, isUnmapped: true },
            { text: 'is of 2011.', x: 136, y: 700 },
          ],
        ]),
      );
      expect(document).toMatchObject({ text, wall });
    },
  );

  test('of nothing but a typed box is no scan', async () => {
    const { text } = await read(
      pdfOf([[]], { annotations: [`${BOX} /Contents (600 were saved.) /Rect [72 300 400 320]`] }),
    );
    expect(text).toBe('600 were saved.');
  });

  test('says where each of its pages begins, also inside of a sentence', async () => {
    const { text, pages = [] } = await read(
      pdfOf([
        linesFromTop([
          'The quay was built in 1911 of granite, and',
          'cost 31 million crowns in the casu-',
        ]),
        [],
        linesFromTop(['alties of the war, or 40 a day.', 'Divers found cracks in it.']),
        linesFromTop(['Cafe\u0301s closed.']),
        [],
      ]),
    );
    const starts = pages.map((start) => text.slice(start, start + 12));
    expect(starts).toEqual([
      'The quay was',
      'alties of th',
      'alties of th',
      expect.stringMatching(/^Caf/),
      '',
    ]);
    expect(text).toContain('the casualties of the war');
  });

  test.each([
    [
      'broken',
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'),
      { kind: 'broken', type: 'pdf' },
    ],
    ['under a password', pdfOf([[]], { isLocked: true }), { kind: 'passwordProtected' }],
    ['of pictures only', pdfOf([[], []]), { kind: 'noText', type: 'pdf' }],
  ])('that is %s is refused', async (_what, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal);
  });

  test('of more pages than the limit is refused', async () => {
    const pages = Array.from({ length: 4 }, () => linesFromTop([PARAGRAPH]));
    expect(await refusalOf(pdfOf(pages), { pages: 3 })).toEqual({
      kind: 'tooManyPages',
      limit: 3,
    });
  });
});
