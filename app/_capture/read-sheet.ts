import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import type { ReadLimits } from './limits';
import { type NumberFormat, toNumberFormat } from './number-format';
import { toDocumentProperties } from './office-properties';
import { ODS, XLSX } from './read-type';
import { toCaptureText } from './readable-text';
import { SheetWriter, TooMuchText } from './sheet-rows';
import { attributeOf, xmlParts } from './xml-tags';
import { openPackage, type PackageParts } from './zip-package';

/**
 * Reads a spreadsheet as tables: each sheet that is shown, row by row, with values as they are shown.
 * Formulas are not run: what they gave when the file was saved is its text.
 *
 * @see ECMA-376-1, 18 (xlsx); OASIS OpenDocument 1.3, part 3, 9 (ods)
 */
export function readSheet(
  bytes: Uint8Array,
  { unpackedBytes, textBytes }: Pick<ReadLimits, 'unpackedBytes' | 'textBytes'>,
): Result<ReadableDocument, ReadRefusal> {
  const opened = openPackage(bytes, { unpackedBytes, type: 'sheet' });
  if (!opened.ok) return opened;
  const parts = opened.value;
  const isOds = !parts.has('xl/workbook.xml');
  try {
    const writer = new SheetWriter(textBytes);
    if (isOds) writeOds(parts, writer);
    else writeXlsx(parts, writer);
    const text = toCaptureText(writer.finish());
    if (!text) return refuse({ kind: 'noText', type: 'sheet' });
    return accept({
      type: 'sheet',
      mime: isOds ? ODS : XLSX,
      text,
      ...toDocumentProperties(parts.read(isOds ? 'meta.xml' : 'docProps/core.xml') ?? ''),
      publisher: null,
      canonicalUrl: null,
      wall: null,
    });
  } catch (error) {
    if (error instanceof TooMuchText) return refuse({ kind: 'tooLarge', bytes: textBytes });
    throw error;
  }
}

type Book = {
  readonly sharedTexts: readonly string[];
  readonly formats: readonly NumberFormat[];
};

function writeXlsx(parts: PackageParts, writer: SheetWriter): void {
  const book = parts.read('xl/workbook.xml') ?? '';
  const targets = new Map<string, string>();
  for (const part of xmlParts(parts.read('xl/_rels/workbook.xml.rels') ?? '')) {
    if (part.kind !== 'open' || part.name !== 'Relationship') continue;
    const target = attributeOf(part.attributes, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    targets.set(attributeOf(part.attributes, 'Id') ?? '', path);
  }
  const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)/.test(book);
  const shared = {
    sharedTexts: textsIn(parts.read('xl/sharedStrings.xml') ?? ''),
    formats: formatsIn(parts.read('xl/styles.xml') ?? '', from1904),
  };
  for (const part of xmlParts(book)) {
    if (part.kind !== 'open' || part.name !== 'sheet') continue;
    if (/hidden/i.test(attributeOf(part.attributes, 'state') ?? '')) continue;
    const xml = parts.read(targets.get(attributeOf(part.attributes, 'r:id') ?? '') ?? '');
    if (!xml) continue;
    writer.sheet(attributeOf(part.attributes, 'name') ?? '');
    writeXlsxSheet(xml, shared, writer);
  }
}

/** The texts that cells name by number. Those for reading aloud are not shown. */
function textsIn(xml: string): string[] {
  const texts: string[] = [];
  let open: string | null = null;
  let isText = false;
  let phonetic = false;
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (isText && !phonetic && open !== null) open += part.text;
    } else if (part.name === 't') isText = part.kind === 'open' && !part.isEmpty;
    else if (part.name === 'rPh') phonetic = part.kind === 'open' && !part.isEmpty;
    else if (part.name === 'si') {
      if (part.kind === 'open' && !part.isEmpty) open = '';
      else {
        texts.push(open ?? '');
        open = null;
      }
    }
  }
  return texts;
}

function formatsIn(xml: string, from1904: boolean): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCells = false;
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') continue;
    if (part.name === 'cellXfs') isCells = part.kind === 'open';
    if (part.kind !== 'open') continue;
    if (part.name === 'numFmt') {
      const id = Number(attributeOf(part.attributes, 'numFmtId'));
      codes.set(id, attributeOf(part.attributes, 'formatCode') ?? '');
    } else if (part.name === 'xf' && isCells) {
      const id = Number(attributeOf(part.attributes, 'numFmtId') ?? 0);
      formats.push(toNumberFormat(id, codes.get(id) ?? null, from1904));
    }
  }
  return formats;
}

/** 'AB12' is in column 27, from 0; the widest sheets have 16,384. */
function columnOf(place: string | null, otherwise: number): number {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return otherwise;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function writeXlsxSheet(xml: string, { sharedTexts, formats }: Book, writer: SheetWriter): void {
  let row = 0;
  let isHiddenRow = false;
  let cells = new Map<number, string>();
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  const show = (): string => {
    if (type === 's') return sharedTexts[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type !== '' && type !== 'n') return value;
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    return (formats[style] ?? String)(number);
  };
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') {
      if (isValue) value += part.text;
    } else if (part.name === 'row') {
      if (part.kind === 'open') {
        row = Number(attributeOf(part.attributes, 'r') ?? row + 1);
        isHiddenRow = attributeOf(part.attributes, 'hidden') === '1';
        cells = new Map();
        column = -1;
      }
      if ((part.kind === 'close' || part.isEmpty) && !isHiddenRow) writer.row(row, cells);
    } else if (part.name === 'c') {
      if (part.kind === 'open') {
        column = columnOf(attributeOf(part.attributes, 'r'), column + 1);
        type = attributeOf(part.attributes, 't') ?? '';
        style = Number(attributeOf(part.attributes, 's') ?? 0);
        value = '';
      }
      if (part.kind === 'close' && value) cells.set(column, show());
    } else if (part.name === 'v' || part.name === 't') {
      isValue = part.kind === 'open' && !part.isEmpty;
    }
  }
}

/** So often a row or a cell with text is written that is there several times at once. */
const MOST_REPEATED = 1_000;

function writeOds(parts: PackageParts, writer: SheetWriter): void {
  let row = 0;
  let rows = 1;
  let columns = 1;
  let column = 0;
  let text: string | null = null;
  let inNote = 0;
  let isHiddenRow = false;
  let cells = new Map<number, string>();
  const repeated = (attributes: string, of: string) =>
    Math.max(1, Number(attributeOf(attributes, `number-${of}-repeated`) ?? 1) || 1);
  for (const part of xmlParts(parts.read('content.xml') ?? '')) {
    if (part.kind === 'text') {
      if (text !== null && inNote === 0) text += part.text;
      continue;
    }
    const { kind, name, attributes, isEmpty } = part;
    const isOpen = kind === 'open';
    if (name === 'annotation') {
      if (!isEmpty) inNote += isOpen ? 1 : -1;
    } else if (inNote > 0) continue;
    else if (name === 'table' && isOpen) {
      writer.sheet(attributeOf(attributes, 'name') ?? '');
      row = 0;
    } else if (name === 'table-row') {
      if (isOpen) {
        rows = repeated(attributes, 'rows');
        isHiddenRow = /collapse|filter/.test(attributeOf(attributes, 'visibility') ?? '');
        cells = new Map();
        column = 0;
      }
      if (isOpen && !isEmpty) continue;
      const isWritten = cells.size > 0 && !isHiddenRow;
      for (let n = 1; isWritten && n <= Math.min(rows, MOST_REPEATED); n++)
        writer.row(row + n, cells);
      row += rows;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      if (isOpen) {
        columns = repeated(attributes, 'columns');
        text = '';
      }
      if (isOpen && !isEmpty) continue;
      for (let n = 0; text?.trim() && n < Math.min(columns, MOST_REPEATED); n++) {
        cells.set(column + n, text);
      }
      column += columns;
      text = null;
    } else if (text !== null && isOpen && /^(?:p|s|tab|line-break)$/.test(name)) text += ' ';
  }
}
