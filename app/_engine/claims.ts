import type { Speech } from './attribution';
import { type Clause, quotedTokens, splitClauses } from './clauses';
import { ADVERBS, AUXILIARIES } from './grammar-words';
import { findIntroduced } from './introduced';
import { isCheckable, kindOf } from './kinds';
import { Parties, readSpeaker } from './parties';
import type { ReadPassage } from './passage';
import type { Claimant, ReadClaim, ReadDate, Span } from './reading';
import { reasonsFor } from './reasons';
import { readRoles } from './roles';
import { isSpeaker } from './speakers';
import { isNoStatement, isStatement } from './statements';
import { figuresIn, isTelling } from './telling';
import type { Token } from './tokens';
import { findFinite, isFiniteAt } from './verbs';
import { selfOf, speechIn } from './voices';
import { standAlone, type Told, topicOf } from './wording';

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
  topicAge = 0;
}

/** After so many sentences about something else, 'it' is left as it is. */
const TOPIC_LASTS = 1;

/** Reads the claims of one sentence, in the order of the text. */
export function readClaims(passage: ReadPassage, context: ClaimContext): ReadClaim[] {
  const { tokens } = passage;
  if (tokens.length < 4) return [];
  const introduced = findIntroduced(passage.text, tokens, context.parties);
  if (passage.isHeading || isNoStatement(tokens)) return [];
  const quoted = quotedTokens(tokens);
  const clauses = splitClauses(tokens, quoted);
  const speeches = clauses.map((clause) => speechIn(passage, clause, quoted));
  const roles = readRoles(passage, introduced, context.introduced);
  const elsewhere = roles.filter(({ quantities }) => quantities.length > 0);
  const claims: ReadClaim[] = [];
  let inherited: Said | null = saidAlready(passage, context);
  const first = clauses[1]?.link === 'saying' && !inherited ? clauses[0] : null;
  const verb = first ? findFinite(tokens, first.from, first.to) : -1;
  const speaker = first && verb > first.from ? subjectOf(passage, first, verb, context) : null;
  if (speaker && !speeches[0]) inherited = { claimant: speaker, saidOn: null };
  clauses.forEach((clause, at) => {
    const speech = speeches[at] ?? null;
    const later = laterSpeech(clauses, speeches, at);
    const said: Said | null = speech
      ? toSaid(passage, speech, context, inherited)
      : later
        ? toSaid(passage, later, context, inherited)
        : (quoter(passage, clause, quoted, context) ?? inheritable(clause, inherited));
    if (speech || clause.link === 'and') inherited = said;
    const range = trim(tokens, speech?.content ?? clause);
    const told = {
      topic: context.topic,
      main: claims.at(-1)?.exact ?? '',
      act: speech?.act ?? null,
      self: speech ? selfOf(tokens, speech, said?.claimant ?? null) : null,
    };
    const own = withoutRole(tokens, range, elsewhere);
    const claim = toClaim(passage, clause, own, { said, quoted, told, elsewhere });
    if (claim) claims.push(claim);
  });
  claims.push(...claimsOfLostFigures(passage, clauses, [...claims, ...roles], quoted));
  context.openQuote = speakerOfOpenQuote(tokens, context.openQuote, inherited?.claimant ?? null);
  context.lastQuoted = quoted.some(Boolean) ? (inherited?.claimant ?? null) : null;
  const topic = topicOf(passage, claims);
  context.topicAge = topic ? 0 : context.topicAge + 1;
  context.topic = topic ?? (context.topicAge > TOPIC_LASTS ? null : context.topic);
  claims.push(...roles);
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** 'Ms Reis praised "a rare courage"': words in quotation marks after what a person does are that person's. */
function quoter(
  passage: ReadPassage,
  clause: Clause,
  quoted: readonly boolean[],
  context: ClaimContext,
): Said | null {
  if (clause.link === 'relative') return null;
  const { tokens } = passage;
  let opening = clause.from;
  let forecast = -1;
  while (opening < clause.to && !quoted[opening]) {
    if (forecast < 0 && isForecast(tokens, opening)) forecast = opening;
    opening++;
  }
  if (forecast > clause.from) {
    const claimant = subjectOf(passage, clause, forecast, context);
    return claimant && { claimant, saidOn: null };
  }
  if (opening + SHORTEST_QUOTE >= clause.to) return null;
  const verb = findFinite(tokens, clause.from, opening);
  if (verb <= clause.from || AUXILIARIES.has(tokens[verb]?.lower ?? '')) return null;
  const claimant = subjectOf(passage, clause, verb, context);
  return claimant?.kind === 'person' ? { claimant, saidOn: null } : null;
}

/** 'Economists expect growth of 3 %': a forecast is theirs who make it; 'the forecast' is none. */
const isForecast = (tokens: readonly Token[], at: number): boolean =>
  FORECASTS.test(tokens[at]?.text ?? '') &&
  (isFiniteAt(tokens, at) || /^(?:expect|predict|anticipate)$/.test(tokens[at]?.text ?? '')) &&
  !AUXILIARIES.has(tokens[at - 1]?.lower ?? '') &&
  tokens[at - 1]?.lower !== 'to';

const FORECASTS = /^(?:expect|forecast|predict|anticipate)s?$/;

/** The party that a clause is about: the words before its verb. */
function subjectOf(
  passage: ReadPassage,
  clause: Clause,
  verb: number,
  { parties }: ClaimContext,
): Claimant | null {
  const { text, tokens } = passage;
  const subject = withoutDates(passage, { from: clause.from, to: verb });
  if (ADVERBS.has(tokens[subject[0]]?.lower ?? '')) return null;
  return isSpeaker(tokens, ...subject) ? readSpeaker(text, tokens, subject, parties) : null;
}

/** The marks and two words: less is a title or a nickname. */
const SHORTEST_QUOTE = 4;

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

/** No figure with its unit is lost for want of a known verb: its clause is a claim as it stands. */
function claimsOfLostFigures(
  passage: ReadPassage,
  clauses: readonly Clause[],
  claims: readonly Span[],
  quoted: readonly boolean[],
): ReadClaim[] {
  const { tokens, quantities } = passage;
  const isInside = (inner: Span, outer: Span) =>
    inner.start >= outer.start && inner.end <= outer.end;
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
    const told = { topic: null, main: '', act: null, self: null };
    const setting = { said: null, quoted, told, elsewhere: claims, isForced: true };
    const claim = toClaim(passage, clause, trim(tokens, clause), setting);
    return claim ? [claim] : [];
  });
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

type Said = {
  readonly claimant: Claimant | null;
  readonly saidOn: ReadDate | null;
};

function toSaid(
  passage: ReadPassage,
  speech: Speech,
  { parties }: ClaimContext,
  inherited: Said | null,
): Said {
  const { text, tokens } = passage;
  const claimant = speech.speaker
    ? readSpeaker(text, tokens, withoutDates(passage, speech.speaker), parties)
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

/** A 'That' with a capital points: 'That bridge has been …'. */
const isJoint = (token: Token | undefined): boolean =>
  token !== undefined && (['and', 'but', 'while'].includes(token.lower) || token.text === 'that');

const LEAD_MARKS = /^[,;:–—.)\]]$|^-$/;
const TAIL_MARKS = /^[,;:.!?–—([]$|^-$/;
const QUOTES = /^["“”«»]$/;

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
  if (closes && marks === 1) return { from, to: to - 1 };
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
  range: Range,
  { said, quoted, told, elsewhere, isForced }: Setting,
): ReadClaim | null {
  const { text, tokens } = passage;
  const first = tokens[range.from];
  const last = tokens[range.to - 1];
  if (!first || !last || range.to - range.from < 3) return null;
  const span = { start: first.start, end: last.end };
  const quantities = figuresIn(text, passage.quantities, span, elsewhere);
  if ((clause.link === 'participle' || isForced) && quantities.length === 0) return null;
  const needsVerb =
    !isForced && clause.link !== 'with' && clause.link !== 'participle' && !told.act;
  if (needsVerb && !isStatement(tokens, clause, range, quantities)) return null;
  const words = tokens.slice(range.from, range.to);
  const exact = text.slice(span.start, span.end);
  const claimant = said?.claimant ?? null;
  const kind = kindOf(words, {
    hasFigure: quantities.some(isTelling),
    hasQuote: quoted.slice(range.from, range.to).some(Boolean),
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
    checkWorthiness: passage.checkWorthiness / (kind === 'opinion' ? 4 : 1),
    reasons: reasonsFor(exact, kind, claimant, quantities),
  };
}
