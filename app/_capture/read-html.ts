import { Readability } from '@mozilla/readability';
import type { ReadableDocument } from '#domain/documents/capture';
import { aboutPage } from './html-about';
import { isHidden, linesOf, toPageText } from './html-text';
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
  const text = toCaptureText(withHeadline(page, mainText(page, html)));
  return { type: 'html', mime: 'text/html', text, ...about.fields, wall: wall(text) };
}

/** So short a text was not the article. */
const TOO_LITTLE = 250;

/**
 * The article, without its surroundings. Readability finds it, and is not believed when it found
 * next to nothing, or lost figures that the page marks as its main part: a source with a little too
 * much in it can be quoted, and one whose table is gone cannot.
 */
function mainText(page: Document, html: string): string {
  const [found, ...others] = page.querySelectorAll('article, main, [role=main]');
  const isMarked = found && others.every((other) => found.contains(other));
  const whole = toPageText(withoutSurroundings(isMarked ? found : page.body));
  const article = articleText(html);
  if (article.length < TOO_LITTLE) return whole.length > article.length ? whole : article;
  if (isMarked && (article.length < whole.length / 2 || losesFigures(whole, article))) return whole;
  return article;
}

function articleText(html: string): string {
  const page = parsePage(html);
  keepLines(page);
  const read = new Readability<Element>(page as Document, {
    serializer: (node) => node as Element,
    disableJSONLD: true,
    charThreshold: TOO_LITTLE,
  }).parse();
  return read?.content ? toPageText(read.content) : '';
}

/**
 * Readability drops tables and lists with little prose in them, which is where figures stand. As
 * lines of a paragraph they stay, unless they are of links, and so a menu.
 */
function keepLines(page: Document): void {
  for (const element of page.querySelectorAll('table, ul, ol, dl')) {
    if (!element.parentNode || element.closest('nav, footer, header, aside')) continue;
    if (element.localName !== 'table' && linkShare(element) > 0.4) continue;
    const lines = linesOf(element);
    if (!lines || lines.length === 0) continue;
    const paragraph = page.createElement('p');
    lines.forEach((line, i) => {
      if (i > 0) paragraph.append(page.createElement('br'));
      paragraph.append(line);
    });
    element.replaceWith(paragraph);
  }
}

function linkShare(element: Element): number {
  const whole = element.textContent?.trim().length ?? 0;
  const linked = [...element.querySelectorAll('a')].reduce(
    (sum, link) => sum + (link.textContent?.trim().length ?? 0),
    0,
  );
  return whole === 0 ? 1 : linked / whole;
}

const FIGURE = /\d[\d.,]*/g;

function losesFigures(whole: string, article: string): boolean {
  const figures = new Set(whole.match(FIGURE) ?? []);
  const figuresFound = new Set(article.match(FIGURE) ?? []);
  const lost = [...figures].filter((figure) => !figuresFound.has(figure)).length;
  return lost > figures.size / 5;
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
