import { parseHTML } from 'linkedom';

/**
 * Parses a page into a tree with a head and a body. Their tags may be left out, in HTML; this parser
 * would take what follows for a part of the head, or for nothing.
 *
 * @see WHATWG HTML, 13.1.2.4, optional tags.
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(html);
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
