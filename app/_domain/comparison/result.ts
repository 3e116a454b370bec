import type { ComparedFigure } from '../figures/figure';
import type { Rational } from '../numbers/decimal';
import type { Gap } from './gap';
import type { Side } from './side';
import type { Slip } from './slips';

/** How an article's figure stands to a source's, the better the earlier from `match` on. */
const COMPARISON_RESULTS = [
  'notComparable',
  'differentMeasure',
  'outdated',
  'match',
  'roundsTo',
  'within',
  'understates',
  'overstates',
  'differs',
] as const;
export type ComparisonResult = (typeof COMPARISON_RESULTS)[number];

/** The published words for results, in the CSV reports. */
export const RESULT_WORDS: Record<ComparisonResult, string> = {
  notComparable: 'not-comparable',
  differentMeasure: 'different-measure',
  outdated: 'outdated',
  match: 'match',
  roundsTo: 'rounds-to',
  within: 'within',
  understates: 'understates',
  overstates: 'overstates',
  differs: 'differs',
};

/** One figure in the base unit of both; a null end is open. Decimal text. */
export type ComparedInterval = {
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
};

/** A comparison as text only, so that it can be stored unchanged. */
export type Comparison = {
  readonly result: ComparisonResult;
  /** On which side of the source's figure the article's figure lies; null if neither is lower. */
  readonly direction: 'below' | 'above' | null;
  /** For an outdated comparison: which figure is the older one. */
  readonly overtaken: 'article' | 'source' | null;
  /**
   * Article ÷ source, and how far the article is from the source in per cent of the source, with
   * its sign; to 20 digits where no decimal is finite. Both go by the values as they are written,
   * and by the nearer end of a range. Null where they say nothing: of ranges that overlap, of
   * degrees of a temperature, against zero.
   */
  readonly ratio: string | null;
  readonly differencePercent: string | null;
  /** Article − source, in the source's unit (UCUM). */
  readonly difference: { readonly value: string; readonly unit: string } | null;
  /** Whether the difference is at least this, since one of the figures has an open end. */
  readonly isAtLeast: boolean;
  /** For `within` an open bound: the side with the bound, if the other figure is far from it. */
  readonly far: 'article' | 'source' | null;
  readonly article: ComparedInterval | null;
  readonly source: ComparedInterval | null;
  readonly slips: readonly Slip[];
  /** All of it in one sentence that a reporter can paste. */
  readonly sentence: string;
};

/** What a comparison came to, before it is put into words. */
export type Finding = {
  readonly result: ComparisonResult;
  readonly article: ComparedFigure;
  readonly source: ComparedFigure;
  readonly sides: { readonly article: Side; readonly source: Side } | null;
  readonly gap: Gap | null;
  /** For `within`: the side with the wider interval. */
  readonly wide: 'article' | 'source' | null;
  /**
   * For `within` a far open bound: the side with the bound, and the ratio of the other figure to
   * it.
   */
  readonly far: { readonly bound: 'article' | 'source'; readonly times: Rational } | null;
  readonly overtaken: 'article' | 'source' | null;
  /** For different measures: the difference between them. */
  readonly why: string | null;
  readonly slips: readonly Slip[];
};
