import type { ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import type { Clause } from '../clauses/clause';
import type { LeadIn } from '../clauses/lead-ins';
import { type Part, toPlainPart } from '../clauses/part';
import { type Lead, toLead } from '../clauses/participles';
import { splitClauses } from '../clauses/split-clauses';
import { readParts } from '../clauses/split-statements';

import { isInformativeFigure } from '../figures/informative';
import { findIntroduced, type Introduced } from '../parties/introduced';
import { Parties } from '../parties/party-memory';
import {
  type Attribution,
  actorOf,
  followingSpeech,
  inheritedAttribution,
  openAttribution,
  speakerOfQuote,
  toAttribution,
} from '../speech/claimant-of';
import type { Speech } from '../speech/read-speech';
import { isOfOwnActs, selfOf, speechIn } from '../speech/speaker-self';
import { bySpeaker, SpeechMemory, type Spoken, type Voices } from '../speech/speech-memory';
import { splitAtSpeech } from '../speech/subordinate-speech';
import type { ReadPassage } from '../tokens/passage';
import { QUOTES, quotedTokens } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { inThirdPerson } from '../voices/first-person';
import { Antecedents, type Subject, toSpeaker, toSubject } from './antecedents';
import { readRoles } from './roles';
import type { Background } from './stand-alone';
import { isNoStatement, isWorthwhile } from './statements';
import { isInside, toClaim } from './to-claim';
import { traceClauses, traceLeftOut, traceStatement } from './trace-claims';

/** What is remembered from sentence to sentence. */
export class ClaimContext {
  readonly parties = new Parties();
  /** People with a role that is a claim already. */
  readonly introduced = new Set<string>();
  /** Who spoke last, whose quotation is open, and who speaks where nobody is named. */
  readonly speech: SpeechMemory;
  /** What the sentences before were about, for 'it' and 'the ferry' in the next. */
  readonly antecedents = new Antecedents(this.parties);

  constructor(voices: Voices) {
    this.speech = new SpeechMemory(this.parties, voices);
  }
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
  readonly spoken: Spoken;
};

/** What one clause hands on to the next. */
type Carried = {
  lead: Lead | null;
  leadIn: LeadIn | null;
  earlier: Subject | null;
  /** The first subject of the sentence; undefined until a statement is read. */
  about: Subject | null | undefined;
  inherited: Attribution | null;
};

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(read: ReadPassage, context: ClaimContext): ReadClaim[] {
  const spoken = context.speech.begin(read);
  if (spoken.statesNothing) traceLeftOut(read, 'line that states nothing');
  const claims = spoken.statesNothing ? [] : readSentence(spoken, context);
  context.speech.end(spoken);
  return claims;
}

function readSentence(spoken: Spoken, context: ClaimContext): ReadClaim[] {
  const { passage, whole } = spoken;
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const introduced = findIntroduced(passage.text, whole.tokens, context.parties);
  if (passage.isHeading) {
    traceLeftOut(passage, 'heading');
    return [];
  }
  const isNothing = isNoStatement(tokens);
  if (isNothing) traceLeftOut(passage, 'question or order');
  // A question may open a quotation that goes on: whose it is has to be known.
  if (isNothing && !tokens.some(({ text }) => QUOTES.test(text))) return [];
  context.antecedents.names.read(passage.text, tokens);
  const sentence = cutUp(spoken, introduced, context);
  const { clauses, roles } = sentence;
  const carried: Carried = {
    lead: null,
    leadIn: null,
    earlier: null,
    about: undefined,
    inherited: sentence.already ?? speakerAhead(sentence),
  };
  const claims = clauses.flatMap((clause, at) => claimsOfClause(sentence, clause, at, carried));
  claims.push(...claimsOfLostFigures(sentence, [...claims, ...roles]));
  remember(sentence, carried, claims);
  if (isNothing) return [];
  for (const claim of claims)
    if (!isWorthwhile(claim)) traceLeftOut(passage, 'refusal to answer', claim);
  return [...claims.filter(isWorthwhile), ...roles].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

function cutUp(spoken: Spoken, introduced: readonly Introduced[], context: ClaimContext): Sentence {
  const { passage } = spoken;
  const quoted = quotedTokens(passage.tokens);
  const clauses = splitAtSpeech(passage.tokens, splitClauses(passage.tokens, quoted), quoted);
  const speeches = clauses.map((clause) => speechIn(passage, clause, quoted));
  traceClauses(passage, clauses, speeches);
  const roles = readRoles(passage, introduced, context.introduced);
  return {
    passage,
    context,
    quoted,
    clauses,
    speeches,
    roles,
    elsewhere: roles.filter(({ quantities }) => quantities.length > 0),
    already: openAttribution(passage, quoted, context.speech),
    spoken,
  };
}

/** 'The minister opened the bridge, saying …': who acts in the first clause speaks in the second. */
function speakerAhead({ passage, context, clauses, speeches }: Sentence): Attribution | null {
  const first = clauses.findLast(
    ({ link }, at) => link !== 'saying' && clauses[at + 1]?.link === 'saying',
  );
  const doer = first ? actorOf(passage, first, context) : null;
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
  const { inset } = sentence.spoken;
  if (inset && clause.from <= inset.at && inset.at <= clause.to) return inset.attribution;
  const speech = speeches[at] ?? followingSpeech(clauses, speeches, at);
  if (speech) return toAttribution(passage, speech, context.speech, inherited);
  return (
    speakerOfQuote(passage, clause, quoted, context.speech) ??
    (at === 0 ? already : inheritedAttribution(passage.tokens, clause, inherited))
  );
}

function claimsOfClause(
  sentence: Sentence,
  clause: Clause,
  at: number,
  carried: Carried,
): ReadClaim[] {
  const { passage, quoted, roles, elsewhere } = sentence;
  const { tokens } = passage;
  const speech = sentence.speeches[at] ?? null;
  const attribution = attributionOf(sentence, clause, at, carried.inherited);
  const isInset = attribution !== null && attribution === sentence.spoken.inset?.attribution;
  if (speech || isInset || clause.link === 'and') carried.inherited = attribution;
  if (speech && !speech.isBefore) carried.leadIn = null;
  const background = {
    act: speech?.act ?? null,
    self: speech ? selfOf(tokens, speech, attribution?.claimant ?? null) : null,
  };
  return partsOf(sentence, { clause, at, speech, attribution, background }, carried).flatMap(
    (part) => {
      if (part.isAside && roles.some(({ end }) => end === tokens[part.to - 1]?.end)) return [];
      const without = [...elsewhere, ...part.without];
      const own = part.isAside && !speech?.isBefore ? null : attribution;
      const by = bySpeaker(own, speech, sentence.spoken.voice, quoted, part);
      const claim = toClaim(passage, clause, inThirdPerson(tokens, part, by?.claimant ?? null), {
        attribution: by,
        quoted,
        background,
        elsewhere: without,
      });
      traceStatement(passage, part, claim);
      if (!claim) return [];
      if (!part.isAside) carryOn(sentence, clause, part, claim, carried);
      return [claim];
    },
  );
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
  { passage, context, quoted, clauses, elsewhere, already }: Sentence,
  { clause, at, speech, attribution, background }: AttributedClause,
  { earlier, lead, leadIn }: Carried,
): readonly Part[] {
  const { tokens } = passage;
  const content = withoutApposition(tokens, speech?.content ?? clause, clauses[at + 1]);
  const range = withoutRole(tokens, trim(tokens, content), elsewhere);
  if (background.act) return [toPlainPart(range)];
  const isAttributed = speech?.isBefore === false;
  const self = background.self &&
    speech && { claimant: background.self, isOfOwnActs: isOfOwnActs(tokens, speech) };
  const around = { earlier, isReported: isAttributed || already !== null };
  return readParts(passage, {
    clause,
    range,
    isAttributed,
    speaker:
      isAttributed && attribution?.claimant
        ? (toSpeaker(attribution.claimant)[0]?.words ?? null)
        : null,
    quoted,
    lead,
    leadIn,
    fill: (words) => context.antecedents.filledIn(passage, words, self, around),
  });
}

/** Keeps what the clauses after a statement need of it. */
function carryOn(
  { passage, context }: Sentence,
  clause: Clause,
  { frame, subject }: Part,
  claim: ReadClaim,
  carried: Carried,
): void {
  if (!frame) return;
  carried.lead = toLead(passage, frame, subject, claim.text);
  if (clause.link === 'relative') return;
  carried.leadIn = frame.leadIn ?? carried.leadIn;
  carried.earlier = toSubject(passage, frame, subject, context.parties);
  if (carried.about === undefined) carried.about = carried.earlier;
}

/** Keeps what the next sentence needs of this one: whose quotation is open, and what it was about. */
function remember(
  { passage, context, quoted, already }: Sentence,
  { inherited, about }: Carried,
  claims: readonly ReadClaim[],
): void {
  const speaker = inherited?.claimant ?? null;
  context.speech.keep(passage, quoted, already, speaker);
  const isAboutOthers = passage.tokens.some(({ lower }, at) => !quoted[at] && OTHERS.has(lower));
  const speaking = isAboutOthers
    ? []
    : claims.flatMap(({ claimant }) => (claimant ? toSpeaker(claimant) : []));
  context.antecedents.close(about ? [about, ...speaking] : speaking, about !== null);
}

const OTHERS = new Set(['him', 'her', 'his']);

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
function claimsOfLostFigures(sentence: Sentence, claims: readonly Span[]): ReadClaim[] {
  const { passage, clauses, quoted, spoken } = sentence;
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
    const attribution = bySpeaker(null, null, spoken.voice, quoted, clause);
    const setting = { attribution, quoted, background, elsewhere: claims, isForced: true };
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
