import type { ReadableDocument } from '#domain/documents/capture';
import { aboutPage } from './html-about';
import { articleBlocks } from './html-article';
import { isHidden, toPageText } from './html-text';
import { toWall } from './html-wall';
import { parsePage } from './parse-page';
import { decodeText, findMetaCharset } from './read-charset';
import type { ReadHints } from './read-type';
import { toCaptureText } from './readable-text';

/**
 * Reads a page. Nothing in it is run and nothing it names is loaded: it is a tree of nodes, and text
 * comes out.
 */
export function readHtml(bytes: Uint8Array, hints: ReadHints): ReadableDocument {
  const { text: html } = decodeText(bytes, {
    declared: hints.declaredType,
    meta: findMetaCharset(bytes),
  });
  const page = parsePage(html);
  const about = aboutPage(page, hints.address ?? null);
  const wall = toWall(page, { html, address: hints.address ?? null, about });
  const shown = toCaptureText(withHeadline(page, mainText(page, html)));
  const given = about.body === null ? '' : bodyText(about.body);
  const isGiven = isTextBy(given, shown);
  const text = isGiven ? toCaptureText(withHeadline(page, given)) : shown;
  return {
    type: 'html',
    mime: 'text/html',
    text,
    ...(isGiven && { textFrom: 'pageData' }),
    ...about.fields,
    wall: wall(text),
  };
}

/** So short a text was not the article. */
const TOO_LITTLE = 250;

/** The text of an article as it is given for machines: some write it with its tags. */
const bodyText = (body: string): string =>
  toCaptureText(/<(?:p|br|div)\b/i.test(body) ? toPageText(parsePage(body).body) : body);

/**
 * Whether a page shows only the beginning of the article, or none, and gives all of it for machines. If
 * it shows something, this is the same article: half of its runs of four words are in the other.
 */
function isTextBy(given: string, shown: string): boolean {
  if (given.length < TOO_LITTLE || shown.length > given.length / 2) return false;
  if (shown.length < TOO_LITTLE) return true;
  const runs = runsOf(shown);
  const all = new Set(runsOf(given));
  return runs.filter((run) => all.has(run)).length > runs.length / 2;
}

/** The runs of four words of a text. */
function runsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
}

/**
 * The article, without its surroundings. Where there is hardly one, it is all of what the page marks as
 * its main part, or of the page: a source with a little too much in it can be quoted, and one without
 * its text cannot.
 */
function mainText(page: Document, html: string): string {
  const article = articleBlocks(page, parsePage(html))
    .map(({ text }) => text)
    .join('\n\n');
  if (article.length >= TOO_LITTLE) return article;
  const [found, ...others] = page.querySelectorAll('article, main, [role=main]');
  const isMarked = found && others.every((other) => found.contains(other));
  const whole = toPageText(withoutSurroundings(isMarked ? found : page.body));
  return whole.length > article.length ? whole : article;
}

const SURROUNDINGS =
  'nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog], [aria-modal=true]';
/** Banners that ask for consent, by how the common ones are named. */
const CONSENT =
  /\b(?:cookie|consent|gdpr|cmp|onetrust|didomi|qc-cmp2|usercentrics|cybotcookiebot)(?:[-_]?(?:banner|bar|notice|popup|modal|dialog|wall|container|overlay|message|consent|law|sdk|ui|root|box|manager))+/i;

/** What is read is not changed: this is a copy. */
export function withoutSurroundings(root: Element): Element {
  const copy = root.cloneNode(true) as Element;
  const isInside = root.localName !== 'body';
  for (const each of copy.querySelectorAll(SURROUNDINGS)) each.remove();
  if (!isInside) {
    for (const each of copy.querySelectorAll('header')) {
      if (!each.closest('article, main')) each.remove();
    }
  }
  for (const each of copy.querySelectorAll('div, section, form')) {
    const names = `${each.id ?? ''} ${each.getAttribute('class') ?? ''}`;
    if (isHidden(each) || CONSENT.test(names)) each.remove();
  }
  return copy;
}

/** The headline is of the text too: its words can be quoted. */
function withHeadline(page: Document, text: string): string {
  const headlines = [...page.querySelectorAll('h1')].filter((each) => !isHidden(each));
  const [headline] = headlines.map((each) => toPageText(each).replace(/\s+/g, ' '));
  if (headlines.length !== 1 || !headline || !text || text.includes(headline)) return text;
  return `${headline}\n\n${text}`;
}
