import type { ReadClaim, ReadFigure, Reading } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { extract } from '#engine/extract';
import { isProperNoun, TAGS } from '#engine/tags/tag';
import { tagsOf } from '#engine/tags/tagger';
import { tokenize } from '#engine/tokens/tokens';
import type { TraceEntry } from '#engine/tokens/trace';
import type { InputDocument } from './extract';

/** Tokens with their tags, the rules that fired with what each gave, and what was found, as lines. */
export function explain({ text, ...options }: Omit<InputDocument, 'id'>): string {
  const entries: TraceEntry[] = [];
  const reading = extract(text, { ...options, trace: (entry) => entries.push(entry) });
  const sections = reading.sentences.map((sentence) => {
    const here = inside(sentence);
    return [
      `# ${text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`,
      ...section('Tokens', columns(tokenRows(text, sentence, reading))),
      ...section('Rules', columns(entries.filter(here).map((each) => entryRow(text, each)))),
      ...section('Figures', reading.quantities.filter(here).map(sayFigure)),
      ...section(
        'Dates',
        reading.dates
          .filter(here)
          .map(({ surface, value, unresolved }) => `${surface}: ${value ?? unresolved}`),
      ),
      ...section('Claims', reading.claims.filter(here).flatMap(sayClaim)),
    ].join('\n');
  });
  return sections.join('\n\n');
}

const inside =
  (outer: Span) =>
  ({ start, end }: Span): boolean =>
    start >= outer.start && end <= outer.end;

const section = (name: string, lines: readonly string[]): string[] => [
  `${name}:${lines.length ? '' : ' none'}`,
  ...lines.map((line) => `  ${line}`),
];

/** The word, its tag, and which number, unit, date or name it is part of. */
function tokenRows(text: string, sentence: Span, { quantities, dates }: Reading): string[][] {
  const tokens = tokenize(text, sentence);
  const tags = tagsOf(tokens);
  return tokens.map((token, at) => {
    const holds = (span: Span) => inside(span)(token);
    const figure = quantities.find(holds);
    const date = dates.find(holds);
    const parts = [
      figure ? `number ${sizeOf(figure)}` : '',
      figure?.unit ? `unit ${figure.unit}` : '',
      date ? `date ${date.value ?? 'not known'}` : '',
      isProperNoun(tags[at]) ? 'name' : '',
    ];
    return [token.text, TAGS[tags[at] ?? 0] ?? '', parts.filter(Boolean).join(', ')];
  });
}

const sizeOf = ({ value, low, high }: ReadFigure): string => value ?? `${low} to ${high}`;

const entryRow = (text: string, { stage, rule, gave, start, end }: TraceEntry): string[] => [
  stage,
  rule,
  `“${shortened(text.slice(start, end))}”`,
  `→ ${gave}`,
];

const LONGEST_WORDS = 48;
const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
};

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, at) => Math.max(cell.length, widest[at] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

const sayFigure = (figure: ReadFigure): string =>
  `${figure.surface}: ${[
    `${figure.qualifier} ${sizeOf(figure)}`,
    figure.unit && `unit ${figure.unit}`,
    figure.change !== 'equal' && `change ${figure.change}`,
    figure.measure && `measure “${figure.measure}”`,
  ]
    .filter(Boolean)
    .join(', ')}`;

function sayClaim(claim: ReadClaim): string[] {
  const { text, kind, claimant, saidOn, eventOn, checkWorthiness, reasons } = claim;
  const about = [
    kind,
    claimant ? `said by ${claimant.name}` : 'said by the article',
    saidOn && `said on ${saidOn.value ?? saidOn.surface}`,
    eventOn && `of ${eventOn.value ?? eventOn.surface}`,
    `worth checking ${checkWorthiness.toFixed(2)}`,
    ...reasons,
  ];
  return [text, `  ${about.filter(Boolean).join('; ')}`];
}
