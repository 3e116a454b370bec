import { MONTHS, WEEKDAYS } from '../english/date-words';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  PREPOSITIONS,
} from '../english/grammar-words';
import { isSuperlative } from '../english/kind-words';
import { isPluralNoun } from '../english/nouns';
import { SPEECH_VERBS } from '../english/verb-words';
import { isFiniteAt, isIng, isParticipleForm, isPlainVerb, verbTags } from '../english/verbs';
import { isAdjective, isAdverb, isDeterminer, isVerb } from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import type { Boundary, HasVerb } from './part';
import { standsAsVerb } from './subject-and-verb';

/**
 * 'a bridge that will be the first …': split off only when it has a statement of its own to check.
 */
export function restrictive(
  tokens: readonly Token[],
  at: number,
  from: number,
  hasVerb: HasVerb,
): Boundary | null {
  if (isOfListener(tokens, at)) return null;
  // 'the movement that’s sweeping': a verb without a word of its own makes no statement.
  if (/^['’]/.test(tokens[at + 1]?.text ?? '')) return null;
  const previous = tokens[at - 1];
  const verbAt = ADVERBS.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  if (previous?.kind !== 'word' || !standsAsVerb(tokens, verbAt) || !hasVerb(from, at)) return null;
  if (
    isParticipleForm(previous.lower) ||
    SPEECH_VERBS.has(previous.lower) ||
    PREPOSITIONS.has(previous.lower)
  )
    return null;
  if (
    ['so', 'such', 'is', 'was', 'all', 'those', 'one', 'something', 'people'].includes(
      previous.lower,
    )
  )
    return null;
  if (!holdsOwnFact(tokens, at + 1)) return null;
  const subject = withPlace(tokens, antecedent(tokens, at, false));
  if (subject && isBareOne(tokens, subject)) return null;
  return subject && { from: at + 1, link: 'relative', subject };
}

/** How far after 'who' the 'that' of what was told can stand: 'told nurses who filled the square that'. */
const LISTENER_REACH = 16;

/** 'told the nation that debts fell': what was told, and no clause of the listener. */
function isOfListener(tokens: readonly Token[], that: number): boolean {
  const isWho = tokens[that]?.lower === 'who';
  const hasContent = (token: Token) => token.lower === 'that';
  if (
    isWho
      ? !tokens.slice(that, that + LISTENER_REACH).some(hasContent)
      : tokens[that]?.lower !== 'that'
  )
    return false;
  for (let at = that - 2; at >= Math.max(0, that - 8); at--)
    if (
      /^(?:told|tells?|telling|inform(?:s|ed)|assure[sd]|remind(?:s|ed)|warn(?:s|ed)|notified|advised)$/.test(
        tokens[at]?.text ?? '',
      )
    )
      return true;
  return false;
}

/** 'an author, and former politician who': one of a list has no article of its own. */
const isBareOne = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const [first, last] = [tokens[from], tokens[to - 1]];
  const opens =
    DETERMINERS.has(first?.lower ?? '') ||
    first?.kind === 'number' ||
    /^\p{Lu}/u.test(last?.text ?? '');
  return !opens && !isPluralNoun(last?.text ?? '') && !/^['’]s$/.test(tokens[from + 1]?.text ?? '');
};

function holdsOwnFact(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + 30); at++) {
    const token = tokens[at];
    if (!token || token.text === ',' || token.text === '.') return false;
    if (token.kind === 'number' || isSuperlative(tokens, at)) return true;
  }
  return false;
}

/** 'to improve', 'and improve': a verb, though a noun may look like it. */
const opensVerb = (tokens: readonly Token[], at: number): boolean =>
  isPlainVerb(tokens[at]?.lower ?? '') && ['to', 'and', 'or'].includes(tokens[at - 1]?.lower ?? '');

/**
 * The noun phrase that ends just before a relative pronoun; null where a date or a number stands there.
 *
 * @param takesIng  whether 'eating' in 'a regular eating pattern' is part of it
 */
export function antecedent(tokens: readonly Token[], end: number, takesIng = true): Range | null {
  const to = beforeDate(tokens, end);
  let from = phraseStart(tokens, to, takesIng);
  // 'particularly Hanna McDale, who'
  while (from + 1 < to && isAdverb(verbTags(tokens)[from]) && /ly$/.test(tokens[from]?.text ?? ''))
    from++;
  const words = tokens.slice(from, to);
  const isNamed = words.some(({ kind }) => kind === 'word');
  const isWhole = to === end || DETERMINERS.has(words[0]?.lower ?? '');
  // 'is active, which made her': an adjective is nothing that acts.
  const isState =
    isAdjective(verbTags(tokens)[to - 1]) && !/^\p{Lu}/u.test(words.at(-1)?.text ?? '');
  // 'pay before retiring, which may include': what is done is no thing that acts.
  const isDeed = words.length === 1 && isIng(words[0]?.text ?? '');
  return from < to && isNamed && isWhole && !isState && !isDeed ? { from, to } : null;
}

/** 'signed a treaty in June 2024, which': a day is passed over, with 'in' or 'on' before it. */
function beforeDate(tokens: readonly Token[], end: number): number {
  let at = end;
  while (at > 0 && at > end - 4 && isDatePart(tokens[at - 1])) at--;
  if (at === end) return end;
  return /^(?:in|on|since|by|until|from|last)$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at;
}

const isDatePart = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:1\d|20)\d\d$|^[123]?\d$/.test(token.text) ||
    MONTHS.has(token.lower) ||
    WEEKDAYS.has(token.lower));

/** 'a telescope in Chile that cost $90m': a name alone needs no such clause, so what it is a place of is meant. */
function withPlace(tokens: readonly Token[], found: Range | null): Range | null {
  let range = found;
  while (range && (isNameAlone(tokens, range) || isBare(tokens, range))) {
    const link = tokens[range.from - 1]?.lower ?? '';
    if (!PREPOSITIONS.has(link)) return null;
    let from: number = phraseStart(tokens, range.from - 1);
    if (from === range.from - 1) return null;
    if (tokens[from]?.kind === 'number') from = Math.min(from, phraseStart(tokens, from));
    range = { from, to: range.to };
    if (DETERMINERS.has(tokens[from]?.lower ?? '')) return range;
    return null;
  }
  return range;
}

/** 'a species of frog that': a noun without an article is not the antecedent. */
const isBare = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens[from - 1]?.lower === 'of' && to - from === 1 && !isPluralNoun(tokens[from]?.text ?? '');

const isNameAlone = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).every(({ text }) => /^[\p{Lu}-]/u.test(text));

/** 'a regular eating pattern' and 'the league-leading club': a word in -ing that belongs to the noun after it. */
const isOfNoun = (tokens: readonly Token[], at: number): boolean => {
  const before = verbTags(tokens)[at - 1];
  return tokens[at - 1]?.text === '-' || isAdjective(before) || isDeterminer(before);
};

const LONGEST_PHRASE = 8;

function phraseStart(tokens: readonly Token[], end: number, takesIng = false): number {
  let from = end;
  while (from > 0 && end - from < LONGEST_PHRASE) {
    const token = tokens[from - 1];
    if (
      !token ||
      (token.kind !== 'word' && token.kind !== 'number' && !/^[-'’$£€]$|^['’]s$/.test(token.text))
    )
      break;
    const lower = token.lower;
    if (
      PREPOSITIONS.has(lower) ||
      CONJUNCTIONS.has(lower) ||
      (SPEECH_VERBS.has(lower) && isVerb(verbTags(tokens)[from - 1])) ||
      isFiniteAt(tokens, from - 1) ||
      (isIng(lower) && from < end && !(takesIng && isOfNoun(tokens, from - 1))) ||
      (isParticipleForm(lower) && AUXILIARIES.has(tokens[from - 2]?.lower ?? '')) ||
      opensVerb(tokens, from - 1)
    )
      break;
    from--;
    if (DETERMINERS.has(lower)) break;
  }
  return from;
}
