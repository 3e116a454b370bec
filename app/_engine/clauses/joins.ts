import { isPersonNoun } from '../discourse/nouns';
import { isPluralNoun, toSingular } from '../english/nouns';
import { SPEECH_VERBS } from '../english/verb-words';
import { isIng, isParticipleForm, verbTags } from '../english/verbs';
import {
  among,
  isAdjective,
  isAdverb,
  isCommonNoun,
  isFiniteVerb,
  isNoun,
  isProperNoun,
  isVerb,
  tagOf,
} from '../tags/tag';
import { QUOTES } from '../tokens/quotations';
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
  joinsName(tokens, at) ||
  joinsNouns(tokens, at) ||
  joinsList(tokens, from, at, hasVerb) ||
  joinsInside(tokens, from, at) ||
  (tokens[at - 1]?.text === ',' && goesOnWithList(tokens, from, at - 1, hasVerb)) ||
  joinsAdjectives(tokens, at) ||
  joinsAbsolute(tokens, from, at) ||
  joinsSpeakers(tokens, at, hasVerb);

/** 'between the ages of 18 and 29': the two ends of one range. */
const joinsEnds = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'and' &&
  tokens[at - 1]?.kind === 'number' &&
  tokens[at + 1]?.kind === 'number' &&
  tokens.slice(Math.max(0, at - 6), at).some(({ lower }) => lower === 'between');

/** 'the Trade and Energy Office': two words of one name. */
const joinsName = (tokens: readonly Token[], and: number): boolean =>
  tokens[and - 2]?.lower === 'the' &&
  isProperNoun(verbTags(tokens)[and - 1]) &&
  isProperNoun(verbTags(tokens)[and + 1]) &&
  isProperNoun(verbTags(tokens)[and + 2]);

/**
 * 'the fear and power that figures bring', 'for maker and seller accounts', 'likely human and food errors':
 * a bare noun after 'and' that hangs on what stands before it.
 */
function joinsNouns(tokens: readonly Token[], and: number): boolean {
  const tags = verbTags(tokens);
  const [before, last] = [tags[and - 2] ?? -1, tags[and - 1] ?? -1];
  // 'on her lip and hands'
  if (before === OWNER && last === NN && tags[and + 1] === NNS) return true;
  if (tags[and + 1] !== NN) return false;
  if (isCommonNoun(last) && tags[and + 2] === WDT && tokens[and + 2]?.lower === 'that') return true;
  const isBare = (last === NN && before === IN) || (isAdjective(last) && isAdjective(before));
  return isBare && isPluralNoun(tokens[and + 2]?.lower ?? '') && !opensObject(tokens[and + 3]);
}

/** 'a system of larceny, corruption and terror that is': the last of a list, when the one before it has no verb. */
function joinsList(tokens: readonly Token[], from: number, and: number, hasVerb: HasVerb): boolean {
  const tags = verbTags(tokens);
  let comma = and - 1;
  while (comma > from && comma > and - LONGEST_ITEM && !/^[,;:]$/.test(tokens[comma]?.text ?? ''))
    comma--;
  if (tokens[comma]?.text !== ',' || hasVerb(comma, and)) return false;
  const isItem = (at: number) => isNoun(tags[at]) || isAdjective(tags[at]);
  return isNoun(tags[comma - 1]) && isItem(comma + 1) && isNoun(tags[and - 1]);
}

/** In tokens. */
const LONGEST_ITEM = 5;

/**
 * 'before the talks begin and the primaries start', 'on the belief that she would win and they would be
 * paid': what hangs on the words before it has no reason to end at the 'and'.
 */
function joinsInside(tokens: readonly Token[], from: number, and: number): boolean {
  const tags = verbTags(tokens);
  let hasVerb = false;
  for (let at = and - 1; at >= Math.max(1, from - 1); at--) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    if (/^[,;:–—]$/.test(text)) return false;
    if (isFiniteVerb(tags[at])) hasVerb = true;
    if (lower === 'that')
      return hasVerb && (hangsOnNoun(tokens, tags, at) || tokens[at - 1]?.lower === 'so');
    // ', while rents rose and wages fell' sets statements beside each other.
    if (INSIDE.test(lower))
      return (hasVerb || joinsPeople(tokens, tags, and)) && tokens[at - 1]?.text !== ',';
  }
  return false;
}

/** 'after her husband and Reed’s father died': both died. */
const joinsPeople = (tokens: readonly Token[], tags: Uint8Array, and: number): boolean =>
  isPersonNoun(toSingular(tokens[and - 1]?.lower ?? '')) || isProperNoun(tags[and - 1]);

/** 'the belief that', but not 'told the nation that': what somebody is told are statements of their own. */
const hangsOnNoun = (tokens: readonly Token[], tags: Uint8Array, that: number): boolean =>
  isCommonNoun(tags[QUOTES.has(tokens[that - 1]?.text ?? '') ? that - 2 : that - 1]) &&
  !tokens.slice(Math.max(0, that - LONGEST_ITEM), that).some(({ lower }) => LISTENS.test(lower));

const LISTENS = /^(?:tells?|told|telling|inform(?:s|ed)|assure[sd]|remind(?:s|ed)|warn(?:s|ed))$/;

const INSIDE = /^(?:before|after|until|because|when|while|if|unless|whether|although|though|once)$/;

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

/** 'to lift, carry, and drop balls', 'teams from Lund, Bergen, and Oslo': the last of a list with a comma. */
export function goesOnWithList(
  tokens: readonly Token[],
  from: number,
  comma: number,
  hasVerb: HasVerb,
): boolean {
  const tags = verbTags(tokens);
  let before = comma - 1;
  while (before > from && before > comma - LONGEST_NAME && tokens[before]?.text !== ',') before--;
  if (tokens[before]?.text !== ',') return false;
  if (isPlainForm(tags[comma - 1]) && before === comma - 2 && tags[before - 1] !== NN) return true;
  return (
    isProperNoun(tags[before + 1]) && isProperNoun(tags[before - 1]) && !hasVerb(before, comma)
  );
}

/** In tokens: 'Sen. Ted Reed (R-TX)'. */
const LONGEST_NAME = 10;

/** 'talk of blowing up, burning or bombing it': more of what a preposition governs. */
export function isListOfIng(tokens: readonly Token[], comma: number): boolean {
  const tags = verbTags(tokens);
  for (let at = comma - 1; at > Math.max(0, comma - LONGEST_LIST); at--) {
    if (/^[,;:]$/.test(tokens[at]?.text ?? '') || isFiniteVerb(tags[at])) return false;
    if (isIng(tokens[at]?.lower ?? '') && tags[at - 1] === IN) return joinsIng(tokens, comma);
  }
  return false;
}

/** Whether 'and' or 'or' with one more -ing comes soon: ', decapitating, or burning'. */
const joinsIng = (tokens: readonly Token[], comma: number): boolean =>
  tokens
    .slice(comma + 2, comma + 2 + LONGEST_LIST)
    .some(
      ({ lower }, at) => /^(?:and|or)$/.test(lower) && isIng(tokens[comma + 3 + at]?.lower ?? ''),
    );

const IN = tagOf('IN');
const NN = tagOf('NN');
const NNS = tagOf('NNS');
const OWNER = tagOf('PRP$');
const isPlainForm = among('VB', 'VBP');
const WDT = tagOf('WDT');
/** In tokens. */
const LONGEST_LIST = 8;
