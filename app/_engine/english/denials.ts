import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { ADVERBS, AUXILIARIES } from './grammar-words';

const DENIES = wordList('deny denies denied denying');
const NEGATIONS = wordList('not never neither nor cannot');
/** 'not', 'never', 'doesn’t'. */
const negates = (lower: string): boolean => NEGATIONS.has(lower) || /n['’]t$/.test(lower);
const NO_ONE = wordList('no none neither nobody');
/** 'not only said' is no denial. */
const AND_MORE = wordList('only just merely simply');

/** As many helpers and adverbs as stand before a verb, and as many words as its subject may have. */
const HELPERS_REACH = 6;
const SUBJECT_REACH = 14;

/**
 * Whether a verb of saying is denied, so that nothing may be attributed to its subject: 'denied
 * that', 'has never said that', 'neither confirmed nor', 'no official said that'.
 *
 * @param at    the verb
 * @param from  first token of its clause
 */
export function isDenied(tokens: readonly Token[], at: number, from: number): boolean {
  if (DENIES.has(tokens[at]?.lower ?? '')) return true;
  for (let before = at - 1; before >= Math.max(from, at - HELPERS_REACH); before--) {
    const lower = tokens[before]?.lower ?? '';
    if (negates(lower)) return !AND_MORE.has(tokens[before + 1]?.lower ?? '');
    // 'did not confirm or say': the verb before 'or' is passed over with it.
    if (lower === 'or') before--;
    else if (!AUXILIARIES.has(lower) && !ADVERBS.has(lower) && !lower.endsWith('ly')) break;
  }
  return isOfNoOne(tokens, at, from);
}

/** 'No official has said': 'No 10' is somebody. */
function isOfNoOne(tokens: readonly Token[], verb: number, from: number): boolean {
  let start = verb;
  while (start > Math.max(from, verb - SUBJECT_REACH) && !OPENS.has(tokens[start - 1]?.lower ?? ''))
    start--;
  const next = tokens[start + 1];
  return NO_ONE.has(tokens[start]?.lower ?? '') && next?.kind !== 'number' && next?.text !== '.';
}

const OPENS = wordList(', ; : and but that while although though as because');

/**
 * Whether what a 'that' opens is denied or rejected: 'denied that', 'rejected claims that', 'did not
 * say that'. All of it is, so nothing in it is a statement of its own.
 *
 * @param that  the token 'that'
 */
export function opensDenied(tokens: readonly Token[], that: number): boolean {
  const noun = CLAIMS.has(tokens[that - 1]?.lower ?? '');
  let verb = noun ? that - 2 : that - 1;
  while (tokens[verb]?.lower.endsWith('ly')) verb--;
  const lower = tokens[verb]?.lower ?? '';
  if (REJECTS.has(lower) || DENIES.has(lower)) return true;
  return !noun && SAYS.has(lower) && isDenied(tokens, verb, Math.max(0, verb - SUBJECT_REACH));
}

const CLAIMS = wordList(
  'claims reports allegations accusations suggestions rumours rumors assertions charges',
);
const REJECTS = wordList(`
  reject rejected rejects rejecting dispute disputed disputes disputing dismiss dismissed dismisses dismissing
  refute refuted refutes refuting rebuff rebuffed rebuffs rebuffing
`);
const SAYS = wordList(`
  say said says confirm confirmed admit admitted claim claimed believe believed suggest suggested acknowledge acknowledged
`);
