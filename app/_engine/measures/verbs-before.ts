import { MARKET_INDEXES } from '../english/counts';
import { pastOf } from '../english/verb-forms';
import { isPlainVerb } from '../english/verbs';
import { type Governor, hedgedFrom, subjectOfFigure } from '../phrases/governor';
import {
  isOfTime,
  type Phrase,
  phraseBefore,
  phraseFrom,
  sayPhrase,
  sayThe,
} from '../phrases/phrases';
import { isNominalAt, isProperNounAt } from '../phrases/word-class';
import type { Token } from '../tokens/tokens';
import {
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
import { ownNoun } from './nouns-around';
import { at, type Rule } from './rule';

// Rules by the verb that a figure depends on.

/** 'is worth $3m', 'a contract worth $3m', 'was valued at $3m', 'valuing the firm at $3m'. */
export const worth: Rule = ({ text, tokens, amount, governor }) => {
  let place = hedgedFrom(tokens, amount.from) - 1;
  if (at(tokens, place) === 'at') place--;
  const word = at(tokens, place);
  if (amount.kind !== 'money') return null;
  if (/^(?:valu|apprais)/.test(word) || /^(?:it|them|him|her)$/.test(word))
    if (/^valuing$/.test(at(tokens, place - 1))) return 'value';
  if (governor?.object && /^(?:valu|apprais)/.test(at(tokens, governor.verb)))
    return `value of ${sayThe(text, tokens, governor.object)}`;
  if (!WORTH_WORDS.has(word)) return null;
  const noun = phraseBefore(tokens, at(tokens, place - 1) === ',' ? place - 1 : place);
  // '816,000 t worth $1,943 million': of the tonnes, which are a figure of their own.
  if (noun && tokens[noun.to - 2]?.kind === 'number') return 'value';
  if (noun) return `value of ${sayThe(text, tokens, ownNoun(tokens, noun))}`;
  const group = governor && governor.verb >= place ? governor.group : governor?.group;
  const subject = group === undefined ? null : subjectOfFigure(tokens, group);
  return subject ? worthOf(text, tokens, subject, 'value') : 'value';
};

function worthOf(text: string, tokens: readonly Token[], phrase: Phrase, what: string): string {
  return MONEY_NOUNS.has(at(tokens, phrase.head))
    ? sayPhrase(text, tokens, phrase)
    : `${what} of ${sayThe(text, tokens, phrase)}`;
}

/** Verbs that say themselves what the money is. */
export const byVerb: Rule = ({ text, tokens, amount, governor }) => {
  if (!governor) return null;
  const verb = at(tokens, governor.verb);
  const subject = () => subjectOfFigure(tokens, governor.group);
  const after = (links: RegExp) => {
    if (!links.test(at(tokens, amount.to))) return null;
    const phrase = phraseFrom(tokens, amount.to + 1);
    return phrase && !isOfTime(tokens, phrase.from, phrase.head + 1)
      ? sayThe(text, tokens, phrase)
      : null;
  };
  if (amount.kind === 'percent' && governor.object && governor.by === 'by' && VOTING.test(verb))
    return `vote on ${sayThe(text, tokens, governor.object)}`;
  if (amount.kind !== 'money') return null;
  if (FINE_VERBS.has(verb)) return 'fine';
  if (/^(?:bought|buys?|fetche[ds])$/.test(verb) && !governor.object) {
    const currency = subject();
    if (currency && CURRENCIES.test(at(tokens, currency.head)))
      return `value of ${sayThe(text, tokens, currency)}`;
  }
  if (COST_VERBS.has(verb)) {
    const what = subject();
    return what ? worthOf(text, tokens, what, 'cost') : 'cost';
  }
  const isGone = governor.by === 'for' && /^(?:go|goes|went|gone|going)$/.test(verb);
  if (PRICE_VERBS.has(verb) || isGone) {
    const what = governor.object ?? subject();
    return what ? worthOf(text, tokens, what, 'price') : 'price';
  }
  if (governor.object && governor.by === 'for' && BUYING.test(verb))
    return `price of ${sayThe(text, tokens, governor.object)}`;
  const isSubjects = LEVEL_VERBS.has(verb) || (CHANGE_VERBS.has(verb) && !MONEY_VERBS.test(verb));
  if (isSubjects || (governor.object && governor.by)) return null;
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
  if (/^(?:at|to|by|from|for)$/.test(governor.by)) return null;
  const participle = isAside ? 'set aside' : participleOf(verb);
  if (!participle) return null;
  if (goes) return `amount ${participle} ${link} ${goes}`;
  const who = isActive(tokens, governor) ? subject() : null;
  return who ? `amount ${participle} by ${sayThe(text, tokens, who)}` : `amount ${participle}`;
};

/** Not 'was ordered to pay': those who pay are the subject only of the verb alone or with 'has', 'will'. */
function isActive(tokens: readonly Token[], { group, verb }: Governor): boolean {
  for (let place = group; place < verb; place++)
    if (
      !/^(?:has|have|had|will|would|could|may|might)$/.test(at(tokens, place)) &&
      !/ly$/.test(at(tokens, place))
    )
      return false;
  return tokens[verb]?.text === tokens[verb]?.lower;
}

/** 'The euro bought $1.08'. */
const CURRENCIES =
  /^(?:euro|dollar|pound|sterling|yen|yuan|franc|rou?ble|rupee|rand|peso|lira|won|real|krona|krone|bitcoin|loonie)$/;

const VOTING =
  /^(?:reject|rejects|rejected|approve[sd]?|back|backs|backed|pass|passes|passed|adopt|adopts|adopted|defeat|defeats|defeated)$/;

const BUYING =
  /^(?:buy|buys|bought|buying|purchase[sd]?|purchasing|acquire[sd]?|acquiring|sign|signs|signed|signing|rent|rents|rented|hire[sd]?|lease[sd]?)$/;

/** Money that somebody lost is no fall of the somebody. */
const MONEY_VERBS =
  /^(?:lost|lose|loses|losing|raise|raised|raises|raising|took|take|takes|taken|sent|send|shed|push|pushed|add|added|adds|adding|cut|cuts|cutting|trim|trimmed|slash|slashed)$/;

/** 'Unemployment rose to 5 %', 'the deficit was $3 billion', 'cut its key rate to 4 %'. */
export const ofSubject: Rule = ({ text, tokens, amount, governor }) => {
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
  const isPut = PUTTING.test(verb) && governor.by === 'at' && governor.group < governor.verb;
  if (amount.kind === 'number' && at(tokens, amount.to) === 'of') return null;
  if (/^(?:bring|brings|brought|bringing)$/.test(verb) && governor.by !== 'to') return null;
  if (/^(?:come|comes|came|coming)$/.test(verb) && !/^(?:to|in|at)$/.test(governor.by)) return null;
  if (amount.kind === 'percent' && /^(?:hold|holds|held)$/.test(verb) && !governor.by) return null;
  if ((!isLevel && !isChange && !isPut) || /^(?:within|for|in|among)$/.test(governor.by))
    return null;
  const subject = subjectOfFigure(tokens, governor.group);
  // 'Danilo Reed added 25 points': points of a match, and no rise of Reed.
  const isPlayer = amount.kind === 'points' && /^add(?:s|ed|ing)?$/.test(verb) && subject;
  if (isPlayer && subject.to - subject.from > 1 && isProperNounAt(tokens, subject.head))
    if (!MARKET_INDEXES.has(at(tokens, subject.head))) return null;
  return subject && sayPhrase(text, tokens, subject);
};

const PUTTING =
  /^(?:put|puts|putting|set|sets|setting|kept|keep|keeps|left|leave|leaves|leaving|estimate|estimates|estimated|fix|fixed|hold|held|maintain|maintained|capped|caps?)$/;
const CHANGING_ADJECTIVES = /^(?:higher|lower|up|down|stronger|weaker)$/;

/** 'Labour has 31 %', 'the fund holds 12 %': the share is the subject's. */
export const ofPossessor: Rule = ({ text, tokens, amount, governor }) => {
  // 'The survey put the Liberals on 34 %'
  const isPolled = amount.kind === 'percent' && governor?.by === 'on';
  if (isPolled && governor.object && POLLING.test(at(tokens, governor.verb)))
    return `share held by ${sayThe(text, tokens, governor.object)}`;
  if (amount.kind !== 'percent' || !governor || governor.object) return null;
  // 'Staff got a 5 % pay rise'
  if (isNominalAt(tokens, amount.to) || /^an?$/.test(at(tokens, amount.from - 1))) return null;
  if (!HOLDING_VERBS.has(at(tokens, governor.verb))) return null;
  const subject = subjectOfFigure(tokens, governor.group);
  return subject && `share held by ${sayThe(text, tokens, subject)}`;
};

const POLLING = /^(?:puts?|putting|ha[sd]|have|show(?:s|ed|ing)?|gives?|gave|giving)$/;

function participleOf(verb: string): string | null {
  const known = PARTICIPLES.get(verb);
  if (known || verb.endsWith('ed')) return known ?? verb;
  // 'adding £72 to a bill'
  if (!verb.endsWith('ing')) return null;
  const stem = verb.slice(0, -3);
  const past = [stem, `${stem}e`].filter(isPlainVerb).map(pastOf)[0];
  return past?.endsWith('ed') ? past : null;
}

/** Verbs of giving and taking whose participle is not their past form with -ed. */
const PARTICIPLES: ReadonlyMap<string, string> = new Map(
  `paid:pay,pays,paid,paying given:give,gives,gave,given,giving set:set,sets,setting taken:take,takes,took,taken,taking
   raised:raise,raises,raised,raising lent:lend,lends,lent,lending lost:lose,loses,lost,losing stolen:steal,stole,stolen,steals,stealing
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
