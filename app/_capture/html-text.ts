/** Elements of a page without readable text. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed video audio canvas svg head title button input select textarea datalist map dialog s strike del'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node) => node.nodeType === 3 || node.nodeType === 4;

/**
 * The text of a part of a page, as it stands on the screen: a paragraph for each block, a line for
 * each row of a table with ' | ' between its cells, and for each item of a list. What is struck out
 * is left out, since its author no longer says it.
 */
export function toPageText(root: Node): string {
  const writer = new Writer();
  writeNode(root, writer, false);
  return writer.finish();
}

class Writer {
  readonly #paragraphs: string[] = [];
  #open = '';

  write(text: string): void {
    const joined = text.replace(/[ \t\n\r\f]+/g, ' ');
    const begins = this.#open === '' || /[ \n]$/.test(this.#open);
    this.#open += begins ? joined.replace(/^ /, '') : joined;
  }
  writeAsIs(text: string): void {
    this.#open += text;
  }
  breakLine(): void {
    this.#open = `${this.#open.replace(/ +$/, '')}\n`;
  }
  endParagraph(): void {
    const paragraph = this.#open.replace(/^\n+|[ \n]+$/g, '');
    if (paragraph) this.#paragraphs.push(paragraph);
    this.#open = '';
  }
  finish(): string {
    this.endParagraph();
    return this.#paragraphs.join('\n\n');
  }
}

function writeNode(node: Node, writer: Writer, asIs: boolean): void {
  if (isText(node)) {
    const text = node.textContent ?? '';
    if (asIs) writer.writeAsIs(text);
    else writer.write(text);
    return;
  }
  if (!isElement(node)) {
    // A document or a fragment of one, but no comment.
    if (node.nodeType === 9 || node.nodeType === 11) writeChildren(node, writer, asIs);
    return;
  }
  const name = node.localName;
  if (SKIPPED.has(name) || isHidden(node)) return;
  if (name === 'br') writer.breakLine();
  else if (name === 'hr') writer.endParagraph();
  else if (name === 'sup') writer.write(toSuperscript(node.textContent ?? ''));
  else if (name === 'q') writer.write(`“${insideOf(node)}”`);
  else if (!BLOCKS.has(name)) writeChildren(node, writer, asIs);
  else {
    writer.endParagraph();
    const lines = linesOf(node);
    if (lines) writer.writeAsIs(lines.join('\n'));
    else writeChildren(node, writer, asIs || name === 'pre');
    writer.endParagraph();
  }
}

function writeChildren(node: Node, writer: Writer, asIs: boolean): void {
  for (const child of node.childNodes) writeNode(child, writer, asIs);
}

/** What is inside of an element, to be read without the element itself. */
function fragmentOf(element: Element): Node {
  const fragment = element.ownerDocument.createDocumentFragment();
  for (const child of element.childNodes) fragment.append(child.cloneNode(true));
  return fragment;
}

const insideOf = (element: Element) => toPageText(fragmentOf(element));

/** Tables of figures and lists as lines, one a row or item; null for every other element. */
export function linesOf(element: Element): string[] | null {
  switch (element.localName) {
    case 'table':
      return isLayout(element) ? null : tableLines(element);
    case 'ul':
    case 'ol':
      return listLines(element);
    case 'dl':
      return definitionLines(element);
    default:
      return null;
  }
}

const childrenNamed = (element: Element, ...names: string[]) =>
  [...element.children].filter((child) => names.includes(child.localName));

/** A table that only puts parts of a page beside each other, as pages were once made. */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (table.querySelector('table, h1, h2, article, form')) return true;
  return [...table.querySelectorAll('td')].some(
    (cell) => cell.querySelectorAll('p, ul, ol').length > 2,
  );
}

function tableLines(table: Element): string[] {
  const parts = childrenNamed(table, 'thead', 'tbody', 'tfoot');
  const rows = [table, ...parts].flatMap((part) => childrenNamed(part, 'tr'));
  const captions = childrenNamed(table, 'caption').map(oneLine);
  const lines = rows
    .filter((row) => !isHidden(row))
    .map((row) =>
      childrenNamed(row, 'td', 'th')
        .filter((cell) => !isHidden(cell))
        .map(oneLine),
    )
    .filter((cells) => cells.some(Boolean))
    .map(joinCells);
  return [...captions, ...lines].filter(Boolean);
}

const joinCells = (cells: string[]) => cells.join(' | ').replace(/ {2,}/g, ' ').trim();
const oneLine = (element: Element) => insideOf(element).replace(/\s+/g, ' ').trim();

function listLines(list: Element): string[] {
  const ordered = list.localName === 'ol';
  let n = Number(list.getAttribute('start') ?? 1) || 1;
  return [...list.children].flatMap((item) => {
    if (isHidden(item)) return [];
    const [first, ...rest] = insideOf(item).split(/\n+/);
    if (!first) return [];
    const mark = item.localName !== 'li' ? '' : ordered ? `${n++}. ` : '- ';
    return [`${mark}${first}`, ...rest];
  });
}

function definitionLines(list: Element): string[] {
  const lines: string[][] = [];
  const pairs = [...list.children].flatMap((child) =>
    child.localName === 'div' ? [...child.children] : [child],
  );
  for (const each of pairs) {
    if (isHidden(each)) continue;
    const last = lines.at(-1);
    if (each.localName === 'dd' && last) last.push(oneLine(each));
    else lines.push([oneLine(each)]);
  }
  return lines.filter((cells) => cells.some(Boolean)).map(joinCells);
}

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
