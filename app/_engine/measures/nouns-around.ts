import { isPast } from '../english/verbs';
import { hedgedFrom } from '../phrases/governor';
import {
  isOfTime,
  LINKS,
  type Phrase,
  phraseBefore,
  phraseFrom,
  sayPhrase,
  sayThe,
} from '../phrases/phrases';
import {
  isAdjectiveAt,
  isDeterminerAt,
  isNominalAt,
  isNounAt,
  isPrepositionAt,
  isProperNounAt,
  isVerbToken,
} from '../phrases/word-class';
import type { Token } from '../tokens/tokens';
import {
  AMOUNT_NOUNS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  INVEST_VERBS,
  LEVEL_VERBS,
} from './measure-words';
import { at, pastConversion, type Rule } from './rule';

// Rules by the nouns before and after a figure.

/** '60 % of its revenue', '$8 billion of shares', '40 kg of cocaine'. */
export const ofWhole: Rule = ({ text, tokens, amount }) => {
  const isHalf = at(tokens, amount.to - 1) === 'half' && isDeterminerAt(tokens, amount.to);
  const half = isHalf ? phraseFrom(tokens, amount.to, /^of$/) : null;
  if (half) return sayPhrase(text, tokens, half);
  const of = pastConversion(tokens, amount.to);
  if (at(tokens, of) !== 'of' || amount.kind === 'points') return null;
  const phrase = phraseFrom(tokens, of + 1, /^(?:of|in|on|for|with|between|under)$/);
  if (!phrase) return ofThese(text, tokens, of + 1);
  return amount.kind === 'money'
    ? sayPhrase(text, tokens, phrase)
    : `share of ${sayThe(text, tokens, phrase)}`;
};

/** '92 % of these were new homes': what they are says of what it is a share. */
function ofThese(text: string, tokens: readonly Token[], pronoun: number): string | null {
  // 'half of those asked'
  const deed = at(tokens, pronoun + 1);
  if (
    at(tokens, pronoun) === 'those' &&
    isPast(deed) &&
    !/^(?:is|are|was|were|had|did)$/.test(deed)
  )
    return `share of those ${deed}`;
  const verb = pronoun + 1;
  if (!/^(?:is|are|was|were)$/.test(at(tokens, verb)) || !isNominalAt(tokens, verb + 1))
    return null;
  const phrase = phraseFrom(tokens, verb + 1, /^of$/);
  if (!phrase || isVerbToken(tokens, phrase.to - 1)) return null;
  return `share that ${at(tokens, verb)} ${sayPhrase(text, tokens, phrase)}`;
}

/** '$55 billion in annual revenue', '$500 million a year in savings'. */
export const inKind: Rule = ({ text, tokens, amount, governor }) => {
  if (governor && INVEST_VERBS.has(at(tokens, governor.verb))) return null;
  if (amount.kind !== 'money' || at(tokens, amount.to) !== 'in') return null;
  if (isDeterminerAt(tokens, amount.to + 1) || isProperNounAt(tokens, amount.to + 1)) return null;
  const phrase = phraseFrom(tokens, amount.to + 1, /^(?:of|on|for|from|to)$/);
  if (
    !phrase ||
    isOfTime(tokens, phrase.from, phrase.head + 1) ||
    NOT_IN_KIND.test(at(tokens, phrase.head))
  )
    return null;
  return sayPhrase(text, tokens, phrase);
};

const NOT_IN_KIND =
  /^(?:cash|total|all|fact|prison|jail|advance|return|exchange|public|value|court|place|response|line|part)$/;

/** 'a £2m fine', 'a 4 % rise in rents', 'a 31-acre site'. */
export const beforeNoun: Rule = ({ text, tokens, amount }) => {
  const next = tokens[amount.to];
  if (next?.kind !== 'word' || isPrepositionAt(tokens, amount.to)) return null;
  if (amount.kind === 'percent' && isVerbToken(tokens, amount.to)) return null;
  if (/^(?:last|next|past|this|each|every|including|excluding)$/.test(next.lower)) return null;
  const phrase = phraseFrom(tokens, amount.to, null);
  if (!phrase || phrase.from !== amount.to || isOfTime(tokens, phrase.from, phrase.to)) return null;
  const head = at(tokens, phrase.head);
  if (COMPARING.test(head)) return null;
  if (CHANGE_NOUNS.has(head)) return withChange(text, tokens, phrase);
  if (amount.kind !== 'money' && amount.kind !== 'percent') return null;
  const whole = phraseFrom(tokens, amount.to, STAKE.test(head) ? /^(?:in|of)$/ : /^(?:of|on|for)$/);
  if (!whole) return null;
  // 'a 27 % higher risk of falls'
  const isMore = whole.from < whole.head && COMPARING.test(at(tokens, whole.from));
  return sayPhrase(text, tokens, isMore ? { ...whole, from: whole.from + 1 } : whole);
};

/** 'drop in rents' of 'a 4 % drop in rents', 'profit growth': the noun says which way it went. */
function withChange(text: string, tokens: readonly Token[], phrase: Phrase): string {
  const head = at(tokens, phrase.head);
  const what = ofChange(text, tokens, phrase);
  if (what === null || what.endsWith(head)) return what ?? head;
  return /^(?:in|of|on|to)$/.test(at(tokens, phrase.head + 1))
    ? `${head} in ${what}`
    : `${what} ${head}`;
}

const STAKE = /^(?:stake|share|interest|holding)$/;
const COMPARING =
  /^(?:higher|lower|more|less|fewer|up|down|worth|stronger|weaker|cheaper|larger|smaller|bigger|better|worse|faster|slower|greater)$/;

/** 'a rise in rents', 'a cut of wages', 'profit growth'; '' for a rise of what is not said here. */
function ofChange(text: string, tokens: readonly Token[], { from, head }: Phrase): string | null {
  if (/^(?:in|of|on|to)$/.test(at(tokens, head + 1))) {
    const what = phraseFrom(tokens, head + 2, LINKS);
    if (what && !isOfTime(tokens, what.from, what.head + 1)) return sayPhrase(text, tokens, what);
  }
  if (at(tokens, head) === 'loss') return sayPhrase(text, tokens, { from, to: head + 1 });
  if (head === from) return null;
  const what = sayPhrase(text, tokens, { from, to: head });
  return SIZES.test(what) ? null : what;
}

const SIZES =
  /^(?:sharp|steep|slight|modest|further|annual|monthly|quarterly|overall|similar|average|big|small|huge)$/i;

/** 'a loss of $310 million', 'inflation of 4 %', 'a decrease of 4 % on the homes of last year'. */
export const afterOf: Rule = ({ text, tokens, amount }) => {
  const of = boundedFrom(tokens, amount.from) - 1;
  if (at(tokens, of) !== 'of') return null;
  const phrase = phraseBefore(tokens, of);
  if (!phrase) return null;
  const own = ownNoun(tokens, phrase);
  while (own.from < own.head && isOpeningParticiple(tokens, own.from)) own.from++;
  const head = at(tokens, own.head);
  if (CHANGE_NOUNS.has(head) && head !== 'loss') {
    const before = ofChange(text, tokens, { ...own, head: own.head });
    if (own.to < of) {
      const what = phraseFrom(tokens, own.head + 2, LINKS);
      if (what && !isOfTime(tokens, what.from, what.to))
        return sayPhrase(text, tokens, { ...what, to: Math.min(what.to, of) });
    }
    return before ?? onWhat(text, tokens, amount.to);
  }
  if (AMOUNT_NOUNS.has(head) || /^(?:out|instead|because|worth|short)$/.test(head)) return null;
  return sayPhrase(text, tokens, { from: own.from, to: of });
};

/** The first token of what bounds a figure: 'between' and 'plus or minus', with its hedges. */
function boundedFrom(tokens: readonly Token[], figure: number): number {
  const start = hedgedFrom(tokens, figure);
  if (/^(?:between|±)$/.test(at(tokens, start - 1))) return start - 1;
  const isEither = at(tokens, start - 1) === 'minus' && at(tokens, start - 2) === 'or';
  return isEither ? start - 3 : start;
}

/** 'beating estimates of $4bn', 'topping a forecast of 4 %': what was done with them is no part of it. */
const isOpeningParticiple = (tokens: readonly Token[], place: number): boolean =>
  /...ing$/.test(at(tokens, place)) && /^(?:,|;|—|–)$/.test(tokens[place - 1]?.text ?? ',');

/** Of 'the company had a profit' the last phrase alone, with what it is linked to: 'rate of tax'. */
export function ownNoun(
  tokens: readonly Token[],
  phrase: Phrase,
): { from: number; to: number; head: number } {
  let { from, head } = phrase;
  for (let place = phrase.from; place < phrase.to; place++)
    if (/^(?:with|to|by|from|at|against|under)$/.test(at(tokens, place))) {
      from = place + 1;
      head = phrase.to - 1;
    }
  while (isDeterminerAt(tokens, from)) from++;
  let to = from;
  while (to < phrase.to && !isPrepositionAt(tokens, to)) to++;
  if (to < phrase.to) head = to - 1;
  return { from, head, to };
}

/** 'a fall of 4 % on the homes supplied before': the thing itself; of 'on 2010' nothing. */
function onWhat(text: string, tokens: readonly Token[], to: number): string | null {
  if (!/^(?:on|in)$/.test(at(tokens, to))) return null;
  let from = to + 1;
  while (
    isDeterminerAt(tokens, from) ||
    tokens[from]?.kind === 'number' ||
    tokens[from]?.kind === 'mark'
  ) {
    if (from > to + 8) return null;
    from = at(tokens, from) === '(' && at(tokens, from + 2) === ')' ? from + 3 : from + 1;
  }
  const phrase = phraseFrom(tokens, from, /^of$/);
  return phrase && !isOfTime(tokens, phrase.from, phrase.to)
    ? sayPhrase(text, tokens, phrase)
    : null;
}

/** 'a body mass index between 18.5 and 25', 'inflation above 4 %': the phrase right before its bound. */
export const bounded: Rule = ({ text, tokens, amount }) => {
  const start = hedgedFrom(tokens, amount.from);
  const bound = isPrepositionAt(tokens, start - 1) ? start - 1 : start;
  if (!/^(?:between|above|below|over|under|near|around)$/.test(at(tokens, bound))) return null;
  const phrase = phraseBefore(tokens, bound, /^of$/);
  return phrase && isNounAt(tokens, phrase.head) ? sayPhrase(text, tokens, phrase) : null;
};

/** 'At 36 %, support for the coalition is low': what the sentence goes on with. */
export const leading: Rule = ({ text, tokens, amount }) => {
  const place = hedgedFrom(tokens, amount.from) - 1;
  const isFirst = place === 0 || /^(?:but|and|,|;)$/.test(at(tokens, place - 1));
  if (at(tokens, place) !== 'at' || !isFirst || tokens[amount.to]?.text !== ',') return null;
  const phrase = phraseFrom(tokens, amount.to + 1);
  return phrase && isVerbToken(tokens, phrase.to) ? sayPhrase(text, tokens, phrase) : null;
};

/** '5 times more likely to develop diabetes', 'three times as powerful as another'. */
export const likely: Rule = ({ text, tokens, amount }) => {
  const first = /^(?:as|more|less)$/.test(at(tokens, amount.to)) ? amount.to + 1 : -1;
  if (first < 0 || !isAdjectiveAt(tokens, first)) return null;
  let to = first + 1;
  while (
    to < tokens.length &&
    to < first + 7 &&
    at(tokens, first + 1) === 'to' &&
    !/^(?:than|as|when|if)$/.test(at(tokens, to)) &&
    tokens[to]?.kind === 'word'
  )
    to++;
  const from = at(tokens, amount.to) === 'as' ? first : amount.to;
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
};

/** 'with inflation at 3 %', 'a man with a stake worth': the phrase before 'at'. */
export const withLevel: Rule = ({ text, tokens, amount }) => {
  const place = hedgedFrom(tokens, amount.from) - 1;
  if (!/^(?:at|to|,)$/.test(at(tokens, place))) return null;
  const phrase = phraseBefore(tokens, place);
  if (!phrase || at(tokens, phrase.from - 1) !== 'with') return null;
  return sayPhrase(text, tokens, phrase);
};

/** 'a magnitude 6.1 earthquake', 'pH 5.5', 'an odds ratio of 2.3' without its 'of'. */
export const onScale: Rule = ({ text, tokens, amount }) => {
  const end = at(tokens, amount.from - 1) === '-' ? amount.from - 1 : amount.from;
  if (!SCALES.test(at(tokens, end - 1))) return null;
  const phrase = phraseBefore(tokens, end, /^of$/);
  return phrase && sayPhrase(text, tokens, phrase);
};

const SCALES = /^(?:magnitude|ph|ratio|score|index|factor|rating)$/;

/** '48 percent chose Reed', 'found that 61 % had skipped a meal': the share of those who did. */
export const thatDid: Rule = ({ text, tokens, amount, governor }) => {
  const first = amount.to;
  if (amount.kind !== 'percent' || !isVerbToken(tokens, first)) return null;
  // 'a 5 % pay rise'
  if (/^(?:an?|the)$/.test(at(tokens, amount.from - 1))) return null;
  if (governor && !FINDING.test(at(tokens, governor.verb))) return null;
  if (
    BE.test(at(tokens, first)) ||
    LEVEL_VERBS.has(at(tokens, first)) ||
    CHANGE_VERBS.has(at(tokens, first))
  )
    return null;
  let to = first + 1;
  while (to < Math.min(tokens.length, first + LONGEST_DEED) && !endsDeed(tokens, to)) to++;
  if (to === first + LONGEST_DEED) to = lastLink(tokens, first, to);
  while (to > first && (isPrepositionAt(tokens, to - 1) || isDeterminerAt(tokens, to - 1))) to--;
  if (to <= first + 1 || isVerbToken(tokens, to - 1)) return null;
  return `share that ${text.slice(tokens[first]?.start, tokens[to - 1]?.end)}`;
};

/** Where a deed that is told at length may be cut: before its last preposition. */
function lastLink(tokens: readonly Token[], first: number, to: number): number {
  let link = to - 1;
  while (link > first + 2 && !isPrepositionAt(tokens, link)) link--;
  return link > first + 2 ? link : to;
}

/** A point within a name, as in 'Sen. Moss', ends nothing. */
const endsDeed = (tokens: readonly Token[], place: number): boolean =>
  ENDS_DEED.test(at(tokens, place)) && !(at(tokens, place) === '.' && place < tokens.length - 2);

const BE = /^(?:is|are|was|were|be|been)$/;
const FINDING =
  /^(?:found|finds|shows?|showed|said|says|reported|reports|revealed|reveals|estimated?|estimates)$/;
const ENDS_DEED =
  /^(?:[^\p{L}\p{N}$£€-]+|while|whereas|and|but|or|compared|versus|against|with|when|because|although)$/u;
/** In tokens. */
const LONGEST_DEED = 10;

/** 'found $48,000 in cash', where nothing else says what it is. */
export const inCash: Rule = ({ tokens, amount }) =>
  amount.kind === 'money' && at(tokens, amount.to) === 'in' && at(tokens, amount.to + 1) === 'cash'
    ? 'cash'
    : null;
