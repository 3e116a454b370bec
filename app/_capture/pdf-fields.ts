import type { PdfLine } from './pdf-lines';

/** What pdf.js says of a field of a form or of a text box: any of it may be missing or odd. */
type Annotation = {
  readonly subtype?: unknown;
  readonly fieldType?: unknown;
  readonly fieldValue?: unknown;
  readonly password?: unknown;
  readonly hidden?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly rect?: unknown;
};

/**
 * Puts what people typed into a page, in fields of its form and in boxes on it, among its lines: beside
 * the line that stands before it at the same height, as the cell of a row; or else below all, from the top.
 *
 * @see ISO 32000-1, 12.5.6.6 (free text) and 12.7.4 (fields)
 */
export function withFields(lines: readonly PdfLine[], annotations: readonly unknown[]): PdfLine[] {
  const whole = [...lines];
  const rest: PdfLine[] = [];
  for (const { texts, left, right, bottom, top } of (annotations as Annotation[]).flatMap(
    toTyped,
  )) {
    const [first = ''] = texts;
    const height = (top - bottom) / texts.length;
    const at = whole.findLastIndex(
      (line) => line.y > bottom - line.size / 2 && line.y < top && line.right <= left + line.size,
    );
    const beside = whole[at];
    if (beside && texts.length === 1) {
      const text = `${beside.text} | ${first}`;
      whole[at] = { ...beside, text, right, isRow: true };
      continue;
    }
    texts.forEach((text, i) => {
      const y = top - height * (i + 1);
      rest.push({ text, left, right, y, size: Math.min(height, 12) || 10, isRow: false });
    });
  }
  return [...whole, ...rest.sort((a, b) => b.y - a.y)];
}

type Typed = {
  readonly texts: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
};

function toTyped(annotation: Annotation): Typed[] {
  const { subtype, fieldType, fieldValue, password, hidden, contentsObj, rect } = annotation;
  if (hidden || password || !Array.isArray(rect) || !rect.every(Number.isFinite)) return [];
  const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const value = isField ? fieldValue : subtype === 'FreeText' ? contentsObj?.str : null;
  const texts = (Array.isArray(value) ? value : [value])
    .filter((each): each is string => typeof each === 'string')
    .flatMap((each) => each.split(/\r\n?|\n/))
    .map((each) => each.replace(/[\s\uFDD0]+/g, ' ').trim())
    .filter(Boolean);
  const [left = 0, bottom = 0, right = 0, top = 0] = rect as number[];
  return texts.length > 0 ? [{ texts, left, right, bottom, top }] : [];
}
