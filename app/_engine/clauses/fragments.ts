import { verbTags } from '../english/verbs';
import { isAdverb, isDeterminer, isFiniteVerb, isNoun, isPronoun, tagOf } from '../tags/tag';
import { QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';

const CC = tagOf('CC');
const PRP = tagOf('PRP');
/** 'it’ll': the subject and its verb. */
const CONTRACTED = tagOf('PRP:VERB');
const OPENERS: readonly number[] = (['IN:MARK', 'WDT', 'WP', 'WRB'] as const).map(tagOf);

/** Tags of words after which more has to come. */
const DANGLING: readonly number[] = (
  ['CC', 'TO', 'DT', 'PDT', 'PRP$', 'WDT', 'WP', 'WP$', 'WRB', 'IN:MARK', 'POS'] as const
).map(tagOf);

/**
 * Whether words are a piece of a sentence and no sentence: without a subject and a verb of their own,
 * cut off before or after a word that joins, or with half a pair of brackets or quotation marks.
 *
 * @param hasSubject  whether their subject stands elsewhere and is put in front
 */
export function isFragment(
  tokens: readonly Token[],
  { from, to }: Range,
  hasSubject: boolean,
): boolean {
  const tags = verbTags(tokens);
  if (isUneven(tokens, from, to) || dangles(tokens, tags, from, to)) return true;
  return !hasSubject && mainVerbAt(tokens, tags, from, to) < 0;
}

/** A bracket that is not closed, or a quotation mark alone. */
function isUneven(tokens: readonly Token[], from: number, to: number): boolean {
  let [open, quotes] = [0, 0];
  for (let at = from; at < to; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') open++;
    else if (text === ')') open--;
    else if (QUOTES.has(text)) quotes++;
    if (open < 0) return true;
  }
  return open !== 0 || quotes % 2 === 1;
}

function dangles(tokens: readonly Token[], tags: Uint8Array, from: number, to: number): boolean {
  const first = tags[from] ?? -1;
  const last = tags[to - 1] ?? -1;
  if (first === CC && !/^(?:both|either|neither)$/.test(tokens[from]?.lower ?? '')) return true;
  const isStranded = last === PRP && OPENERS.includes(tags[to - 2] ?? -1);
  return isStranded || DANGLING.includes(last);
}

/**
 * The verb of the sentence that these words are: finite, after its subject, and no verb of a clause
 * inside ('which fell', 'steps they take'); -1 when there is none.
 */
export function mainVerbAt(
  tokens: readonly Token[],
  tags: Uint8Array,
  from: number,
  to: number,
): number {
  let inner = 0;
  let hasSubject = false;
  let isInVerb = false;
  for (let at = from; at < to; at++) {
    const tag = tags[at] ?? -1;
    if (isFiniteVerb(tag)) {
      if (isInVerb) continue;
      isInVerb = true;
      if (inner > 0) inner--;
      else if (hasSubject || tag === CONTRACTED) return at;
      continue;
    }
    if (!isAdverb(tag)) isInVerb = false;
    if (OPENERS.includes(tag)) inner++;
    else if (tag === PRP && isNoun(tags[at - 1]) && isFiniteVerb(tags[at + 1])) inner++;
    else if (
      isNoun(tag) ||
      isPronoun(tag) ||
      tokens[at]?.kind === 'number' ||
      (isDeterminer(tag) && isFiniteVerb(tags[at + 1]))
    )
      hasSubject = true;
  }
  return -1;
}
