import mammoth from 'mammoth';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { toPageText } from './html-text';
import type { ReadLimits } from './limits';
import { toDocumentProperties } from './office-properties';
import { parsePage } from './parse-page';
import { toCaptureText } from './readable-text';
import { openPackage } from './zip-package';

const BROKEN = refuse({ kind: 'broken', type: 'docx' });

/**
 * Reads a Word document, tables included. Every part is unpacked once within the limit before the
 * parser may: it would believe what the file says of its own size.
 */
export async function readDocx(
  bytes: Uint8Array,
  { unpackedBytes }: Pick<ReadLimits, 'unpackedBytes'>,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  const opened = openPackage(bytes, { unpackedBytes, type: 'docx' });
  if (!opened.ok) return opened;

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
  if (/\bdropCap="(?:drop|margin)"/.test(opened.value.read('word/document.xml') ?? '')) {
    joinDropCaps(page);
  }
  const text = toCaptureText(toPageText(page.body));
  if (!text) return refuse({ kind: 'noText', type: 'docx' });
  return accept({
    type: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    text,
    ...toDocumentProperties(opened.value.read('docProps/core.xml') ?? ''),
    publisher: null,
    canonicalUrl: null,
    wall: null,
  });
}

/** A large first letter is a paragraph of its own in the file, before the one that it begins. */
function joinDropCaps(page: Document): void {
  for (const paragraph of page.querySelectorAll('p')) {
    const letters = paragraph.textContent?.trim() ?? '';
    const next = paragraph.nextElementSibling;
    const goesOn = /^(?:[\p{Ll}\s'’]|\p{Lu}{2})/u.test(next?.textContent ?? '');
    if (!/^["“‘«]?\p{L}{1,2}$/u.test(letters) || next?.localName !== 'p' || !goesOn) continue;
    next.prepend(letters);
    paragraph.remove();
  }
}
