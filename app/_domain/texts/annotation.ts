/** A stretch of a text, in UTF-16 code units, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** A stretch that the same marks cover from end to end. */
export type Run<Mark> = Span & { readonly text: string; readonly marks: readonly Mark[] };

// What a reviewer reads in one go; a book is shown a part at a time.
const READ_IN_ONE_GO = 20_000;
/** A card takes about a millisecond to make, in which nobody else is answered. */
const CARDS_IN_ONE_GO = 150;
const SHORTEST_PART = 1000;

/**
 * Cuts a text into parts that a page can show whole: each ends at the end of a paragraph where one is
 * near, at a space where none is, is at most `size` code units long, and shorter where more than 150
 * claims would begin in it.
 *
 * @param starts  where the claims begin, in order
 */
export function toParts(
  text: string,
  starts: readonly number[] = [],
  size = READ_IN_ONE_GO,
): Span[] {
  const parts: Span[] = [];
  let start = 0;
  let claim = 0;
  while (start < text.length) {
    while ((starts[claim] ?? text.length) < start) claim++;
    const full = (starts[claim + CARDS_IN_ONE_GO] ?? text.length) - start;
    const most = Math.min(size, Math.max(SHORTEST_PART, full));
    const end = text.length - start <= most ? text.length : endOfPart(text, start, most);
    parts.push({ start, end });
    start = end;
  }
  return parts.length > 0 ? parts : [{ start: 0, end: 0 }];
}

function endOfPart(text: string, start: number, size: number): number {
  const limit = start + size;
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit - 1);
    if (at > start + size / 2) return at + 1;
  }
  // Never between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit;
}

/** The part that contains this place. The last part contains every place beyond the text. */
export function partAt(parts: readonly Span[], place: number): number {
  const at = parts.findIndex(({ end }) => place < end);
  return at < 0 ? parts.length - 1 : at;
}

/** The lines of a stretch that have something on them. */
export function toParagraphs(text: string, { start, end }: Span): Span[] {
  const paragraphs: Span[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > end ? end : newline;
    if (text.slice(from, to).trim() !== '') paragraphs.push({ start: from, end: to });
    from = to + 1;
  }
  return paragraphs;
}

/**
 * Cuts a paragraph wherever a mark begins or ends, since marks may overlap and elements may not.
 * Takes time linear in the marks and in what it returns.
 *
 * @param marks  in the order of their starts
 */
export function toRuns<Mark extends Span>(
  text: string,
  paragraph: Span,
  marks: readonly Mark[],
): Run<Mark>[] {
  const inside = marks.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const cuts = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, paragraph.start));
    cuts.add(Math.min(end, paragraph.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  let next = 0;
  let open: Mark[] = [];
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] as number;
    open = open.filter((mark) => mark.end > start);
    for (; next < inside.length && (inside[next] as Mark).start <= start; next++) {
      const mark = inside[next] as Mark;
      if (mark.end > start) open.push(mark);
    }
    return { start, end, text: text.slice(start, end), marks: open };
  });
}

/**
 * Hands out the marks that touch each stretch of a text.
 *
 * @param marks  in the order of their starts
 * @returns a function to be asked for one stretch after another, in the order of the text: what lies
 *   behind a stretch is never looked at again, so that a long text takes time linear in its length
 */
export function marksAlong<Mark extends Span>(marks: readonly Mark[]): (span: Span) => Mark[] {
  let next = 0;
  let open: Mark[] = [];
  return ({ start, end }) => {
    open = open.filter((mark) => mark.end > start);
    for (; next < marks.length && (marks[next] as Mark).start < end; next++) {
      const mark = marks[next] as Mark;
      if (mark.end > start) open.push(mark);
    }
    // What was opened for a longer stretch before may begin beyond this one.
    return open.filter((mark) => mark.start < end);
  };
}

/** Marks in the order of their starts, with one of those that stand at the same place. */
export function oneAPlace<Mark extends Span>(marks: readonly Mark[]): Mark[] {
  const places = new Map(marks.map((mark) => [`${mark.start}-${mark.end}`, mark]));
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
