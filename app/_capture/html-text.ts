/** Elements of a page without readable text: the reading aids of ruby stand beside the words. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed video audio canvas svg head title button input select textarea datalist map dialog s strike del rt rp'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** A paragraph, list or table of a page, as text. */
export type PageBlock = {
  readonly text: string;
  /** The block element in which the text begins. */
  readonly element: Element | null;
  /** How many of its characters are in links. */
  readonly linked: number;
};

/** Which nodes are left out, beside those without readable text; nothing by default. */
export type LeavesOut = (node: Node) => boolean;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node) => node.nodeType === 3 || node.nodeType === 4;

/**
 * The text of a part of a page, as it stands on the screen: a paragraph for each block, a line for
 * each row of a table with ' | ' between its cells, and for each item of a list. What is struck out
 * is left out, since its author no longer says it.
 */
export const toPageText = (root: Node): string =>
  toPageBlocks(root)
    .map(({ text }) => text)
    .join('\n\n');

/** The same, block by block. */
export function toPageBlocks(root: Node, leavesOut: LeavesOut = () => false): PageBlock[] {
  const writer = new Writer(leavesOut);
  writer.node(root, false);
  return writer.finish();
}

class Writer {
  readonly #leavesOut: LeavesOut;
  readonly #blocks: PageBlock[] = [];
  #open = '';
  #element: Element | null = null;
  #linked = 0;
  #links = 0;

  constructor(leavesOut: LeavesOut) {
    this.#leavesOut = leavesOut;
  }

  node(node: Node, asIs: boolean): void {
    if (isText(node)) {
      if (!this.#leavesOut(node)) this.#add(node.textContent ?? '', asIs);
      return;
    }
    if (!isElement(node)) {
      // A document or a fragment of one, but no comment.
      if (node.nodeType === 9 || node.nodeType === 11) this.children(node, asIs);
      return;
    }
    const name = node.localName;
    if (SKIPPED.has(name) || isHidden(node) || this.#leavesOut(node)) return;
    if (name === 'br') this.#breakLine();
    else if (name === 'hr') this.#end();
    else if (name === 'sup') this.#add(toSuperscript(node.textContent ?? ''), false);
    else if (name === 'q') this.#add(`“${this.#inside(node)}”`, false);
    else if (!BLOCKS.has(name)) this.#inline(node, asIs);
    else this.#block(node, asIs);
  }

  children(node: Node, asIs: boolean): void {
    for (const child of node.childNodes) this.node(child, asIs);
  }

  finish(): PageBlock[] {
    this.#end();
    return this.#blocks;
  }

  #inline(element: Element, asIs: boolean): void {
    const isLink = element.localName === 'a';
    if (isLink) this.#links++;
    this.children(element, asIs);
    if (isLink) this.#links--;
  }

  #block(element: Element, asIs: boolean): void {
    this.#end();
    this.#element = element;
    const lines = this.#lines(element);
    if (lines) {
      this.#open = lines.join('\n');
      this.#linked = linkedLength(element);
    } else this.children(element, asIs || element.localName === 'pre');
    this.#end();
    this.#element = element.parentElement;
  }

  #add(raw: string, asIs: boolean): void {
    const joined = asIs ? raw : raw.replace(/[ \t\n\r\f]+/g, ' ');
    const begins = !asIs && (this.#open === '' || /[ \n]$/.test(this.#open));
    const text = begins ? joined.replace(/^ /, '') : joined;
    this.#open += text;
    if (this.#links > 0) this.#linked += text.trim().length;
  }

  #breakLine(): void {
    this.#open = `${this.#open.replace(/ +$/, '')}\n`;
  }

  #end(): void {
    const text = this.#open.replace(/^\n+|[ \n]+$/g, '');
    if (text) this.#blocks.push({ text, element: this.#element, linked: this.#linked });
    this.#open = '';
    this.#linked = 0;
  }

  /** The text inside of an element, read by itself. */
  #inside(element: Element): string {
    const writer = new Writer(this.#leavesOut);
    writer.children(element, false);
    return writer
      .finish()
      .map(({ text }) => text)
      .join('\n\n');
  }

  /** Tables of figures and lists as lines, one a row or item; null for every other element. */
  #lines(element: Element): string[] | null {
    switch (element.localName) {
      case 'table':
        return isLayout(element) ? null : this.#tableLines(element);
      case 'ul':
      case 'ol':
        return this.#listLines(element);
      case 'dl':
        return this.#definitionLines(element);
      default:
        return null;
    }
  }

  #shown = (element: Element) => !isHidden(element) && !this.#leavesOut(element);
  #oneLine = (element: Element) => this.#inside(element).replace(/\s+/g, ' ').trim();

  #tableLines(table: Element): string[] {
    const parts = childrenNamed(table, 'thead', 'tbody', 'tfoot');
    const rows = [table, ...parts].flatMap((part) => childrenNamed(part, 'tr'));
    const captions = childrenNamed(table, 'caption').map(this.#oneLine);
    const lines = rows
      .filter(this.#shown)
      .map((row) => childrenNamed(row, 'td', 'th').filter(this.#shown).map(this.#oneLine))
      .filter((cells) => cells.some(Boolean))
      .map(joinCells);
    return [...captions, ...lines].filter(Boolean);
  }

  #listLines(list: Element): string[] {
    const ordered = list.localName === 'ol';
    let n = Number(list.getAttribute('start') ?? 1) || 1;
    return [...list.children].filter(this.#shown).flatMap((item) => {
      const [first, ...rest] = this.#inside(item).split(/\n+/);
      if (!first) return [];
      const mark = item.localName !== 'li' ? '' : ordered ? `${n++}. ` : '- ';
      return [`${mark}${first}`, ...rest];
    });
  }

  #definitionLines(list: Element): string[] {
    const lines: string[][] = [];
    const pairs = [...list.children].flatMap((child) =>
      child.localName === 'div' ? [...child.children] : [child],
    );
    for (const each of pairs.filter(this.#shown)) {
      const last = lines.at(-1);
      if (each.localName === 'dd' && last) last.push(this.#oneLine(each));
      else lines.push([this.#oneLine(each)]);
    }
    return lines.filter((cells) => cells.some(Boolean)).map(joinCells);
  }
}

const childrenNamed = (element: Element, ...names: string[]) =>
  [...element.children].filter((child) => names.includes(child.localName));

/** How many characters of an element are in links. */
export const linkedLength = (element: Element): number =>
  [...element.querySelectorAll('a')].reduce(
    (sum, link) => sum + (link.textContent?.trim().length ?? 0),
    0,
  );

/** A table that only puts parts of a page beside each other, as pages were once made. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table, h1, h2, article, form')) return true;
  return [...table.querySelectorAll('td')].some(
    (cell) => cell.querySelectorAll('p, ul, ol').length > 2,
  );
}

const joinCells = (cells: string[]) => cells.join(' | ').replace(/ {2,}/g, ' ').trim();

export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

const RAISED = new Map([...'0123456789+-−()n'].map((each, i) => [each, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ'[i]]));

/**
 * Raised digits stay raised, or 10 to the 6th would read as 106. Other marks, '[3]' and 'th', stand
 * as they are.
 */
export function toSuperscript(text: string): string {
  const trimmed = text.trim();
  const raised = [...trimmed].map((each) => RAISED.get(each));
  return /\d/.test(trimmed) && raised.every(Boolean) ? raised.join('') : text;
}
