/** A line of text on a page, by its lower left, in points. A page is 595 by 842. */
export type PdfText = {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  /** In a font that does not say which letters its characters are. */
  readonly isUnmapped?: boolean;
};

export type PdfOptions = {
  readonly title?: string;
  readonly author?: string;
  /** As PDF writes it: 'D:20250501120000Z'. */
  readonly created?: string;
  /** Encrypted, so that nobody reads it who does not have a password. Nobody has. */
  readonly isLocked?: boolean;
  /** Of the first page, each in the language of PDF: '/Subtype /FreeText /Contents (a)'. */
  readonly annotations?: readonly string[];
};

/** The bytes of a PDF with these pages, in Helvetica: as small as its format allows. */
export function pdfOf(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${infoOf(options)} >>`,
    ...pages.flatMap((lines, i) => {
      const content = lines.map(drawn).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + i * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 ${UNMAPPED} >> >> ${i === 0 ? annotationsOf(options) : ''} >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  const parts: string[] = ['%PDF-1.4\n'];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: string) => {
    parts.push(part);
    length += Buffer.byteLength(part, 'latin1');
  };
  objects.forEach((object, i) => {
    places.push(length);
    add(`${i + 1} 0 obj\n${object}\nendobj\n`);
  });
  const start = length;
  const lock = options.isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`
    : '';
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) add(`${String(place).padStart(10, '0')} 00000 n \n`);
  add(
    `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${lock} >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

const annotationsOf = ({ annotations }: PdfOptions) =>
  annotations
    ? `/Annots [${annotations.map((each) => `<< /Type /Annot ${each} >>`).join(' ')}]`
    : '';

/** Lines one below the other, from the top of a page. */
export const linesFromTop = (
  lines: readonly string[],
  { x = 72, top = 770, leading = 14 }: { x?: number; top?: number; leading?: number } = {},
): PdfText[] => lines.map((text, i) => ({ text, x, y: top - i * leading }));

/** Its characters have names that mean nothing, and nothing else tells what they are. */
const UNMAPPED =
  '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar 3 /Widths [500 500 500] /Encoding << /Type /Encoding /Differences [1 /a1 /a2 /a3] >> /CharProcs << >> >>';

const drawn = ({ text, x = 72, y, size = 11, isUnmapped = false }: PdfText) =>
  `BT /${isUnmapped ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`;

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&');

const infoOf = ({ title, author, created }: PdfOptions) =>
  [
    title && `/Title (${escaped(title)})`,
    author && `/Author (${escaped(author)})`,
    created && `/CreationDate (${created})`,
  ]
    .filter(Boolean)
    .join(' ');
