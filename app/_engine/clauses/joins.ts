import { SPEECH_VERBS } from '../english/verb-words';
import { isIng, isParticipleForm, verbTags } from '../english/verbs';
import { isAdjective, isAdverb, isNoun, isVerb } from '../tags/tag';
import type { Token } from '../tokens/tokens';
import type { HasVerb } from './part';
import { opensObject } from './predicates';
import { verbOfSubject } from './subject-at';

/**
 * Whether an 'and' joins two words of one statement, though a verb may stand after it.
 *
 * @param from  the start of the clause
 */
export const joinsWords = (
  tokens: readonly Token[],
  from: number,
  at: number,
  hasVerb: HasVerb,
): boolean =>
  joinsEnds(tokens, at) ||
  joinsAdjectives(tokens, at) ||
  joinsAbsolute(tokens, from, at) ||
  joinsSpeakers(tokens, at, hasVerb);

/** 'between the ages of 18 and 29': the two ends of one range. */
const joinsEnds = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'and' &&
  tokens[at - 1]?.kind === 'number' &&
  tokens[at + 1]?.kind === 'number' &&
  tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === 'between');

/** 'low global and domestic yields': two words for one noun, unless the first ends a predicate. */
function joinsAdjectives(tokens: readonly Token[], at: number): boolean {
  const tags = verbTags(tokens);
  if (tokens[at]?.lower !== 'and' || !isAdjective(tags[at - 1]) || !isAdjective(tags[at + 1]))
    return false;
  let before = at - 2;
  while (before > 0 && (isAdjective(tags[before]) || isAdverb(tags[before]))) before--;
  return (
    !isNoun(tags[before]) &&
    (!isVerb(tags[before]) ||
      isIng(tokens[before]?.lower ?? '') ||
      tokens[before]?.lower === 'including')
  );
}

/** 'with the roads closed and the bridges guarded by troops': a participle like the one before, in spite of its form. */
function joinsAbsolute(tokens: readonly Token[], from: number, and: number): boolean {
  if (tokens[from - 1]?.lower !== 'with') return false;
  const verb = verbOfSubject(tokens, and + 1);
  return isParticipleForm(tokens[verb]?.lower ?? '') && !opensObject(tokens[verb + 1]);
}

/** ', rescuers and a medical source told AFP': both are speakers of the words before the comma. */
function joinsSpeakers(tokens: readonly Token[], and: number, hasVerb: HasVerb): boolean {
  let comma = and - 1;
  while (comma > and - SPEAKER_REACH && tokens[comma]?.text !== ',') comma--;
  if (tokens[comma]?.text !== ',' || comma === and - 1 || hasVerb(comma + 1, and)) return false;
  for (let at = and + 1; at < and + SPEAKER_REACH; at++) {
    if (!SPEECH_VERBS.has(tokens[at]?.lower ?? '')) continue;
    const mark = tokens.findIndex(({ text }, place) => place > at && /^[,;.]$/.test(text));
    const end = mark < 0 ? tokens.length : mark;
    return end - at <= SPEAKER_REACH && !hasVerb(at + 1, end);
  }
  return false;
}

/** As many words as a speaker has, or the listener and the day after the verb. */
const SPEAKER_REACH = 8;
