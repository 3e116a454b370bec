import type { Claimant } from '#domain/claims/reading';
import type { Clause } from '../clauses/part';
import { isCountWord } from '../english/counts';
import { MONTHS, WEEKDAYS } from '../english/date-words';
import { isDenied } from '../english/denials';
import { findLikelyFinite, hasFinite } from '../english/verbs';
import type { ReadPassage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readSpeech, type Speech } from './read-speech';
import { isUnsure } from './speakers';
import { hasTaggedVerb } from './tagged-verbs';
import { subjectOfVerb } from './verb-subject';

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
  const speech = readSpeech(tokens, clause, quoted) ?? issuedSpeech(tokens, clause, quoted);
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

/** 'The board issued a statement saying that': who issues it says it; who receives one does not. */
function issuedSpeech(
  tokens: readonly Token[],
  { from, to }: Clause,
  quoted: readonly boolean[],
): Speech | null {
  for (let at = from + 4; at + 2 < to; at++) {
    const isStating =
      STATING.test(tokens[at]?.lower ?? '') &&
      tokens[at + 1]?.lower === 'that' &&
      PAPERS.test(tokens[at - 1]?.lower ?? '') &&
      !quoted[at];
    if (!isStating) continue;
    // 'a', perhaps with one word before the noun: 'issued a joint statement'.
    const verb = [at - 3, at - 4].find((one) => one > from && ISSUES.test(tokens[one]?.text ?? ''));
    const isOne =
      verb !== undefined && /^(?:an?|its|his|her|their)$/.test(tokens[verb + 1]?.lower ?? '');
    if (!isOne || isDenied(tokens, verb, from) || isUnsure(tokens, verb, from)) return null;
    const speaker = subjectOfVerb(tokens, from, verb);
    return (
      speaker && {
        speaker,
        content: { from: at + 2, to },
        verbSpan: { from: speaker.to, to: at + 2 },
        verb: at,
        isBefore: false,
      }
    );
  }
  return null;
}

const STATING = /^(?:saying|stating|warning|claiming|announcing|confirming|alleging|arguing)$/;
const PAPERS =
  /^(?:statement|letter|report|post|tweet|email|e-mail|release|memo|notice|message|note|video|bulletin|advisory|petition)$/;
const ISSUES =
  /^(?:issued|issues|released|releases|published|publishes|posted|posts|sent|sends|wrote)$/;
