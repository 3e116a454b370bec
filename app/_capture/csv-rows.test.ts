import { expect, test } from 'vitest';
import { csvToRows } from './csv-rows';
import { readDocument } from './read-document';

test('a CSV file is read row by row, as a spreadsheet is', async () => {
  const csv = 'Port;Ships 2024\r\nVelm;1.204\r\n"North;haven";"says ""12"""\r\n';
  expect(csvToRows(csv)).toBe('Port | Ships 2024\nVelm | 1.204\nNorth;haven | says "12"');
  const bytes = Buffer.from('\uFEFFPort,Ships\nVelm,"1,204"\n');
  const read = await readDocument(bytes, {
    ...{ declaredType: null, address: null },
    fileName: 'ports.csv',
  });
  expect(read).toMatchObject({
    ok: true,
    value: { type: 'text', mime: 'text/csv', text: 'Port | Ships\nVelm | 1,204' },
  });
});

test.each([
  ['a\nb\n', null],
  ['', null],
  ['a,b\n"unfinished, and\nso on', 'a | b\nunfinished, and so on'],
  ['=1+1,@x\n\u0000,\ud800', '=1+1 | @x\n\u0000 | \ud800'],
  ['a,,\n,,b\n\n\nc,d', 'a\n| | b\n\nc | d'],
])('strange files are read without trouble: %j', (csv, rows) => {
  const read = csvToRows(csv);
  expect(read === null ? null : read.replace(/ +/g, ' ')).toBe(rows);
});
