import { nounPhraseEnd } from '../discourse/noun-phrases';
import { verbTags } from '../english/verbs';
import {
  isAdverb,
  isCommonNoun,
  isDeterminer,
  isFiniteVerb,
  isPlural,
  isPronoun,
  isRelative,
  tagOf,
} from '../tags/tag';
import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';

const CD = tagOf('CD');
const IN = tagOf('IN');
const TO = tagOf('TO');
const CC = tagOf('CC');
const VBN = tagOf('VBN');
const VBD = tagOf('VBD');
const POS = tagOf('POS');
const JJ = tagOf('JJ');

/** How far ahead a verb may stand from the start of its subject, in tokens. */
const REACH = 30;
const LONGEST_ASIDE = 20;

/**
 * The finite verb whose subject begins at a token: 'prices', 'on Friday 12 roads', 'a man who fell'.
 *
 * @returns -1 where no subject begins here, or where its verb is not plain
 */
export function verbOfSubject(tokens: readonly Token[], from: number): number {
  const tags = verbTags(tokens);
  const start = skipOpening(tokens, tags, from);
  let at = nounEnd(tokens, tags, start);
  if (at <= start) return -1;
  const reach = Math.min(tokens.length, from + REACH);
  let isInner = false;
  while (at < reach) {
    while (isAdverb(tags[at])) at++;
    if (isFiniteVerb(tags[at])) return isInner && mayHangOnNoun(tokens, tags, at) ? -1 : at;
    isInner = tags[at] === IN;
    const next = afterMore(tokens, tags, at);
    if (next <= at) return -1;
    at = next;
  }
  return -1;
}

/** 'a march by students accused of rioting': a past form without an object, after a noun inside the subject. */
const mayHangOnNoun = (tokens: readonly Token[], tags: Uint8Array, at: number): boolean =>
  tags[at] === VBD &&
  /ed$/.test(tokens[at]?.lower ?? '') &&
  !BY_THEMSELVES.has(tokens[at]?.lower ?? '') &&
  // 'exports of timber slumped by 7%'
  tags[at + 2] !== CD &&
  (tokens[at + 1]?.lower === 'of' ||
    tags[at + 1] === IN ||
    tags[at + 1] === TO ||
    tags[at + 1] === JJ ||
    tags[at + 1] === VBN);

/** Past forms that need no object, so that they are hardly participles. */
const BY_THEMSELVES = wordList(
  `agreed appeared arrived ceased closed climbed collapsed continued contracted crashed declined decreased died doubled dropped
  emerged ended entered erupted escaped expanded expired exploded failed gathered graduated happened improved increased insisted
  jumped landed lasted lived looked marched moved occurred opened plunged protested quadrupled rallied remained resigned responded
  retired returned shifted slipped slowed started stayed stopped survived talked travelled traveled tripled turned voted waited
  walked worked`,
);

/** 'then', 'in May', 'on Friday,': what may stand before a subject. */
function skipOpening(tokens: readonly Token[], tags: Uint8Array, from: number): number {
  let at = from;
  while (isAdverb(tags[at]) && tags[at + 1] !== CD) at++;
  if (tags[at] === IN && !isHedge(tokens, at)) {
    const end = nounEnd(tokens, tags, at + 1);
    if (end > at + 1) at = tokens[end]?.text === ',' ? end + 1 : end;
  }
  return at;
}

/** 'about 40', 'at least 40', 'more than 40'. */
const isHedge = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.kind === 'number' ||
  /^(?:least|most|about|around)$/.test(tokens[at + 1]?.lower ?? '');

/** The end of a noun phrase, a pronoun or a bare count; `from` where none stands. */
function nounEnd(tokens: readonly Token[], tags: Uint8Array, from: number): number {
  if (isPronoun(tags[from]) && !isRelative(tags[from])) return from + 1;
  let at = from;
  while (
    /^(?:at|least|most|more|than|about|around|nearly|over|up|to|some|all|both|each|of|another|almost)$/.test(
      tokens[at]?.lower ?? '',
    ) &&
    at < from + 4
  )
    at++;
  const end = nounPhraseEnd(tokens, tags, at);
  if (end > at) return isTwoPhrases(tags, at, end) ? from : end;
  const whole = nounPhraseEnd(tokens, tags, from);
  if (whole > from) return whole;
  while (tags[at] === CD) at++;
  return tags[at - 1] === CD ? at : from;
}

/** 'the power big firms have': the second noun is the subject of a clause that hangs on the first. */
function isTwoPhrases(tags: Uint8Array, from: number, to: number): boolean {
  if (!isDeterminer(tags[from]) || !isPlural(tags[to - 1])) return false;
  for (let at = from + 2; at < to - 1; at++)
    if (tags[at] === JJ && isCommonNoun(tags[at - 1])) return true;
  return false;
}

/** After these comes a clause, or what tells when something was. */
const OPENS_TIME = /^(?:after|before|until|since|because|while|if|unless|although|though|but)$/;

/** After the next piece of a subject: 'of Lund', 'published by the bank', ', a maker of paint,', 'and the other'. */
function afterMore(tokens: readonly Token[], tags: Uint8Array, at: number): number {
  const tag = tags[at];
  const text = tokens[at]?.text ?? '';
  if (tag === IN || tag === TO || tag === CC) {
    if (OPENS_TIME.test(tokens[at]?.lower ?? '')) return at;
    if (tag === CC && /^(?:i|we|he|she|it|they)$/.test(tokens[at + 1]?.lower ?? '')) return at;
    const end = nounEnd(tokens, tags, at + 1);
    return end > at + 1 ? end : at;
  }
  if (tag === POS) return at + 1;
  if (tag === VBN) return at + 1;
  if (text === ')') return at + 1;
  if (isRelative(tag)) return relativeEnd(tokens, tags, at);
  if (/^[,(–—]$/.test(text)) return asideEnd(tokens, tags, at);
  return at;
}

/** Before the second verb in 'a man who stole drugs was jailed'. */
function relativeEnd(tokens: readonly Token[], tags: Uint8Array, pronoun: number): number {
  let verbs = 0;
  for (let at = pronoun + 1; at < Math.min(tokens.length, pronoun + LONGEST_ASIDE); at++) {
    if (/^[,;:]$/.test(tokens[at]?.text ?? '') || tags[at] === CC) return pronoun;
    if (isFiniteVerb(tags[at]) && !isFiniteVerb(tags[at - 1]) && ++verbs === 2) return at;
  }
  return pronoun;
}

/** After an aside in commas, brackets or dashes, or before the next part of a list. */
function asideEnd(tokens: readonly Token[], tags: Uint8Array, open: number): number {
  const mark = tokens[open]?.text === '(' ? ')' : (tokens[open]?.text ?? '');
  for (let at = open + 1; at < Math.min(tokens.length, open + LONGEST_ASIDE); at++) {
    if (tokens[at]?.text !== mark) continue;
    let verb = at + 1;
    while (isAdverb(tags[verb])) verb++;
    return mark === ')' || isFiniteVerb(tags[verb]) ? at + 1 : open;
  }
  return open;
}
