import type { Claimant } from '#domain/claims/reading';
import type { Clause } from '../clauses/part';
import { isCountWord } from '../english/counts';
import { MONTHS, WEEKDAYS } from '../english/date-words';
import { findLikelyFinite, hasFinite } from '../english/verbs';
import type { ReadPassage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readSpeech, type Speech } from './read-speech';
import { hasTaggedVerb } from './tagged-verbs';

/**
 * The antecedent of 'it' or 'he' right after 'said that'. A person only if 'Mr' or a pronoun has
 * identified the person: 'she told Dolan that he' is about Dolan.
 */
export function selfOf(
  tokens: readonly Token[],
  { speaker, verb, verbSpan, isBefore, act }: Speech,
  claimant: Claimant | null,
): Claimant | null {
  if (isBefore || !speaker) return null;
  if (act || claimant?.kind !== 'person') return claimant;
  const listens = tokens
    .slice(Math.max(verb + 1, verbSpan.from), verbSpan.to)
    .some(
      ({ text, lower }) =>
        /^\p{Lu}|^h(?:im|er)$/u.test(text) && !WEEKDAYS.has(lower) && !MONTHS.has(lower),
    );
  const first = tokens[speaker.from]?.lower ?? '';
  const own = HE_OR_SHE.get(first);
  const opens = tokens.slice(verbSpan.to, verbSpan.to + 1)[0]?.lower;
  return !listens && own !== undefined && own === opens ? claimant : null;
}

const HE_OR_SHE: ReadonlyMap<string, string> = new Map([
  ['he', 'he'],
  ['mr', 'he'],
  ['she', 'she'],
  ['ms', 'she'],
  ['mrs', 'she'],
  ['miss', 'she'],
]);

/**
 * The speaker and the statement in a clause; null when the words after the verb are no statement
 * ('pointed to that treaty').
 */
export function speechIn(
  { tokens }: ReadPassage,
  clause: Clause,
  quoted: readonly boolean[],
): Speech | null {
  const speech = readSpeech(tokens, clause, quoted);
  if (!speech || speech.act) return speech;
  const { from, to } = speech.content;
  const states =
    clause.link === 'relative' ||
    clause.link === 'participle' ||
    quoted.slice(from, to).some(Boolean) ||
    ((speech.isBefore || /^shows?$/.test(tokens[speech.verb]?.lower ?? '')) &&
      tokens.slice(from, to).some(isCountWord)) ||
    hasFinite(tokens, from, to) ||
    hasTaggedVerb(tokens, from, to) ||
    findLikelyFinite(tokens, from, to) >= 0;
  return states ? speech : null;
}
