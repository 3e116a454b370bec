import { isAuxiliary, isFiniteVerb, isNoun, type Tag, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
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
import {
  IRREGULAR_PARTICIPLES,
  IRREGULAR_PAST,
  NO_PAST,
  PURE_PAST,
  REGULAR_VERBS,
  SPEECH_VERBS,
} from './verb-words';

const PLAIN = new Set(REGULAR_VERBS);
/** 'weighs', 'carries': the third person of every verb that is known. */
export const THIRD_PERSON = new Set(REGULAR_VERBS.map(thirdPersonOf));

/** For lower-case words: by the lists of verbs and by their form. */
export const isPlainVerb = (lower: string): boolean => PLAIN.has(lower);

/** Whether a lower-case word is a past form, by the list of irregular ones or by its ending. */
export const isPast = (lower: string): boolean =>
  IRREGULAR_PAST.has(lower) || (lower.length > 4 && lower.endsWith('ed') && !NO_PAST.has(lower));

/** Whether a lower-case word is a participle after 'was' or 'has'; many are past forms as well. */
export const isParticipleForm = (lower: string): boolean =>
  isPast(lower) || IRREGULAR_PARTICIPLES.has(lower);

/** Whether a lower-case word is a verb in -ing, and not a noun or preposition with that ending. */
export const isIng = (lower: string): boolean =>
  lower.length > 4 && lower.endsWith('ing') && !NOUNS_IN_ING.has(lower);

const NOUNS_IN_ING = wordList(`
  thing nothing something anything everything during morning evening string spring
  beijing building meeting including according following regarding
`);

const VBN = tagOf('VBN');
const VBD = tagOf('VBD');
const RB = tagOf('RB');
const VBZ = tagOf('VBZ');
const VBP = tagOf('VBP');
const VB = tagOf('VB');
const CC = tagOf('CC');
const NNP = tagOf('NNP');
const NNS = tagOf('NNS');
const POS = tagOf('POS');
const NN = tagOf('NN');
const IN = tagOf('IN');
const TO = tagOf('TO');
const JJ = tagOf('JJ');
const DT = tagOf('DT');
const CD = tagOf('CD');
const MONEY = tagOf('$');
const OPENS: readonly Tag[] = [tagOf('IN:MARK'), tagOf('WDT'), tagOf('WP'), tagOf('WRB'), CC];
const known = new WeakMap<readonly Token[], Uint8Array>();

/** 'it’ll': a subject and its verb, which a tagger takes for a preposition now and then. */
const isContracted = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  token.text.length < 8 &&
  /^(?:i|you|he|she|it|we|they|that|who)['’](?:d|ll|re|ve|m)$/.test(token.lower);

const CONTRACTED = tagOf('PRP:VERB');

/**
 * The tags of a sentence, with a finite verb in each clause that has one by form and neighbours: a
 * tagger takes "the tunnel opened" for "the tunnel that was opened".
 */
export function verbTags(tokens: readonly Token[]): Uint8Array {
  const found = known.get(tokens);
  if (found) return found;
  const tags = tagsOf(tokens).slice();
  const hasNoVerb = !tags.some(isFiniteVerb);
  for (let at = 0; at < tokens.length; at++) {
    if (isGivenName(tokens, at)) tags[at] = NNP;
    else if ((tags[at] === VBN || tags[at] === RB) && isPurePast(tokens[at])) tags[at] = VBD;
    else if (tags[at] === NNP && isLowerWord(tokens[at])) tags[at] = NN;
    else if (isContracted(tokens[at])) tags[at] = CONTRACTED;
    else if ((hasNoVerb && isPastAfterName(tokens, tags, at)) || isBeforeClause(tokens, tags, at))
      tags[at] = VBD;
    else if (
      opensWithNoun(tokens, tags, at) ||
      isCounted(tokens, tags, at) ||
      isBeforeName(tokens, tags, at)
    )
      tags[at] = NNS;
    else if (isSplitGenitive(tokens, at)) tags.fill(POS, at, at + 2);
    else if (isPricedVerb(tokens, tags, at) || hasObject(tokens, tags, at)) {
      if (tags[at - 1] === JJ) tags[at - 1] = NN;
      tags[at] = VBD;
    }
  }
  findReportedVerb(tokens, tags);
  const isBare = !tags.some(isFiniteVerb);
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const isEdge = OPENS.includes(tags[at] ?? CC) || EDGES.has(tokens[at]?.text ?? '');
    if (!isEdge) continue;
    // 'According to court records, she won.'
    const isSource = from === 0 && tokens[0]?.lower === 'according';
    if (isSource) for (let i = 0; i < at; i++) if (tags[i] === VBZ) tags[i] = NNS;
    const opens = isBare || (from === 0 && !isSource) || OPENS.includes(tags[from] ?? -1);
    findVerb(tokens, tags, from, at, opens || tokens[from]?.text === ';');
    from = at;
  }
  known.set(tokens, tags);
  return tags;
}

const EDGES = new Set([',', ';', ':', '(', ')', '–', '—']);

/** 'said 300 homes collapsed', 'said the bank closed 14 branches': what is said has a verb. */
function findReportedVerb(tokens: readonly Token[], tags: Uint8Array): void {
  const saying = tags.findIndex(
    (tag, at) => isFiniteVerb(tag) && SPEECH_VERBS.has(tokens[at]?.lower ?? ''),
  );
  if (saying < 0 || tags.subarray(saying + 1).some(isFiniteVerb)) return;
  for (let at = saying + 2; at < tokens.length; at++) {
    const lower = tokens[at]?.lower ?? '';
    const isMark = tokens[at]?.kind === 'mark';
    if (isMark || (tags[at] === IN && lower !== 'of' && lower !== 'about' && lower !== 'than'))
      return;
    const isForm = tags[at] === VBN || tags[at] === JJ || tags[at] === NN;
    if (isForm && isPast(lower) && isNoun(tags[at - 1])) {
      tags[at] = VBD;
      return;
    }
  }
}

/** 'fell' and 'rose' are no participles and no adverbs. */
const isPurePast = (token: Token | undefined): boolean =>
  PURE_PAST.has(token?.lower ?? '') && !/^(?:got|bit|lay|was|were)$/.test(token?.lower ?? '');

/** 'the captain': a word of four letters without a capital is no name. */
const isLowerWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text.length > 3 && token.text === token.lower;

/** 'Tom Hale met Joan Ferris.' */
const isPastAfterName = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === NN &&
  tags[at - 1] === NNP &&
  IRREGULAR_PAST.has(tokens[at]?.lower ?? '') &&
  tokens[at]?.text === tokens[at]?.lower;

/** 'the storm weakened after it hit the coast': the verb of the main clause, not a participle. */
const isBeforeClause = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === VBN &&
  isNoun(tags[at - 1]) &&
  /^(?:after|before|when|while|because|until)$/.test(tokens[at + 1]?.lower ?? '') &&
  isFiniteVerb(tags[at + 3]) &&
  !tags.subarray(0, at).some(isFiniteVerb);

/** "Titan 4's": after a digit the genitive is two tokens. */
const isSplitGenitive = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.text === 's' &&
  (tokens[at]?.text === "'" || tokens[at]?.text === '’') &&
  tokens[at]?.spaced === false &&
  tokens[at + 1]?.spaced === false;

/** ', cost £40m' and 'lost 300 jobs': a past form before a sum is no noun. */
const isPricedVerb = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  (tags[at] === NN || tags[at] === VBP) &&
  (tags[at + 1] === MONEY || tags[at + 1] === CD) &&
  (IRREGULAR_PAST.has(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'bid') &&
  (isNoun(tags[at - 1]) ||
    tokens[at - 1]?.text === ',' ||
    tags[at - 1] === CC ||
    // 'the quay cost £5m': no noun is left for the article otherwise.
    (tags[at - 1] === JJ && tags[at - 2] === DT && tags[at + 1] === MONEY));

/** 'Imports fell' and 'and exports rose': what stands first, right before a verb, is its subject. */
function opensWithNoun(tokens: readonly Token[], tags: Uint8Array, at: number): boolean {
  if (tags[at] !== VBZ && tags[at] !== VBP) return false;
  const before = tags[at - 1] ?? CC;
  const isFirst = OPENS.includes(before) || /^[,;:“"]$/.test(tokens[at - 1]?.text ?? '');
  const next = tags[at + 1];
  return isFirst && (isFiniteVerb(next) || next === VBN) && isPluralNoun(tokens[at]?.lower ?? '');
}

/** 'Twelve issues for £11': a verb after a number of several has no -s. */
const isCounted = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === VBZ &&
  tags[at - 1] === CD &&
  !/^(?:1|one)$/.test(tokens[at - 1]?.lower ?? '') &&
  !isNoun(tags[at - 2]) &&
  isPluralNoun(tokens[at]?.lower ?? '');

/** 'of the big paper chains Norpress and Sundhouse': what the names are, and no verb. */
const isBeforeName = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === VBZ &&
  tags[at + 1] === NNP &&
  tags[at - 1] === NN &&
  (tags[at - 2] === JJ || tags[at - 2] === DT) &&
  tags.subarray(Math.max(0, at - 5), at - 2).includes(IN) &&
  isPluralNoun(tokens[at]?.lower ?? '');

/**
 * 'and states affected by the storm', 'and 8 drugs added to the list', 'and a ban on men found guilty':
 * after 'and' a past form before a preposition or an adjective hangs on its noun.
 */
const isAfterNoun = (
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  at: number,
): boolean =>
  isPast(tokens[at]?.lower ?? '') &&
  ((tokens[at + 1]?.lower === 'by' && tags[at + 2] !== CD && tags[at + 2] !== MONEY) ||
    ((tags[from] === CC || tokens[from]?.text === ',') &&
      (tags[at + 1] === IN || tags[at + 1] === TO)) ||
    (tags[from] === CC && tags[at + 1] === JJ && tags.subarray(from, at).includes(IN)));

/** 'the drug cut deaths': a past form between a noun and its object is no participle. */
const hasObject = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === VBN &&
  isNoun(tags[at - 1]) &&
  isPast(tokens[at]?.lower ?? '') &&
  !/^(?:named|called|dubbed|nicknamed|titled|numbered|aged)$/.test(tokens[at]?.lower ?? '') &&
  (isNoun(tags[at + 1]) || OBJECTS.includes(tags[at + 1] ?? CC));

const OBJECTS: readonly Tag[] = (['DT', 'PRP', 'PRP$', 'CD', '$'] as const).map((name) =>
  tagOf(name),
);

function findVerb(
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
  opens: boolean,
): void {
  for (let at = from; at < to; at++) if (isFiniteVerb(tags[at])) return;
  for (let at = from; at < to; at++) {
    const tag = tags[at];
    // 'fans like those', 'a man like him': a preposition, though a verb is spelt so.
    if (tag === IN && tokens[at]?.lower === 'like') continue;
    if (!(tag === VBN || (opens && tag !== VB)) || isAuxiliary(tags[at - 1])) continue;
    // 'state-sponsored plans'
    if (tag === VBN && tokens[at - 1]?.text === '-' && tokens[at]?.spaced === false) continue;
    if (!looksFinite(tokens, at) || isAfterNoun(tokens, tags, from, at)) continue;
    const { lower = '' } = tokens[at] ?? {};
    tags[at] = isPast(lower) ? VBD : THIRD_PERSON.has(lower) ? VBZ : VBP;
    return;
  }
}

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
export const isFiniteAt = (tokens: readonly Token[], at: number): boolean =>
  isFiniteVerb(verbTags(tokens)[at]);

function looksFinite(tokens: readonly Token[], at: number): boolean {
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
      !(previous === tokens[at - 1] && isCounting(previous)) &&
      !(previous.kind === 'number' && at === 1)
    );
  // 'sources close to the club'
  if (token.lower === 'close' && tokens[at + 1]?.lower === 'to') return false;
  if (PLAIN.has(token.lower))
    return token.text === token.lower && takesPlainVerb(previous) && mayFollowVerb(tokens[at + 1]);
  return false;
}

/** 'Will Stone said', 'May said', 'in May': a name, unless a question begins so. */
const isGivenName = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.text === 'Will' || tokens[at]?.text === 'May') &&
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
