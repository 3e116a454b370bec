import { ADVERBS, BE_OR_HAVE } from '../english/grammar-words';
import type { Token } from '../tokens/tokens';
import { PEOPLE_IN_A_STATE } from './counted-noun';
import type { Figured } from './figured';

// What happened to the people or things counted: 'killed', 'injured' and 'casualties' are three measures.

const STATES = new Set(
  `killed injured wounded dead died missing hurt displaced homeless arrested detained hospitalised hospitalized evacuated
  infected unemployed captured rescued sentenced casualties hospitalizations convicted deployed destroyed damaged sold built
  drowned abducted kidnapped freed stranded deported vaccinated`.split(/\s+/),
);

/** 'people' is the noun for the other states; these words name the people themselves. */
const STATES_THAT_ARE_NOUNS = new Set(['casualties', 'hospitalizations']);

const STATE_OF_ING: ReadonlyMap<string, string> = new Map(
  [...STATES].flatMap((state): [string, string][] =>
    state.endsWith('ed') ? [[`${state.slice(0, -2)}ing`, state]] : [],
  ),
);

const HEDGES =
  /^(?:about|around|nearly|almost|some|roughly|over|under|more|less|than|up|to|at|least|most|only|just|between|almost|approximately)$/;

/** The measure of a figure with a noun: 'troops killed', 'retail stores', 'people injured'. */
export function measureOfCount(
  tokens: readonly Token[],
  draft: Figured,
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
  // 'killed 12 people and injured 30 others'
  const isOthers = /^others?$/i.test(counted.phrase) && earlier;
  const noun = isOthers ? withoutState(earlier) : counted.phrase;
  return state ? `${noun} ${state}` : noun;
}

/**
 * The measure of a bare number by what happened: 'and more than 4,000 have been injured'.
 *
 * @param earlier  the measure of the count before it
 */
export function measureOfState(
  tokens: readonly Token[],
  draft: Figured,
  earlier: string | null,
): string | null {
  const state = stateAfter(tokens, draft.to) ?? stateBefore(tokens, draft);
  if (!state) return null;
  if (STATES_THAT_ARE_NOUNS.has(state)) return state;
  if (!earlier) return PEOPLE_IN_A_STATE.has(state) ? `people ${state}` : null;
  return `${withoutState(earlier)} ${state}`;
}

/**
 * 'killed three people', 'displacing some 10,000 families': recognised by the verb before the
 * figure.
 */
export function stateBefore(tokens: readonly Token[], { from, counted }: Figured): string | null {
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

/** In tokens: 'including eight pupils and a teacher,'. */
const LONGEST_INCLUDED = 11;

/** 'at least 74, including eight pupils, were killed', 'seven were reported dead'. */
export function isStatedLater(tokens: readonly Token[], { to }: Figured): boolean {
  let at = to;
  if (
    tokens[at]?.text === ',' &&
    /^(?:including|among|most|many|all)$/.test(tokens[at + 1]?.lower ?? '')
  ) {
    const comma = tokens.slice(at + 1, at + LONGEST_INCLUDED).findIndex(({ text }) => text === ',');
    if (comma < 0) return false;
    at += comma + 2;
  }
  if (!/^(?:was|were|are|have|has|had)$/.test(tokens[at]?.lower ?? '')) return false;
  for (let i = at + 1; i < at + 4; i++) {
    const word = tokens[i]?.lower ?? '';
    if (PEOPLE_IN_A_STATE.has(word) && word !== 'missing') return true;
    if (
      !/^(?:been|also|later|reported|reportedly|found|feared|still|being|believed|confirmed|seriously|badly)$/.test(
        word,
      )
    )
      return false;
  }
  return false;
}
