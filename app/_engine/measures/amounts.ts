import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Amount } from './figured';
import { type Governor, hedgedFrom, readGovernor, subjectOf } from './governor';
import {
  AMOUNT_NOUNS,
  CHANGE_NOUNS,
  CHANGE_VERBS,
  COST_VERBS,
  EARN_VERBS,
  FINE_VERBS,
  HOLDING_VERBS,
  INVEST_VERBS,
  LEVEL_VERBS,
  MONEY_NOUNS,
  PRICE_VERBS,
  SPEND_VERBS,
  WORTH_WORDS,
} from './measure-words';
import {
  isOfTime,
  LINKS,
  type Phrase,
  phraseBefore,
  phraseFrom,
  sayPhrase,
  sayThe,
} from './phrases';
import {
  isAdjectiveAt,
  isDeterminerAt,
  isNominalAt,
  isNounAt,
  isPrepositionAt,
  isProperNounAt,
  isVerbAt,
} from './word-class';

type Asked = Passage & { readonly amount: Amount; readonly governor: Governor | null };
type Rule = (asked: Asked) => string | null;

/**
 * What an amount is an amount of, in the article's words: 'loss' of 'a loss of $3m', 'unemployment'
 * of 'unemployment rose to 5 %'. The first rule that finds it decides. Null where the sentence does
 * not say.
 */
export function measureOfAmount(passage: Passage, amount: Amount): string | null {
  const asked = { ...passage, amount, governor: readGovernor(passage.tokens, amount.from) };
  for (const rule of RULES) {
    const found = rule(asked);
    if (found) return found;
  }
  return null;
}

const at = (tokens: readonly Token[], place: number): string => tokens[place]?.lower ?? '';

/** '60 % of its revenue', '$8 billion of shares', '40 kg of cocaine'. */
const ofWhole: Rule = ({ text, tokens, amount }) => {
  if (at(tokens, amount.to) !== 'of') return null;
  const phrase = phraseFrom(tokens, amount.to + 1, /^(?:of|in|on|for|with|between|under)$/);
  if (!phrase) return ofThese(text, tokens, amount.to + 1);
  return amount.kind === 'money'
    ? sayPhrase(text, tokens, phrase)
    : `share of ${sayThe(text, tokens, phrase)}`;
};

/** '92 % of these were new homes': what they are says of what it is a share. */
function ofThese(text: string, tokens: readonly Token[], pronoun: number): string | null {
  const verb = pronoun + 1;
  if (!/^(?:is|are|was|were)$/.test(at(tokens, verb)) || !isNominalAt(tokens, verb + 1))
    return null;
  const phrase = phraseFrom(tokens, verb + 1, /^of$/);
  if (!phrase || isVerbAt(tokens, phrase.to - 1)) return null;
  return `share that ${at(tokens, verb)} ${sayPhrase(text, tokens, phrase)}`;
}

/** '$55 billion in annual revenue', '$500 million a year in savings'. */
const inKind: Rule = ({ text, tokens, amount, governor }) => {
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
const beforeNoun: Rule = ({ text, tokens, amount }) => {
  const next = tokens[amount.to];
  if (next?.kind !== 'word' || isPrepositionAt(tokens, amount.to)) return null;
  const phrase = phraseFrom(tokens, amount.to, null);
  if (!phrase || phrase.from !== amount.to || isOfTime(tokens, phrase.from, phrase.to)) return null;
  const head = at(tokens, phrase.head);
  if (COMPARING.test(head)) return null;
  if (CHANGE_NOUNS.has(head)) return ofChange(text, tokens, phrase);
  if (amount.kind !== 'money' && amount.kind !== 'percent') return null;
  const whole = phraseFrom(tokens, amount.to, STAKE.test(head) ? /^(?:in|of)$/ : /^(?:of|on|for)$/);
  return whole && sayPhrase(text, tokens, whole);
};

const STAKE = /^(?:stake|share|interest|holding)$/;
const COMPARING =
  /^(?:higher|lower|more|less|fewer|up|down|increase|worth|stronger|weaker|cheaper|larger|smaller|bigger|better|worse|faster|slower)$/;

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
const afterOf: Rule = ({ text, tokens, amount }) => {
  const of = hedgedFrom(tokens, amount.from) - 1;
  if (at(tokens, of) !== 'of') return null;
  const phrase = phraseBefore(tokens, of);
  if (!phrase) return null;
  const own = ownNoun(tokens, phrase, of);
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
  if (AMOUNT_NOUNS.has(head) || /^(?:out|instead|because|cost|worth)$/.test(head)) return null;
  return sayPhrase(text, tokens, { from: own.from, to: of });
};

/** Of 'the company had a profit' the last phrase alone, with what it is linked to: 'rate of tax'. */
function ownNoun(tokens: readonly Token[], phrase: Phrase, _of: number): Phrase {
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

/** 'is worth $3m', 'a contract worth $3m', 'was valued at $3m', 'valuing the firm at $3m'. */
const worth: Rule = ({ text, tokens, amount, governor }) => {
  let place = hedgedFrom(tokens, amount.from) - 1;
  if (at(tokens, place) === 'at') place--;
  const word = at(tokens, place);
  if (amount.kind !== 'money') return null;
  if (governor?.object && /^(?:valu|apprais)/.test(at(tokens, governor.verb)))
    return `value of ${sayThe(text, tokens, governor.object)}`;
  if (!WORTH_WORDS.has(word)) return null;
  const noun = phraseBefore(tokens, place);
  if (noun) return `value of ${sayThe(text, tokens, ownNoun(tokens, noun, place))}`;
  const group = governor && governor.verb >= place ? governor.group : governor?.group;
  const subject = group === undefined ? null : subjectOf(tokens, group);
  return subject ? worthOf(text, tokens, subject, 'value') : 'value';
};

function worthOf(text: string, tokens: readonly Token[], phrase: Phrase, what: string): string {
  return MONEY_NOUNS.has(at(tokens, phrase.head))
    ? sayPhrase(text, tokens, phrase)
    : `${what} of ${sayThe(text, tokens, phrase)}`;
}

/** Verbs that say themselves what the money is. */
const byVerb: Rule = ({ text, tokens, amount, governor }) => {
  if (!governor) return null;
  const verb = at(tokens, governor.verb);
  const subject = () => subjectOf(tokens, governor.group);
  const after = (links: RegExp) => {
    if (!links.test(at(tokens, amount.to))) return null;
    const phrase = phraseFrom(tokens, amount.to + 1);
    return phrase && !isOfTime(tokens, phrase.from, phrase.head + 1)
      ? sayPhrase(text, tokens, phrase)
      : null;
  };
  if (amount.kind === 'percent' && governor.object && governor.by === 'by' && VOTING.test(verb))
    return `vote on ${sayThe(text, tokens, governor.object)}`;
  if (amount.kind !== 'money') return null;
  if (FINE_VERBS.has(verb)) return 'fine';
  if (COST_VERBS.has(verb)) {
    const what = subject();
    return what ? worthOf(text, tokens, what, 'cost') : 'cost';
  }
  if (PRICE_VERBS.has(verb)) {
    const what = governor.object ?? subject();
    return what ? worthOf(text, tokens, what, 'price') : 'price';
  }
  if (governor.object && governor.by === 'for' && BUYING.test(verb))
    return `price of ${sayThe(text, tokens, governor.object)}`;
  const isSubjects = LEVEL_VERBS.has(verb) || (CHANGE_VERBS.has(verb) && !MONEY_VERBS.test(verb));
  if (isSubjects || governor.object) return null;
  const on = after(/^on$/);
  const into = after(/^in(?:to)?$/);
  const goes = after(/^(?:for|to|towards?)$/);
  const link = at(tokens, amount.to);
  if (SPEND_VERBS.has(verb)) return on ? `spending on ${on}` : 'spending';
  if (INVEST_VERBS.has(verb)) return into ? `investment in ${into}` : 'investment';
  if (EARN_VERBS.has(verb)) {
    const who = subject();
    return who ? `earnings of ${sayThe(text, tokens, who)}` : 'earnings';
  }
  const isAside = at(tokens, governor.verb + 1) === 'aside';
  const participle = isAside ? 'set aside' : participleOf(verb);
  if (!participle) return null;
  if (goes) return `amount ${participle} ${link} ${goes}`;
  const who = subject();
  return who ? `amount ${participle} by ${sayThe(text, tokens, who)}` : `amount ${participle}`;
};

const VOTING =
  /^(?:reject|rejects|rejected|approve[sd]?|back|backs|backed|pass|passes|passed|adopt|adopts|adopted|defeat|defeats|defeated)$/;

const BUYING =
  /^(?:buy|buys|bought|buying|purchase[sd]?|purchasing|acquire[sd]?|acquiring|sign|signs|signed|signing|rent|rents|rented|hire[sd]?|lease[sd]?)$/;

/** Money that somebody lost is no fall of the somebody. */
const MONEY_VERBS =
  /^(?:lost|lose|loses|losing|raise|raised|raises|raising|took|take|takes|taken|sent|send|shed|push|pushed|add|added|adds|cut|cuts|trim|trimmed|slash|slashed)$/;

/** 'Unemployment rose to 5 %', 'the deficit was $3 billion', 'cut its key rate to 4 %'. */
const ofSubject: Rule = ({ text, tokens, amount, governor }) => {
  if (!governor) return null;
  const verb = at(tokens, governor.verb);
  const isLevel = LEVEL_VERBS.has(verb);
  const isChange = CHANGE_VERBS.has(verb) || CHANGING_ADJECTIVES.test(at(tokens, amount.to));
  if (governor.object) {
    const moves = /^(?:to|by|from|at)$/.test(governor.by);
    return moves && (isChange || PUTTING.test(verb))
      ? sayPhrase(text, tokens, governor.object)
      : null;
  }
  if (!isLevel && !isChange) return null;
  const subject = subjectOf(tokens, governor.group);
  return subject && sayPhrase(text, tokens, subject);
};

const PUTTING =
  /^(?:put|puts|putting|set|sets|setting|kept|keep|keeps|left|leave|leaves|leaving|estimate|estimates|estimated|fix|fixed|hold|held|maintain|maintained|capped|caps?)$/;
const CHANGING_ADJECTIVES = /^(?:higher|lower|up|down|stronger|weaker)$/;

/** 'Labour has 31 %', 'the fund holds 12 %': the share is the subject's. */
const ofHolder: Rule = ({ text, tokens, amount, governor }) => {
  if (amount.kind !== 'percent' || !governor || governor.object) return null;
  if (!HOLDING_VERBS.has(at(tokens, governor.verb))) return null;
  const subject = subjectOf(tokens, governor.group);
  return subject && `share held by ${sayThe(text, tokens, subject)}`;
};

/** 'a body mass index between 18.5 and 25', 'inflation above 4 %': the phrase right before its bound. */
const bounded: Rule = ({ text, tokens, amount }) => {
  const start = hedgedFrom(tokens, amount.from);
  const bound = isPrepositionAt(tokens, start - 1) ? start - 1 : start;
  if (!/^(?:between|above|below|over|under|near|around)$/.test(at(tokens, bound))) return null;
  const phrase = phraseBefore(tokens, bound, /^of$/);
  return phrase && isNounAt(tokens, phrase.head) ? sayPhrase(text, tokens, phrase) : null;
};

/** '5 times more likely to develop diabetes', 'three times as powerful as another'. */
const likely: Rule = ({ text, tokens, amount }) => {
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
const withLevel: Rule = ({ text, tokens, amount }) => {
  const place = hedgedFrom(tokens, amount.from) - 1;
  if (!/^(?:at|to|,)$/.test(at(tokens, place))) return null;
  const phrase = phraseBefore(tokens, place);
  if (!phrase || at(tokens, phrase.from - 1) !== 'with') return null;
  return sayPhrase(text, tokens, phrase);
};

const RULES: readonly Rule[] = [
  likely,
  ofWhole,
  beforeNoun,
  worth,
  afterOf,
  inKind,
  byVerb,
  ofSubject,
  ofHolder,
  withLevel,
  bounded,
];

function participleOf(verb: string): string | null {
  return PARTICIPLES.get(verb) ?? (verb.endsWith('ed') ? verb : null);
}

/** Verbs of giving and taking whose participle is not their past form with -ed. */
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  `paid:pay,pays,paid,paying given:give,gives,gave,given,giving set:set,sets,setting taken:take,takes,took,taken,taking
   raised:raise,raises,raised,raising lent:lend,lends,lent,lending lost:lose,loses,lost,losing stolen:steal,stole,stolen,steals
   owed:owe,owes,owed,owing saved:save,saves,saved,saving won:win,wins,won,winning made:make,makes,made,making
   provided:provide,provides,provided,providing pledged:pledge,pledges,pledged,pledging donated:donate,donates,donated,donating
   awarded:award,awards,awarded borrowed:borrow,borrows,borrowed,borrowing received:receive,receives,received,receiving
   sent:send,sends,sent,sending released:release,releases,released offered:offer,offers,offered,offering
   sought:seek,seeks,sought,seeking granted:grant,grants,granted allocated:allocate,allocates,allocated collected:collect,collects,collected`
    .split(/\s+/)
    .flatMap((line): [string, string][] => {
      const [participle = '', forms = ''] = line.split(':');
      return forms.split(',').map((form): [string, string] => [form, participle]);
    }),
);
