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
  sheet: 'spreadsheet',
  text: 'text',
  markdown: 'Markdown text',
  image: 'picture',
};

/** One sentence that says what happened and what to do. */
export function captureRefusalInWords(refusal: CaptureRefusal): string {
  switch (refusal.kind) {
    case 'notAnAddress':
      return 'This is not a web address: enter the whole address, with https://.';
    case 'addressTooLong':
      return `The address, or an address that it redirects to, has more than ${MAX_ADDRESS_LENGTH.toLocaleString('en')} characters: save the page and upload it.`;
    case 'forbiddenScheme':
      return `The desk fetches only http and https addresses, but this address begins with ${refusal.scheme}.`;
    case 'forbiddenPort':
      return `The desk does not fetch from port ${refusal.port}: it fetches only from ports 80 and 443.`;
    case 'credentialsInAddress':
      return 'The address contains a name or a password: remove them, or save the page and upload it.';
    case 'forbiddenHost':
      return `The desk does not fetch from ${refusal.host}: it is on a private network. Upload the document instead.`;
    case 'unknownHost':
      return `The desk could not find the site ${refusal.host}: check the address for typing errors.`;
    case 'unreachable':
      return `The desk could not reach the site ${refusal.host} (${refusal.reason}): try again later, or upload the document.`;
    case 'tooManyRedirects':
      return `The address redirects more than ${refusal.limit} times: open it in a browser, and enter the last address.`;
    case 'tooSlow':
      return `The site took longer than ${refusal.seconds} seconds: try again later, or upload the document.`;
    case 'tooLarge':
      return `The document is larger than ${sizeInWords(refusal.bytes)}: upload only the part that you need.`;
    case 'badEncoding':
      return `The desk cannot read the compression of this page (${refusal.encoding}): save the page and upload it.`;
    case 'httpStatus':
      return statusInWords(refusal.status);
    case 'unknownType':
      return 'The desk does not read this kind of file: use a web page, a PDF, a Word document, a spreadsheet, a text or a picture.';
    case 'unsupportedType':
      return `The desk does not read files of the kind ${refusal.mime}: use a web page, a PDF, a Word document, a spreadsheet, a text or a picture.`;
    case 'broken':
      return `This ${TYPES[refusal.type]} is damaged, and the desk cannot read it: download it again, or paste the text.`;
    case 'passwordProtected':
      return 'The document has a password: save a copy without a password, and upload the copy.';
    case 'noText':
      return `This ${TYPES[refusal.type]} has only pictures and no text: paste or type the text.`;
    case 'tooManyPages':
      return `The document has more than ${refusal.limit.toLocaleString('en')} pages: upload only the part that you need.`;
    case 'noTranscript':
      return 'This is a picture: type the words in the picture.';
    case 'interrupted':
      return `The desk was stopped ${refusal.times} times while it read this document: try again, or upload the document.`;
    case 'fault':
      return 'The desk has a fault: try again, and if it happens twice, report it to the person who runs the desk.';
  }
}

function statusInWords(status: number): string {
  if (status === 404 || status === 410) {
    return `The site no longer has this page (HTTP status ${status}): check the address, or look for a copy in a web archive.`;
  }
  if (status === 401 || status === 403) {
    return `The site does not show this page to the desk (HTTP status ${status}): open the page in a browser, save it and upload it.`;
  }
  if (status === 429) {
    return 'The site had too many requests (HTTP status 429): try again later.';
  }
  return status >= 500
    ? `The site has a fault (HTTP status ${status}): try again later.`
    : `The site sent no document (HTTP status ${status}): check the address in a browser.`;
}

const WALLS: Record<Exclude<Wall, 'unknownLetters'>, string> = {
  cookieWall: 'a question about cookies',
  loginWall: 'a request to sign in or subscribe',
  empty: 'almost no text',
  scriptOnly: 'a page that needs JavaScript',
  redirect: 'a page that only leads to another address',
  notFound: 'a page that says that there is no such page',
};

/** One sentence that says which wall hides the text, and what to do. */
export const wallInWords = (wall: Wall): string =>
  wall === 'unknownLetters'
    ? 'This PDF does not say which letters some of its characters are: they stand as � in the text, so compare it with the PDF before you use it, or paste the text.'
    : `The address gave ${WALLS[wall]} instead of the document: open the page in a browser, save it and upload it, or paste the text.`;

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
