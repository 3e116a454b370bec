import { REGULAR_VERBS } from '../english/verb-words';
import { isAdverb, isFiniteVerb } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import { opensUpper } from '../tokens/characters';
import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';

/** 'he’d', 'it's': a subject with its verb. */
export const isContraction = (token: Token | undefined): boolean =>
  CONTRACTIONS.has(token?.lower ?? '');

const CONTRACTIONS = wordList(
  'i you he she it we they there that who'
    .split(' ')
    .flatMap((subject) => ['s', 'd', 'll', 're', 've', 'm'].map((verb) => `${subject}'${verb}`))
    .join(' '),
);

/**
 * Whether a finite verb stands at this token, by the tags of its sentence. Of two in a row the first is
 * a noun that looks like a verb: 'aides say'.
 */
export function isTaggedVerb(tokens: readonly Token[], at: number): boolean {
  const tags = tagsOf(tokens);
  if (isContraction(tokens[at])) return true;
  if (!isFiniteVerb(tags[at]) || isName(tokens, at)) return false;
  const lower = tokens[at]?.lower ?? '';
  const isForm = lower.endsWith('s') && !IN_S.has(lower);
  let next = at + 1;
  while (isAdverb(tags[next])) next++;
  return !(isForm && isFiniteVerb(tags[next]));
}

const IN_S = wordList('is was has does');

/** 'Will Stone', 'Figures published by the bank': a capital that is no verb. */
const isName = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (!token || token.text === token.lower) return false;
  return at === 0
    ? token.lower.endsWith('s') || opensUpper(tokens[1]?.text ?? '')
    : token.kind === 'word' && !/^['"“‘]$/.test(tokens[at - 1]?.text ?? '');
};

/** Whether one stands in these tokens; `to` exclusive. */
export function hasTaggedVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isTaggedVerb(tokens, at)) return true;
  return false;
}

/** 'having', 'speaking'; 'Boeing' is none. */
export const isVerbForm = (ing: string): boolean => {
  const stem = ing.replace(/ing$/, '');
  return (
    /^(?:hav|be|do|mak|say)$/.test(stem) ||
    [stem, `${stem}e`, stem.slice(0, -1)].some((plain) => KNOWN_VERBS.has(plain))
  );
};

const KNOWN_VERBS = new Set(REGULAR_VERBS);
