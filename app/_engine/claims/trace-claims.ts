import type { ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Clause, Part } from '../clauses/part';
import type { Speech } from '../speech/read-speech';
import { type ReadPassage, spanOf } from '../tokens/passage';
import type { Range } from '../tokens/tokens';

/** Tells the trace, where there is one, how a sentence was cut and who speaks in which clause. */
export function traceClauses(
  { text, tokens, trace }: ReadPassage,
  clauses: readonly Clause[],
  speeches: readonly (Speech | null)[],
): void {
  if (!trace) return;
  const words = (range: Range) => {
    const { start, end } = spanOf(tokens, range);
    return text.slice(start, end);
  };
  for (const [at, clause] of clauses.entries()) {
    const on = clause.subject ? ` on “${words(clause.subject)}”` : '';
    trace({
      stage: 'clause',
      rule: LINKS[clause.link],
      gave: `clause${on}`,
      ...spanOf(tokens, clause),
    });
    const speech = speeches[at];
    if (!speech) continue;
    const by = speech.speaker ? words(speech.speaker) : 'nobody named';
    trace({
      stage: 'speech',
      rule: ruleOf(speech),
      gave: `said by ${by}`,
      ...spanOf(tokens, speech.content),
    });
  }
}

const LINKS: Readonly<Record<Clause['link'], string>> = {
  main: 'main clause',
  and: 'clause after a conjunction',
  relative: 'relative clause',
  with: 'clause after “with”',
  participle: 'participle',
  saying: 'further words of the speaker',
};

function ruleOf({ verb, speaker, act, isBefore }: Speech): string {
  if (verb < 0) return 'according to';
  if (act) return 'quoted as';
  if (!speaker) return 'said by nobody in particular';
  return isBefore ? 'statement before its speaker' : 'statement after its speaker';
}

/** The same for one statement of a clause, which became a claim or not. */
export function traceStatement(
  { text, tokens, trace }: ReadPassage,
  part: Part,
  claim: ReadClaim | null,
): void {
  if (!trace) return;
  const span = spanOf(tokens, part);
  const rule = part.isAside
    ? 'aside'
    : part.leans
      ? 'statement with a shared subject'
      : 'statement';
  if (!claim) {
    trace({ stage: 'claim', rule, gave: 'left out: it says too little to be checked', ...span });
    return;
  }
  for (const { start, end, words } of part.edits)
    if (words.trim())
      trace({
        stage: 'claim',
        rule: 'filled in',
        gave: `“${words.trim()}” for “${text.slice(start, end)}”`,
        start,
        end,
      });
  trace({ stage: 'claim', rule, gave: `${claim.kind}: ${claim.text}`, ...span });
}

/** The same for words that no claim is made of. */
export function traceLeftOut({ trace, span }: ReadPassage, rule: string, words: Span = span): void {
  trace?.({ stage: 'claim', rule, gave: 'left out', start: words.start, end: words.end });
}
