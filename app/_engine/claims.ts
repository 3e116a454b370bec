import { readSpeech, type Speech } from './attribution';
import { type Clause, hasFinite, quotedTokens, splitClauses } from './clauses';
import { PRONOUNS } from './grammar-words';
import { isCheckable, kindOf } from './kinds';
import { findIntroduced, Parties, readParty } from './parties';
import type { Passage } from './passage';
import type { Claimant, ReadClaim, ReadDate, ReadQuantity, Span } from './reading';
import { reasonsFor } from './reasons';
import type { Token } from './tokens';
import { findFinite, isFiniteAt, isIng } from './verbs';

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
  /** Whose words the sentence before quoted, for a quotation that stands alone after it. */
  lastQuoted: Claimant | null = null;
  /** What the last sentence was about, for 'it' in the next. */
  topic: string | null = null;
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
  let inherited: Said | null = saidAlready(passage, context);
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
    const told = { topic: context.topic, main: claims.at(-1)?.exact ?? '' };
    const claim = toClaim(passage, clause, range, said, quoted, told);
    if (claim) claims.push(claim);
  });
  context.openQuote = speakerOfOpenQuote(tokens, context.openQuote, inherited?.claimant ?? null);
  context.lastQuoted = quoted.some(Boolean) ? (inherited?.claimant ?? null) : null;
  context.topic = topicOf(passage, claims) ?? context.topic;
  for (const { party, from, to } of introduced) {
    if (context.introduced.has(party.name)) continue;
    context.introduced.add(party.name);
    claims.push(roleClaim(passage, { from, to }, party));
  }
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Words that go on within a quotation, or a whole sentence of one right after it, have its speaker. */
function saidAlready({ tokens }: ReadPassage, context: ClaimContext): Said | null {
  const closes = QUOTES.test(tokens.at(-1)?.text ?? '');
  const opens = QUOTES.test(tokens[0]?.text ?? '');
  const claimant = context.openQuote ?? (opens && closes ? context.lastQuoted : null);
  return claimant && { claimant, saidOn: null };
}

/** Whose quotation runs on past the end of a sentence: one that began is not closed in it. */
function speakerOfOpenQuote(
  tokens: readonly Token[],
  before: Claimant | null,
  own: Claimant | null,
): Claimant | null {
  const marks = tokens.filter((token) => QUOTES.test(token.text)).length;
  if (marks === 0) return before;
  const opens = QUOTES.test(tokens[0]?.text ?? '');
  const closes = QUOTES.test(tokens.at(-1)?.text ?? '');
  return marks % 2 === 1 && (!closes || opens) ? own : null;
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
  return next && next.link !== 'relative' && speech?.isBefore ? speech : null;
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
  told: Told,
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
    hasFigure: quantities.some(isTelling),
    hasQuote,
    hasClaimant: claimant !== null,
    isRole: false,
  });
  return {
    ...span,
    exact,
    text: standAlone(passage, clause, exact, quantities, told),
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

/** 'the two countries' is no figure to check; 'two dead', '2.5 %' and 'nearly two tonnes' are. */
const isTelling = ({ unit, qualifier, value, surface }: ReadQuantity): boolean =>
  !(
    unit?.startsWith('{') &&
    unit !== '{person}' &&
    qualifier === 'exact' &&
    Number(value ?? 99) <= 12 &&
    /^[a-z]/i.test(surface)
  );

/** What went before a claim: what 'it' stands for, and the statement that a participle leans on. */
type Told = { readonly topic: string | null; readonly main: string };

/**
 * The words as a sentence of their own: the subject of a relative clause, what 'it' stands for,
 * what a participle leans on and who was injured are filled in.
 */
function standAlone(
  passage: ReadPassage,
  clause: Clause,
  exact: string,
  quantities: readonly ReadQuantity[],
  { topic, main }: Told,
): string {
  const words = filledIn(passage, clause, exact, quantities, topic, main)
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  return sentence.replace(/([.!?]["”’']?)\.$/, '$1');
}

/** 'It is crucial that …': an 'it' that stands for nothing before. */
const EMPTY_IT =
  /^it (?:is|was|has been|will be|would be|seems|appears)(?: \w+){0,2} (?:that|to|for)\b/i;

function filledIn(
  { text, tokens }: ReadPassage,
  { link, subject }: Clause,
  exact: string,
  [figure]: readonly ReadQuantity[],
  topic: string | null,
  main: string,
): string {
  if (subject) {
    const noun = text.slice(tokens[subject.from]?.start, tokens[subject.to - 1]?.end);
    return `${noun.replace(/^(?:a|an) /i, 'The ')} ${exact}`;
  }
  if (link === 'participle' && main) return `${main}, ${exact}`;
  const isState = link === 'with' && figure?.measure && figure.unit?.startsWith('{');
  if (isState && !figure.measure?.startsWith('people') && exact.length < figure.surface.length + 12)
    return `${figure.surface} ${figure.measure}`;
  return topic && /^it\s/i.test(exact) && !EMPTY_IT.test(exact)
    ? exact.replace(/^it/i, topic)
    : exact;
}

/** What a sentence is about: the words before its first verb, unless they are many or a pronoun. */
function topicOf({ text, tokens }: ReadPassage, claims: readonly ReadClaim[]): string | null {
  const start = claims[0]?.start ?? -1;
  const from = tokens.findIndex((token) => token.start === start);
  const verb = from < 0 ? -1 : findFinite(tokens, from, Math.min(tokens.length, from + 8));
  const first = tokens[from]?.lower ?? '';
  if (
    verb <= from ||
    verb > from + 6 ||
    PRONOUNS.has(first) ||
    isIng(tokens[verb - 1]?.lower ?? '')
  )
    return null;
  const words = tokens.slice(from, verb);
  if (words.some(({ kind, text: word }) => kind === 'mark' && word !== '-')) return null;
  return text.slice(tokens[from]?.start, words.at(-1)?.end);
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

const ORDERS = new Set(
  "keep click read sign subscribe follow share see watch join get find visit download check log register contact listen learn send tell let please do don't enter".split(
    ' ',
  ),
);

/** Questions, orders and buttons state nothing: 'Keep up to date with our articles'. */
function isNoStatement(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.at(-1)?.text === '?') return true;
  if (!first || !ORDERS.has(first.lower) || second?.kind !== 'word') return false;
  return !isFiniteAt(tokens, 1);
}
