import type { Clause } from '../clauses/part';
import { isDenied } from '../english/denials';
import { SPEECH_VERBS } from '../english/verb-words';
import { hasFinite } from '../english/verbs';
import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';
import { contentStart } from './reported-words';
import { canSpeak } from './speakers';
import { hasTaggedVerb, isTaggedVerb } from './tagged-verbs';
import { subjectOfVerb } from './verb-subject';

/** As many words as stand between the conjunction and its verb of saying. */
const LONGEST_SUBJECT = 16;
const OPENS = wordList('when after as because since while though although');

/**
 * Parts clauses where somebody speaks in a subordinate one, so that the words said have their speaker
 * and the main clause stays apart from them: 'Shares fell after the board said that 40 jobs would go'.
 */
export function splitAtSpeech(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  quoted: readonly boolean[],
): readonly Clause[] {
  return clauses.flatMap((clause) => {
    const at = speechAfter(tokens, clause, quoted);
    return at < 0
      ? [clause]
      : [
          { ...clause, to: at },
          { from: at + 1, to: clause.to, link: 'main' as const, subject: null },
        ];
  });
}

/** The conjunction that opens the speech; -1 for none. */
function speechAfter(tokens: readonly Token[], clause: Clause, quoted: readonly boolean[]): number {
  for (let at = clause.from + 3; at + 4 < clause.to; at++) {
    if (quoted[at] || !OPENS.has(tokens[at]?.text ?? '')) continue;
    const states = hasTaggedVerb(tokens, clause.from, at) || hasFinite(tokens, clause.from, at);
    if (!states || saysBefore(tokens, clause.from, at)) continue;
    if (says(tokens, at + 1, clause, quoted)) return at;
  }
  return -1;
}

/** What stands before is itself said: 'Holm said sales fell after the bank warned that …' is one report. */
const saysBefore = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(({ text }, at) => SPEECH_VERBS.has(text) && isTaggedVerb(tokens, from + at));

function says(
  tokens: readonly Token[],
  from: number,
  clause: Clause,
  quoted: readonly boolean[],
): boolean {
  for (let at = from + 1; at < Math.min(clause.to - 2, from + LONGEST_SUBJECT); at++) {
    if (quoted[at] || /^[,;:]$/.test(tokens[at]?.text ?? '')) return false;
    const verb = SPEECH_VERBS.get(tokens[at]?.text ?? '');
    if (!verb || verb.bare === 'never') continue;
    const { particles } = verb;
    if (particles.length > 0 && !particles.includes(tokens[at + 1]?.lower ?? '')) continue;
    const own: Clause = { from, to: clause.to, link: 'main', subject: null };
    if (!canSpeak(tokens, at, own) || isDenied(tokens, at, from)) return false;
    const verbEnd = particles.length > 0 ? at + 2 : at + 1;
    const content = contentStart(tokens, verbEnd, clause.to, verb, quoted);
    return content > 0 && subjectOfVerb(tokens, from, at) !== null;
  }
  return false;
}

/**
 * Joins a clause that only names the speaker to the words that were said: ', a person briefed on the
 * talks said.'
 */
export function joinAtSpeaker(tokens: readonly Token[], clauses: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const before = joined.at(-1);
    if (before && clause.link !== 'relative' && isSpeakerOnly(tokens, clause))
      joined.splice(-1, 1, { ...before, to: clause.to });
    else joined.push(clause);
  }
  return joined;
}

/** A noun phrase and a verb of saying, and the end of the sentence. */
function isSpeakerOnly(tokens: readonly Token[], { from, to }: Clause): boolean {
  let verb = to - 1;
  while (verb > from && tokens[verb]?.kind === 'mark') verb--;
  if (!SPEECH_VERBS.has(tokens[verb]?.text ?? '') || isDenied(tokens, verb, from)) return false;
  let start = from;
  while (start < verb && tokens[start]?.kind === 'mark') start++;
  const subject = subjectOfVerb(tokens, start, verb);
  return subject?.from === start && tokens[start - 1]?.text === ',';
}
