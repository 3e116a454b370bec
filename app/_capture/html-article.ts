import { Readability } from '@mozilla/readability';
import { isNamedAround, isProse, withoutBoilerplate } from './html-boilerplate';
import { isHidden, isLayout, linkedLength, type PageBlock, toPageBlocks } from './html-text';

/**
 * The article of a page, block by block. Readability finds it; the text is then written from the page
 * itself, so that tables, lists and sub-headings that stand inside of the article and that Readability
 * left out come back, and what stands around an article and that it took along goes.
 *
 * @param page  not changed
 * @param copy  the same page, parsed once more; it is used up
 */
export function articleBlocks(page: Document, copy: Document): PageBlock[] {
  const texts = textsOf(page.body);
  const found = chosenByReadability(texts, copy);
  const root = commonAncestor(found);
  if (!root) return [];
  const around = new Set<Node>();
  const keep = (text: Node): void => {
    found.add(text);
    for (let up = text.parentNode; up && !around.has(up); up = up.parentNode) around.add(up);
  };
  for (const text of [...found]) keep(text);
  const read = () => withoutBoilerplate(toPageBlocks(root, allBut(found, around)), root);

  const inside = commonAncestor(
    read()
      .filter(isProse)
      .flatMap(({ element }) => element ?? []),
  );
  const giveBack = (element: Element): void => {
    if (!around.has(element)) {
      if (isHidden(element) || isNamedAround(element, false)) return;
      if (isWorthGivingBack(element)) {
        for (const text of textsOf(element)) keep(text);
        return;
      }
    }
    for (const child of [...element.children]) giveBack(child);
  };
  if (inside) giveBack(inside);
  return [...leadBlocks(page, texts, found), ...read()];
}

/** Leaves out every text but these. An element without text, such as an empty cell, stays. */
const allBut =
  (texts: ReadonlySet<Node>, around: ReadonlySet<Node>) =>
  (node: Node): boolean =>
    !(node.nodeType === 1 ? around : texts).has(node) && Boolean(node.textContent?.trim());

const LEAD =
  /(?:^|[\s_-])(?:stand-?first|summary|lead|lede|intro(?:duction)?|dek|deck|sub-?(?:title|head(?:line)?)|teaser|excerpt|description|strap-?line|abstract|article-?lead)(?=$|[\s_-])/i;

/**
 * The standfirst: sentences between the headline and the first words that Readability chose; without a
 * headline only what is called one.
 */
function leadBlocks(page: Document, texts: readonly Node[], found: ReadonlySet<Node>): PageBlock[] {
  const headlines = [...page.querySelectorAll('h1')].filter((each) => !isHidden(each));
  const headline = headlines.length === 1 ? headlines[0] : null;
  const end = texts.findIndex((text) => found.has(text));
  const start = texts.findLastIndex((text) => headline?.contains(text)) + 1;
  const between = new Set<Node>(texts.slice(start, end));
  if (between.size === 0 || between.size > MOST_BETWEEN) return [];
  const around = new Set<Node>();
  for (const text of between) {
    for (let up = text.parentNode; up && !around.has(up); up = up.parentNode) around.add(up);
  }
  return withoutBoilerplate(toPageBlocks(page.body, allBut(between, around)), page.body)
    .filter(({ text, element, linked }) => {
      const isCalledLead = [
        element,
        element?.parentElement,
        element?.parentElement?.parentElement,
      ].some((each) => each && LEAD.test(`${each.id ?? ''} ${each.getAttribute('class') ?? ''}`));
      const isSentence = /[.!?…]["”’»)]*$/.test(text) && text.length >= 25 && text.length < 700;
      return (
        isSentence && linked < text.length / 3 && (isCalledLead || isBeside(element, headline))
      );
    })
    .slice(0, 2);
}

/** In the same header as the headline, or right beside it. */
const isBeside = (element: Element | null, headline: Element | null | undefined): boolean =>
  Boolean(
    headline &&
      element &&
      (headline.closest('header, hgroup') ?? headline.parentElement)?.contains(element),
  );

/** With more texts before the article it is not its lead that stands there. */
const MOST_BETWEEN = 60;

const NO_TEXT = /^(?:script|style|noscript|template|textarea|title|option|svg)$/;

/** The texts of an element that are more than spaces, in their order. */
function textsOf(element: Element): Text[] {
  const texts: Text[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3 && node.textContent?.trim()) texts.push(node as Text);
    if (node.nodeType !== 1 || NO_TEXT.test((node as Element).localName)) return;
    for (const child of node.childNodes) walk(child);
  };
  walk(element);
  return texts;
}

/** Which texts of the page Readability chose: it may put other elements around them. */
function chosenByReadability(originals: readonly Node[], copy: Document): Set<Node> {
  for (const [i, text] of textsOf(copy.body).entries()) {
    const mark = copy.createElement('span');
    mark.setAttribute(`at-${i}`, '');
    text.replaceWith(mark);
    mark.append(text);
  }
  const read = new Readability<Element>(copy, {
    serializer: (node) => node as Element,
    disableJSONLD: true,
  }).parse();
  const chosen = new Set<Node>();
  // It copies attributes from one element to another: an element may have the marks of several.
  for (const each of read?.content?.querySelectorAll('span') ?? []) {
    for (const name of each.getAttributeNames()) {
      const original = name.startsWith('at-') ? originals[Number(name.slice(3))] : undefined;
      if (original) chosen.add(original);
    }
  }
  return chosen;
}

/** The lowest element that contains all nodes. */
function commonAncestor(nodes: Iterable<Node>): Element | null {
  let common: Element[] | null = null;
  for (const node of nodes) {
    const path: Element[] = [];
    for (let up = node.parentElement; up; up = up.parentElement) path.unshift(up);
    const end: number = common ? common.findIndex((each, i) => each !== path[i]) : -1;
    common = common ? (end < 0 ? common : common.slice(0, end)) : path;
  }
  return common?.at(-1) ?? null;
}

/** A table, list or sub-heading that is text, and no menu. */
function isWorthGivingBack(element: Element): boolean {
  const name = element.localName;
  const length = element.textContent?.trim().length ?? 0;
  if (length === 0 || linkedLength(element) > length * 0.4) return false;
  if (name === 'table') return !isLayout(element);
  return /^(?:ul|ol|dl|pre|blockquote|h[2-6])$/.test(name);
}
