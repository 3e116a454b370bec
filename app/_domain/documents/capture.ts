import type { AddressRefusal } from './web-address';

/** The kind of file of a capture, recognised by its bytes and not by its name. */
const CAPTURE_TYPES = ['html', 'pdf', 'docx', 'sheet', 'text', 'markdown', 'image'] as const;
export type CaptureType = (typeof CAPTURE_TYPES)[number];

/**
 * Why a fetched page does not have the text that a reader would see. Such a capture is flagged,
 * never passed as complete.
 */
export const WALLS = [
  'cookieWall',
  'loginWall',
  'empty',
  'scriptOnly',
  'redirect',
  'notFound',
  'unknownLetters',
] as const;
export type Wall = (typeof WALLS)[number];

/** What the bytes of a capture say, in words, with what they say about themselves. */
export type ReadableDocument = {
  readonly type: CaptureType;
  /** The media type of the bytes as found, 'text/html', whatever the server called them. */
  readonly mime: string;
  /** Readable text, NFC, paragraphs separated by an empty line. Empty for an image. */
  readonly text: string;
  /**
   * The text is what the page gives for machines as its article (schema.org articleBody): it shows only
   * a part of it, or nothing.
   */
  readonly textFrom?: 'pageData';
  /** Where each page of a PDF begins in the text, as offsets in UTF-16 code units, ascending. */
  readonly pages?: readonly number[];
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** A day, '2025-05-01', as the page gives it. */
  readonly publishedOn: string | null;
  /** The day on which the file was made, as the file says: no day of publication. */
  readonly fileDay?: string | null;
  /** BCP 47, 'en'. */
  readonly language: string | null;
  /** The address the page itself names as its own, absolute, http or https. */
  readonly canonicalUrl: string | null;
  readonly wall: Wall | null;
};

/** Why an address could not be fetched. Facts: the words for a person are the interface's. */
export type FetchRefusal =
  | AddressRefusal
  | { readonly kind: 'forbiddenScheme'; readonly scheme: string }
  | { readonly kind: 'forbiddenPort'; readonly port: number }
  | { readonly kind: 'credentialsInAddress' }
  /** The name, or the address it resolved to, is one the desk must not reach. */
  | { readonly kind: 'forbiddenHost'; readonly host: string; readonly address: string | null }
  | { readonly kind: 'unknownHost'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly host: string; readonly reason: string }
  | { readonly kind: 'tooManyRedirects'; readonly limit: number }
  | { readonly kind: 'tooSlow'; readonly seconds: number }
  /** `bytes` is the limit that was passed. */
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'badEncoding'; readonly encoding: string }
  | { readonly kind: 'httpStatus'; readonly status: number };

/** Why bytes could not be read as a document. */
export type ReadRefusal =
  | { readonly kind: 'unknownType' }
  /** A sound file of a kind that the desk does not read, 'application/zip'. */
  | { readonly kind: 'unsupportedType'; readonly mime: string }
  | { readonly kind: 'broken'; readonly type: CaptureType }
  | { readonly kind: 'passwordProtected' }
  /** A document of pictures only: a scan. */
  | { readonly kind: 'noText'; readonly type: CaptureType }
  /** `bytes` is the limit that was passed: of the text, of what was unpacked, or of memory. */
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  | { readonly kind: 'tooManyPages'; readonly limit: number }
  | { readonly kind: 'tooSlow'; readonly seconds: number };
