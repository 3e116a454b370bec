import mammoth from 'mammoth';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { toDay } from './document-day';
import { toPageText } from './html-text';
import type { ReadLimits } from './limits';
import { parsePage } from './parse-page';
import { toCaptureText, toLanguage, toLine } from './readable-text';
import { listZip, unpackEntry, type ZipEntry } from './zip';

const BROKEN = refuse({ kind: 'broken', type: 'docx' });

/**
 * Reads a Word document, tables included. Every part is unpacked once within the limit before the
 * parser may: it would believe what the file says of its own size.
 */
export async function readDocx(
  bytes: Uint8Array,
  { unpackedBytes }: Pick<ReadLimits, 'unpackedBytes'>,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  const tooLarge = refuse({ kind: 'tooLarge', bytes: unpackedBytes });
  const listed = listZip(bytes);
  if (!listed.ok) return listed.refusal.kind === 'tooLarge' ? tooLarge : BROKEN;
  const entries = listed.value;
  if (entries.some((entry) => entry.isEncrypted)) return refuse({ kind: 'passwordProtected' });
  const declared = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (declared > unpackedBytes) return tooLarge;
  // Checks the real sizes, one part at a time.
  if (entries.some((entry) => !unpackEntry(bytes, entry).ok)) return BROKEN;

  let html: string;
  try {
    const read = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        // A picture is no text, and would be carried along as a long address.
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    html = read.value;
  } catch {
    return BROKEN;
  }
  const page = parsePage(html);
  // From each footnote back to where it stands.
  for (const link of page.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) {
    link.remove();
  }
  const text = toCaptureText(toPageText(page.body));
  if (!text) return refuse({ kind: 'noText', type: 'docx' });
  return accept({
    type: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text,
    ...aboutDocx(bytes, entries),
    publisher: null,
    canonicalUrl: null,
    wall: null,
  });
}

/** @see ECMA-376-2, 11, core properties. */
function aboutDocx(bytes: Uint8Array, entries: readonly ZipEntry[]) {
  const entry = entries.find(({ name }) => name === 'docProps/core.xml');
  const core = entry && unpackEntry(bytes, entry);
  const xml = core?.ok ? core.value.toString('utf8') : '';
  const read = (name: string) =>
    parsePage(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? '').body
      .textContent;
  return {
    title: toLine(read('dc:title')),
    author: toLine(read('dc:creator')),
    publishedOn: toDay(read('dcterms:created')),
    language: toLanguage(read('dc:language')),
  };
}
