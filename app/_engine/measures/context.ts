import type { Basis } from '#domain/figures/figure';
import { isVerbToken } from '../phrases/word-class';
import type { Range, Token } from '../tokens/tokens';

const at = (tokens: readonly Token[], place: number): string => tokens[place]?.lower ?? '';

/** Words may stand this far from a figure and still be about it. */
const REACH = 14;
const LONGEST_SCOPE = 9;

/**
 * The time or the part of things that a figure is limited to, as written: 'since 7 October', 'in the
 * year to June', 'excluding fuel'. Null where the sentence does not say.
 *
 * @param to  after the figure and what it counts
 * @param next  the first token of the next figure
 */
export function readScope(tokens: readonly Token[], to: number, next: number): Range | null {
  const stop = Math.min(to + REACH, next, tokens.length);
  for (let place = to; place < stop; place++) {
    if (ENDS_CLAUSE.test(at(tokens, place))) break;
    if (beginsScope(tokens, place)) return scopeFrom(tokens, place);
  }
  // 'Since 7 October, 40 boats have sunk': before the whole sentence.
  const opening = beginsScope(tokens, 0) ? scopeFrom(tokens, 0) : null;
  return opening && opening.to < to && at(tokens, opening.to) === ',' ? opening : null;
}

const ENDS_CLAUSE = /^(?:[;:—–]|and|but|while|whereas|who|which|that|including)$/;

/** What begins a scope; 'in' and 'over' only before a stretch of time. */
function beginsScope(tokens: readonly Token[], place: number): boolean {
  const word = at(tokens, place);
  // 'its lowest since 2015' says how rare a level is.
  if (word === 'since' && RARE.test(at(tokens, place - 1))) return false;
  if (/^(?:since|excluding|excl|outside)$/.test(word)) return true;
  if (word === 'so') return at(tokens, place + 1) === 'far';
  if (!/^(?:in|over|during|for|between|within)$/.test(word)) return false;
  if (word === 'between')
    return isTime(at(tokens, place + 1)) || /^\d{4}$/.test(at(tokens, place + 1));
  const first = at(tokens, place + 1) === 'the' ? place + 2 : place + 1;
  if (/^(?:year|quarter|months?|weeks?|days?|season)$/.test(at(tokens, first)))
    return STRETCH_TO.test(at(tokens, first + 1)) && !isLevelAfter(tokens, first + 1);
  return (
    /^(?:past|last|first|second|third|fourth|final|previous|same|current)$/.test(
      at(tokens, first),
    ) && [1, 2].some((ahead) => STRETCH.test(at(tokens, first + ahead)))
  );
}

const RARE = /^(?:.+est|time|worst|best|least|most|record|high|low|first|any)$/;

/** 'the total for the year to 19 cents' is a level; 'for the year to March' and 'to 30 June' are times. */
const isLevelAfter = (tokens: readonly Token[], to: number): boolean =>
  at(tokens, to) === 'to' &&
  !isTime(at(tokens, to + 1)) &&
  !isTime(at(tokens, to + 2)) &&
  !/^(?:the|end|date|last|this|\d{4})$/.test(at(tokens, to + 1));

const STRETCH = /^(?:years?|quarters?|months?|weeks?|days?|hours?|half|decades?|season|century)$/;
const STRETCH_TO = /^(?:to|ended|ending|through|until|since|of)$/;

const isTime = (word: string): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
    word,
  );

function scopeFrom(tokens: readonly Token[], from: number): Range | null {
  let to = from + 1;
  let verbs = 0;
  while (to < tokens.length && to < from + LONGEST_SCOPE) {
    const word = at(tokens, to);
    // The point of 'Sept. 29' ends nothing.
    const isPoint = word === '.' && tokens[to + 1]?.kind === 'number';
    if (tokens[to]?.kind === 'mark' && !isPoint && !(word === '-' || /^['’]s?$/.test(word))) break;
    if (
      /^(?:but|while|when|who|which|that|as|with|compared|against|said|says|according|including)$/.test(
        word,
      )
    )
      break;
    if (/^(?:and|or)$/.test(word) && isVerbToken(tokens, to + 1)) break;
    if (/^(?:ended|ending)$/.test(word)) {
      to++;
      continue;
    }
    // 'since the war began' has a verb of its own, 'since May has fallen' has not.
    if (isVerbToken(tokens, to) && (at(tokens, from) !== 'since' || ++verbs > 1)) break;
    to++;
  }
  return to > from + 1 ? { from, to } : null;
}

/**
 * What a figure rests on, by the words before it in its clause: 'an estimated 4,000', 'is expected to
 * cost $3m', 'official figures show 12 %'. Null where they do not say.
 *
 * @param earlier  after the figure before it
 */
export function readBasis(tokens: readonly Token[], figure: Range, earlier: number): Basis | null {
  for (let place = figure.from - 1; place >= Math.max(earlier, figure.from - REACH); place--) {
    const word = at(tokens, place);
    if (/^[;:]$/.test(word)) return null;
    const basis = BASIS_WORDS.get(word);
    if (basis && at(tokens, place + 1) !== 'on') return basis;
    if (FORETELLING.test(word) && FORETOLD.test(at(tokens, place + 1))) return 'projection';
    if (
      word === 'to' &&
      /^(?:expected|likely|due|set|forecast|projected|predicted)$/.test(at(tokens, place - 1))
    )
      return 'projection';
    if (
      word === 'official' &&
      /^(?:figures?|data|statistics|count|toll|estimates?|results?)$/.test(at(tokens, place + 1))
    )
      return 'official';
  }
  return null;
}

const FORETELLING = /^(?:will|would|could|may|might|shall)$/;
const FORETOLD =
  /^(?:be|cost|rise|fall|reach|total|grow|increase|decline|drop|exceed|need|require|create|add|hit|climb|save|become|have|lose|raise|cut|take|receive|spend|invest|pay|build|hire)$/;

const BASIS_WORDS: ReadonlyMap<string, Basis> = new Map([
  ...['estimated', 'estimate', 'estimates', 'estimating', 'guess', 'reckons', 'reckoned'].map(
    (word): [string, Basis] => [word, 'estimate'],
  ),
  ...[
    'forecast',
    'forecasts',
    'projected',
    'projection',
    'projects',
    'predicted',
    'predicts',
    'predict',
    'target',
    'targets',
  ].map((word): [string, Basis] => [word, 'projection']),
  ...['counted', 'recorded', 'confirmed', 'registered', 'verified', 'documented'].map(
    (word): [string, Basis] => [word, 'observed'],
  ),
  ...['census'].map((word): [string, Basis] => [word, 'official']),
]);

/** Whether the words before a figure make it a part of the figure before it: 'including 1,200 children'. */
export function isPartOfEarlier(tokens: readonly Token[], from: number, earlier: number): boolean {
  for (let place = from - 1; place >= Math.max(earlier, from - 6); place--) {
    const word = at(tokens, place);
    if (word === 'including') return true;
    if (/^(?:whom|which|them)$/.test(word) && /^(?:of|among)$/.test(at(tokens, place - 1)))
      return true;
    if (
      /^(?:and|or|at|least|some|about|around|up|to|nearly|more|than|over|,|an|estimated|almost)$/.test(
        word,
      )
    )
      continue;
    if (isVerbToken(tokens, place)) return false;
  }
  return false;
}
