import type { CaptureType, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { decodeText } from './read-charset';
import { listZip, unpackEntry } from './zip';

/** What came along with the bytes. None of it is trusted further than it has to be. */
export type ReadHints = {
  /** The content-type header. */
  readonly declaredType?: string | null;
  readonly fileName?: string | null;
  /** The address of the bytes: relative addresses in them start from it. */
  readonly address?: string | null;
};

export type RecognisedType = { readonly type: CaptureType; readonly mime: string };

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';
export const ODS = 'application/vnd.oasis.opendocument.spreadsheet';

/** How kinds of file begin that the desk reads or can name: what stands where, as Latin-1. */
const SIGNATURES: readonly (readonly [mime: string, ...(readonly [at: number, mark: string])[]])[] =
  [
    ['image/png', [0, '\x89PNG\r\n\x1a\n']],
    ['image/jpeg', [0, '\xff\xd8\xff']],
    ['image/gif', [0, 'GIF87a']],
    ['image/gif', [0, 'GIF89a']],
    ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
    ['audio/wav', [0, 'RIFF'], [8, 'WAVE']],
    ['video/x-msvideo', [0, 'RIFF'], [8, 'AVI ']],
    ['image/avif', [4, 'ftypavi']],
    ['image/heic', [4, 'ftyphei']],
    ['image/heic', [4, 'ftypmif1']],
    ['video/mp4', [4, 'ftyp'], [0, '\0\0']],
    ['image/tiff', [0, 'II*\0']],
    ['image/tiff', [0, 'MM\0*']],
    ['audio/mpeg', [0, 'ID3\x03']],
    ['audio/mpeg', [0, 'ID3\x04']],
    ['application/ogg', [0, 'OggS\0']],
    ['audio/flac', [0, 'fLaC\0']],
    ['video/webm', [0, '\x1aE\xdf\xa3']],
    ['application/gzip', [0, '\x1f\x8b']],
    ['application/x-7z-compressed', [0, "7z\xbc\xaf'\x1c"]],
    ['application/vnd.rar', [0, 'Rar!\x1a\x07']],
    ['application/rtf', [0, '{\\rtf']],
    ['application/postscript', [0, '%!PS']],
    ['application/vnd.sqlite3', [0, 'SQLite format 3\0']],
  ];

const READ_IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * Tells the kind of a file from its bytes. What the server called it, and its name, decide only
 * where bytes cannot: between plain text and Markdown, and whether a few tags in a text are markup.
 */
export function recogniseType(
  bytes: Uint8Array,
  hints: ReadHints,
): Result<RecognisedType, ReadRefusal> {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  for (const [mime, ...marks] of SIGNATURES) {
    if (!marks.every(([at, mark]) => start.startsWith(mark, at))) continue;
    return READ_IMAGES.has(mime)
      ? accept({ type: 'image', mime })
      : refuse({ kind: 'unsupportedType', mime });
  }
  // Readers of PDF allow other bytes before the mark, up to here.
  if (/%PDF-\d/.test(start)) return accept({ type: 'pdf', mime: 'application/pdf' });
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return recogniseZip(bytes);
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return recogniseOle(bytes);
  return recogniseText(bytes, hints);
}

function recogniseZip(bytes: Uint8Array): Result<RecognisedType, ReadRefusal> {
  const listed = listZip(bytes);
  if (!listed.ok) return refuse({ kind: 'broken', type: 'docx' });
  const names = new Set(listed.value.map((entry) => entry.name));
  if (names.has('word/document.xml')) return accept({ type: 'docx', mime: DOCX });
  if (names.has('xl/workbook.xml')) return accept({ type: 'sheet', mime: XLSX });
  const kind = listed.value.find(({ name }) => name === 'mimetype');
  // The kind comes first and as it is: 4.3 of OpenDocument's part 2.
  const written = kind && kind.unpackedBytes < 200 ? unpackEntry(bytes, kind) : null;
  if (written?.ok && written.value.toString('latin1').trim() === ODS)
    return accept({ type: 'sheet', mime: ODS });
  return refuse({ kind: 'unsupportedType', mime: 'application/zip' });
}

/** The container of old Office files, and of new ones under a password. */
function recogniseOle(bytes: Uint8Array): Result<RecognisedType, ReadRefusal> {
  const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encrypted)) {
    return refuse({ kind: 'passwordProtected' });
  }
  return refuse({ kind: 'unsupportedType', mime: 'application/x-ole-storage' });
}

/** Enough to recognise markup, and little enough to be fast. */
const LOOKED_AT = 64 * 1_024;

/** @see WHATWG MIME Sniffing, 7.1, the tags by which an unknown type is recognised as text/html. */
const OPENING_TAG =
  /^<(?:!doctype\s+html|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p|meta|link|article|main|section)(?=[\s/>])/i;
const XML = /^<(?:\?xml|svg|rss|feed|!doctype\s+(?!html))/i;
const TAGS = /<\/?(?:html|head|body|p|div|br|span|table|tr|td|h[1-6]|ul|ol|li|article)\b[^<>]*>/gi;

function recogniseText(bytes: Uint8Array, hints: ReadHints): Result<RecognisedType, ReadRefusal> {
  const declared = hints.declaredType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const name = hints.fileName?.toLowerCase() ?? '';
  const whole = bytes.length <= LOOKED_AT;
  const { text } = decodeText(bytes.subarray(0, LOOKED_AT), {
    declared: hints.declaredType,
    whole,
  });
  if (isBinary(text)) return refuse({ kind: 'unknownType' });
  if (OPENING_TAG.test(skipComments(text, '<?xml', '?>'))) {
    return accept({ type: 'html', mime: 'text/html' });
  }
  if (XML.test(skipComments(text)))
    return refuse({ kind: 'unsupportedType', mime: 'application/xml' });
  const called =
    /^(?:text\/html|application\/xhtml\+xml)$/.test(declared) || /\.x?html?$/.test(name);
  if (called && (text.match(TAGS)?.length ?? 0) >= 3) {
    return accept({ type: 'html', mime: 'text/html' });
  }
  if (/\.csv$/.test(name) || declared === CSV) return accept({ type: 'text', mime: CSV });
  return /\.(?:md|markdown)$/.test(name) || declared === 'text/markdown'
    ? accept({ type: 'markdown', mime: 'text/markdown' })
    : accept({ type: 'text', mime: 'text/plain' });
}

/** The text from its first tag on. By hand, since a pattern for this can take for ever. */
function skipComments(text: string, ...declaration: [open: string, close: string] | []): string {
  let rest = text.trimStart();
  for (const [open, close] of [declaration, ['<!--', '-->'], ['<!--', '-->'], ['<!--', '-->']]) {
    if (open === undefined || close === undefined || !rest.startsWith(open)) continue;
    const end = rest.indexOf(close);
    rest = end < 0 ? '' : rest.slice(end + close.length).trimStart();
  }
  return rest;
}

/** Text has no control characters but a few, whatever its encoding. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const strange = text.match(/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\uFFFD]/g)?.length ?? 0;
  return strange > Math.max(1, text.length / 200);
}
