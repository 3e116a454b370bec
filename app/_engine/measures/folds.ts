import { groupStart, subjectOfFigure } from '../phrases/governor';
import { phraseFrom, sayPhrase } from '../phrases/phrases';
import { isDeterminerAt, isVerbToken } from '../phrases/word-class';
import type { Passage } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import { at } from './rule';

/**
 * What is so many times as much: 'sales' of 'sales doubled', 'workforce' of 'has tripled its
 * workforce', 'monthly average' of 'twice the monthly average'. Null where the sentence does not say.
 *
 * @param fold  the number: a verb ('doubled') or a word of comparison ('twice')
 */
export function measureOfFold({ text, tokens }: Passage, fold: Range): string | null {
  const isVerb = VERBS.test(at(tokens, fold.from));
  const object = isDeterminerAt(tokens, fold.to)
    ? phraseFrom(tokens, fold.to, /^(?:of|in)$/)
    : null;
  if (object) return sayPhrase(text, tokens, object);
  // 'more than double the $600m of last year' is of what was told before.
  if (!isVerb || (isDeterminerAt(tokens, fold.to) && !/ed$/.test(at(tokens, fold.from))))
    return null;
  let verb = fold.from;
  while (/^(?:than|more|nearly|almost|about|roughly|over)$/.test(at(tokens, verb - 1))) verb--;
  const isInGroup = isVerbToken(tokens, verb - 1) || at(tokens, verb - 1) === 'to';
  const group = isInGroup ? groupStart(tokens, verb - 1) : verb;
  const subject = subjectOfFigure(tokens, group);
  return subject && sayPhrase(text, tokens, subject);
}

const VERBS = /^(?:doubled?|tripled?|trebled?|quadrupled?|quintupled|halved)$/;
