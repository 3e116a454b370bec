import { WEEKDAYS } from '../english/date-words';
import { isPluralNoun, toSingular } from '../english/nouns';
import { isOffice, NAMED_THINGS } from '../parties/party-words';
import {
  isAdjective,
  isCommonNoun,
  isFiniteVerb,
  isMainVerb,
  isNoun,
  isPlural,
  isProperNoun,
  isVerb,
  TAGS,
  type Tag,
  tagOf,
} from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { bodyClassOf, isPersonNoun } from './nouns';

/** How a phrase begins: 'the', 'this', 'a', a number, another's genitive, 'his', or with none of these. */
type Opening = 'the' | 'this' | 'a' | 'number' | 'genitive' | 'its' | 'bare';

/** What a phrase is to its verb; 'same' is a noun after 'is' and 'becomes'. */
export type SentenceRole = 'subject' | 'object' | 'same' | 'other';

/** A noun with the words before it that belong to it. Indexes are into the tokens of its sentence. */
export type NounPhrase = Range & {
  readonly opening: Opening;
  /** The last word: the noun itself, or the end of a name. */
  readonly head: number;
  /** Where the run of name words begins that ends the phrase; `to` where it ends in a common noun. */
  readonly name: number;
  readonly isMany: boolean;
  readonly role: SentenceRole;
  /** After the 'of …' and 'for …' that tell which one is meant. */
  readonly wholeTo: number;
  /** After all that hangs on it by prepositions: 'two bridges over the Arne in Lund'. */
  readonly chainTo: number;
};

/** 'he' and 'their' with their places. */
export type PronounPlace = { readonly at: number; readonly role: SentenceRole };

const CD = tagOf('CD');
const POS = tagOf('POS');
const IN = tagOf('IN');
const TO = tagOf('TO');
const DT = tagOf('DT');
const PDT = tagOf('PDT');
const OWNER = tagOf('PRP$');
const PRP_VERB = tagOf('PRP:VERB');
const RB = tagOf('RB');
const VBN = tagOf('VBN');
const VBG = tagOf('VBG');
const CC = tagOf('CC');
const MONEY = tagOf('$');

/** Reads the noun phrases of a sentence, each once, in the order of the text. */
export function findNounPhrases(tokens: readonly Token[], tags: Uint8Array): NounPhrase[] {
  const found: NounPhrase[] = [];
  let at = 0;
  while (at < tokens.length) {
    const closing = tokens[at]?.text === '(' ? closeOf(tokens, at) : -1;
    if (closing > 0) {
      at = closing;
      continue;
    }
    const to = nounPhraseEnd(tokens, tags, at);
    if (to <= at) {
      at++;
      continue;
    }
    found.push(toPhrase(tokens, tags, at, to));
    at = to;
  }
  const joined = joinNames(tokens, tags, found);
  const read = joined.map((phrase, index) => withRole(tokens, tags, phrase, joined, index));
  return withFirstSubject(tokens, tags, read);
}

/** The first noun before the first verb is its subject, whatever stands between: 'The Senate late on Monday elected'. */
function withFirstSubject(
  tokens: readonly Token[],
  tags: Uint8Array,
  phrases: readonly NounPhrase[],
): NounPhrase[] {
  const verb = tags.findIndex(isFiniteVerb);
  const first = phrases.findIndex(({ from }) => tags[from - 1] !== IN && tags[from - 1] !== TO);
  const found = phrases[first];
  const isOpen =
    found && found.to <= verb && !phrases.some(({ role, to }) => role === 'subject' && to <= verb);
  const isLed = found && tokens.slice(0, found.from).some(({ text }) => text === ',');
  if (!found || !isOpen || found.role === 'same' || (found.from > 0 && !isLed)) return [...phrases];
  return phrases.map((phrase, at) => (at === first ? { ...phrase, role: 'subject' } : phrase));
}

const LONGEST_PARENTHESIS = 30;

/** After the parenthesis that closes one opened here: what stands inside is nobody's antecedent. */
function closeOf(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < Math.min(tokens.length, open + LONGEST_PARENTHESIS); at++)
    if (tokens[at]?.text === ')') return at + 1;
  return -1;
}

/** 'the Chamber of Deputies', 'the Homes and Communities Agency': one name. */
function joinNames(
  tokens: readonly Token[],
  tags: Uint8Array,
  found: readonly NounPhrase[],
): NounPhrase[] {
  const joined: NounPhrase[] = [];
  for (const phrase of found) {
    const before = joined.at(-1);
    const isNext = before && phrase.from === before.to + 1 && before.name < before.to;
    const link = tokens[phrase.from - 1]?.lower ?? '';
    const isName = phrase.name < phrase.to && phrase.name <= phrase.from + 1;
    const nounOfBefore = toSingular(tokens[before?.head ?? -1]?.lower ?? '');
    if (
      isNext &&
      isName &&
      link === 'of' &&
      isProperNoun(tags[before.head]) &&
      namesBody(nounOfBefore)
    )
      joined[joined.length - 1] = { ...before, to: phrase.to, wholeTo: phrase.to };
    else if (
      isNext &&
      isName &&
      link === 'and' &&
      phrase.name === phrase.from &&
      tokens[before.from]?.lower === 'the' &&
      !namesBody(nounOfBefore) &&
      namesBody(toSingular(tokens[phrase.head]?.lower ?? ''))
    )
      joined[joined.length - 1] = {
        ...phrase,
        from: before.from,
        name: before.name,
        opening: 'the',
      };
    else if (
      isNext &&
      isName &&
      link === 'and' &&
      before.to - before.from > 3 &&
      tokens.slice(before.from, before.to).some(({ lower }) => lower === 'of') &&
      /^VBZ/.test(TAGS[verbTag(tags, phrase.to)] ?? '')
    )
      joined[joined.length - 1] = { ...before, to: phrase.to, wholeTo: phrase.to };
    else joined.push(phrase);
  }
  return joined;
}

/** The tag of the verb that comes next, adverbs passed over. */
const verbTag = (tags: Uint8Array, from: number): Tag => {
  let at = from;
  while (tags[at] === RB) at++;
  return tags[at] ?? -1;
};

const namesBody = (noun: string): boolean => bodyClassOf(noun) !== null;

/** The end of the phrase that begins here; `from` where none does. */
export function nounPhraseEnd(tokens: readonly Token[], tags: Uint8Array, from: number): number {
  let end = from;
  let at = from;
  if (tags[at] === PDT) at++;
  const opens = tags[at] === DT || tags[at] === OWNER;
  if (opens) at++;
  for (; at < tokens.length; at++) {
    const tag = tags[at];
    const { text = '', spaced = true } = tokens[at] ?? {};
    // 'posted on Twitter Tuesday'
    if (at > from && isNoun(tags[at - 1]) && isDayAlone(tokens, at)) break;
    if (isNoun(tag) || tag === CD) end = at + 1;
    else if (tag === POS && (isNoun(tags[at - 1]) || tags[at - 1] === CD || tags[at - 1] === POS))
      continue;
    else if (isAdjective(tag) || tag === MONEY) continue;
    else if (tag === RB && tags[at + 1] === CD) continue;
    else if (tag === RB && opens && isAdjective(tags[at + 1])) continue;
    else if ((tag === VBN || tag === VBG) && isPremodifier(tags, at, from, opens)) continue;
    else if (!spaced && at > from && end >= at - 1 && JOINERS.has(text) && !isGap(tokens, at))
      continue;
    else if (text === '&' && isProperNoun(tags[at - 1]) && isProperNoun(tags[at + 1])) continue;
    else break;
  }
  // A number alone counts something that stands elsewhere.
  let counts = from;
  while (counts < end && (tags[counts] === CD || tags[counts] === RB || tags[counts] === MONEY))
    counts++;
  return counts < end ? end : from;
}

/** A day of the week that is no part of a name: 'Ash Wednesday', 'Tuesday Books'. */
const isDayAlone = (tokens: readonly Token[], at: number): boolean =>
  WEEKDAYS.has(tokens[at]?.lower ?? '') &&
  !/^(?:ash|black|bloody|cyber|easter|good|holy|maundy|palm|super)$/.test(
    tokens[at - 1]?.lower ?? '',
  ) &&
  !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '');

const JOINERS = new Set(['-', '–', '/', '&', '.']);

const hasTag = (tags: Uint8Array, from: number, to: number, tag: Tag): boolean => {
  for (let at = from; at < to; at++) if (tags[at] === tag) return true;
  return false;
};

const isGap = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.spaced !== false && tokens[at]?.text !== '.';

/** 'contaminated' in 'the heavily contaminated site'; a participle after its noun is none. */
const isPremodifier = (tags: Uint8Array, at: number, from: number, opens: boolean): boolean => {
  const before = tags[at - 1];
  const free = at === from ? false : opens || isAdjective(before) || before === CD;
  return free && !isNoun(before) && (isNoun(tags[at + 1]) || isAdjective(tags[at + 1]));
};

function toPhrase(
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): NounPhrase {
  const head = to - 1;
  let name = to;
  while (name > from && isNamePart(tokens, tags, name - 1, name === to)) name--;
  let named = name;
  while (named < to && !isProperNoun(tags[named])) named++;
  if (named === to) name = to;
  const singular = tokens[head]?.lower ?? '';
  return {
    from,
    to,
    head,
    name,
    opening: openingOf(tokens, tags, from, to),
    isMany: isPlural(tags[head]) || (isCommonNoun(tags[head]) && isPluralNoun(singular)),
    role: 'other',
    wholeTo: to,
    chainTo: to,
  };
}

const isNamePart = (
  tokens: readonly Token[],
  tags: Uint8Array,
  at: number,
  isLast: boolean,
): boolean => {
  const tag = tags[at];
  if (NO_NAME.has(tokens[at]?.lower ?? '')) return false;
  if (isProperNoun(tag)) return true;
  const text = tokens[at]?.text ?? '';
  if (tag === CD) return isProperNoun(tags[at - 1]);
  if (isLast) return false;
  // At the start of a sentence any noun has a capital: a name that the tagger does not know, or an office.
  const isUnknown =
    at === 0 && isCommonNoun(tag) && isProperNoun(tags[1]) && !isKnownNoun(text.toLowerCase());
  return (
    (at > 0 && (text === '-' || text === '.' || text === '&')) ||
    ((isAdjective(tag) || isUnknown) && UPPER.test(text))
  );
};

/** Words that open a clause, whatever their capital: 'But beware: Because Loki is …'. */
const NO_NAME = wordList(
  'because although though while whereas when if unless since after before but and yet so however as',
);

const UPPER = /^\p{Lu}/u;

const isKnownNoun = (lower: string): boolean =>
  isOffice(lower) ||
  isPersonNoun(lower) ||
  bodyClassOf(lower) !== null ||
  NAMED_THINGS.has(lower) ||
  isPluralNoun(lower);

function openingOf(tokens: readonly Token[], tags: Uint8Array, from: number, to: number): Opening {
  const lower = tokens[from]?.lower ?? '';
  if (tags[from] === OWNER) return 'its';
  if (hasTag(tags, from, to, POS)) return 'genitive';
  if (lower === 'the') return 'the';
  if (lower === 'this' || lower === 'that' || lower === 'these' || lower === 'those') return 'this';
  if (lower === 'a' || lower === 'an' || lower === 'another') return 'a';
  if (hasTag(tags, from, to, CD)) return 'number';
  if (tokens[from - 1]?.text === ')') return 'bare';
  return COUNTS.has(lower) ? 'number' : 'bare';
}

const COUNTS = wordList('some several many few most no any every each all both');

const COPULAS = wordList('is are was were be been become becomes became remain remains remained');

function withRole(
  tokens: readonly Token[],
  tags: Uint8Array,
  phrase: NounPhrase,
  all: readonly NounPhrase[],
  index: number,
): NounPhrase {
  let chain = phrase.to;
  let wholeTo = phrase.to;
  for (let next = index + 1; next < all.length && next < index + 4; next++) {
    const other = all[next];
    const isLinked =
      other && other.from === chain + 1 && (tags[chain] === IN || tags[chain] === TO);
    if (!isLinked) break;
    if (tokens[chain]?.lower === 'of' && wholeTo === chain) wholeTo = other.to;
    chain = other.to;
  }
  const { from, to, head, name, opening, isMany } = phrase;
  const role = roleOf(tokens, tags, phrase, chain);
  return { from, to, head, name, opening, isMany, role, wholeTo, chainTo: chain };
}

function roleOf(
  tokens: readonly Token[],
  tags: Uint8Array,
  { from }: Range,
  chain: number,
): SentenceRole {
  let before = from - 1;
  if (tokens[before]?.lower === 'as') return 'same';
  while (before >= 0 && (tags[before] === RB || tags[before] === CD)) before--;
  if (tags[before] === IN || tags[before] === TO) return 'other';
  if (COPULAS.has(tokens[before]?.lower ?? '')) return 'same';
  if (verbAfter(tokens, tags, chain) >= 0) return 'subject';
  return isMainVerb(tags[before]) ? 'object' : 'other';
}

/** The finite verb of which the words before `from` can be the subject; -1 when there is none. */
function verbAfter(tokens: readonly Token[], tags: Uint8Array, from: number): number {
  let at = from;
  for (let rounds = 0; rounds < 3; rounds++) {
    while (tags[at] === RB) at++;
    if (isFiniteVerb(tags[at])) return at;
    const close = OPENS_ASIDE.has(tokens[at]?.text ?? '') ? asideEnd(tokens, tags, at) : -1;
    if (close < 0) return -1;
    at = close;
  }
  return -1;
}

const OPENS_ASIDE = new Set([',', '(', '–', '—']);
const LONGEST_ASIDE = 25;

/** After the mark that closes an aside which opens here; -1 where none does, or it is a clause of its own. */
function asideEnd(tokens: readonly Token[], tags: Uint8Array, open: number): number {
  const mark = tokens[open]?.text === '(' ? ')' : (tokens[open]?.text ?? '');
  if (tags[open + 1] === CC || isFiniteVerb(tags[open + 1])) return -1;
  for (let at = open + 1; at < Math.min(tokens.length, open + LONGEST_ASIDE); at++)
    if (tokens[at]?.text === mark) {
      let verb = at + 1;
      while (tags[verb] === RB) verb++;
      if (isFiniteVerb(tags[verb]) || mark === ')') return at + 1;
    }
  return -1;
}

const PRONOUNS = wordList('he she it they him her them his hers its their theirs');
const SUBJECTS = wordList('he she it they');

/** The pronouns of a sentence that stand for somebody or something. */
export function findPronouns(tokens: readonly Token[], tags: Uint8Array): PronounPlace[] {
  const found: PronounPlace[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { lower = '', text = '' } = tokens[at] ?? {};
    // 'To Write Love On Her Arms': a capital in a sentence is of a title.
    const isOfTitle = text !== lower && at > 0 && tokens[at - 1]?.kind === 'word';
    // 'they’re', 'he’ll'
    const isWithVerb = tags[at] === PRP_VERB && /^(?:he|she|it|they)['’]/.test(lower);
    if ((!PRONOUNS.has(lower) && !isWithVerb) || isOfTitle) continue;
    if (isWithVerb) {
      found.push({ at, role: 'subject' });
      continue;
    }
    const isSubject = SUBJECTS.has(lower);
    const role =
      isSubject && verbAfter(tokens, tags, at + 1) >= 0
        ? 'subject'
        : isVerb(tags[at - 1]) && tags[at] !== OWNER
          ? 'object'
          : 'other';
    found.push({ at, role });
  }
  return found;
}

/** Whether a pronoun owns what comes after it: 'her bank', and not 'told her'. */
export const isOwner = (tags: Uint8Array, at: number): boolean => tags[at] === OWNER;

/** The singular of the noun that a phrase is about, in lower case. */
export const headNounOf = (tokens: readonly Token[], { head }: NounPhrase): string =>
  toSingular(tokens[head]?.lower ?? '');
