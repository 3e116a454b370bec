import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ReadableDocument, ReadRefusal } from '#domain/documents/capture';
import { accept, type Result, refuse } from '#domain/result';
import { toDay } from './document-day';
import type { ReadLimits } from './limits';
import { withFields } from './pdf-fields';
import { toLines } from './pdf-lines';
import { PAGE_MARK, type PdfPage, toPdfText } from './pdf-paragraphs';
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
      const drawn = toLines(items.filter((item) => 'str' in item));
      const lines = withFields(drawn, await page.getAnnotations().catch(() => []));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      if (length > textBytes) return refuse({ kind: 'tooLarge', bytes: textBytes });
      const [, bottom = 0, , top = 0] = page.view;
      pages.push({ top, bottom, lines });
      page.cleanup();
    }
    const letters = showUnknown(toPdfText(pages));
    const { text, starts } = withoutMarks(toCaptureText(letters.text));
    if (!text) return refuse({ kind: 'noText', type: 'pdf' });
    const info = (await file.getMetadata()).info as Readonly<Record<string, unknown>>;
    return accept({
      type: 'pdf',
      mime: 'application/pdf',
      text,
      pages: starts,
      title: toTitle(info.Title),
      publisher: null,
      author: toLine(textOf(info.Author)),
      publishedOn: null,
      fileDay: toDay(textOf(info.CreationDate)),
      language: toLanguage(textOf(info.Language)),
      canonicalUrl: null,
      wall: letters.areMany ? 'unknownLetters' : null,
    });
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return refuse({ kind: 'passwordProtected' });
    return refuse({ kind: 'broken', type: 'pdf' });
  } finally {
    await loading.destroy();
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they stand for letters that have no map
const UNKNOWN = /[\0-\x08\x0e-\x1f\x7f-\x9f\uFFFD]/g;
/** Fonts without a map often have the space here. */
const SPACE = '\x03';
/** Fewer may be a mark in a list; a figure that is lost in each paragraph is more. As a share. */
const MANY_UNKNOWN = 0.003;

/**
 * Shows letters of which the file does not say what they are, as �: left out in silence, “Version 1.1”
 * would be “Version .”.
 */
function showUnknown(text: string): { text: string; areMany: boolean } {
  const unknown = text.match(UNKNOWN) ?? [];
  if (unknown.every((each) => each === SPACE)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a space, as above
    return { text: text.replace(/ *\x03[ \x03]*/g, ' '), areMany: false };
  }
  const areMany = unknown.length >= 3 && unknown.length > text.length * MANY_UNKNOWN;
  return { text: text.replace(UNKNOWN, '\uFFFD'), areMany };
}

/** Takes the marks out of a text. @returns the text, and where each mark stood in it */
function withoutMarks(marked: string): { text: string; starts: number[] } {
  const parts = marked.split(PAGE_MARK);
  const starts: number[] = [];
  let text = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    starts.push(text.length);
    text += part;
  }
  // The marks of pages without words at the end may have kept an empty line.
  const whole = text.trimEnd();
  return { text: whole, starts: starts.map((start) => Math.min(start, whole.length)) };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Programs that print a PDF often put the name of a file in place of its title. */
function toTitle(value: unknown): string | null {
  const title = toLine(textOf(value)?.replace(/^Microsoft (?:Word|PowerPoint|Excel) - /, ''));
  return title && !/^(?:untitled|\S+\.\w{2,5})$/i.test(title) ? title : null;
}
