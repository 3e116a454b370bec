import type { Span } from '#domain/texts/annotation';
import type { Clause } from '../clauses/part';
import { QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';

/** ', a fee that made her …': the noun before a relative clause belongs to that clause alone. */
export function withoutApposition(tokens: readonly Token[], range: Range, next?: Clause): Range {
  const noun = next?.link === 'relative' ? next.subject : null;
  const isTail = noun && tokens[noun.from - 1]?.text === ',' && noun.from - 1 > range.from;
  const isShort = noun && /^(?:a|an|the)$/.test(tokens[noun.from]?.lower ?? '');
  return isTail && isShort && noun.to <= range.to && range.to - noun.to <= 1
    ? { from: range.from, to: noun.from - 1 }
    : range;
}

/**
 * 'launched the Choe Hyon, a destroyer of 4,500 tonnes': the end that is a claim of its own is left
 * out.
 */
export function withoutRole(tokens: readonly Token[], range: Range, roles: readonly Span[]): Range {
  const end = tokens[range.to - 1]?.end;
  const role = roles.find((span) => span.end === end);
  const comma = role
    ? tokens.findIndex((token) => token.start > role.start && token.text === ',')
    : -1;
  return comma > range.from + 2 ? { from: range.from, to: comma } : range;
}

/** A 'That' with a capital points: 'That bridge has been …'. */
const isJoint = (token: Token | undefined): boolean =>
  token !== undefined && (['and', 'but'].includes(token.lower) || token.text === 'that');

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;

/** Drops marks at both ends, and quotation marks around the whole. */
export function trim(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  while (from < to && (LEAD_MARKS.test(tokens[from]?.text ?? '') || isJoint(tokens[from]))) from++;
  while (
    to > from &&
    (TAIL_MARKS.test(tokens[to - 1]?.text ?? '') || tokens[to - 1]?.lower === 'and')
  )
    to--;
  let marks = 0;
  for (let at = from; at < to; at++) if (QUOTES.has(tokens[at]?.text ?? '')) marks++;
  const opens = QUOTES.has(tokens[from]?.text ?? '');
  const closes = QUOTES.has(tokens[to - 1]?.text ?? '');
  if (opens && closes && marks <= 2) return trim(tokens, { from: from + 1, to: to - 1 });
  if (opens && marks === 1) return trim(tokens, { from: from + 1, to });
  if (closes && marks === 1) return trim(tokens, { from, to: to - 1 });
  return { from, to };
}
