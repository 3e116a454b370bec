import { toSingular } from '../english/nouns';
import { hedgedFrom, readGovernor, subjectOfFigure } from '../phrases/governor';
import {
  isOfTime,
  type Phrase,
  phraseBefore,
  phraseFrom,
  sayPhrase,
  sayThe,
} from '../phrases/phrases';
import { isDeterminerAt, isNounAt, isPrepositionAt } from '../phrases/word-class';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import type { Amount } from './figured';
import {
  AMOUNT_NOUNS,
  ATTRIBUTES,
  CHANGE_VERBS,
  SENTENCE_VERBS,
  SIZE_VERBS,
} from './measure-words';
import { at, pastConversion } from './rule';

/** Words after a measurement that name what was measured. */
const AFTER_UNIT: ReadonlyMap<string, string> = new Map([
  ['long', 'length'],
  ['wide', 'width'],
  ['tall', 'height'],
  ['high', 'height'],
  ['deep', 'depth'],
  ['thick', 'thickness'],
  ['heavy', 'weight'],
  ['away', 'distance'],
  ['from', 'distance'],
  ['off', 'distance'],
  ['north', 'distance'],
  ['south', 'distance'],
  ['east', 'distance'],
  ['west', 'distance'],
  ['downstream', 'distance'],
  ['upstream', 'distance'],
  ['across', 'width'],
  ['apart', 'distance'],
]);

const BY_DIMENSION: ReadonlyMap<string, string> = new Map([
  ['length', 'size'],
  ['mass', 'weight'],
  ['time', 'duration'],
  ['power', 'power'],
  ['speed', 'speed'],
  ['area', 'area'],
  ['volume', 'volume'],
  ['temperature', 'temperature'],
  ['energy', 'energy'],
  ['gross tonnage', 'gross tonnage'],
]);

const SHIPS = new Set(
  'destroyer warship frigate corvette cruiser submarine ship vessel carrier ferry tanker boat'.split(
    ' ',
  ),
);
const GUNS = new Set(
  'gun guns cannon howitzer howitzers shell shells mortar rifle artillery'.split(' '),
);

/** Verbs whose object is a measure of their subject: 'took about 18 months', 'weighs 420 tonnes'. */
const MEASURING: ReadonlyMap<string, RegExp> = new Map([
  [
    'time',
    /^(?:take|takes|took|taken|last|lasts|lasted|continue|continues|continued|spanned|spans)$/,
  ],
  ['mass', /^(?:weigh|weighs|weighed|weighing|displaces|displaced)$/],
  ['area', /^(?:cover|covers|covered|covering|occupies|occupied|spans|spanned|burned|burnt)$/],
  ['volume', /^(?:hold|holds|held|contains|contained)$/],
  ['power', /^(?:generate|generates|generated|produce|produces|produced)$/],
]);

type Asked = Passage & { readonly amount: Amount };

/**
 * What a length, a weight, a duration or another physical measurement is of: 'length of the new
 * bridge', 'displacement of the destroyer', 'specific impulse'. Null where the sentence does not say.
 */
export function measureOfSize(passage: Passage, amount: Amount): string | null {
  const asked = { ...passage, amount };
  return (
    named(asked) ??
    beforeNoun(asked) ??
    afterOf(asked) ??
    remaining(asked) ??
    ofStuff(asked) ??
    byVerb(asked) ??
    confined(asked) ??
    bySpeed(asked)
  );
}

/** 'is 400 metres long', '12 km from the coast', '3 m in length'. */
function named({ text, tokens, amount }: Asked): string | null {
  if (amount.kind !== 'length' && amount.kind !== 'mass') return null;
  const end = pastConversion(tokens, amount.to);
  const next = at(tokens, end) === at(tokens, end - 1) ? end + 1 : end;
  const noun = at(tokens, next) === 'in' ? at(tokens, next + 1) : '';
  const attribute = ATTRIBUTES.has(noun) ? noun : AFTER_UNIT.get(at(tokens, next));
  if (!attribute || (attribute === 'distance' && amount.kind !== 'length')) return null;
  const place = attribute === 'distance' ? placeAfter(text, tokens, next) : null;
  if (place) return `distance from ${place}`;
  const subject =
    subjectBefore(text, tokens, amount.from) ?? besideComma(text, tokens, amount.from);
  return subject ? `${attribute} of ${subject}` : attribute;
}

/** 'The ship, 294 metres long, was', 'a mirror 21 feet wide': the noun right before it. */
function besideComma(text: string, tokens: readonly Token[], figure: number): string | null {
  const start = hedgedFrom(tokens, figure);
  const end = tokens[start - 1]?.text === ',' ? start - 1 : start;
  const phrase = phraseBefore(tokens, end, /^of$/);
  return phrase && sayThe(text, tokens, phrase);
}

/** 'downstream of a railway bridge', 'from the coast': where a distance is measured from. */
function placeAfter(text: string, tokens: readonly Token[], place: number): string | null {
  const link = at(tokens, place) === 'from' ? place : place + 1;
  if (!/^(?:from|of)$/.test(at(tokens, link)) || /^(?:each|one)$/.test(at(tokens, link + 1)))
    return null;
  const phrase = phraseFrom(tokens, link + 1, /^of$/);
  return phrase && sayThe(text, tokens, phrase);
}

function subjectBefore(text: string, tokens: readonly Token[], figure: number): string | null {
  const governor = readGovernor(tokens, figure);
  if (!governor || governor.object) return null;
  const subject = subjectOfFigure(tokens, governor.group);
  return subject && sayThe(text, tokens, subject);
}

/** '4,500-tonne destroyer', '5-inch bow gun', '31 acre site', 'a 6,020 kg mass'. */
function beforeNoun({ text, tokens, amount }: Asked): string | null {
  const isJoined = tokens[amount.numberTo]?.text === '-';
  if (tokens[amount.to]?.kind !== 'word' || isPrepositionAt(tokens, amount.to)) return null;
  if (/^(?:x|worth)$/.test(at(tokens, amount.to))) return null;
  // 'a 14-day waiting period'
  const isIng = isJoined && /...ing$/.test(at(tokens, amount.to));
  const noun = phraseFrom(tokens, isIng ? amount.to + 1 : amount.to, null);
  const phrase = noun && isIng ? { ...noun, from: amount.to } : noun;
  if (phrase?.from !== amount.to || (!isJoined && !isSingularUnit(tokens, amount.to - 1)))
    return null;
  if (isOfTime(tokens, phrase.from, phrase.to)) return null;
  const head = at(tokens, phrase.head);
  if (ATTRIBUTES.has(head)) {
    const verb = at(tokens, readGovernor(tokens, amount.from)?.verb ?? -1);
    const subject = HAVING.test(verb) ? subjectBefore(text, tokens, amount.from) : null;
    const words = sayPhrase(text, tokens, phrase);
    return subject ? `${words} of ${subject}` : words;
  }
  const words = sayPhrase(text, tokens, phrase);
  const has = (list: ReadonlySet<string>) =>
    tokens.slice(phrase.from, phrase.to).some(({ lower }) => list.has(lower));
  if (amount.kind === 'mass' && has(SHIPS)) return `displacement of the ${words}`;
  if (amount.kind === 'length' && has(GUNS)) return `calibre of the ${words}`;
  const usual = BY_DIMENSION.get(amount.kind);
  return usual ? `${usual} of the ${words}` : words;
}

/** A thing has or is a size; what is called or ordered is no size of those who do. */
const HAVING =
  /^(?:is|are|was|were|be|been|being|has|have|had|having|offers?|boasts?|carries|carry|provides?)$/;

/** 'a 31 acre site', 'a 6 kg load': a unit in the singular narrows a noun, '31 acres' does not. */
const isSingularUnit = (tokens: readonly Token[], place: number): boolean =>
  !/s$/.test(at(tokens, place)) && !/^(?:feet|hz)$/.test(at(tokens, place));

/** 'a destroyer of 4,500 tonnes', 'a specific impulse of 462 s': the noun before names the measure. */
function afterOf({ text, tokens, amount }: Asked): string | null {
  const of = hedgedFrom(tokens, amount.from) - 1;
  if (!/^(?:of|at)$/.test(at(tokens, of))) return null;
  const phrase = phraseBefore(tokens, of, /^of$/);
  const head = phrase && at(tokens, phrase.head);
  if (
    !phrase ||
    !head ||
    !isNounAt(tokens, phrase.head) ||
    AMOUNT_NOUNS.has(head) ||
    /^(?:out|instead|because)$/.test(head)
  )
    return null;
  const usual = BY_DIMENSION.get(amount.kind);
  const isItself = !usual || ATTRIBUTES.has(head);
  if (isItself) return sayPhrase(text, tokens, phrase);
  if (at(tokens, of) !== 'of') return null;
  const words = sayPhrase(text, tokens, { from: phrase.head, to: phrase.to });
  const isShip = amount.kind === 'mass' && SHIPS.has(head);
  return `${isShip ? 'displacement' : usual} of the ${words}`;
}

/** 'with 46 seconds left in the game'. */
function remaining({ text, tokens, amount }: Asked): string | null {
  if (amount.kind !== 'time' || !/^(?:left|remaining|remain)$/.test(at(tokens, amount.to)))
    return null;
  const isIn = /^(?:in|of|on)$/.test(at(tokens, amount.to + 1));
  const phrase = isIn ? phraseFrom(tokens, amount.to + 2, /^of$/) : null;
  return phrase ? `time left in ${sayThe(text, tokens, phrase)}` : 'time left';
}

/** '18 months in jail'. */
function confined({ tokens, amount }: Asked): string | null {
  const place = at(tokens, amount.to + 1);
  if (amount.kind !== 'time' || at(tokens, amount.to) !== 'in') return null;
  return /^(?:prison|jail|custody|detention|hospital|captivity|exile|office|power)$/.test(place)
    ? `time in ${place}`
    : null;
}

/** '40 kg of cocaine', '200 hectares of forest', 'three years of probation'. */
function ofStuff({ text, tokens, amount }: Asked): string | null {
  let of = pastConversion(tokens, amount.to);
  // '250,000 barrels of crude a day': inside its unit.
  for (let place = amount.numberTo; place < amount.to; place++)
    if (at(tokens, place) === 'of' && !/^(?:an?|one)$/.test(at(tokens, place + 1))) of = place;
  if (at(tokens, of) !== 'of') return null;
  const phrase = phraseFrom(tokens, of + 1, /^of$/);
  if (!phrase || isOfTime(tokens, phrase.from, phrase.head + 1)) return null;
  const what = amount.kind === 'length' ? 'length' : BY_DIMENSION.get(amount.kind);
  const words = sayThe(text, tokens, phrase);
  const head = at(tokens, phrase.head);
  const isDeep = what === 'length' && LIES_DEEP.test(head);
  if (ATTRIBUTES.has(head) || isDeep || !what || /^(?:power|energy)$/.test(what)) return words;
  return `${what} of ${words}`;
}

/** A length of these is how deep they lie. */
const LIES_DEEP =
  /^(?:rain|snow|rainfall|snowfall|sleet|hail|ice|water|mud|ash|sand|soil|dust|silt)$/;

/** 'driving at 140 km/h', 'winds of 90 mph' without a noun. */
const bySpeed = ({ tokens, amount }: Asked): string | null =>
  amount.kind === 'speed' && /^(?:at|to)$/.test(at(tokens, hedgedFrom(tokens, amount.from) - 1))
    ? 'speed'
    : null;

/** 'The flight took 13 hours', 'the tenor weighs 118 kilos', 'the delay was two hours'. */
function byVerb({ text, tokens, amount }: Asked): string | null {
  const governor = readGovernor(tokens, amount.from);
  if (!governor) return null;
  const verb = at(tokens, governor.verb);
  if (amount.kind === 'time' && SENTENCE_VERBS.has(verb)) return 'sentence';
  if (governor.object) return null;
  const subject = subjectOfFigure(tokens, governor.group);
  if (!subject) return null;
  const usual = BY_DIMENSION.get(amount.kind);
  const isTo = at(tokens, amount.to) === 'to' && amount.kind === 'time' && !governor.by;
  const deed =
    isTo && /^(?:take|takes|took|taken|taking)$/.test(verb)
      ? takenTo(text, tokens, amount.to)
      : null;
  if (deed) return deed;
  if (usual && (isTo || MEASURING.get(amount.kind)?.test(verb)))
    return `${usual} of ${sayThe(text, tokens, subject)}`;
  // 'Exports slid to 40,000 tonnes'; a climber who slid 40 metres is not 40 metres.
  const isMoved =
    CHANGE_VERBS.has(verb) &&
    !GOING.test(verb) &&
    /^(?:to|from|by)$/.test(governor.by) &&
    isNounAt(tokens, subject.head);
  if (!SIZE_VERBS.has(verb) && (!isMoved || amount.kind === 'time')) return null;
  if (amount.kind === 'time' && (isAgoOrOld(tokens, amount.to) || IN_TIME.test(governor.by)))
    return null;
  const isCopula = /^(?:is|are|was|were|be|been|being)$/.test(verb);
  return ofThing(text, tokens, subject, amount.kind === 'length' && !isCopula ? undefined : usual);
}

/** What goes from zero to 60 mph is no speed. */
const GOING =
  /^(?:go|goes|went|gone|going|moves?|moved|moving|takes?|took|taken|taking|comes?|came|coming|drives?|drove|driven|driving|sends?|sent|brings?|brought|runs?|ran|push(?:es|ed)?|lift(?:s|ed)?)$/;

/** 'Crews took 45 minutes to free the driver': not how long the crews are. */
function takenTo(text: string, tokens: readonly Token[], to: number): string | null {
  const object = isDeterminerAt(tokens, to + 2) ? phraseFrom(tokens, to + 2, /^of$/) : null;
  return object && `time taken ${text.slice(tokens[to]?.start, tokens[object.to - 1]?.end)}`;
}

/** 'Sales fell in three months': a time in which something happened, and no size of it. */
const IN_TIME = /^(?:in|within|after|over|for|during|since|until|before|by|every)$/;

const isAgoOrOld = (tokens: readonly Token[], to: number): boolean =>
  /^(?:ago|old|later|earlier|late|away|before|after|behind|ahead|into|from)$/.test(at(tokens, to));

/** 'The delay was two hours' is of the delay, 'the site is 31 acres' of the area of the site. */
function ofThing(
  text: string,
  tokens: readonly Token[],
  subject: Phrase,
  usual: string | undefined,
): string {
  const isItself = !usual || ATTRIBUTES.has(toSingular(at(tokens, subject.head)));
  return isItself
    ? sayPhrase(text, tokens, subject)
    : `${usual} of ${sayThe(text, tokens, subject)}`;
}
