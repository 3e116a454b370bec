import type { ClaimStatus } from '../claims/claim';
import { claimCode } from '../claims/claim';
import type { ClaimKind } from '../claims/kind';
import { type Comparison, RESULT_WORDS } from '../comparison/result';
import { besideArticle, countOrigins } from '../evidence/independence';
import type { Directness, Stance } from '../evidence/stance';
import { QUALIFIER_WORDS, type Qualifier, toBaseValue } from '../figures/figure';
import { percentCell, ratioCell } from './comparison-columns';
import type { CsvCell } from './csv';
import { findInWords, type ReportedFind } from './evidence-columns';

/** One claim as the report has it; null where the desk has nothing. */
export type ClaimReport = {
  readonly number: number;
  readonly status: ClaimStatus;
  readonly articleTitle: string;
  readonly articleUrl: string | null;
  readonly capturedAt: string | null;
  readonly quote: string | null;
  readonly text: string;
  readonly claimant: string | null;
  readonly saidOn: string | null;
  readonly kind: ClaimKind;
  readonly priority: string;
  readonly assignee: string | null;
  readonly updatedAt: string;
  readonly figures: number;
  readonly figure: {
    readonly surface: string;
    readonly qualifier: Qualifier;
    readonly value: string | null;
    readonly low: string | null;
    readonly high: string | null;
    readonly unit: string | null;
    readonly baseLow: string | null;
    readonly baseHigh: string | null;
    readonly baseUnit: string | null;
    readonly measure: string | null;
    readonly asOf: string | null;
  } | null;
  /** How the leading figure stands to that of its best source. */
  readonly comparison: Pick<Comparison, 'result' | 'ratio' | 'differencePercent'> | null;
  readonly verdict: {
    readonly label: string;
    readonly value: number | null;
    readonly averitecLabel: string;
    readonly reasons: readonly string[];
    readonly correctedText: string | null;
    readonly explanation: string;
    readonly decidedBy: string;
    /** The people who approved this version, and the times. */
    readonly approvedBy: string | null;
    readonly approvedAt: string | null;
  } | null;
  /** The public notes of replaced or withdrawn versions. */
  readonly corrections: readonly {
    readonly kind: string;
    readonly on: string;
    readonly note: string;
  }[];
  /** The gates that were passed with a reason. */
  readonly waivers: readonly { readonly gate: string; readonly reason: string }[];
  readonly evidence: readonly (ReportedFind & {
    readonly stance: Stance;
    readonly directness: Directness;
    readonly quote: string;
    readonly sourceId: string;
    /** See toOrigin. */
    readonly origin: string;
    /** Whether its source is the article itself, or repeats it. */
    readonly isOfArticle: boolean;
    readonly sourceTitle: string;
    readonly sourceUrl: string | null;
    readonly captureSha256: string | null;
  })[];
};

type Column = {
  readonly name: string;
  readonly cell: (claim: ClaimReport, desk: { readonly origin: string }) => CsvCell;
};

/** The columns of claims.csv, in their order. New ones go to the end: people's sheets rely on it. */
export const CLAIM_COLUMNS: readonly Column[] = [
  { name: 'id', cell: ({ number }) => claimCode(number) },
  { name: 'url', cell: ({ number }, { origin }) => `${origin}/claims/${claimCode(number)}` },
  { name: 'status', cell: ({ status }) => status },
  { name: 'article title', cell: ({ articleTitle }) => articleTitle },
  { name: 'article url', cell: ({ articleUrl }) => articleUrl },
  { name: 'captured at', cell: ({ capturedAt }) => capturedAt },
  { name: 'quote', cell: ({ quote }) => quote },
  { name: 'claim', cell: ({ text }) => text },
  { name: 'claimant', cell: ({ claimant }) => claimant },
  { name: 'said on', cell: ({ saidOn }) => saidOn },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'priority', cell: ({ priority }) => priority },
  { name: 'assignee', cell: ({ assignee }) => assignee },
  {
    name: 'figure as written',
    cell: ({ figure }) => figure && { asWritten: figure.surface },
  },
  { name: 'qualifier', cell: ({ figure }) => figure && QUALIFIER_WORDS[figure.qualifier] },
  { name: 'value', cell: ({ figure }) => decimal(figure?.value) },
  { name: 'low', cell: ({ figure }) => decimal(figure?.low) },
  { name: 'high', cell: ({ figure }) => decimal(figure?.high) },
  { name: 'unit', cell: ({ figure }) => figure?.unit ?? null },
  { name: 'base value', cell: ({ figure }) => decimal(figure && toBaseValue(figure)) },
  { name: 'base unit', cell: ({ figure }) => figure?.baseUnit ?? null },
  { name: 'measure', cell: ({ figure }) => figure?.measure ?? null },
  { name: 'as of', cell: ({ figure }) => figure?.asOf ?? null },
  { name: 'verdict', cell: ({ verdict }) => verdict?.label ?? null },
  { name: 'rating value', cell: ({ verdict }) => verdict?.value ?? null },
  { name: 'AVeriTeC label', cell: ({ verdict }) => verdict?.averitecLabel ?? null },
  { name: 'reasons', cell: ({ verdict }) => verdict?.reasons.join('; ') || null },
  { name: 'corrected text', cell: ({ verdict }) => verdict?.correctedText ?? null },
  { name: 'explanation', cell: ({ verdict }) => verdict?.explanation ?? null },
  { name: 'best source title', cell: (claim) => bestEvidence(claim)?.sourceTitle ?? null },
  { name: 'best source url', cell: (claim) => bestEvidence(claim)?.sourceUrl ?? null },
  { name: 'best source quote', cell: (claim) => bestEvidence(claim)?.quote ?? null },
  { name: 'best source SHA-256', cell: (claim) => bestEvidence(claim)?.captureSha256 ?? null },
  { name: 'sources', cell: ({ evidence }) => distinct(evidence.map(({ sourceId }) => sourceId)) },
  {
    name: 'independent',
    cell: ({ evidence }) => countOrigins(evidence),
  },
  {
    name: 'primary',
    cell: ({ evidence }) =>
      distinct(
        besideArticle(evidence)
          .filter(({ directness }) => directness === 'primary')
          .map(({ sourceId }) => sourceId),
      ),
  },
  { name: 'supporting', cell: (claim) => countStance(claim, 'supports') },
  { name: 'refuting', cell: (claim) => countStance(claim, 'refutes') },
  { name: 'comparison', cell: ({ comparison }) => comparison && RESULT_WORDS[comparison.result] },
  { name: 'ratio', cell: ({ comparison }) => comparison && ratioCell(comparison) },
  { name: 'difference %', cell: ({ comparison }) => comparison && percentCell(comparison) },
  { name: 'checker', cell: ({ verdict }) => verdict?.decidedBy ?? null },
  { name: 'approver', cell: ({ verdict }) => verdict?.approvedBy ?? null },
  { name: 'approved at', cell: ({ verdict }) => verdict?.approvedAt ?? null },
  // Filled when verdicts have a public page.
  { name: 'published url', cell: () => null },
  {
    name: 'corrections',
    cell: ({ corrections }) =>
      corrections.map(({ kind, on, note }) => `${on} ${kind}: ${note}`).join('; ') || null,
  },
  { name: 'updated at', cell: ({ updatedAt }) => updatedAt },
  { name: 'figures', cell: ({ figures }) => figures },
  // What the words of the leading figure allow, in its base unit; an open end is empty.
  { name: 'base low', cell: ({ figure }) => decimal(figure?.baseLow) },
  { name: 'base high', cell: ({ figure }) => decimal(figure?.baseHigh) },
  {
    name: 'waived gates',
    cell: ({ waivers }) =>
      waivers.map(({ gate, reason }) => `${gate}: ${reason}`).join('; ') || null,
  },
  {
    name: 'best source quote found',
    cell: (claim) => {
      const best = bestEvidence(claim);
      return best ? findInWords(best) : null;
    },
  },
  {
    name: 'quotes not found',
    cell: ({ evidence }) => evidence.filter(({ quoteFound }) => quoteFound === 'absent').length,
  },
];

const decimal = (text: string | null | undefined): CsvCell =>
  text === null || text === undefined ? null : { decimal: text };

const distinct = (ids: readonly string[]) => new Set(ids).size;

const countStance = ({ evidence }: ClaimReport, wanted: Stance) =>
  evidence.filter(({ stance }) => stance === wanted).length;

const CLOSENESS: readonly Directness[] = ['tertiary', 'secondary', 'primary'];

/** The evidence nearest to what happened; of equals, the one attached first. */
function bestEvidence({ evidence }: ClaimReport): ClaimReport['evidence'][number] | undefined {
  // Asked for five cells of each of 100,000 rows: a loop, without a list of its own.
  let best = evidence[0];
  for (const each of evidence) {
    if (best && closenessOf(each) > closenessOf(best)) best = each;
  }
  return best;
}

const closenessOf = ({ directness }: { readonly directness: Directness }) =>
  CLOSENESS.indexOf(directness);
