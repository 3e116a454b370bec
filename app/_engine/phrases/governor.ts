import { isIng } from '../english/verbs';
import { isFiniteVerb, isParticiple } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Token } from '../tokens/tokens';
import { isOfTime, type Phrase, phraseBefore } from './phrases';
import {
  isAdverbAt,
  isDeterminerAt,
  isNominalAt,
  isPrepositionAt,
  isVerbToken,
} from './word-class';

/** The verb that a figure depends on, and what stands between them. */
export type Governor = {
  readonly verb: number;
  /** The first token of its group: 'has' of 'has also risen'. */
  readonly group: number;
  /** 'its key rate' of 'cut its key rate to 4 %'; null where the figure follows the verb. */
  readonly object: Phrase | null;
  /** The preposition right before the figure: 'to', 'by', 'at'; '' where none is. */
  readonly by: string;
};

const REACH = 16;
const PARTICLES =
  /^(?:up|down|back|out|off|over|around|about|above|below|under|nearly|almost|some|more|less|than|least|most|as|only|just|even|another|further|record|estimated|high|low|much|well|roughly|approximately|many|least|total|higher|lower|also|additional|extra|combined|initial|whopping|mere|full)$/;

/** The first token of the words that hedge a figure: 'up to around', 'an estimated'. */
export function hedgedFrom(tokens: readonly Token[], figure: number): number {
  let at = figure;
  while (
    at > 0 &&
    figure - at < 6 &&
    (PARTICLES.test(tokens[at - 1]?.lower ?? '') ||
      isAdverbAt(tokens, at - 1) ||
      isDeterminerAt(tokens, at - 1) ||
      /^an?$/.test(tokens[at - 1]?.lower ?? '') ||
      (tokens[at - 1]?.lower === 'to' && /^(?:up|close)$/.test(tokens[at - 2]?.lower ?? '')) ||
      (tokens[at - 1]?.lower === 'at' && /^(?:least|most)$/.test(tokens[at]?.lower ?? '')))
  )
    at--;
  return at;
}

/** The verb before a figure, over hedges, objects and phrases of place and time; null for none near. */
export function readGovernor(tokens: readonly Token[], figure: number): Governor | null {
  const start = hedgedFrom(tokens, figure);
  // 'cut its forecast to between £85m and £95m'
  const isBetween =
    tokens[start - 1]?.lower === 'between' &&
    /^(?:to|at|from|by)$/.test(tokens[start - 2]?.lower ?? '');
  const link = isBetween ? start - 2 : start - 1;
  const by = isPrepositionAt(tokens, link) ? (tokens[link]?.lower ?? '') : '';
  // 'against 9 % for adults', 'compared with $3m': of something else than the verb's subject.
  if (/^(?:against|with)$/.test(by)) return null;
  let at = by ? link : start;
  let object: Phrase | null = null;
  // Where a phrase ends that an object goes on with: 'spending on parks'.
  let end: number | null = null;
  const stop = Math.max(0, figure - REACH);
  while (at > stop) {
    const before = at - 1;
    const token = tokens[before];
    if (isVerbToken(tokens, before))
      return { verb: before, group: groupStart(tokens, before), object, by };
    // The 'up' of 'start-up' and the total of 'brought the total for the year to' are no hedges.
    const isJoined = tokens[before - 1]?.text === '-' && token?.spaced === false;
    const isTotal = token?.lower === 'total' && at < start - 1;
    if (
      !isJoined &&
      !isTotal &&
      (PARTICLES.test(token?.lower ?? '') || isAdverbAt(tokens, before))
    ) {
      at = before;
      continue;
    }
    if (isAndAfterFigure(tokens, before)) {
      at = before;
      continue;
    }
    if (token?.text === ',' && by && isAfterFigure(tokens, before)) {
      at = before;
      continue;
    }
    if (
      token?.kind !== 'word' &&
      token?.kind !== 'number' &&
      !/^['’%$£€-]s?$/.test(token?.text ?? '')
    )
      return null;
    const phrase = simplePhraseBefore(tokens, at);
    if (!phrase) return null;
    if (isPrepositionAt(tokens, phrase.from - 1)) {
      const goesOn = /^(?:of|on|for|in)$/.test(tokens[phrase.from - 1]?.lower ?? '');
      const isPart = goesOn && !isOfTime(tokens, phrase.from, phrase.to);
      end = isPart ? (end ?? phrase.to) : null;
      at = phrase.from - 1;
      continue;
    }
    if (isNumberAlone(tokens, phrase)) {
      at = phrase.from;
      continue;
    }
    object = { ...phrase, to: end ?? phrase.to };
    at = phrase.from;
    while (isAdverbAt(tokens, at - 1)) at--;
    if (!isVerbToken(tokens, at - 1)) return null;
  }
  return null;
}

/** 'dropped by a fifth, to $640 million': a comma between two values of one change. */
const isAfterFigure = (tokens: readonly Token[], comma: number): boolean =>
  tokens[comma - 1]?.text === '%' ||
  [1, 2, 3].some((back) => tokens[comma - back]?.kind === 'number') ||
  /^(?:percent|cent|fifth|quarter|third|half|tenth|points?)$/.test(tokens[comma - 1]?.lower ?? '');

/** '14 %' of 'fell 14 % to £82m', '420 metres'. */
const isNumberAlone = (tokens: readonly Token[], { from }: Phrase): boolean =>
  /\d|[%$£€]/.test(tokens[from]?.text ?? '');

/** 'is 420 metres long and 18 metres wide': two figures of one verb. */
function isAndAfterFigure(tokens: readonly Token[], and: number): boolean {
  if (tokens[and]?.lower !== 'and') return false;
  for (let at = and - 1; at > and - 4; at--) if (tokens[at]?.kind === 'number') return true;
  return false;
}

/** A phrase without prepositions, its article included. */
function simplePhraseBefore(tokens: readonly Token[], end: number): Phrase | null {
  let from = end;
  while (
    from > 0 &&
    end - from < 10 &&
    (isNominalAt(tokens, from - 1) ||
      tokens[from - 1]?.kind === 'number' ||
      (tokens[from - 2]?.text === '-' && tokens[from - 1]?.spaced === false) ||
      /^['’%$£€-]s?$/.test(tokens[from - 1]?.text ?? ''))
  )
    from--;
  if (from === end) return null;
  const inner = from;
  while (from > 0 && inner - from < 2 && isDeterminerAt(tokens, from - 1)) from--;
  return { from, to: end, head: end - 1 };
}

/** The last of 'was last trading' may be taken for an adjective. */
const LINKS_OF_GROUP = /^(?:to|been|be|being|not|n't|last|now)$/;

/** 'is expected to rise': one group of verbs, from 'is'. */
export function groupStart(tokens: readonly Token[], verb: number): number {
  let at = verb;
  while (
    at > 0 &&
    verb - at < 8 &&
    (isVerbToken(tokens, at - 1) ||
      isAdverbAt(tokens, at - 1) ||
      LINKS_OF_GROUP.test(tokens[at - 1]?.lower ?? ''))
  )
    at--;
  return at;
}

/**
 * The subject of a verb: the phrase before it, over an aside between commas, and for 'which' and
 * 'that' the noun that they stand for. Null for a pronoun.
 */
export function subjectOfFigure(tokens: readonly Token[], group: number): Phrase | null {
  let end = group;
  while (end > 0 && isAdverbAt(tokens, end - 1)) end--;
  if (/^(?:and|but)$/.test(tokens[end - 1]?.lower ?? '') && end - 1 < group) {
    const first = isIng(tokens[group]?.lower ?? '') ? null : verbBefore(tokens, end - 1);
    return first === null ? null : subjectOfFigure(tokens, groupStart(tokens, first));
  }
  if (/^(?:which|that|who)$/.test(tokens[end - 1]?.lower ?? '')) {
    end--;
    if (tokens[end - 1]?.text === ',') end--;
    return phraseBefore(tokens, end);
  }
  if (tokens[end - 1]?.text === ',') {
    // 'The tunnel, to be 57 km long': no comma before, so that the aside is what follows.
    end = commaBefore(tokens, end - 1) ?? end - 1;
  } else if (tokens[end - 1]?.text === ')') {
    let at = end - 1;
    while (at > Math.max(0, end - 14) && tokens[at]?.text !== '(') at--;
    if (tokens[at]?.text !== '(') return null;
    end = at;
  }
  const phrase = afterAmount(tokens, phraseBefore(tokens, end));
  if (!phrase || ENDS_AMOUNT.test(tokens[phrase.to - 1]?.lower ?? '')) return null;
  return NO_SUBJECT.test(tokens[phrase.from - 1]?.lower ?? '') ? null : phrase;
}

/** Of '33 percent and Bloomberg had' the last: what stands before belongs to another verb. */
function afterAmount(tokens: readonly Token[], phrase: Phrase | null): Phrase | null {
  if (!phrase) return null;
  for (let at = phrase.to - 2; at >= phrase.from; at--)
    if (tokens[at]?.lower === 'and' && ENDS_AMOUNT.test(tokens[at - 1]?.lower ?? ''))
      return { ...phrase, from: at + 1, head: phrase.to - 1 };
  return phrase;
}

/** 'Tax will rise by 5 per cent, adding £72': no figure is of a figure. */
const ENDS_AMOUNT = /^(?:%|percent|cent|pct|hundred|thousand|million|billion|trillion|mn|bn)$/;

/** 'The whale is 12 m long and weighs 9 tonnes': the verb before 'and' that has the subject of both. */
function verbBefore(tokens: readonly Token[], and: number): number | null {
  for (let at = and - 1; at > Math.max(0, and - REACH); at--) {
    if (/^[;:()“”"]$/.test(tokens[at]?.text ?? '')) return null;
    const tag = tagsOf(tokens)[at];
    if (isVerbToken(tokens, at) && (isFiniteVerb(tag) || isParticiple(tag)))
      return isIng(tokens[at]?.lower ?? '') ? null : at;
  }
  return null;
}

/** 'No school loses more than 2 %': nothing of which it could be a figure. */
const NO_SUBJECT = /^(?:no|neither|nor|not)$/;

function commaBefore(tokens: readonly Token[], at: number): number | null {
  for (let comma = at - 1; comma > Math.max(0, at - 24); comma--)
    if (tokens[comma]?.text === ',') return comma;
  return null;
}
