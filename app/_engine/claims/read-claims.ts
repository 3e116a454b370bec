import type { ReadClaim } from '#domain/claims/reading';
import { isFragment, mainVerbAt } from '../clauses/fragments';
import { type LeadIn, OPENS_CLAUSE } from '../clauses/lead-ins';
import { type Clause, type Part, toPlainPart } from '../clauses/part';
import { type Lead, toLead } from '../clauses/participles';
import { splitClauses } from '../clauses/split-clauses';
import { readParts } from '../clauses/split-statements';
import type { Read } from '../discourse/sentence-state';
import { SPEECH_VERBS } from '../english/verb-words';
import { verbTags } from '../english/verbs';
import { findIntroduced } from '../parties/introduced';
import { type Attribution, actorOf, openAttribution } from '../speech/claimant-of';
import type { Speech } from '../speech/read-speech';
import { selfOf, speechIn } from '../speech/speaker-self';
import { bySpeaker, type Spoken } from '../speech/speech-memory';
import { joinAtSpeaker, splitAtSpeech } from '../speech/subordinate-speech';
import { isAuxiliary } from '../tags/tag';
import type { ReadPassage } from '../tokens/passage';
import { QUOTES, quotedTokens } from '../tokens/quotations';
import type { Token } from '../tokens/tokens';
import { Filling } from './filling';
import { claimsOfLostFigures } from './lost-figures';
import { readRoles } from './roles';
import { attributionOf, type ClaimContext, type Sentence } from './sentence';
import type { Background } from './stand-alone';
import { speakerWords } from './stand-alone';
import { isNoStatement, isWorthwhile } from './statements';
import { toClaim } from './to-claim';
import { traceClauses, traceLeftOut, traceStatement } from './trace-claims';
import { trim, withoutApposition, withoutRole } from './trimming';

/** What one clause hands on to the next. */
type Carried = {
  lead: Lead | null;
  leadIn: LeadIn | null;
  inherited: Attribution | null;
};

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(read: ReadPassage, context: ClaimContext): ReadClaim[] {
  const spoken = context.speech.begin(read);
  const by = spoken.voice?.claimant?.name ?? null;
  if (by !== context.voice) context.discourse.breakOff();
  context.voice = by;
  if (spoken.statesNothing) traceLeftOut(read, 'line that states nothing');
  const claims = spoken.statesNothing ? [] : readSentence(spoken, context);
  context.speech.end(spoken);
  return claims;
}

function readSentence(spoken: Spoken, context: ClaimContext): ReadClaim[] {
  const { passage, whole } = spoken;
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const { text, isHeading } = passage;
  const introduced = findIntroduced(text, whole.tokens, context.parties, isHeading);
  const quoted = quotedTokens(tokens);
  const already = openAttribution(passage, quoted, context.speech);
  const speaker = already?.claimant?.name ?? null;
  const references = context.discourse.read(passage, verbTags(tokens), quoted, speaker);
  context.speech.subjectMeant = subjectMeant(references, quoted);
  if (isHeading) {
    traceLeftOut(passage, 'heading');
    return [];
  }
  const isNothing = isNoStatement(tokens);
  if (isNothing) traceLeftOut(passage, 'question or order');
  // A question may open a quotation that goes on: whose it is has to be known.
  if (isNothing && !tokens.some(({ text }) => QUOTES.has(text))) return [];
  const filling = new Filling(passage, quoted, references, context.discourse);
  const roles = readRoles(passage, introduced, context.introduced);
  const own = { passage, context, quoted, filling, roles, spoken, already };
  const clauses = joinAtSpeaker(tokens, splitClauses(tokens, quoted));
  let sentence = cutUp(own, splitAtSpeech(tokens, clauses, quoted));
  let carried = opening(sentence);
  let found = claimsOf(sentence, carried);
  // A split that leaves a fragment is not made.
  while (found.fragment >= 0 && sentence.clauses.length > 1) {
    sentence = cutUp(own, joined(sentence.clauses, found.fragment));
    carried = opening(sentence);
    found = claimsOf(sentence, carried);
  }
  traceClauses(passage, sentence.clauses, sentence.speeches);
  const claims = [...found.claims];
  claims.push(...claimsOfLostFigures(sentence, [...claims, ...roles]));
  remember(sentence, carried);
  if (isNothing) return [];
  const worthwhile = claims.filter(isWorthwhile);
  for (const claim of claims)
    if (!worthwhile.includes(claim)) traceLeftOut(passage, 'refusal to answer', claim);
  return [...worthwhile, ...roles].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The person for whom 'he' or 'she' stands that begins a sentence, or follows its first words: 'In May
 * he wrote'; undefined where that is not sure, null where no pronoun stands there.
 */
function subjectMeant({ references }: Read, quoted: readonly boolean[]): string | null | undefined {
  const first = references.find(({ surface }) => /^(?:he|she)$/i.test(surface));
  if (!first || first.from >= LONGEST_OPENING || quoted[first.from]) return null;
  return first.entity?.kind === 'person' ? (first.entity.name ?? undefined) : undefined;
}

const LONGEST_OPENING = 8;

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

type Whole = Pick<
  Sentence,
  'passage' | 'context' | 'quoted' | 'filling' | 'roles' | 'spoken' | 'already'
>;

function cutUp(whole: Whole, clauses: readonly Clause[]): Sentence {
  const { passage, context, quoted, filling, roles, spoken, already } = whole;
  return {
    passage,
    context,
    quoted,
    filling,
    roles,
    spoken,
    already,
    clauses,
    speeches: clauses.map((clause) => speechIn(passage, clause, quoted)),
    elsewhere: roles.filter(({ quantities }) => quantities.length > 0),
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
  const isInset = attribution !== null && attribution === sentence.spoken.inset?.attribution;
  if (sentence.clauses.length > 1 && !attribution?.claimant && isReported(tokens, clause))
    return null;
  if (speech || isInset || clause.link === 'and') carried.inherited = attribution;
  if (speech && !speech.isBefore) carried.leadIn = null;
  const background = {
    act: speech?.act ?? null,
    self: speech ? selfOf(tokens, speech, attribution?.claimant ?? null) : null,
  };
  if (speech && background.self) filling.meet(speech.content.from, background.self);
  const split = partsOf(sentence, { clause, at, speech, attribution, background }, carried);
  const parts = isNoReport(sentence, speech, split) ? [toPlainPart(trim(tokens, clause))] : split;
  if (
    sentence.clauses.length > 1 &&
    !background.act &&
    parts.some((part) => isBroken(tokens, part))
  )
    return null;
  return parts.flatMap((part) => {
    if (announces(tokens, part) || part.before === '') return [];
    // 'She asked, “Do you think it fell?”'
    if (tokens[part.to]?.text === '?' && !part.isAside) return [];
    if (part.isAside && roles.some(({ end }) => end === tokens[part.to - 1]?.end)) return [];
    const without = [...elsewhere, ...part.without];
    const own = part.isAside && !speech?.isBefore ? null : attribution;
    const by = bySpeaker(own, speech, sentence.spoken.voice, quoted, part);
    const claim = toClaim(passage, clause, part, {
      attribution: by,
      quoted,
      background,
      elsewhere: without,
      filling,
    });
    traceStatement(passage, part, claim);
    if (!claim) return [];
    if (!part.isAside) carryOn(sentence, clause, part, claim, carried);
    return [claim];
  });
}

/** 'Eva Holm told the Post:', before what she told. */
const announces = (tokens: readonly Token[], { from, to }: Part): boolean =>
  tokens[to]?.text === ':' &&
  to - from <= LONGEST_ANNOUNCEMENT &&
  SPEECH_VERBS.has(tokens[mainVerbAt(tokens, verbTags(tokens), from, to)]?.lower ?? '');

/** In tokens. */
const LONGEST_ANNOUNCEMENT = 16;

/** 'and argued that …', 'and that …': words of somebody, which are not parted from a speaker who is not known. */
const isReported = (tokens: readonly Token[], { from, link }: Clause): boolean =>
  link === 'saying' ||
  (link === 'and' &&
    tokens[from - 1]?.lower === 'that' &&
    /^(?:and|but)$/.test(tokens[from - 2]?.lower ?? ''));

/** 'Polls show Holm with a lead': what is shown is no sentence, so the words stay together. */
const isNoReport = (
  { passage, clauses }: Sentence,
  speech: Speech | null,
  parts: readonly Part[],
): boolean =>
  clauses.length === 1 &&
  speech !== null &&
  (!speech.isBefore || OPENS_CLAUSE.has(passage.tokens[speech.content.from]?.lower ?? '')) &&
  !speech.act &&
  parts.some((part) => isBroken(passage.tokens, part));

/** Whether a part is no sentence: a count or a participle may leave its verb to the statement before. */
function isBroken(tokens: readonly Token[], part: Part): boolean {
  // 'at the current rates, which are:'
  const isVerbAlone =
    part.leans && part.to - part.from === 1 && isAuxiliary(verbTags(tokens)[part.from]);
  return isVerbAlone || isFragment(tokens, part, part.before !== null || part.leans);
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
  { passage, quoted, clauses, elsewhere, filling, spoken }: Sentence,
  { clause, at, speech, attribution, background }: AttributedClause,
  { lead, leadIn }: Carried,
): readonly Part[] {
  const { tokens } = passage;
  const by = bySpeaker(attribution, speech, spoken.voice, quoted, clause);
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
    fill: (range) => filling.words(range, by?.claimant ?? null),
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
function remember({ passage, context, quoted, already }: Sentence, { inherited }: Carried): void {
  context.speech.keep(passage, quoted, already, inherited?.claimant ?? null);
}
