import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  PREPOSITIONS,
  PRONOUNS,
} from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import {
  isFiniteAt,
  isParticipleForm,
  mayFollowVerb,
  THIRD_PERSON,
  verbTags,
} from '../english/verbs';
import { isAdjective, isDeterminer, isPronoun, TAGS, tagOf } from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import { type LeadIn, readLeadIn, skipLeadIn } from './lead-ins';

/**
 * The subject and the verb of a clause, and the words between them; indexes are into its tokens.
 */
export type Frame = {
  readonly subject: Range;
  /** Words between the subject and its verb, without the commas around them. */
  readonly aside: Range | null;
  /** The first finite verb. */
  readonly verb: number;
  /** The verb that says what is done, after 'has been'. */
  readonly lexical: number;
  /**
   * A lead-in before the subject, which also applies to later statements: 'If the bill passes,'.
   */
  readonly leadIn: LeadIn | null;
};

const RELATIVES = new Set(['who', 'which', 'that']);

/** An aside that goes on for longer is none. */
const LONGEST_ASIDE = 40;
/** How many tokens to search for the subject of a clause. */
const LONGEST_SUBJECT = 24;

/**
 * Finds subject, aside and verb of the words in a range.
 *
 * @returns null where the subject is not plain: a list, a clause, or words that no comma closes
 */
export function readFrame(tokens: readonly Token[], range: Range): Frame | null {
  const from = skipLeadIn(tokens, range);
  const frame = from < 0 ? null : frameFrom(tokens, from, range);
  return (
    frame && { ...frame, leadIn: readLeadIn(tokens, { from: range.from, to: from }, frame.verb) }
  );
}

function frameFrom(tokens: readonly Token[], from: number, range: Range): Frame | null {
  const reach = Math.min(range.to, from + LONGEST_SUBJECT);
  for (let at = from + 1; at < reach; at++) {
    const token = tokens[at];
    if (!token) return null;
    if (RELATIVES.has(token.lower) && tokens[at - 1]?.text !== ',')
      return afterRelative(tokens, from, at, range.to);
    if (isFiniteAt(tokens, at) && !isNounBeforeVerb(tokens, at, range.to))
      return toFrame(tokens, { from, to: at }, null, at);
    if (token.text === ',') return afterAside(tokens, from, at, range.to);
    if (token.kind === 'mark' && !/^[-.'’&/‑]$|^['’]s$/.test(token.text)) return null;
  }
  return null;
}

/** 'Flash floods in Assam have killed 27': a plural with its place, before a verb that is certain. */
function isNounBeforeVerb(tokens: readonly Token[], at: number, to: number): boolean {
  if (!THIRD_PERSON.has(tokens[at]?.lower ?? '')) return false;
  if (!PREPOSITIONS.has(tokens[at + 1]?.lower ?? '')) return false;
  for (let ahead = at + 2; ahead < Math.min(to, at + LONGEST_SUBJECT); ahead++) {
    const token = tokens[ahead];
    if (!token || token.text === ',' || CONJUNCTIONS.has(token.lower)) return false;
    if (AUXILIARIES.has(token.lower)) return true;
  }
  return false;
}

function toFrame(
  tokens: readonly Token[],
  { from, to }: Range,
  aside: Range | null,
  verb: number,
): Frame | null {
  let end = to;
  while (end > from && isAdverbWord(tokens[end - 1])) end--;
  if (end <= from || isNoSubject(tokens, { from, to: end }, verb)) return null;
  let lexical = verb;
  while (
    AUXILIARIES.has(tokens[lexical]?.lower ?? '') &&
    (AUXILIARIES.has(tokens[lexical + 1]?.lower ?? '') ||
      isAdverbWord(tokens[lexical + 1]) ||
      isParticipleForm(tokens[lexical + 1]?.lower ?? '') ||
      /[a-z]{3}(?:en|wn)$/.test(tokens[lexical + 1]?.text ?? ''))
  ) {
    lexical++;
    while (isAdverbWord(tokens[lexical]) && tokens[lexical + 1]?.kind === 'word') lexical++;
  }
  return { subject: { from, to: end }, aside, verb, lexical, leadIn: null };
}

/** '. 2' of 'On Sept. 2,', and 'the almost simultaneous' before 'attacks', which is a noun then. */
function isNoSubject(tokens: readonly Token[], { from, to }: Range, verb: number): boolean {
  if (/^[.,;:)]$/.test(tokens[from]?.text ?? '')) return true;
  const tags = verbTags(tokens);
  const isNounAfter = tags[verb] === VBZ && isPluralNoun(tokens[verb]?.lower ?? '');
  return isNounAfter && isDeterminer(tags[from]) && isAdjective(tags[to - 1]);
}

const VBZ = tagOf('VBZ');

/** Not only words from the list: also those in -ly. */
export const isAdverbWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (ADVERBS.has(token.lower) || /^[a-z]{3,}ly$/.test(token.text));

/** 'The ferry, which can carry 1,200 people, ran': the verb is the first after a closing comma. */
function afterAside(
  tokens: readonly Token[],
  from: number,
  comma: number,
  to: number,
): Frame | null {
  for (let at = comma + 2; at < Math.min(to, comma + LONGEST_ASIDE); at++) {
    if (tokens[at]?.text !== ',') continue;
    let verb = at + 1;
    while (isAdverbWord(tokens[verb])) verb++;
    const lower = tokens[verb]?.lower ?? '';
    if (verb < to && isFiniteAt(tokens, verb) && !PRONOUNS.has(lower))
      return toFrame(tokens, { from, to: comma }, { from: comma + 1, to: at }, verb);
    if (CONJUNCTIONS.has(lower) && !/^(?:which|who)$/.test(tokens[comma + 1]?.lower ?? ''))
      return null;
  }
  return null;
}

/** 'A man who stole drugs was jailed': the second verb is the man's. */
function afterRelative(
  tokens: readonly Token[],
  from: number,
  pronoun: number,
  to: number,
): Frame | null {
  const first = nextFinite(tokens, pronoun + 1, to);
  const second = first < 0 ? -1 : nextFinite(tokens, verbGroupEnd(tokens, first), to);
  const between = tokens.slice(first + 1, second);
  if (second < 0 || second > pronoun + LONGEST_ASIDE) return null;
  if (
    between.some(
      ({ lower, text }) =>
        text === ',' || (CONJUNCTIONS.has(lower) && !/^(?:than|as)$/.test(lower)),
    )
  )
    return null;
  const aside = first <= pronoun + 2 ? { from: pronoun + 1, to: second } : null;
  return toFrame(tokens, { from, to: pronoun }, aside, second);
}

/** The token after a verb with its helpers: 'has been cited'. */
export function verbGroupEnd(tokens: readonly Token[], verb: number): number {
  let at = verb + 1;
  while (
    AUXILIARIES.has(tokens[at]?.lower ?? '') ||
    isAdverbWord(tokens[at]) ||
    (AUXILIARIES.has(tokens[at - 1]?.lower ?? '') && isParticipleForm(tokens[at]?.lower ?? ''))
  )
    at++;
  return at;
}

function nextFinite(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (standsAsVerb(tokens, at)) return at;
  return -1;
}

/** Finite also right after 'which' and 'that', which no noun stands before. */
export function standsAsVerb(tokens: readonly Token[], at: number): boolean {
  if (isFiniteAt(tokens, at)) return true;
  let before = at - 1;
  while (before > 0 && isAdverbWord(tokens[before])) before--;
  return /^(?:which|that|who)$/.test(tokens[before]?.lower ?? '') && isRelativeVerb(tokens, at);
}

/** A verb by its form alone: after 'that' a word in -s or -ed that something follows is one. */
const isRelativeVerb = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text !== token.lower) return false;
  // 'which his father paid'
  if (isDeterminer(verbTags(tokens)[at]) || isPronoun(verbTags(tokens)[at])) return false;
  return (
    (isParticipleForm(token.lower) || /[^s]s$/.test(token.lower)) &&
    !CONJUNCTIONS.has(token.lower) &&
    !PREPOSITIONS.has(token.lower) &&
    mayFollowVerb(tokens[at + 1])
  );
};

/** 'They were apart, and yet here was Holm': a verb of one and a verb of many have two subjects. */
export function agreesWith(tokens: readonly Token[], first: number, from: number): boolean {
  let at = from;
  while (isAdverbWord(tokens[at])) at++;
  const [mine, other] = [numberOf(tokens, first), numberOf(tokens, at)];
  return mine === null || other === null || mine === other;
}

/** Of one, 'was', or of many, 'were'; null for a verb that may be either. */
function numberOf(tokens: readonly Token[], at: number): 'one' | 'many' | null {
  const tag = TAGS[verbTags(tokens)[at] ?? 0] ?? '';
  const { lower = '' } = tokens[at] ?? {};
  if (/^VBZ/.test(tag) || lower === 'was') return 'one';
  return /^VBP/.test(tag) || lower === 'were' ? 'many' : null;
}
