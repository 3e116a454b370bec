import { ONE, parseDecimal } from '../numbers/decimal';
import { percentInWords } from '../numbers/number-text';
import { type ComparisonPolicy, DEFAULT_COMPARISON_POLICY } from './compare';

/** The rule by which a figure without a hedge is drawn and judged, in one sentence. */
export function ruleInWords(policy: ComparisonPolicy = DEFAULT_COMPARISON_POLICY): string {
  const share = percentInWords(parseDecimal(policy.exactShare) ?? ONE);
  return `A figure without a word like “about” allows half a unit of its last digit, but at most ${share} of itself; a count of fewer than ${policy.exactPeopleBelow} people is exact.`;
}
