import { MONTHS, WEEKDAYS } from '../english/date-words';
import { CONJUNCTIONS, PREPOSITIONS } from '../english/grammar-words';
import { isOfficeWord } from '../parties/introduced';
import { isOffice } from '../parties/party-words';
import { isCapital } from '../parties/read-party';
import { isAdverb, isFiniteVerb, isNoun, isParticiple, isPronoun, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Range, Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { isTaggedVerb, isVerbForm } from './tagged-verbs';

/** Who is the subject of a verb of saying; indexes are into the tokens of its sentence. */
export type VerbSubject = Range & {
  /** 'When asked', 'Although the north did well': what stands before the subject and is no part of it. */
  readonly adjunct: Range;
  /** The words from the subject to the verb: 'on Tuesday', 'later also'. */
  readonly between: Range;
};

/**
 * Finds the subject of a verb of saying: the noun phrase before it, without what opens the clause and
 * without the days, adverbs and helping verbs in between.
 *
 * @param from  the first token of its clause
 * @returns null where no noun phrase for sure is the subject
 */
export function subjectOfVerb(
  tokens: readonly Token[],
  from: number,
  verb: number,
): VerbSubject | null {
  const end = subjectEnd(tokens, from, verb);
  const to = Math.max(end, apposedEnd(tokens, end, verb));
  const start = subjectStart(tokens, from, end);
  const first = skipAdverbs(tokens, start, to);
  // 'a woman you think': the noun is in what is thought.
  const tags = tagsOf(tokens);
  if (to - first > 1 && tags[to - 1] === PRP && isNoun(tags[to - 2])) return null;
  if (first >= to || !isNounPhrase(tokens, first, to)) return null;
  const adjunct = { from, to: first };
  return isAdjunct(tokens, adjunct)
    ? { from: first, to, adjunct, between: { from: to, to: verb } }
    : null;
}

/** 'Its owner, Norline, said': the name in the aside is the subject's. */
function apposedEnd(tokens: readonly Token[], open: number, verb: number): number {
  let close = open + 1;
  while (close < verb && tokens[close]?.text !== ',') close++;
  const start = subjectStart(tokens, 0, open);
  const isRole =
    (OWNS.test(tokens[start]?.lower ?? '') ||
      tokens.slice(start, open).some(({ text }) => /^['’]s?$/.test(text))) &&
    /^\p{Ll}/u.test(tokens[open - 1]?.text ?? '');
  return tokens[open]?.text === ',' && close < verb && isRole && isNameOnly(tokens, open + 1, close)
    ? close
    : open;
}

const PRP = tagOf('PRP');
const OWNS = /^(?:its|his|her|their|the|a|an|one|another)$/;

/** The end of the subject: helping verbs, adverbs, days and asides before the verb are passed over. */
export function subjectEnd(tokens: readonly Token[], from: number, verb: number): number {
  let end = verb;
  for (;;) {
    const before = tokens[end - 1];
    if (!before || end <= from) return end;
    const isJoint =
      before.lower === 'and' && isAdverbAt(tokens, end - 2) && isAdverbAt(tokens, end);
    if (isAdverbAt(tokens, end - 1) || HELPERS.has(before.text) || isJoint) {
      end--;
      continue;
    }
    const next = Math.min(
      dayStart(tokens, from, end),
      placeStart(tokens, from, end),
      asideStart(tokens, from, end),
    );
    if (next >= end || next <= from) return end;
    end = next;
  }
}

const HELPERS = new Set(
  'has have had did does is are was were been will also since now later then'.split(' '),
);

/** 'Also', 'repeatedly'; 'earlier' is no adverb in 'earlier this week'. */
const isAdverbAt = (tokens: readonly Token[], at: number): boolean =>
  isAdverb(tagsOf(tokens)[at]) &&
  (at === 0 || tokens[at]?.text === tokens[at]?.lower) &&
  !OPENS_DAY.test(tokens[at]?.lower ?? '');

const DAY_WORDS = wordList(`
  morning afternoon evening night noon midday week month year spring summer autumn fall winter weekend
  yesterday today tonight
`);
const OPENS_DAY = /^(?:on|late|early|in|last|this|next|earlier|later|by|at|the|since|during)$/;

const isDayWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (WEEKDAYS.has(token.lower) ||
    (MONTHS.has(token.lower) && isUpper(token)) ||
    DAY_WORDS.has(token.lower) ||
    (token.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(token.text)));

const isUpper = (token: Token): boolean => token.text !== token.lower;

/** Where a day begins that ends here: 'late on Monday afternoon', 'last month', 'in May 2019'; `end` for none. */
function dayStart(tokens: readonly Token[], from: number, end: number): number {
  let at = end;
  if (!isDayWord(tokens[at - 1]) && !(isNumber(tokens[at - 1]) && isDayWord(tokens[at - 2])))
    return end;
  while (at > from + 1 && (isDayWord(tokens[at - 1]) || isNumber(tokens[at - 1]))) at--;
  while (at > from + 1 && OPENS_DAY.test(tokens[at - 1]?.lower ?? '')) at--;
  const isBare = at === end - 1 && !/^(?:yesterday|today|tonight)$/.test(tokens[at]?.lower ?? '');
  return isBare && !WEEKDAYS.has(tokens[at]?.lower ?? '') ? end : at;
}

const isNumber = (token: Token | undefined): boolean => /^\d{1,2}$/.test(token?.text ?? '');

const MEDIA =
  /^(?:statement|interview|speech|letter|report|post|tweet|email|e-mail|release|briefing|memo|filing|study|paper|message|article|blog|broadcast|conference|column)$/;

/** 'the ministry in a statement said': where the words on how it was said begin. */
function placeStart(tokens: readonly Token[], from: number, end: number): number {
  if (!MEDIA.test(tokens[end - 1]?.lower ?? '')) return end;
  for (let at = end - 2; at > from && at > end - 6; at--)
    if (/^(?:in|at|via|on)$/.test(tokens[at]?.lower ?? '')) return at;
  return end;
}

/** As many words as stand between two commas before a verb. */
const LONGEST_ASIDE = 24;
const OPENS_ASIDE =
  /^(?:who|which|whose|in|at|on|for|however|meanwhile|though|too|an?|another|one|both|the|his|her|its|their|now|then|aged|formerly|also|citing|speaking|writing)$/;

/** ', who rules North Korea, said': the comma that opens the aside; `end` for none. */
function asideStart(tokens: readonly Token[], from: number, end: number): number {
  if (tokens[end - 1]?.text === ')') {
    for (let at = end - 2; at > from && at > end - 8; at--) if (tokens[at]?.text === '(') return at;
    return end;
  }
  if (tokens[end - 1]?.text !== ',') return end;
  let open = -1;
  for (let at = end - 2; at > from && at > end - LONGEST_ASIDE; at--) {
    if (/^[;:"“”]$/.test(tokens[at]?.text ?? '')) break;
    if (tokens[at]?.text !== ',') continue;
    if (open < 0) open = at;
    const first = tokens[at + 1];
    const { lower = '' } = first ?? {};
    const opens =
      OPENS_ASIDE.test(lower) ||
      isParticiple(tagsOf(tokens)[at + 1]) ||
      first?.kind === 'number' ||
      isPartySign(tokens, at + 1) ||
      tokens.slice(at + 1, end).some(isOfficeWord);
    if (opens) return ageStart(tokens, from, at);
  }
  return open > from && isNameOnly(tokens, open + 1, end - 1) ? open : end;
}

/** 'Moe, 41, a lawyer, said': the aside begins before the age. */
const ageStart = (tokens: readonly Token[], from: number, comma: number): number =>
  comma - 2 > from &&
  tokens[comma - 2]?.text === ',' &&
  /^[1-9]\d?$/.test(tokens[comma - 1]?.text ?? '') &&
  isCapital(tokens[comma - 3])
    ? comma - 2
    : comma;

/** ', R-Ky.,' after the name of a politician. */
const isPartySign = (tokens: readonly Token[], at: number): boolean =>
  /^[DIR]$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === '-';

const isNameOnly = (tokens: readonly Token[], from: number, to: number): boolean =>
  to > from && tokens.slice(from, to).every((token) => isCapital(token) || token.text === '.');

/** Words that a subject cannot reach over. */
const STOPS = new Set(
  'that when while as because although though if whether where after before since but so than how why once until unless what whereas who which whose whom'.split(
    ' ',
  ),
);

/** 'The WHO' is no pronoun. */
const isStop = ({ lower, text }: Token): boolean =>
  STOPS.has(lower) && (text.length < 2 || text !== text.toUpperCase());

/** The longest subject with its complements: 'Officials of the ministry of health in the north of the country'. */
const LONGEST = 28;

const BREAKS = new Set([';', ':', '"', '“', '”', '(', ')', '–', '—', '…']);

function subjectStart(tokens: readonly Token[], from: number, to: number): number {
  let start = to;
  while (start > from && to - start < LONGEST) {
    const at = start - 1;
    const token = tokens[at];
    if (!token || BREAKS.has(token.text) || isStop(token)) break;
    if (token.text === ',' && !joinsNames(tokens, from, at, to)) break;
    if (isTaggedVerb(tokens, at) && !isReduced(tokens, at, to)) break;
    start = at;
  }
  return start;
}

/** 'A report published on Wednesday said': a participle, though it looks like a past form. */
const isReduced = (tokens: readonly Token[], at: number, to: number): boolean =>
  at + 1 < to &&
  /[a-z]{3}ed$/.test(tokens[at]?.text ?? '') &&
  isNoun(tagsOf(tokens)[at - 1]) &&
  (isPreposition(tokens, at + 1) || isDayWord(tokens[at + 1]));

/** A comma inside a subject: before a role ('Craig Johns, area manager at the agency') or in a list with 'and'. */
function joinsNames(tokens: readonly Token[], from: number, comma: number, to: number): boolean {
  const before = nounRun(tokens, from, comma);
  if (before < 0) return false;
  const after = tokens.slice(comma + 1, to);
  if (after.some(({ text }) => text === ',') && !after.some(({ lower }) => lower === 'and'))
    return false;
  const isNamed = isCapital(tokens[comma - 1]);
  const role = after.slice(0, 8);
  const isRole =
    isNamed &&
    role.some(isOfficeWord) &&
    !(
      isCapital(after[0]) &&
      after.slice(0, 2).every(isCapital) &&
      after.length <= 3 &&
      !isOffice(after[0]?.lower ?? '')
    );
  const isList =
    after.length < 10 &&
    after.some(({ lower }, at) => lower === 'and' && at > 0) &&
    comma - before <= 4;
  return isRole || isList;
}

/** Where the run of words before a comma begins that can be a name or a noun; -1 where it is something else. */
function nounRun(tokens: readonly Token[], from: number, comma: number): number {
  let at = comma;
  while (at > from && comma - at < 8) {
    const token = tokens[at - 1];
    if (token?.kind !== 'word' && !/^[-.'’]$|^['’]s$/.test(token?.text ?? '')) break;
    if ((token && isStop(token)) || (isPreposition(tokens, at - 1) && token?.lower !== 'of'))
      return -1;
    if (isTaggedVerb(tokens, at - 1)) return -1;
    at--;
  }
  return at < comma && !isParticiple(tagsOf(tokens)[at]) ? at : -1;
}

const skipAdverbs = (tokens: readonly Token[], from: number, to: number): number => {
  let at = from;
  while (at < to && (tokens[at]?.kind === 'mark' || LEADS.has(tokens[at]?.lower ?? ''))) at++;
  const day = leadingDay(tokens, at, to);
  return day > at ? skipAdverbs(tokens, day, to) : at;
};

const LEADS = new Set(
  `still meanwhile later now then however first second third finally also and but yet so indeed instead moreover
  nevertheless nonetheless elsewhere additionally separately earlier today yesterday again only even perhaps overall
  ultimately initially eventually recently afterwards while though although whereas`.split(/\s+/),
);

/** 'On Monday Mr Smith', 'In 2019 officials', 'Last week the board': no comma stands after a day. */
function leadingDay(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && /^(?:on|in|last|late|early|earlier|this|by|at)$/.test(tokens[at]?.lower ?? ''))
    at++;
  const core = at;
  while (at < to && (isDayWord(tokens[at]) || isNumber(tokens[at]))) at++;
  const isDay = at > core && (core > from || WEEKDAYS.has(tokens[core]?.lower ?? ''));
  return isDay && at < to ? at : from;
}

const [IN, MARK, TO, WRB, CC] = [
  tagOf('IN'),
  tagOf('IN:MARK'),
  tagOf('TO'),
  tagOf('WRB'),
  tagOf('CC'),
];

/** 'In', 'at'; 'Per' in 'Per Dahl' is tagged as a name. */
const isPreposition = (tokens: readonly Token[], at: number): boolean => tagsOf(tokens)[at] === IN;

/** 'In', 'that': by the tag and the list of such words, since capitals mislead the one. */
const isLinkingAt = (tokens: readonly Token[], at: number): boolean => {
  const tag = tagsOf(tokens)[at];
  const { lower = '' } = tokens[at] ?? {};
  return (tag === IN || tag === MARK) && (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower));
};

/** Words around a noun or a pronoun, without a verb of their own. */
export function isNounPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  const tags = tagsOf(tokens);
  const [first, last] = [tags[from], tags[to - 1]];
  const isPer = tokens[from]?.text === 'Per' && isCapital(tokens[from + 1]);
  const isLinking = isLinkingAt(tokens, from) && !isPer;
  if (isLinking || first === TO || last === IN || last === CC) return false;
  // 'Boeing said': a name, whatever its ending.
  const isName =
    to - from === 1 && isCapital(tokens[from]) && !isVerbForm(tokens[from]?.lower ?? '');
  if (isParticiple(first) && !isNoun(tags[from + 1]) && !isName) return false;
  const [opening, closing] = [tokens[from], tokens[to - 1]];
  if (/^(?:an?|the|of|very|not|no|nobody|none|['’]s?)$/.test(closing?.lower ?? '')) return false;
  if (
    to - from === 1 &&
    /^(?:that|there|what|this|these|those|here|it)$/.test(opening?.lower ?? '')
  )
    return opening?.lower === 'it';
  if (opening?.lower === 'let') return false;
  let hasNoun = false;
  for (let at = from; at < to; at++) {
    if (isTaggedVerb(tokens, at) && !isReduced(tokens, at, to)) return false;
    // 'the first thing they found'
    const isClause = at > from && SUBJECTS.test(tokens[at]?.text ?? '');
    if (isClause && !/^(?:and|or|,|not|nor)$/.test(tokens[at - 1]?.lower ?? '')) return false;
    if (isNoun(tags[at]) || isPronoun(tags[at]) || tokens[at]?.kind === 'number') hasNoun = true;
  }
  return hasNoun || isPer || isCapital(closing) || DESCRIBES.has(closing?.lower ?? '');
}

const SUBJECTS = /^(?:I|he|she|they|we|you)$/;

/** 'the accused', 'the unemployed', 'many', 'others': people without a noun. */
const DESCRIBES = new Set(
  'accused deceased unemployed injured poor rich elderly many some several few most both others all'.split(
    ' ',
  ),
);

/** 'Hours later,', 'A week earlier,', 'The next day,'. */
const isTime = (tokens: readonly Token[], from: number, to: number): boolean =>
  to - from <= 6 &&
  tokens[to - 1]?.text === ',' &&
  /^(?:later|earlier|ago|day|morning|afternoon|evening|night|week|month|year|time|point)$/.test(
    tokens[to - 2]?.lower ?? '',
  );

const OPENS_ADJUNCT =
  /^(?:when|while|as|although|though|because|after|before|since|if|once|whereas|until|despite|even|just|but|and|yet|so)$/;

/** What may stand before the subject: nothing, an adverb, or a phrase that its first word shows to be no subject. */
function isAdjunct(tokens: readonly Token[], { from, to }: Range): boolean {
  let at = from;
  while (at < to && (tokens[at]?.kind === 'mark' || LEADS.has(tokens[at]?.lower ?? ''))) at++;
  if (at >= to) return true;
  if (tokens[to - 1]?.text === ',' && OPENS_ADJUNCT.test(tokens[from]?.lower ?? '')) return true;
  const { lower = '' } = tokens[at] ?? {};
  const day = leadingDay(tokens, at, to + 1);
  if (day >= to) return true;
  if (day > at) return isAdjunct(tokens, { from: day, to });
  if (isTime(tokens, at, to)) return true;
  if (lower === 'as' && to === at + 1) return true;
  if (tokens[to - 1]?.text !== ',') return false;
  const tag = tagsOf(tokens)[at];
  return (
    OPENS_ADJUNCT.test(lower) ||
    isParticiple(tag) ||
    isFiniteVerb(tag) ||
    isAdverb(tag) ||
    tag === IN ||
    tag === MARK ||
    tag === TO ||
    tag === WRB ||
    lower === 'not'
  );
}
