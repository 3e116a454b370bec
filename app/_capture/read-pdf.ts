import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { toDay } from './document-day';
import type { ReadLimits } from './limits';
import { toLines } from './pdf-lines';
import { type PdfPage, toPdfText } from './pdf-paragraphs';
import { toCaptureText, toLanguage, toLine } from './readable-text';

const PACKAGE = dirname(
  dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);

/** Reads the text of a PDF page by page. Nothing is drawn, no script in it is run. */
export async function readPdf(
  bytes: Uint8Array,
  { pages: maxPages, textBytes }: Pick<ReadLimits, 'pages' | 'textBytes'>,
): Promise<Result<ReadableDocument, ReadRefusal>> {
  const loading = getDocument({
    data: new Uint8Array(bytes),
    // Which letters are meant in fonts that do not say, Chinese and Japanese above all.
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const file = await loading.promise;
    if (file.numPages > maxPages) return refuse({ kind: 'tooManyPages', limit: maxPages });
    const pages: PdfPage[] = [];
    let length = 0;
    for (let n = 1; n <= file.numPages; n++) {
      const page = await file.getPage(n);
      const { items } = await page.getTextContent();
      const lines = toLines(items.filter((item) => 'str' in item));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (length > textBytes) return refuse({ kind: 'tooLarge', bytes: textBytes });
      const [, bottom = 0, , top = 0] = page.view;
      pages.push({ top, bottom, lines });
      page.cleanup();
    }
    const text = toCaptureText(toPdfText(pages));
    if (!text) return refuse({ kind: 'noText', type: 'pdf' });
    const info = (await file.getMetadata()).info as Readonly<Record<string, unknown>>;
    return accept({
      type: 'pdf',
      mime: 'application/pdf',
      text,
      title: toTitle(info.Title),
      publisher: null,
      author: toLine(textOf(info.Author)),
      publishedOn: toDay(textOf(info.CreationDate)),
      language: toLanguage(textOf(info.Language)),
      canonicalUrl: null,
      wall: null,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return refuse({ kind: 'passwordProtected' });
    return refuse({ kind: 'broken', type: 'pdf' });
  } finally {
    await loading.destroy();
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Programs that print a PDF often put the name of a file in place of its title. */
function toTitle(value: unknown): string | null {
  const title = toLine(textOf(value)?.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, ''));
  return title && !/^(?:untitled|\S+\.\w{2,5})$/i.test(title) ? title : null;
}
