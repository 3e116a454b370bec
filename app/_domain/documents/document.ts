import type { Day } from '../day';
import { accept, type Result, refuse } from '../result';
import { cut, sizeInWords, toReadableText } from '../text';

/** What kind of document an article or a source is. */
export const DOCUMENT_KINDS = [
  'article',
  'report',
  'dataset',
  'study',
  'record',
  'statement',
  'social',
  'image',
  'video',
  'interview',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  article: 'Article',
  report: 'Report',
  dataset: 'Dataset',
  study: 'Study',
  record: 'Record or register',
  statement: 'Statement or press release',
  social: 'Post on a social network',
  image: 'Picture',
  video: 'Video or broadcast',
  interview: 'Interview or call',
};

/**
 * Whether two equal documents may be merged. Not if only one of them is confidential: its evidence
 * would be shown to everybody, or evidence that everybody sees would be hidden.
 */
export const isMergeable = (
  one: { readonly confidential: boolean },
  other: { readonly confidential: boolean },
): boolean => one.confidential === other.confidential;

/** The origin of a capture. */
export type CaptureOrigin =
  | { readonly method: 'fetch'; readonly url: string }
  | {
      readonly method: 'upload';
      readonly bytes: Uint8Array;
      readonly fileName: string | null;
      /** What a picture says, as somebody typed it; null of any other file. */
      readonly transcript: string | null;
    }
  | {
      readonly method: 'paste';
      /** As pasted; its bytes are stored unchanged. */
      readonly raw: string;
      /** As the desk reads it: see toReadableText. */
      readonly text: string;
    };

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

export type OriginRefusal =
  | { readonly kind: 'nothingGiven' }
  /** A file speaks for itself, unless it is a picture. */
  | { readonly kind: 'textBesideFile' }
  | { readonly kind: 'noTranscript' };

/**
 * Decides where a copy comes from, of what somebody filled in: a file comes before a text, and a text
 * before an address, which is then only noted.
 */
export function decideOrigin({
  url,
  text,
  file,
}: {
  readonly url: string | null;
  readonly text: string;
  readonly file: UploadedFile | null;
}): Result<CaptureOrigin, OriginRefusal> {
  if (file) {
    const isImage = isPicture(file.bytes);
    if (text.trim() && !isImage) return refuse({ kind: 'textBesideFile' });
    if (!text.trim() && isImage) return refuse({ kind: 'noTranscript' });
    const transcript = isImage ? toReadableText(text) : null;
    return accept({ method: 'upload', bytes: file.bytes, fileName: file.name, transcript });
  }
  if (text.trim()) return accept({ method: 'paste', raw: text, text: toReadableText(text) });
  return url ? accept({ method: 'fetch', url }) : refuse({ kind: 'nothingGiven' });
}

/** Whether bytes begin as the pictures do that browsers show. */
export function isPicture(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return (
    head.startsWith('\x89PNG\r\n') ||
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  );
}

/** What the desk takes as one file: 20 MB, which reaches it whole within the limit of a request. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** The sentence for a file that is over the limit. */
export const fileTooLargeInWords = (bytes: number) =>
  `This file is ${sizeInWords(bytes)} long. The desk takes at most ${sizeInWords(MAX_FILE_BYTES)}: upload only the part that you need, or paste the text`;

const LONGEST_FILE_NAME = 200;

/**
 * The name of an uploaded file, to be shown and stored: without its folders, and without characters
 * that are invisible or reverse the text.
 *
 * @returns 'file' if nothing is left
 */
export function toFileName(given: string): string {
  const name = given
    .toWellFormed()
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .trim();
  const shortened = cut(name, LONGEST_FILE_NAME).trim();
  return /^\.*$/.test(shortened) ? 'file' : shortened;
}

/** What a reviewer says of a document, beside its text. */
export type DocumentDetails = {
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly publishedOn: Day | null;
  readonly language: string | null;
};
