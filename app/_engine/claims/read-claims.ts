import type { Claimant, ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Clause } from '../clauses/clause';
import { isFragment } from '../clauses/fragments';
import type { LeadIn } from '../clauses/lead-ins';
import { type Part, toPlainPart } from '../clauses/part';
import { type Lead, toLead } from '../clauses/participles';
import { splitClauses } from '../clauses/split-clauses';
import { readParts } from '../clauses/split-statements';
import { Discourse } from '../discourse/discourse';
import { findFinite, verbTags } from '../english/verbs';
import { isInformativeFigure } from '../figures/informative';
import { datelineEnd } from '../parties/datelines';
import { findIntroduced } from '../parties/introduced';
import { Parties } from '../parties/party-memory';
import {
  type Attribution,
  followingSpeech,
  inheritedAttribution,
  openAttribution,
  speakerOfQuote,
  subjectOf,
  toAttribution,
} from '../speech/claimant-of';
import type { Speech } from '../speech/read-speech';
import { selfOf, speechIn } from '../speech/speaker-self';
import type { ReadPassage } from '../tokens/passage';
import { isOpenAtEnd, QUOTES, quotedTokens } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { Filling } from './filling';
import { readRoles } from './roles';
import type { Background } from './stand-alone';
import { speakerWords } from './stand-alone';
import { isNoStatement, isWorthwhile } from './statements';
import { isInside, toClaim } from './to-claim';

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People with a role that is a claim already. */
  readonly introduced = new Set<string>();
  /** The speaker of a quotation that runs on into the next sentence. */
  openQuote: Claimant | null = null;
  /** The speaker quoted in the sentence before, for a quotation that stands alone after it. */
  lastQuoted: Claimant | null = null;
  /** Who and what the sentences before told of, for 'it' and 'the ferry' in the next. */
  readonly discourse = new Discourse();
}

/** A sentence cut into its clauses, before its claims are read. */
type Sentence = {
  readonly passage: ReadPassage;
  readonly context: ClaimContext;
  readonly quoted: readonly boolean[];
  readonly clauses: readonly Clause[];
  /** For each clause the speech in it. */
  readonly speeches: readonly (Speech | null)[];
  /** The claims that somebody has a role. */
  readonly roles: readonly ReadClaim[];
  /** Those of them that have figures, which no other claim takes. */
  readonly elsewhere: readonly ReadClaim[];
  /** Whose quotation runs on from the sentence before. */
  readonly already: Attribution | null;
  readonly filling: Filling;
};

/** What one clause hands on to the next. */
type Carried = {
  lead: Lead | null;
  leadIn: LeadIn | null;
  inherited: Attribution | null;
};

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(read: ReadPassage, context: ClaimContext): ReadClaim[] {
  const begin = datelineEnd(read.tokens);
  const passage = begin === 0 ? read : { ...read, tokens: read.tokens.slice(begin) };
  const tags = verbTags(read.tokens).subarray(begin);
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const introduced = findIntroduced(passage.text, tokens, context.parties);
  const quoted = quotedTokens(tokens);
  const told = context.discourse.read(passage, tags, quoted);
  if (passage.isHeading || isNoStatement(tokens)) return [];
  const filling = new Filling(passage, quoted, told, context.discourse);
  const roles = readRoles(passage, introduced, context.introduced);
  const own = { passage, context, quoted, filling, roles };
  let sentence = cutUp(own, splitClauses(tokens, quoted));
  let carried = opening(sentence);
  let found = claimsOf(sentence, carried);
  // A split that leaves a fragment is not made.
  while (found.fragment >= 0 && sentence.clauses.length > 1) {
    sentence = cutUp(own, joined(sentence.clauses, found.fragment));
    carried = opening(sentence);
    found = claimsOf(sentence, carried);
  }
  const claims = [...found.claims];
  claims.push(...claimsOfLostFigures(sentence, [...claims, ...roles]));
  remember(sentence, carried);
  return [...claims.filter(isWorthwhile), ...roles].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

const opening = (sentence: Sentence): Carried => ({
  lead: null,
  leadIn: null,
  inherited: sentence.already ?? speakerAhead(sentence),
});

type Found = {
  readonly claims: readonly ReadClaim[];
  /** The first clause that is no sentence by itself; -1 when there is none. */
  readonly fragment: number;
};

function claimsOf(sentence: Sentence, carried: Carried): Found {
  const claims: ReadClaim[] = [];
  for (const [at, clause] of sentence.clauses.entries()) {
    const found = claimsOfClause(sentence, clause, at, carried);
    if (!found) return { claims, fragment: at };
    claims.push(...found);
  }
  return { claims, fragment: -1 };
}

/** The clauses with one of them joined to the clause before, or the first to the one after. */
function joined(clauses: readonly Clause[], at: number): Clause[] {
  const left = Math.max(0, at - 1);
  const [first, second] = [clauses[left], clauses[left + 1]];
  if (!first || !second) return [...clauses];
  return clauses.toSpliced(left, 2, { ...first, to: second.to });
}

type Whole = Pick<Sentence, 'passage' | 'context' | 'quoted' | 'filling' | 'roles'>;

function cutUp(whole: Whole, clauses: readonly Clause[]): Sentence {
  const { passage, context, quoted, roles } = whole;
  return {
    ...whole,
    clauses,
    speeches: clauses.map((clause) => speechIn(passage, clause, quoted)),
    elsewhere: roles.filter(({ quantities }) => quantities.length > 0),
    already: openAttribution(passage, quoted, context),
  };
}

/** 'The minister opened the bridge, saying …': who acts in the first clause speaks in the second. */
function speakerAhead({ passage, context, clauses, speeches }: Sentence): Attribution | null {
  const first = clauses[1]?.link === 'saying' ? clauses[0] : null;
  const verb = first ? findFinite(passage.tokens, first.from, first.to) : -1;
  const doer = first && verb > first.from ? subjectOf(passage, first, verb, context) : null;
  return doer && !speeches[0] ? { claimant: doer, saidOn: null } : null;
}

/** Who says a clause: in it, in a clause after it, around the quotation it is in, or before it. */
function attributionOf(
  sentence: Sentence,
  clause: Clause,
  at: number,
  inherited: Attribution | null,
) {
  const { passage, context, quoted, clauses, speeches, already } = sentence;
  const speech = speeches[at] ?? followingSpeech(clauses, speeches, at);
  if (speech) return toAttribution(passage, speech, context, inherited);
  return (
    speakerOfQuote(passage, clause, quoted, context) ??
    (at === 0 ? already : inheritedAttribution(passage.tokens, clause, inherited))
  );
}

function claimsOfClause(
  sentence: Sentence,
  clause: Clause,
  at: number,
  carried: Carried,
): ReadClaim[] | null {
  const { passage, quoted, roles, elsewhere, filling } = sentence;
  const { tokens } = passage;
  const speech = sentence.speeches[at] ?? null;
  const attribution = attributionOf(sentence, clause, at, carried.inherited);
  if (speech || clause.link === 'and') carried.inherited = attribution;
  if (speech && !speech.isBefore) carried.leadIn = null;
  const background = {
    act: speech?.act ?? null,
    self: speech ? selfOf(tokens, speech, attribution?.claimant ?? null) : null,
  };
  const parts = partsOf(sentence, { clause, at, speech, attribution, background }, carried);
  if (
    sentence.clauses.length > 1 &&
    !background.act &&
    parts.some((part) => isBroken(tokens, clause, part))
  )
    return null;
  return parts.flatMap((part) => {
    if (part.isAside && roles.some(({ end }) => end === tokens[part.to - 1]?.end)) return [];
    const without = [...elsewhere, ...part.without];
    const by = part.isAside && !speech?.isBefore ? null : attribution;
    const claim = toClaim(passage, clause, part, {
      attribution: by,
      quoted,
      background,
      elsewhere: without,
      filling,
    });
    if (!claim) return [];
    if (!part.isAside) carryOn(sentence, clause, part, claim, carried);
    return [claim];
  });
}

/** Whether a part is no sentence: a count or a participle may leave its verb to the statement before. */
function isBroken(tokens: readonly Token[], clause: Clause, part: Part): boolean {
  const hasSubject = part.before !== null || part.edits.length > 0 || clause.link === 'with';
  return isFragment(tokens, part, hasSubject);
}

type AttributedClause = {
  readonly clause: Clause;
  readonly at: number;
  readonly speech: Speech | null;
  readonly attribution: Attribution | null;
  readonly background: Background;
};

/** The statements of a clause, without those that a claim of a role or the next clause makes. */
function partsOf(
  { passage, quoted, clauses, elsewhere, filling }: Sentence,
  { clause, at, speech, attribution, background }: AttributedClause,
  { lead, leadIn }: Carried,
): readonly Part[] {
  const { tokens } = passage;
  const content = withoutApposition(tokens, speech?.content ?? clause, clauses[at + 1]);
  const range = withoutRole(tokens, trim(tokens, content), elsewhere);
  if (background.act) return [toPlainPart(range)];
  const isAttributed = speech?.isBefore === false;
  return readParts(passage, {
    clause,
    range,
    isAttributed,
    speaker: isAttributed && attribution?.claimant ? speakerWords(attribution.claimant) : null,
    quoted,
    lead,
    leadIn,
    fill: (range) => filling.words(range, attribution?.claimant ?? null),
  });
}

/** Keeps what the clauses after a statement need of it. */
function carryOn(
  { passage }: Sentence,
  clause: Clause,
  { frame, subject }: Part,
  claim: ReadClaim,
  carried: Carried,
): void {
  if (!frame) return;
  carried.lead = toLead(passage, frame, subject, claim.text);
  if (clause.link === 'relative') return;
  carried.leadIn = frame.leadIn ?? carried.leadIn;
}

/** Keeps what the next sentence needs of this one: whose quotation is open. */
function remember(
  { passage: { tokens }, context, quoted, already }: Sentence,
  { inherited }: Carried,
): void {
  const speaker = inherited?.claimant ?? null;
  const runsOn = isOpenAtEnd(tokens, quoted) ?? already?.claimant === context.openQuote;
  context.openQuote = runsOn ? speaker : null;
  context.lastQuoted = speaker?.kind === 'person' || quoted.some(Boolean) ? speaker : null;
}

/** ', a fee that made her …': the noun before a relative clause belongs to that clause alone. */
function withoutApposition(tokens: readonly Token[], range: Range, next?: Clause): Range {
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

/**
 * A figure with its unit is not lost when its verb is unknown: its clause is a claim as it stands.
 */
function claimsOfLostFigures(
  { passage, clauses, quoted, filling }: Sentence,
  claims: readonly Span[],
): ReadClaim[] {
  const { tokens, quantities } = passage;
  if (tokens.length > LONGEST_SENTENCE) return [];
  const lost = quantities.filter(
    (figure) =>
      figure.unit !== null &&
      isInformativeFigure(figure) &&
      (figure.dimension !== 'time' || claims.length === 0) &&
      !claims.some((claim) => isInside(figure, claim)),
  );
  if (lost.length === 0) return [];
  return clauses.flatMap((clause) => {
    const start = tokens[clause.from]?.start ?? 0;
    const end = tokens[clause.to - 1]?.end ?? start;
    if (!lost.some((figure) => isInside(figure, { start, end }))) return [];
    const background = { act: null, self: null };
    const setting = {
      attribution: null,
      quoted,
      background,
      elsewhere: claims,
      filling,
      isForced: true,
    };
    const claim = toClaim(passage, clause, toPlainPart(trim(tokens, clause)), setting);
    return claim ? [claim] : [];
  });
}

/** A 'That' with a capital points: 'That bridge has been …'. */
const isJoint = (token: Token | undefined): boolean =>
  token !== undefined && (['and', 'but'].includes(token.lower) || token.text === 'that');

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;

/** Drops marks at both ends, and quotation marks around the whole. */
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
