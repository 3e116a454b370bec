import { claimCode } from '../claims/claim';
import { type Comparison, RESULT_WORDS } from '../comparison/result';
import { OPERATION_WORDS, type Operation } from '../derived/operation';
import type { Directness, Stance } from '../evidence/stance';
import { parseDecimal } from '../numbers/decimal';
import { toDecimals } from '../numbers/number-text';
import type { CsvCell } from './csv';

/** One comparison as the report has it. */
export type ComparisonReport = {
  readonly number: number;
  readonly claim: string;
  readonly figure: ReportedFigure;
  readonly found: ReportedFigure;
  readonly comparison: Comparison;
  /** The calculation of which `found` is the result; the source is that of its first figure. */
  readonly derived: {
    readonly operation: Operation;
    readonly working: string;
    readonly operands: readonly { readonly surface: string; readonly sourceTitle: string }[];
  } | null;
  readonly quote: string;
  readonly stance: Stance;
  readonly directness: Directness;
  readonly sourceTitle: string;
  readonly sourceUrl: string | null;
  readonly publisher: string | null;
  /** Sources with the same origin are not independent of each other: see toOrigin. */
  readonly origin: string;
  readonly captureSha256: string | null;
  readonly comparedBy: string;
  readonly comparedAt: string;
};

type ReportedFigure = {
  readonly surface: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly measure: string | null;
  readonly asOf: string | null;
};

type Column = {
  readonly name: string;
  readonly cell: (row: ComparisonReport, desk: { readonly origin: string }) => CsvCell;
};

/** The columns of comparisons.csv, in their order. New ones go to the end. */
export const COMPARISON_COLUMNS: readonly Column[] = [
  { name: 'claim id', cell: ({ number }) => claimCode(number) },
  { name: 'claim url', cell: ({ number }, { origin }) => `${origin}/claims/${claimCode(number)}` },
  { name: 'claim', cell: ({ claim }) => claim },
  { name: 'figure as written', cell: ({ figure }) => ({ asWritten: figure.surface }) },
  { name: 'value', cell: ({ figure }) => decimal(figure.value) },
  { name: 'unit', cell: ({ figure }) => figure.unit },
  { name: 'measure', cell: ({ figure }) => figure.measure },
  { name: 'as of', cell: ({ figure }) => figure.asOf },
  { name: 'source figure as written', cell: ({ found }) => ({ asWritten: found.surface }) },
  { name: 'source value', cell: ({ found }) => decimal(found.value) },
  { name: 'source unit', cell: ({ found }) => found.unit },
  { name: 'source measure', cell: ({ found }) => found.measure },
  { name: 'source as of', cell: ({ found }) => found.asOf },
  { name: 'comparison', cell: ({ comparison }) => RESULT_WORDS[comparison.result] },
  { name: 'ratio', cell: ({ comparison }) => ratioCell(comparison) },
  { name: 'difference %', cell: ({ comparison }) => percentCell(comparison) },
  { name: 'difference', cell: ({ comparison }) => decimal(comparison.difference?.value) },
  { name: 'difference unit', cell: ({ comparison }) => comparison.difference?.unit ?? null },
  { name: 'at least', cell: ({ comparison }) => (comparison.isAtLeast ? 'yes' : null) },
  {
    name: 'slips',
    cell: ({ comparison }) => comparison.slips.map(({ words }) => words).join('; ') || null,
  },
  { name: 'sentence', cell: ({ comparison }) => comparison.sentence },
  { name: 'base unit', cell: ({ comparison }) => comparison.article?.unit ?? null },
  { name: 'base low', cell: ({ comparison }) => decimal(comparison.article?.low) },
  { name: 'base high', cell: ({ comparison }) => decimal(comparison.article?.high) },
  { name: 'source base low', cell: ({ comparison }) => decimal(comparison.source?.low) },
  { name: 'source base high', cell: ({ comparison }) => decimal(comparison.source?.high) },
  { name: 'quote', cell: ({ quote }) => quote },
  { name: 'stance', cell: ({ stance }) => stance },
  { name: 'directness', cell: ({ directness }) => directness },
  { name: 'source title', cell: ({ sourceTitle }) => sourceTitle },
  { name: 'source url', cell: ({ sourceUrl }) => sourceUrl },
  { name: 'publisher', cell: ({ publisher }) => publisher },
  { name: 'origin', cell: ({ origin }) => origin },
  { name: 'source SHA-256', cell: ({ captureSha256 }) => captureSha256 },
  { name: 'compared by', cell: ({ comparedBy }) => comparedBy },
  { name: 'compared at', cell: ({ comparedAt }) => comparedAt },
  { name: 'calculation', cell: ({ derived }) => derived && OPERATION_WORDS[derived.operation] },
  { name: 'working', cell: ({ derived }) => derived?.working ?? null },
  {
    name: 'calculated from',
    cell: ({ derived }) =>
      derived?.operands
        .map(({ surface, sourceTitle }) => `${surface} (${sourceTitle})`)
        .join('; ') ?? null,
  },
];

const decimal = (text: string | null | undefined): CsvCell =>
  text === null || text === undefined ? null : { decimal: text };

const RATIO_DECIMALS = 6;
const PERCENT_DECIMALS = 2;

/** Article ÷ source, to six decimals. */
export const ratioCell = ({ ratio }: Pick<Comparison, 'ratio'>): CsvCell =>
  rounded(ratio, RATIO_DECIMALS);

/** How far the article is from the source, in per cent of the source, to two decimals. */
export const percentCell = ({ differencePercent }: Pick<Comparison, 'differencePercent'>) =>
  rounded(differencePercent, PERCENT_DECIMALS);

function rounded(text: string | null, decimals: number): CsvCell {
  const exact = text === null ? null : parseDecimal(text);
  return exact && { decimal: toDecimals(exact, decimals) };
}
