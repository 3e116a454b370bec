import { describe, expect, test } from 'vitest';
import { zipOf } from '../../e2e/docx-bytes';
import { READ_LIMITS, type ReadLimits } from './limits';
import { toNumberFormat } from './number-format';
import { readDocument } from './read-document';
import { readSheet } from './read-sheet';
import { recogniseType } from './read-type';

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.0&quot; t&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
const SHARED =
  '<sst><si><t>Harbour</t></si><si><r><t>Ships </t></r><r><t>&amp; boats</t></r><rPh><t>aloud</t></rPh></si></sst>';

/** A workbook with these sheets, by the markup of their rows. */
const workbook = (sheets: Readonly<Record<string, string>>, { hidden = '', more = '' } = {}) =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook><workbookPr ${more}/><sheets>${Object.keys(sheets)
        .map(
          (name, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" ${name === hidden ? 'state="hidden"' : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${Object.keys(sheets)
        .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: SHARED },
    { name: 'xl/styles.xml', content: STYLES },
    {
      name: 'docProps/core.xml',
      content:
        '<cp:coreProperties><dc:title>Losses</dc:title><dc:creator>Ida Holm</dc:creator><dcterms:created>2025-05-01T10:00:00Z</dcterms:created></cp:coreProperties>',
    },
    ...Object.values(sheets).map((rows, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]);

const ods = (content: string) =>
  zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      content:
        '<office:meta><meta:initial-creator>Bo Ek</meta:initial-creator><meta:creation-date>2025-05-02T08:00:00</meta:creation-date></office:meta>',
    },
  ]);

const LIMITS = { ...READ_LIMITS, unpackedBytes: 256 * 1024 * 1024 };
const read = (bytes: Uint8Array, limits: ReadLimits = LIMITS) => {
  const sheet = readSheet(bytes, limits);
  return sheet.ok ? sheet.value.text : sheet.refusal;
};

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Share</t></is></c><c r="D1" t="str"><v>Counted on</v></c></row>' +
  '<row r="2"><c r="A2" t="inlineStr"><is><t>Ostby</t></is></c><c r="B2" s="3"><f>SUM(B7:B9)</f><v>1234.56</v></c><c r="C2" s="1"><v>0.125</v></c><c r="D2" s="2"><v>45778</v></c></row>' +
  '<row r="3"><c r="A3" t="inlineStr"><is><t>Lund</t></is></c><c r="C3"><v>0.1</v></c><c r="D3" t="e"><v>#N/A</v></c></row>' +
  '<row r="4" hidden="1"><c r="A4"><v>99</v></c></row>' +
  '<row r="6"><c r="A6" t="b"><v>1</v></c></row>';

describe('a workbook of a newsroom', () => {
  test('is read sheet by sheet, a line a row, with values as they are shown', async () => {
    const book = await readDocument(
      workbook(
        {
          'Losses &amp; gains': ROWS,
          Notes: '<row r="1"><c r="B1"><v>7</v></c></row>',
          Draft: ROWS,
        },
        { hidden: 'Draft' },
      ),
      {},
    );
    expect(book).toMatchObject({
      ok: true,
      value: {
        type: 'sheet',
        text: [
          'Losses & gains',
          'Harbour | Ships & boats | Share | Counted on\nOstby | 1,234.6 t | 12.50% | 2025-05-01\nLund | | 0.1 | #N/A',
          'TRUE',
          'Notes',
          '| 7',
        ].join('\n\n'),
        title: 'Losses',
        author: 'Ida Holm',
        publishedOn: null,
        fileDay: '2025-05-01',
      },
    });
  });

  test.each([
    [0, null, 1234567.891, '1234567.891'],
    [0, null, 0.1 + 0.2, '0.3'],
    [3, null, 1234567.891, '1,234,568'],
    [9, null, 0.07, '7%'],
    [164, '[$€-407] #,##0.00;[Red]-[$€-407] #,##0.00', -1234.5, '-€ 1,234.50'],
    [164, '0.0,,"m"', 12_345_678, '12.3m'],
    [164, '"No. "0', 7, 'No. 7'],
    [164, 'dd/mm/yyyy', 59, '1900-02-28'],
    [164, 'dd.mm.yyyy hh:mm', 45778.5, '2025-05-01 12:00'],
    [164, 'mmm yy', 45778, '2025-05'],
    [164, 'yyyy', 45778, '2025'],
    [20, null, 0.75, '18:00'],
    [46, null, 1.5, '36:00:00'],
    [164, '0.00E+00', 1234, '1234'],
    [164, '# ?/?', 0.5, '0.5'],
  ])('shows with format %i %s the number %d as %s', (id, code, value, shown) => {
    expect(toNumberFormat(id, code, false)(value)).toBe(shown);
  });

  test('may count its days from 1904', () => {
    const rows = '<row r="1"><c r="A1" s="2"><v>44316</v></c></row>';
    expect(read(workbook({ A: rows }, { more: 'date1904="1"' }))).toBe('A\n\n2025-05-01');
  });
});

test('a sheet of OpenDocument is read as it is shown, without notes', () => {
  const cell = (text: string, more = '') =>
    `<table:table-cell ${more}>${text && `<text:p>${text}</text:p>`}</table:table-cell>`;
  const table = `<table:table table:name="Losses"><table:table-row>${cell('Year')}${cell('Ships')}</table:table-row><table:table-row>${cell('2024<text:s/>', 'office:value="2024"')}<table:table-cell office:value="0.5"><office:annotation><text:p>wrong?</text:p></office:annotation><text:p>50&#160;%</text:p></table:table-cell>${cell('', 'table:number-columns-repeated="16000"')}</table:table-row><table:table-row table:number-rows-repeated="1048574">${cell('', 'table:number-columns-repeated="16384"')}</table:table-row></table:table>`;
  const bytes = ods(table);
  expect(recogniseType(bytes, {})).toMatchObject({ value: { type: 'sheet' } });
  expect(readSheet(bytes, LIMITS)).toMatchObject({
    value: {
      text: 'Losses\n\nYear | Ships\n2024 | 50 %',
      author: 'Bo Ek',
      publishedOn: null,
      fileDay: '2025-05-02',
    },
  });
});

describe('a hostile spreadsheet', () => {
  test('of a million empty rows is read at once', () => {
    const rows = `${'<row r="1"/>'.repeat(1_048_575)}<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>`;
    expect(read(workbook({ A: rows }))).toMatch(/^A\n\n[| ]*7$/);
  });

  test.each([
    [
      'of endless cells',
      workbook({
        A: `<row r="1">${'<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'.repeat(50)}</row>`.repeat(
          3_000,
        ),
      }),
      { textBytes: 20_000 },
      { kind: 'tooLarge', bytes: 20_000 },
    ],
    [
      'that repeats itself',
      ods(
        `<table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>spam</text:p></table:table-cell></table:table-row></table:table>`,
      ),
      { textBytes: 200_000 },
      { kind: 'tooLarge', bytes: 200_000 },
    ],
    [
      'that unpacks to more than may be',
      workbook({ A: ' '.repeat(2_000_000) }),
      { unpackedBytes: 1_000_000 },
      { kind: 'tooLarge', bytes: 1_000_000 },
    ],
    [
      'that lies about its size',
      zipOf([{ name: 'xl/workbook.xml', content: ' '.repeat(100_000), declaredBytes: 10 }]),
      {},
      { kind: 'broken', type: 'sheet' },
    ],
    [
      'under a password',
      zipOf([{ name: 'xl/workbook.xml', content: '' }], { isLocked: true }),
      {},
      { kind: 'passwordProtected' },
    ],
    ['of nothing', workbook({ '': '' }), {}, { kind: 'noText', type: 'sheet' }],
  ])('%s is refused', (_what, bytes, limits, refusal) => {
    expect(read(bytes, { ...LIMITS, ...limits })).toEqual(refusal);
  });

  test.each([
    [
      'an entity that loads a file',
      '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
      '&e;',
    ],
    ['entities in entities', `<!DOCTYPE a [<!ENTITY e "${'x'.repeat(99)}">]>`, '&e;'],
  ])('with %s shows it as it is written', (_what, head, text) => {
    expect(
      read(workbook({ A: `${head}<row r="1"><c r="A1" t="str"><v>${text} 600</v></c></row>` })),
    ).toContain(`${text} 600`);
  });

  test.each([
    '<'.repeat(300_000),
    '<a "'.repeat(80_000),
    `<c ${'a='.repeat(100_000)}`,
    "<c '".repeat(80_000),
  ])('of broken tags does not hold the desk up', (rows) => {
    expect(read(workbook({ A: rows }))).toBe('A');
  });
});
