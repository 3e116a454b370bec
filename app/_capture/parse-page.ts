import { parseHTML } from 'linkedom';

/**
 * Parses a page into a tree with a head and a body. Their tags may be left out, in HTML; this parser
 * would take what follows for a part of the head, or for nothing.
 *
 * @see WHATWG HTML, 13.1.2.4, optional tags.
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(withoutDepths(html));
  if (document.documentElement?.localName !== 'html') {
    return parsePage(`<html><body>${html}</body></html>`);
  }
  const root = document.documentElement;
  const body = document.createElement('body');
  for (const child of [...root.childNodes]) {
    if (isNamed(child, 'head')) moveFromHead(child, body);
    else moveInto(body, child);
  }
  if (![...root.childNodes].some((child) => isNamed(child, 'head'))) {
    root.append(document.createElement('head'));
  }
  root.append(body);
  return document;
}

/** Browsers stop at 512; the time that finding an article takes grows with the cube. */
const DEEPEST = 160;
/** Elements without an end, and those that end by themselves when the next one begins. */
const NOT_NESTED = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rt rp'.split(
    ' ',
  ),
);
const TAG = /<(\/?)([a-z][^\s/<>]{0,40})[^<>]*>/gi;
const UNREAD = /^(?:script|style|textarea|title|noscript|template)$/;

/** The page without the tags that stand deeper than this; what is in them stays. */
function withoutDepths(html: string): string {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let unread = '';
  for (const { 0: tag, 1: slash, 2: raw = '', index } of html.matchAll(TAG)) {
    const name = raw.toLowerCase();
    if (unread) {
      if (slash && name === unread) unread = '';
      continue;
    }
    if (!slash && UNREAD.test(name)) unread = name;
    if (UNREAD.test(name) || NOT_NESTED.has(name) || tag.endsWith('/>')) continue;
    if (depth > DEEPEST || (depth === DEEPEST && !slash)) {
      parts.push(html.slice(from, index));
      from = index + tag.length;
    }
    depth = Math.max(0, depth + (slash ? -1 : 1));
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(from);
}

const isNamed = (node: Node, name: string): node is Element =>
  node.nodeType === 1 && (node as Element).localName === name;

const OF_HEAD = new Set([
  'title',
  'meta',
  'link',
  'script',
  'style',
  'base',
  'noscript',
  'template',
]);

/** The head ends with the first thing that is none of its own. */
function moveFromHead(head: Element, body: Element): void {
  let isOver = false;
  for (const child of [...head.childNodes]) {
    isOver ||=
      child.nodeType === 1
        ? !OF_HEAD.has((child as Element).localName)
        : child.nodeType === 3 && Boolean(child.textContent?.trim());
    if (isOver) moveInto(body, child);
  }
}

function moveInto(body: Element, child: Node): void {
  if (!isNamed(child, 'body')) {
    body.append(child);
    return;
  }
  for (const each of [...child.childNodes]) body.append(each);
  child.remove();
}
