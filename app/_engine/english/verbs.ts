import type { Token } from '../tokens/tokens';
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
} from './grammar-words';
import { isPluralNoun } from './nouns';
import { thirdPersonOf } from './verb-forms';
import { IRREGULAR_PARTICIPLES, IRREGULAR_PAST, NO_PAST, REGULAR_VERBS } from './verb-words';

const PLAIN = new Set(REGULAR_VERBS);
/** 'weighs', 'carries': the third person of every verb that is known. */
export const THIRD_PERSON = new Set(REGULAR_VERBS.map(thirdPersonOf));

/** For lower-case words: by the lists of verbs and by their form. */
export const isPlainVerb = (lower: string): boolean => PLAIN.has(lower);

/** Whether a lower-case word is a past form, by the list of irregular ones or by its ending. */
export const isPast = (lower: string): boolean =>
  IRREGULAR_PAST.has(lower) || (lower.length > 4 && lower.endsWith('ed') && !NO_PAST.has(lower));

/** Whether a lower-case word is a participle after 'was' or 'has'; many are past forms as well. */
export const isParticiple = (lower: string): boolean =>
  isPast(lower) || IRREGULAR_PARTICIPLES.has(lower);

/** Whether a lower-case word is a verb in -ing, and not a noun or preposition with that ending. */
export const isIng = (lower: string): boolean =>
  lower.length > 4 &&
  lower.endsWith('ing') &&
  ![
    'thing',
    'nothing',
    'something',
    'anything',
    'everything',
    'during',
    'morning',
    'evening',
    'string',
    'spring',
    'beijing',
    'building',
    'meeting',
    'including',
    'according',
    'following',
    'regarding',
  ].includes(lower);

const isNominal = (token: Token | undefined): boolean =>
  token?.kind === 'number' ||
  token?.kind === 'address' ||
  (token?.kind === 'word' && (!isFunctionWord(token.lower) || PRONOUNS.has(token.lower)));

/**
 * Whether a finite verb stands at this token: one that can make a sentence.
 *
 * Without a grammar this is a judgement by form and neighbours: auxiliaries are certain, past forms
 * need a noun or pronoun before them, and present forms also something that can follow a verb.
 */
export function isFiniteAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  if (AUXILIARIES.has(token.lower))
    return (
      !isGivenName(tokens, at) &&
      !(token.lower === 'am' && tokens[at - 1]?.kind === 'number') &&
      token.lower !== 'having' &&
      token.lower !== 'being' &&
      token.lower !== 'been' &&
      token.lower !== 'be'
    );
  const previous = subjectEnd(tokens, at);
  if (!previous || !isNominal(previous)) return false;
  if (isPast(token.lower)) return isPastFinite(tokens, at, previous);
  if (THIRD_PERSON.has(token.lower))
    return (
      (mayFollowVerb(tokens[at + 1]) || COPULAS.test(token.lower)) &&
      token.text === token.lower &&
      !(previous === tokens[at - 1] && isCounting(previous))
    );
  // 'sources close to the club'
  if (token.lower === 'close' && tokens[at + 1]?.lower === 'to') return false;
  if (PLAIN.has(token.lower))
    return token.text === token.lower && takesPlainVerb(previous) && mayFollowVerb(tokens[at + 1]);
  return false;
}

/** 'Will Stone said', 'May said', 'in May': a name, unless a question begins so. */
const isGivenName = (tokens: readonly Token[], at: number): boolean =>
  /^(?:Will|May)$/.test(tokens[at]?.text ?? '') &&
  (at > 0
    ? !/^["“‘'(]$/.test(tokens[at - 1]?.text ?? '')
    : (/^[A-Z][a-z]/.test(tokens[at + 1]?.text ?? '') && tokens.at(-1)?.text !== '?') ||
      isPast(tokens[at + 1]?.lower ?? ''));

/** An adjective may follow these: 'remains soft'. */
const COPULAS = /^(?:remains|seems|appears|becomes)$/;

/** 'the two states': after a number a word in -s is what is counted. */
const isCounting = ({ lower }: Token): boolean =>
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several|few|other)$/.test(
    lower,
  );

/**
 * A word that may be the verb of a statement in which none is known for one: an ending of the
 * third person or of the past, or a plain verb after a plural, with a subject before it.
 */
export function findLikelyFinite(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (isLikelyFinite(tokens, from, at)) return at;
  return -1;
}

function isLikelyFinite(tokens: readonly Token[], from: number, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text !== token.lower || isFunctionWord(token.lower))
    return false;
  const previous = subjectEnd(tokens, at);
  if (!previous || previous.start < (tokens[from]?.start ?? 0) || !isNominal(previous))
    return false;
  if (isPast(token.lower)) return true;
  if (PLAIN.has(token.lower)) return takesPlainVerb(previous) || isPluralNoun(previous.text);
  return (
    isPluralNoun(token.lower) &&
    /s$/.test(token.lower) &&
    !isCounting(previous) &&
    previous.kind !== 'number' &&
    mayFollowVerb(tokens[at + 1])
  );
}

/** 'various scattered debris': a participle before a noun is no verb, unless a plain subject stands before it. */
function isPastFinite(tokens: readonly Token[], at: number, subject: Token): boolean {
  const token = tokens[at];
  if (!token || (/^[A-Z]/.test(token.text) && tokens[at - 1]?.text !== ',')) return false;
  if (!token.lower.endsWith('ed') || mayFollowVerb(tokens[at + 1])) return true;
  if (isPlainNoun(tokens, at)) return true;
  return PRONOUNS.has(subject.lower) || /^[A-Z]/.test(subject.text) || isPluralNoun(subject.text);
}

/** 'The commission counted ballots': a noun with its article before the verb, and a plural after. */
function isPlainNoun(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at - 1];
  const [next, later] = [tokens[at + 1], tokens[at + 2]];
  if (noun?.kind !== 'word' || ADVERBS.has(noun.lower) || /(?:ly|ed)$/.test(noun.lower))
    return false;
  let article = at - 2;
  while (article > at - 6 && !DETERMINERS.has(tokens[article]?.lower ?? '')) {
    const token = tokens[article];
    if (token?.kind !== 'word' && token?.text !== '-') return false;
    article--;
  }
  if (!DETERMINERS.has(tokens[article]?.lower ?? '') || next?.kind !== 'word') return false;
  const isObject = isPluralNoun(next.text)
    ? !isPast(later?.lower ?? '') && !AUXILIARIES.has(later?.lower ?? '')
    : isPluralNoun(later?.text ?? '');
  return isObject;
}

/** The token before a verb that can be the end of its subject: adverbs are passed over. */
function subjectEnd(tokens: readonly Token[], at: number): Token | undefined {
  let before = at - 1;
  while (before >= 0 && before > at - 4) {
    const token = tokens[before];
    if (!token || (!ADVERBS.has(token.lower) && !isInLy(token.text))) break;
    before--;
  }
  const token = tokens[before];
  const isClosing = token?.kind === 'mark' && before > 0 && CLOSERS.has(token.text);
  return isClosing ? tokens[before - 1] : token;
}

const isInLy = (word: string): boolean => word.endsWith('ly') && /^[a-z]+ly$/.test(word);

const CLOSERS = new Set([',', ')', '"', '”', '’', '-', '–', '—']);

/** 'they resemble', 'systems resemble': a plural before it. */
const takesPlainVerb = (subject: Token): boolean =>
  ['i', 'you', 'we', 'they', 'who', 'that', 'which', 'people'].includes(subject.lower) ||
  /[^s]s$/.test(subject.lower);

/** Whether a word can stand right after a verb: nouns cannot without an article, so that 'new used cars' has none. */
export const mayFollowVerb = (next: Token | undefined): boolean =>
  next === undefined ||
  next.kind === 'number' ||
  next.kind === 'mark' ||
  FOLLOWERS.has(next.lower) ||
  next.lower.endsWith('ly') ||
  /^[A-Z]/.test(next.text) ||
  /[a-z]{2}er$/.test(next.lower);

const FOLLOWERS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...DETERMINERS,
  ...PRONOUNS,
  ...ADVERBS,
  ...CONJUNCTIONS,
  ...'first more less two three four five six seven eight nine ten new several many most'.split(
    ' ',
  ),
  ...'hundreds thousands millions'.split(' '),
]);

/** The first finite verb of a stretch of tokens, or -1. */
export function findFinite(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (isFiniteAt(tokens, at)) return at;
  return -1;
}

/** Whether a finite verb stands in these tokens; `to` exclusive. */
export const hasFinite = (tokens: readonly Token[], from: number, to: number): boolean =>
  findFinite(tokens, from, to) >= 0;
