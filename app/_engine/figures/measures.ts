import { findUnit } from '#domain/units/unit';
import {
  ADVERBS,
  AUXILIARIES,
  BE_OR_HAVE,
  CLEAR_VERBS,
  isFunctionWord,
} from '../english/grammar-words';
import { isFiniteAt, isIng } from '../english/verbs';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { PEOPLE_IN_A_STATE } from './counted-noun';
import type { Draft } from './draft';

/** What happened to the people counted: *killed*, *injured* and *casualties* are three measures. */
const STATES = new Set(
  `killed injured wounded dead died missing hurt displaced homeless arrested detained hospitalised hospitalized evacuated
  infected unemployed captured rescued sentenced casualties hospitalizations convicted deployed destroyed damaged sold built`.split(
    /\s+/,
  ),
);

/** 'people' is the noun for the other states; these words name the people themselves. */
const STATES_THAT_ARE_NOUNS = new Set(['casualties', 'hospitalizations']);

const STATE_OF_ING: ReadonlyMap<string, string> = new Map(
  [...STATES].flatMap((state): [string, string][] =>
    state.endsWith('ed') ? [[`${state.slice(0, -2)}ing`, state]] : [],
  ),
);

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
/** Nouns that are a measure themselves: 'a speed of 40 mph'. */
const ATTRIBUTES = new Set(
  `length width height depth distance speed area weight thickness radius diameter age temperature power capacity volume
  period duration mass term delay size altitude range`.split(/\s+/),
);
const GUNS = new Set(
  'gun guns cannon howitzer howitzers shell shells mortar rifle artillery'.split(' '),
);

/**
 * What a figure measures, in words for the reviewer: 'North Korean troops killed', 'length of the
 * new bridge', 'displacement of the destroyer'. Null where the words do not say.
 *
 * @param earlier  the measure of the figure before it, for 'and more than 4,000 injured'
 */
export function readMeasure(
  { text, tokens }: Passage,
  draft: Draft,
  earlier: string | null,
): string | null {
  if (draft.counted) return measureOfCount(tokens, draft, earlier);
  const state = draft.unit ? null : (stateAfter(tokens, draft.to) ?? stateBefore(tokens, draft));
  if (state && STATES_THAT_ARE_NOUNS.has(state)) return state;
  if (state && !earlier && !PEOPLE_IN_A_STATE.has(state)) return null;
  if (state) return earlier ? `${withoutState(earlier)} ${state}` : `people ${state}`;
  if (draft.unit?.name.endsWith('of age')) return 'age';
  const dimension = draft.unit ? findUnit(draft.unit.code)?.dimension : undefined;
  if (draft.unit?.code === '%')
    return shareOf(text, tokens, draft.to) ?? changing(text, tokens, draft.from);
  if (!dimension) return null;
  const next = tokens[draft.to]?.lower === tokens[draft.to - 1]?.lower ? draft.to + 1 : draft.to;
  const named = AFTER_UNIT.get(tokens[next]?.lower ?? '');
  const attribute = named ? null : attributive(text, tokens, draft, dimension);
  if (attribute) return attribute;
  const owned = named ? null : ofFigure(text, tokens, draft, dimension);
  if (owned) return owned;
  const place = named === 'distance' ? placeAfter(text, tokens, next) : null;
  if (place && dimension === 'length') return `distance from ${place}`;
  const subject = subjectBefore(text, tokens, draft.from);
  if (named && dimension === 'length') return subject ? `${named} of ${subject}` : named;
  const usual = BY_DIMENSION.get(dimension);
  const verbs = MEASURING.get(dimension);
  const ownVerb = tokens.slice(Math.max(0, draft.from - 4), draft.from);
  const measures = verbs !== undefined && ownVerb.some(({ lower }) => verbs.test(lower));
  return usual && subject && (measures || tokens[draft.to]?.lower === 'to')
    ? `${usual} of ${subject}`
    : null;
}

/**
 * 'took about 18 months', 'weighs 420 tonnes': the verb just before a figure that names its
 * measure.
 */
const MEASURING: ReadonlyMap<string, RegExp> = new Map([
  ['time', /^(?:take|takes|took|last|lasts|lasted)$/],
  ['mass', /^weigh/],
]);

const HEDGES =
  /^(?:about|around|nearly|almost|some|roughly|over|under|more|less|than|up|to|at|least|most|only|just|between|almost|approximately)$/;

/** 'a destroyer of 4,500 tonnes', 'a fine of 12,000 euros': the noun before names the measure. */
function ofFigure(
  text: string,
  tokens: readonly Token[],
  draft: Draft,
  dimension: string,
): string | null {
  let of = draft.from - 1;
  while (of > draft.from - 5 && of > 0 && HEDGES.test(tokens[of]?.lower ?? '')) of--;
  const noun = tokens[of - 1];
  if (tokens[of]?.lower !== 'of' || noun?.kind !== 'word' || isFunctionWord(noun.lower))
    return null;
  if (/^(?:out|instead|because|total|sum|amount|number|rate)$/.test(noun.lower)) return null;
  const usual = BY_DIMENSION.get(dimension);
  const isItself = !usual || ATTRIBUTES.has(noun.lower);
  if (isItself) return noun.lower;
  const isShip = dimension === 'mass' && SHIPS.has(noun.lower);
  const phrase = text.slice(noun.start, noun.end);
  return `${isShip ? 'displacement' : usual} of the ${phrase}`;
}

/** 'downstream of a railway bridge', 'from the coast': where a distance is measured from. */
function placeAfter(text: string, tokens: readonly Token[], at: number): string | null {
  const link = tokens[at]?.lower === 'from' ? at : at + 1;
  if (!/^(?:from|of)$/.test(tokens[link]?.lower ?? '')) return null;
  const hasArticle = /^(?:a|an)$/.test(tokens[link + 1]?.lower ?? '');
  const from = hasArticle ? link + 2 : link + 1;
  const end = phraseEnd(tokens, from);
  if (end <= from) return null;
  return `${hasArticle ? 'the ' : ''}${text.slice(tokens[from]?.start, tokens[end - 1]?.end)}`;
}

function measureOfCount(
  tokens: readonly Token[],
  draft: Draft,
  earlier: string | null,
): string | null {
  const { counted } = draft;
  if (!counted) return null;
  const isState = counted.from === counted.to;
  if (isState && STATES_THAT_ARE_NOUNS.has(counted.phrase.toLowerCase())) return counted.phrase;
  if (isState) {
    const noun = earlier && withoutState(earlier);
    return noun ? `${noun} ${counted.phrase}` : `people ${counted.phrase}`;
  }
  const state = stateAfter(tokens, counted.to) ?? stateBefore(tokens, draft);
  return state ? `${counted.phrase} ${state}` : counted.phrase;
}

/**
 * 'killed three people', 'displacing some 10,000 families': recognised by the verb before the
 * figure.
 */
export function stateBefore(tokens: readonly Token[], { from, counted }: Draft): string | null {
  let at = from - 1;
  while (at > from - 5 && at > 0 && (HEDGES.test(tokens[at]?.lower ?? '') || isArticle(tokens[at])))
    at--;
  const verb = tokens[at]?.lower ?? '';
  if (counted?.head === 'time' || IS_PASSIVE.test(tokens[at - 1]?.lower ?? '')) return null;
  return STATES.has(verb) ? verb : (STATE_OF_ING.get(verb) ?? null);
}

const IS_PASSIVE = /^(?:is|are|was|were|be|been|being)$/;

const isArticle = (token: Token | undefined): boolean => /^(?:a|an|the)$/.test(token?.lower ?? '');

const withoutState = (measure: string): string =>
  measure
    .split(' ')
    .filter((word) => !STATES.has(word))
    .join(' ');

/** 'troops have been killed': the state recognised by the verb after a noun. */
export function stateAfter(tokens: readonly Token[], from: number): string | null {
  let at = from;
  while (
    at < from + 4 &&
    (BE_OR_HAVE.has(tokens[at]?.lower ?? '') || ADVERBS.has(tokens[at]?.lower ?? ''))
  )
    at++;
  const word = tokens[at]?.lower ?? '';
  return STATES.has(word) ? word : null;
}

/** '60 % of its revenue'. */
function shareOf(text: string, tokens: readonly Token[], at: number): string | null {
  if (tokens[at]?.lower !== 'of') return null;
  const end = phraseEnd(tokens, at + 1);
  return end > at + 1
    ? `share of ${text.slice(tokens[at + 1]?.start, tokens[end - 1]?.end)}`
    : null;
}

/** 'Unemployment in Varland fell to 4.2 %': what rose or fell. */
function changing(text: string, tokens: readonly Token[], figure: number): string | null {
  let verb = figure - 1;
  while (verb > figure - 5 && verb > 0 && !isFiniteAt(tokens, verb)) verb--;
  if (verb <= 0 || !isFiniteAt(tokens, verb) || AUXILIARIES.has(tokens[verb]?.lower ?? ''))
    return null;
  let from = verb;
  while (from > 0 && from > verb - 7 && (isOfSubject(tokens[from - 1]) || isLink(tokens[from - 1])))
    from--;
  const first = tokens[from];
  if (
    !first ||
    from >= verb ||
    isFunctionWord(first.lower) !== /^(?:the|its|their)$/.test(first.lower)
  )
    return null;
  const words = text.slice(first.start, tokens[verb - 1]?.end).replace(/^(?:the|its|their) /i, '');
  return /^\p{Lu}\p{Ll}+ (?:in|of)\b/u.test(words) || !words.includes(' ')
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;
}

const isLink = (token: Token | undefined): boolean => /^(?:of|in|for)$/.test(token?.text ?? '');

/** '4,500-tonne destroyer', '5-inch bow gun'. */
function attributive(
  text: string,
  tokens: readonly Token[],
  draft: Draft,
  dimension: string,
): string | null {
  if (tokens[draft.number.to]?.text !== '-') return null;
  const end = phraseEnd(tokens, draft.to);
  const noun = tokens.slice(draft.to, end).filter((token) => /^[a-z]/.test(token.text));
  if (noun.length === 0) return null;
  const phrase = text.slice(noun[0]?.start, noun.at(-1)?.end);
  const has = (list: ReadonlySet<string>) => noun.some((token) => list.has(token.lower));
  const usual = BY_DIMENSION.get(dimension);
  if (dimension === 'mass' && has(SHIPS)) return `displacement of the ${phrase}`;
  if (dimension === 'length' && has(GUNS)) return `calibre of the ${phrase}`;
  return usual ? `${usual} of the ${phrase}` : null;
}

function phraseEnd(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 5) {
    const token = tokens[at];
    const isOpening = at === from && /^(?:the|its|their|his|her|all)$/.test(token?.lower ?? '');
    if (
      !isOpening &&
      (token?.kind !== 'word' || isFunctionWord(token.lower) || CLEAR_VERBS.has(token.lower))
    )
      break;
    at++;
  }
  return at;
}

/** The subject of the verb that leads to a figure: 'the new bridge' of 'the new bridge will be … long'. */
function subjectBefore(text: string, tokens: readonly Token[], figure: number): string | null {
  let verb = figure - 1;
  while (verb > figure - 6 && verb > 0 && !isFiniteAt(tokens, verb)) verb--;
  while (AUXILIARIES.has(tokens[verb - 1]?.lower ?? '')) verb--;
  if (verb <= 0 || !isFiniteAt(tokens, verb)) return null;
  const between = tokens.slice(verb + 1, figure);
  if (!AUXILIARIES.has(tokens[verb]?.lower ?? '') && between.some(isOfSubject)) return null;
  let from = verb;
  while (from > 0 && from > verb - 5 && isOfSubject(tokens[from - 1])) from--;
  const first = tokens[from];
  if (!first || from >= verb) return null;
  const words = text.slice(first.start, tokens[verb - 1]?.end);
  const isArticle = /^(?:the|a|an|one|its|their|this|that)$/.test(first.lower);
  if (!isArticle) return isIng(first.lower) ? words.toLowerCase() : words;
  return words
    .replace(/^(?:the|an?|one)(?= )/i, 'the')
    .replace(/^(?:its|their|this|that) /i, 'the ');
}

const isOfSubject = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  (/^(?:the|a|an|its|their|this|that)$/.test(token.lower) || !isFunctionWord(token.lower));
