import { sizeInWords } from '../text';
import type { CaptureType, FetchRefusal, ReadRefusal, Wall } from './capture';
import { MAX_ADDRESS_LENGTH } from './web-address';

/** Why a capture failed: the address, the bytes, or the desk itself. */
export type CaptureRefusal =
  | FetchRefusal
  | ReadRefusal
  /** A picture says nothing that can be found until somebody has typed it. */
  | { readonly kind: 'noTranscript' }
  /** The desk ended while it had the copy in hand, once too often. */
  | { readonly kind: 'interrupted'; readonly times: number }
  /** The desk itself could not: its disk is full, or it has a fault. */
  | { readonly kind: 'fault' };

const TYPES: Record<CaptureType, string> = {
  html: 'web page',
  pdf: 'PDF',
  docx: 'Word document',
  text: 'text',
  markdown: 'Markdown text',
  image: 'picture',
};

/** What happened and what to do, as a sentence. */
export function refusalInWords(refusal: CaptureRefusal): string {
  switch (refusal.kind) {
    case 'notAnAddress':
      return 'This is not a web address: check it, and write it whole, with https://.';
    case 'addressTooLong':
      return `The address, or one that it leads to, has more than ${MAX_ADDRESS_LENGTH.toLocaleString('en')} characters: save the page and upload it.`;
    case 'forbiddenScheme':
      return `The desk fetches only http and https addresses, and this one begins with ${refusal.scheme}.`;
    case 'forbiddenPort':
      return `The desk does not fetch from port ${refusal.port}: only from the web’s own ports, 80 and 443.`;
    case 'credentialsInAddress':
      return 'The address carries a name or a password: take them out, or save the page and upload it.';
    case 'forbiddenHost':
      return `The desk does not fetch from ${refusal.host}: it is on a private network. Upload the document instead.`;
    case 'unknownHost':
      return `There is no ${refusal.host}: check the address for a slip.`;
    case 'unreachable':
      return `The site ${refusal.host} could not be reached (${refusal.reason}): try again later, or upload the document.`;
    case 'tooManyRedirects':
      return `The address sends on more than ${refusal.limit} times: open it in a browser, and give the address where it ends.`;
    case 'tooSlow':
      return `It took longer than ${refusal.seconds} seconds: try again later, or upload the document.`;
    case 'tooLarge':
      return `It is larger than the ${sizeInWords(refusal.bytes)} that the desk takes: upload the part you need.`;
    case 'badEncoding':
      return `The answer is packed in a way the desk cannot open (${refusal.encoding}): save the page and upload it.`;
    case 'httpStatus':
      return statusInWords(refusal.status);
    case 'unknownType':
      return 'This is no kind of file that the desk reads: give a web page, a PDF, a Word document, a text or a picture.';
    case 'unsupportedType':
      return `The desk does not read files of the kind ${refusal.mime}: give a web page, a PDF, a Word document, a text or a picture.`;
    case 'broken':
      return `This ${TYPES[refusal.type]} is damaged and cannot be read: get it again, or paste its text.`;
    case 'passwordProtected':
      return 'The document is locked with a password: save it without one and upload that.';
    case 'noText':
      return `This ${TYPES[refusal.type]} has no text in it, only pictures: type what matters, or paste its text.`;
    case 'tooManyPages':
      return `It has more than the ${refusal.limit.toLocaleString('en')} pages that the desk reads: upload the part you need.`;
    case 'noTranscript':
      return 'This is a picture: type what it says, and the desk keeps both.';
    case 'interrupted':
      return `The desk was stopped ${refusal.times} times while it read this: try again, or upload the document.`;
    case 'fault':
      return 'The desk itself failed at this: try again, and tell whoever runs the desk if it happens twice.';
  }
}

function statusInWords(status: number): string {
  if (status === 404 || status === 410) {
    return `There is no such page any more (the answer was ${status}): check the address, or look for a copy in a web archive.`;
  }
  if (status === 401 || status === 403) {
    return `The site does not show this page to the desk (the answer was ${status}): open it in a browser, save it, and upload it.`;
  }
  if (status === 429) {
    return 'The site wants fewer requests (the answer was 429): try again later.';
  }
  return status >= 500
    ? `The site has a fault of its own (the answer was ${status}): try again later.`
    : `The site answered ${status} and sent no document: check the address in a browser.`;
}

const WALLS: Record<Wall, string> = {
  cookieWall: 'a question about cookies',
  loginWall: 'a request to sign in or subscribe',
  empty: 'next to no text',
  scriptOnly: 'a page that only scripts fill',
};

/** What stood in the way of the text, and what to do, as a sentence. */
export const wallInWords = (wall: Wall): string =>
  `The address gave ${WALLS[wall]} in place of the document: open it in a browser, save the page whole, and upload it, or paste its text.`;

/** After how many tries the desk gives up by itself. */
export const MOST_ATTEMPTS = 3;
const WAIT_MS = [30_000, 5 * 60_000] as const;

/**
 * When to try again by itself.
 *
 * @param attempts  how often it was tried, from 1
 * @returns milliseconds to wait; null where another try would end the same way, or enough were made
 */
export function nextTryIn(refusal: CaptureRefusal, attempts: number): number | null {
  if (!passes(refusal) || attempts >= MOST_ATTEMPTS) return null;
  return WAIT_MS[attempts - 1] ?? null;
}

function passes(refusal: CaptureRefusal): boolean {
  if (refusal.kind === 'httpStatus') return [429, 502, 503, 504].includes(refusal.status);
  return ['unreachable', 'fault'].includes(refusal.kind);
}
