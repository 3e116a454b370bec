import { readGovernor } from '../phrases/governor';
import type { Passage } from '../tokens/passage';
import type { Amount } from './figured';
import {
  afterOf,
  beforeNoun,
  bounded,
  inCash,
  inKind,
  leading,
  likely,
  ofWhole,
  onScale,
  thatDid,
  withLevel,
} from './nouns-around';
import type { Rule } from './rule';
import { byVerb, ofPossessor, ofSubject, worth } from './verbs-before';

/**
 * What an amount is an amount of, in the article's words: 'loss' of 'a loss of $3m', 'unemployment'
 * of 'unemployment rose to 5 %'. The first rule that finds it decides. Null where the sentence does
 * not say.
 */
export function measureOfAmount(passage: Passage, amount: Amount): string | null {
  const asked = { ...passage, amount, governor: readGovernor(passage.tokens, amount.from) };
  for (const rule of RULES) {
    const found = rule(asked);
    if (found) return found;
  }
  return null;
}

const RULES: readonly Rule[] = [
  likely,
  onScale,
  ofWhole,
  beforeNoun,
  worth,
  afterOf,
  inKind,
  byVerb,
  ofSubject,
  ofPossessor,
  withLevel,
  leading,
  bounded,
  thatDid,
  inCash,
];
