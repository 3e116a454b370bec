import { toSuperscript } from './html-text';

/** A piece of text where it stands on a page, in points from the lower left. */
export type PdfPiece = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
};

export type PdfLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** The size of the letters, in points. */
  readonly size: number;
  /** Parts far from each other: a row of a table. */
  readonly isRow: boolean;
};

/** Gaps in parts of the size of the letters. */
const WORD_GAP = 0.15;
const CELL_GAP = 2;

/**
 * Puts the pieces of a page together into lines, in the order of the file: this is the order of
 * reading in nearly all files, also with columns, which places alone do not show.
 */
export function toLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { -readonly [Key in keyof PdfLine]: PdfLine[Key] } | null = null;
  for (const { str, transform, width } of pieces) {
    if (!str.trim()) continue;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
    const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
    const isUpright = Math.abs(b) < Math.abs(a) / 2;
    const gap: number = open ? x - open.right : 0;
    if (!open || !isUpright || Math.abs(y - open.y) > open.size * 0.5 || gap < -open.size) {
      if (open) lines.push(open);
      open = { text: str, left: x, right: x + width, y, size, isRow: false };
      continue;
    }
    const isRaised = size < open.size * 0.85 && y > open.y + open.size * 0.15;
    const isCell = gap > open.size * CELL_GAP;
    const isWord = gap > open.size * WORD_GAP && !/\s$/.test(open.text) && !/^\s/.test(str);
    open.text += `${isCell ? ' | ' : isWord ? ' ' : ''}${isRaised ? toSuperscript(str) : str}`;
    open.isRow ||= isCell;
    open.right = Math.max(open.right, x + width);
    if (size > open.size) Object.assign(open, { size, y });
  }
  if (open) lines.push(open);
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/[\s\uFDD0]+/g, ' ').trim() }))
    .filter((line) => line.text);
}
