import type { Claimant, ReadClaim, ReadDate } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Clause } from '../clauses/clause';
import type { LeadIn } from '../clauses/lead-ins';
import { asWritten, type Part } from '../clauses/part';
import { type Lead, toLead } from '../clauses/participles';
import { splitClauses } from '../clauses/split-clauses';
import { readParts } from '../clauses/split-statements';
import { isCount } from '../english/counts';
import { findFinite } from '../english/verbs';
import { figuresIn, isTelling } from '../figures/informative';
import { datelineEnd } from '../parties/datelines';
import { findIntroduced } from '../parties/introduced';
import { Parties } from '../parties/party-memory';
import {
  inheritable,
  laterSpeech,
  quoter,
  type Said,
  saidAlready,
  subjectOf,
  toSaid,
} from '../speech/claimant-of';
import { isOfOwnActs, selfOf, speechIn } from '../speech/speaker-self';
import type { ReadPassage } from '../tokens/passage';
import { spanOf } from '../tokens/passage';
import { isOpenAtEnd, QUOTES, quotedTokens } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { Antecedents, type Subject, toSpeaker, toSubject } from './antecedents';
import { isCheckable, kindOf } from './kinds';
import { reasonsFor } from './reasons';
import { readRoles } from './roles';
import { standAlone, type Told } from './stand-alone';
import { isNoStatement, isStatement, isWorthwhile } from './statements';

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People whose role has been claimed once already. */
  readonly introduced = new Set<string>();
  /** The speaker of a quotation that runs on into the next sentence. */
  openQuote: Claimant | null = null;
  /** Whose words the sentence before quoted, for a quotation that stands alone after it. */
  lastQuoted: Claimant | null = null;
  /** What the sentences before were about, for 'it' and 'the ferry' in the next. */
  readonly antecedents = new Antecedents(this.parties);
}

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(sentence: ReadPassage, context: ClaimContext): ReadClaim[] {
  const begin = datelineEnd(sentence.tokens);
  const passage = begin === 0 ? sentence : { ...sentence, tokens: sentence.tokens.slice(begin) };
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const introduced = findIntroduced(passage.text, tokens, context.parties);
  if (passage.isHeading || isNoStatement(tokens)) return [];
  context.antecedents.names.read(passage.text, tokens);
  const quoted = quotedTokens(tokens);
  const clauses = splitClauses(tokens, quoted);
  const speeches = clauses.map((clause) => speechIn(passage, clause, quoted));
  const roles = readRoles(passage, introduced, context.introduced);
  const elsewhere = roles.filter(({ quantities }) => quantities.length > 0);
  const claims: ReadClaim[] = [];
  let lead: Lead | null = null;
  let earlier: Subject | null = null;
  let about: Subject | null | undefined;
  let leadIn: LeadIn | null = null;
  const already = saidAlready(passage, quoted, context);
  let inherited: Said | null = already;
  const first = clauses[1]?.link === 'saying' && !inherited ? clauses[0] : null;
  const verb = first ? findFinite(tokens, first.from, first.to) : -1;
  const doer = first && verb > first.from ? subjectOf(passage, first, verb, context) : null;
  if (doer && !speeches[0]) inherited = { claimant: doer, saidOn: null };
  for (const [at, clause] of clauses.entries()) {
    const speech = speeches[at] ?? null;
    const later = laterSpeech(clauses, speeches, at);
    const said: Said | null = speech
      ? toSaid(passage, speech, context, inherited)
      : later
        ? toSaid(passage, later, context, inherited)
        : (quoter(passage, clause, quoted, context) ??
          (at === 0 ? already : inheritable(tokens, clause, inherited)));
    if (speech || clause.link === 'and') inherited = said;
    const content = withoutApposition(tokens, speech?.content ?? clause, clauses[at + 1]);
    const range = withoutRole(tokens, trim(tokens, content), elsewhere);
    const told = {
      act: speech?.act ?? null,
      self: speech ? selfOf(tokens, speech, said?.claimant ?? null) : null,
    };
    const self = told.self &&
      speech && { claimant: told.self, isOfOwnActs: isOfOwnActs(tokens, speech) };
    const isSaid = speech?.isBefore === false;
    if (speech && !speech.isBefore) leadIn = null;
    const around = { earlier, isReported: isSaid || already !== null };
    const parts: Part[] = told.act
      ? [asWritten(range)]
      : readParts(passage, {
          clause,
          range,
          isSaid,
          speaker: isSaid && said?.claimant ? (toSpeaker(said.claimant)[0]?.words ?? null) : null,
          quoted,
          lead,
          leadIn,
          fill: (words) => context.antecedents.filledIn(passage, words, self, around),
        });
    for (const part of parts) {
      if (part.isAside && roles.some(({ end }) => end === tokens[part.to - 1]?.end)) continue;
      const without = [...elsewhere, ...part.without];
      const by = part.isAside && !speech?.isBefore ? null : said;
      const claim = toClaim(passage, clause, part, { said: by, quoted, told, elsewhere: without });
      if (!claim) continue;
      claims.push(claim);
      const { frame, subject } = part;
      if (!frame || part.isAside) continue;
      lead = toLead(passage, frame, subject, claim.text);
      if (clause.link === 'relative') continue;
      leadIn = frame.leadIn ?? leadIn;
      earlier = toSubject(passage, frame, subject, context.parties);
      if (about === undefined) about = earlier;
    }
  }
  claims.push(...claimsOfLostFigures(passage, clauses, [...claims, ...roles], quoted));
  const speaker = inherited?.claimant ?? null;
  const runsOn = isOpenAtEnd(tokens, quoted) ?? already?.claimant === context.openQuote;
  context.openQuote = runsOn ? speaker : null;
  context.lastQuoted = speaker?.kind === 'person' || quoted.some(Boolean) ? speaker : null;
  const isAboutOthers = tokens.some(({ lower }, at) => !quoted[at] && OTHERS.has(lower));
  const speaking = isAboutOthers
    ? []
    : claims.flatMap(({ claimant }) => (claimant ? toSpeaker(claimant) : []));
  context.antecedents.close(about ? [about, ...speaking] : speaking, about !== null);
  return [...claims.filter(isWorthwhile), ...roles].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

const OTHERS = new Set(['him', 'her', 'his']);

/** ', a fee that made her …': the noun that the next clause tells of belongs to it alone. */
function withoutApposition(tokens: readonly Token[], range: Range, next?: Clause): Range {
  const noun = next?.link === 'relative' ? next.subject : null;
  const isTail = noun && tokens[noun.from - 1]?.text === ',' && noun.from - 1 > range.from;
  const isShort = noun && /^(?:a|an|the)$/.test(tokens[noun.from]?.lower ?? '');
  return isTail && isShort && noun.to <= range.to && range.to - noun.to <= 1
    ? { from: range.from, to: noun.from - 1 }
    : range;
}

/** 'launched the Choe Hyon, a destroyer of 4,500 tonnes': the end that a claim of its own tells is left out. */
function withoutRole(tokens: readonly Token[], range: Range, roles: readonly Span[]): Range {
  const end = tokens[range.to - 1]?.end;
  const role = roles.find((span) => span.end === end);
  const comma = role
    ? tokens.findIndex((token) => token.start > role.start && token.text === ',')
    : -1;
  return comma > range.from + 2 ? { from: range.from, to: comma } : range;
}

/** Longer ones are tables and lists, where looking for what was left out would not pay. */
const LONGEST_SENTENCE = 400;

const isInside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** No figure with its unit is lost for want of a known verb: its clause is a claim as it stands. */
function claimsOfLostFigures(
  passage: ReadPassage,
  clauses: readonly Clause[],
  claims: readonly Span[],
  quoted: readonly boolean[],
): ReadClaim[] {
  const { tokens, quantities } = passage;
  if (tokens.length > LONGEST_SENTENCE) return [];
  const lost = quantities.filter(
    (figure) =>
      figure.unit !== null &&
      isTelling(figure) &&
      (figure.dimension !== 'time' || claims.length === 0) &&
      !claims.some((claim) => isInside(figure, claim)),
  );
  if (lost.length === 0) return [];
  return clauses.flatMap((clause) => {
    const start = tokens[clause.from]?.start ?? 0;
    const end = tokens[clause.to - 1]?.end ?? start;
    if (!lost.some((figure) => isInside(figure, { start, end }))) return [];
    const told = { act: null, self: null };
    const setting = { said: null, quoted, told, elsewhere: claims, isForced: true };
    const claim = toClaim(passage, clause, asWritten(trim(tokens, clause)), setting);
    return claim ? [claim] : [];
  });
}

/** A 'That' with a capital points: 'That bridge has been …'. */
const isJoint = (token: Token | undefined): boolean =>
  token !== undefined && (['and', 'but'].includes(token.lower) || token.text === 'that');

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;

/** Drops marks at both ends, and quotation marks when they hold the whole. */
function trim(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  while (from < to && (LEAD_MARKS.test(tokens[from]?.text ?? '') || isJoint(tokens[from]))) from++;
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
  if (closes && marks === 1) return trim(tokens, { from, to: to - 1 });
  return { from, to };
}

/** What a claim needs besides its words. */
type Setting = {
  readonly said: Said | null;
  readonly quoted: readonly boolean[];
  readonly told: Told;
  /** Figures that a claim about somebody's role has already. */
  readonly elsewhere: readonly Span[];
  /** A figure would be lost otherwise, so no verb is asked for. */
  readonly isForced?: boolean;
};

function toClaim(
  passage: ReadPassage,
  clause: Clause,
  part: Part,
  { said, quoted, told, elsewhere, isForced }: Setting,
): ReadClaim | null {
  const { text, tokens } = passage;
  const first = tokens[part.from];
  const last = tokens[part.to - 1];
  // '300 died' is a statement; 'prices rose' is too little to check.
  const shortest = isCount(first) || part.leadIn ? 2 : 3;
  if (!first || !last || (part.to - part.from < shortest && !part.leans)) return null;
  const span = { start: first.start, end: last.end };
  const quantities = figuresIn(text, passage.quantities, span, elsewhere);
  if ((clause.link === 'participle' || isForced) && quantities.length === 0) return null;
  const needsVerb =
    !isForced && clause.link !== 'with' && clause.link !== 'participle' && !told.act && !part.leans;
  if (needsVerb && !isStatement(tokens, clause, part, quantities)) return null;
  const words = tokens.slice(part.from, part.to);
  const exact = text.slice(span.start, span.end);
  const claimant = said?.claimant ?? null;
  const kind = kindOf(words, {
    hasFigure: quantities.some(isTelling),
    hasQuote: quoted.slice(part.from, part.to).some(Boolean),
    hasClaimant: claimant !== null,
    isRole: false,
  });
  return {
    start: span.start,
    end: span.end,
    exact,
    text: standAlone(passage, part, quantities, told),
    kind,
    checkable: isCheckable(kind),
    claimant,
    saidOn: said?.saidOn ?? null,
    eventOn: eventOf(passage, part, said?.saidOn ?? null),
    quantities,
    checkWorthiness: passage.checkWorthiness / (kind === 'opinion' ? 4 : 1),
    reasons: reasonsFor(exact, kind, claimant, quantities),
  };
}

/** The first date of a statement, or of what stands before it and holds for it. */
function eventOf(
  { tokens, dates }: ReadPassage,
  part: Part,
  saidOn: ReadDate | null,
): ReadDate | null {
  const dateIn = (range: Range | null) => {
    const span = range && spanOf(tokens, range);
    return dates.find((date) => span && date !== saidOn && isInside(date, span));
  };
  return dateIn(part) ?? dateIn(part.leadIn) ?? null;
}
