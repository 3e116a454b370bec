import { readSpeech, type Speech } from './attribution';
import { type Clause, hasFinite, quotedTokens, splitClauses } from './clauses';
import { isCheckable, kindOf } from './kinds';
import { findIntroduced, Parties, readParty } from './parties';
import type { Passage } from './passage';
import type { Claimant, ReadClaim, ReadDate, ReadQuantity, Span } from './reading';
import { reasonsFor } from './reasons';
import type { Token } from './tokens';
import { isPlainVerb } from './verbs';

/** A sentence with what has been read in it. */
export type ReadPassage = Passage & {
  readonly span: Span;
  readonly quantities: readonly ReadQuantity[];
  readonly dates: readonly ReadDate[];
  readonly checkWorthiness: number;
  /** No full stop at its end: a headline, a caption or a button. */
  readonly isHeading: boolean;
};

type Range = { readonly from: number; readonly to: number };

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People whose role has been claimed once already. */
  readonly introduced = new Set<string>();
  /** The speaker of a quotation that runs on into the next sentence. */
  openQuote: Claimant | null = null;
}

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(passage: ReadPassage, context: ClaimContext): ReadClaim[] {
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const introduced = findIntroduced(passage.text, tokens, context.parties);
  if (passage.isHeading || isNoStatement(tokens)) return [];
  const quoted = quotedTokens(tokens);
  const clauses = splitClauses(tokens, quoted);
  const speeches = clauses.map((clause) => readSpeech(tokens, clause, quoted));
  const claims: ReadClaim[] = [];
  let inherited: Said | null = null;
  clauses.forEach((clause, at) => {
    const speech = speeches[at] ?? null;
    const later = laterSpeech(clauses, speeches, at);
    const said: Said | null = speech
      ? toSaid(passage, speech, context, inherited)
      : later
        ? toSaid(passage, later, context, inherited)
        : inheritable(clause, inherited);
    if (speech || clause.link === 'and') inherited = said;
    const range = trim(tokens, speech?.content ?? clause);
    const claim = toClaim(passage, clause, range, said, quoted);
    if (claim) claims.push(claim);
  });
  for (const { party, from, to } of introduced) {
    if (context.introduced.has(party.name)) continue;
    context.introduced.add(party.name);
    claims.push(roleClaim(passage, { from, to }, party));
  }
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Said = { readonly claimant: Claimant | null; readonly saidOn: ReadDate | null };

function toSaid(
  passage: ReadPassage,
  speech: Speech,
  { parties }: ClaimContext,
  inherited: Said | null,
): Said {
  const { text, tokens } = passage;
  const claimant = speech.speaker
    ? readParty(text, tokens, ...withoutDates(passage, speech.speaker), parties)
    : speech.said.from === speech.content.from ||
        (speech.said.to <= speech.content.from && inherited && speech.speaker === null)
      ? (inherited?.claimant ?? null)
      : null;
  if (claimant) parties.remember(claimant, true);
  const from = tokens[speech.said.from]?.start ?? 0;
  const to = tokens[speech.said.to - 1]?.end ?? 0;
  const saidOn = passage.dates.find((date) => date.start >= from && date.end <= to) ?? null;
  return { claimant, saidOn };
}

/** A speaker's words without a date before or after them: 'On Monday Mr Smith'. */
function withoutDates(passage: ReadPassage, { from, to }: Range): [number, number] {
  let [start, end] = [from, to];
  const { tokens, dates } = passage;
  for (const date of dates) {
    if (
      tokens[start] &&
      date.start <= (tokens[start + 1]?.start ?? 0) &&
      date.start >= (tokens[start]?.start ?? 0)
    ) {
      while (start < end && (tokens[start]?.start ?? 0) < date.end) start++;
    }
    if (date.end === tokens[end - 1]?.end) {
      while (end > start && (tokens[end - 1]?.end ?? 0) > date.start) end--;
      if (['on', 'in'].includes(tokens[end - 1]?.lower ?? '')) end--;
    }
  }
  return [start, end];
}

/** 'A fell and B rose, officials said': the speaker of a later clause said the earlier ones too. */
function laterSpeech(
  clauses: readonly Clause[],
  speeches: readonly (Speech | null)[],
  at: number,
): Speech | null {
  const next = clauses[at + 1];
  const speech = speeches[at + 1];
  return next?.link === 'and' && speech?.isBefore ? speech : null;
}

/** Clauses joined to reported speech are reported too; an aside with 'which' is the article's own. */
const inheritable = (clause: Clause, inherited: Said | null): Said | null =>
  clause.link === 'and' || clause.link === 'with' || clause.link === 'participle'
    ? inherited
    : null;

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;
const QUOTES = /^["“”«»]$/;

/** Drops marks at both ends, and quotation marks when they hold the whole. */
function trim(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  while (
    from < to &&
    (LEAD_MARKS.test(tokens[from]?.text ?? '') ||
      ['and', 'but', 'that', 'while'].includes(tokens[from]?.lower ?? ''))
  )
    from++;
  while (
    to > from &&
    (TAIL_MARKS.test(tokens[to - 1]?.text ?? '') || tokens[to - 1]?.lower === 'and')
  )
    to--;
  const marks = tokens.slice(from, to).filter((token) => QUOTES.test(token.text)).length;
  const opens = QUOTES.test(tokens[from]?.text ?? '');
  const closes = QUOTES.test(tokens[to - 1]?.text ?? '');
  if (opens && closes && marks <= 2) return trim(tokens, { from: from + 1, to: to - 1 });
  if (opens && marks === 1) return trim(tokens, { from: from + 1, to });
  if (closes && marks === 1) return { from, to: to - 1 };
  return { from, to };
}

function toClaim(
  passage: ReadPassage,
  clause: Clause,
  range: Range,
  said: Said | null,
  quoted: readonly boolean[],
): ReadClaim | null {
  const { text, tokens } = passage;
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  if (!first || !last || range.to - range.from < 3) return null;
  const span = { start: first.start, end: last.end };
  const quantities = passage.quantities.filter(
    (quantity) => quantity.start >= span.start && quantity.end <= span.end,
  );
  if (clause.link === 'participle' && quantities.length === 0) return null;
  if (
    clause.link !== 'with' &&
    clause.link !== 'participle' &&
    !hasFinite(tokens, range.from, range.to)
  )
    return null;
  const words = tokens.slice(range.from, range.to);
  const exact = text.slice(span.start, span.end);
  const hasQuote = quoted.slice(range.from, range.to).some(Boolean);
  const claimant = said?.claimant ?? null;
  const kind = kindOf(words, {
    hasFigure: quantities.length > 0,
    hasQuote,
    hasClaimant: claimant !== null,
    isRole: false,
  });
  return {
    ...span,
    exact,
    text: standAlone(passage, clause, exact),
    kind,
    checkable: isCheckable(kind),
    claimant,
    saidOn: said?.saidOn ?? null,
    eventOn:
      passage.dates.find(
        (date) => date.start >= span.start && date.end <= span.end && date !== said?.saidOn,
      ) ?? null,
    quantities,
    checkWorthiness: passage.checkWorthiness,
    reasons: reasonsFor(exact, kind, claimant, quantities),
  };
}

/** The words as a sentence of their own: the subject of a relative clause is filled in. */
function standAlone({ text, tokens }: ReadPassage, clause: Clause, exact: string): string {
  const subject = clause.subject
    ? text
        .slice(tokens[clause.subject.from]?.start, tokens[clause.subject.to - 1]?.end)
        .replace(/^(?:a|an) /i, 'The ')
    : '';
  const words = `${subject} ${exact}`.replace(/\s+/g, ' ').trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/([.!?])\.$/, '$1');
}

function roleClaim(passage: ReadPassage, { from, to }: Range, party: Claimant): ReadClaim {
  const { text, tokens } = passage;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return {
    start,
    end,
    exact: text.slice(start, end),
    text: `${party.name} is ${party.role ?? ''}.`,
    kind: 'attribute',
    checkable: true,
    claimant: null,
    saidOn: null,
    eventOn: null,
    quantities: [],
    checkWorthiness: passage.checkWorthiness / 2,
    reasons: reasonsFor('', 'attribute', null, []),
  };
}

/** Questions, orders and buttons state nothing: 'Keep up to date with our articles'. */
function isNoStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.at(-1)?.text === '?') return true;
  return (
    first !== undefined &&
    isPlainVerb(first.lower) &&
    second?.kind === 'word' &&
    second.text === second.lower &&
    !['is', 'are', 'was', 'were', 'has', 'had', 'will'].includes(second.lower)
  );
}
