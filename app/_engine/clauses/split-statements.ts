import { nounPhraseEnd } from '../discourse/noun-phrases';
import { hedgesNumber, isCountWord } from '../english/counts';
import { AUXILIARIES, PREPOSITIONS } from '../english/grammar-words';
import { isSuperlative } from '../english/kind-words';
import { isPluralSubject } from '../english/nouns';
import { findFinite, isIng, isPast, verbTags } from '../english/verbs';
import { informativeFigures } from '../figures/informative';
import { isFiniteVerb, tagOf } from '../tags/tag';
import { withEdits } from '../tokens/edits';
import type { ReadPassage } from '../tokens/passage';
import { spanOf } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import { readAside, verbsFrom } from './asides';
import { readGapped, singular } from './gapping';
import { holdsFor, type LeadIn } from './lead-ins';
import { type Clause, type Part, toPlainPart, type Weigh } from './part';
import { type Lead, participles, withVerb } from './participles';
import { opensObject, type Predicate, splitPredicates } from './predicates';
import {
  agreesWith,
  type Frame,
  isAdverbWord,
  readFrame,
  standsAsVerb,
  verbGroupEnd,
} from './subject-and-verb';

/** What a clause is split by. */
export type Splitting = {
  readonly clause: Clause;
  /** The clause without its speaker and the marks around it. */
  readonly range: Range;
  /** Its speaker stood before it: 'with officials saying', 'adding that'. */
  readonly isAttributed: boolean;
  /** The speaker, for further acts of the speaker: 'said … and accused the Treasury'. */
  readonly speaker: string | null;
  readonly quoted: readonly boolean[];
  /** The statement that a participle or a 'with' hangs on. */
  readonly lead: Lead | null;
  /** The lead-in before the first statement, which may apply to this one. */
  readonly leadIn: LeadIn | null;
  /** A subject as it stands alone: 'it' and 'the ferry' filled in where it is clear what they are. */
  readonly fill: (subject: Range) => string;
};

/**
 * Splits the words of a clause into single statements: an aside after the subject, and each of
 * several predicates, when they have something of their own to check.
 */
export function readParts(passage: ReadPassage, splitting: Splitting): Part[] {
  const { leadIn, clause } = splitting;
  const parts = splitParts(passage, splitting);
  // 'In July he joined, scoring 20 goals': the goals came later.
  const isLater =
    clause.link === 'participle' && leadIn?.kind === 'setting' && leadIn.tense !== 'modal';
  if (!leadIn || isLater || !goesOn(passage.tokens, clause)) return parts;
  return parts.map((part) => withLeadIn(passage, part, leadIn));
}

/** 'and 400 jobs would go', but not '; all this is' or ', although it has': those stand for themselves. */
const goesOn = (tokens: readonly Token[], { from, link }: Clause): boolean =>
  link === 'participle' ||
  link === 'with' ||
  (link === 'and' && /^(?:and|but|,)$/.test(tokens[from - 1]?.lower ?? ''));

/** A statement that shares the words of the first has its lead-in among them. */
function withLeadIn({ tokens }: ReadPassage, part: Part, leadIn: LeadIn): Part {
  const { frame, before } = part;
  if (part.isAside || part.leadIn || frame?.leadIn || before?.endsWith(',')) return part;
  const verb = frame ? (frame.verb >= part.from ? frame.verb : part.from) : null;
  return holdsFor(tokens, leadIn, part, verb) ? { ...part, leadIn } : part;
}

function splitParts(passage: ReadPassage, splitting: Splitting): Part[] {
  const { tokens } = passage;
  const { clause, range, isAttributed, quoted, lead, fill } = splitting;
  if (clause.link === 'participle' && !isAttributed)
    return participles(passage, range, lead, weighing(passage, quoted));
  if (clause.link === 'with' && !isAttributed) return withVerb(passage, toPlainPart(range), lead);
  if (clause.link === 'and' && leavesVerb(tokens, range, lead))
    return withVerb(passage, toPlainPart(range), lead);
  if (clause.link === 'relative' && clause.subject)
    return relative(passage, clause.subject, splitting);
  const frame = readFrame(tokens, range);
  return frame
    ? framed(passage, frame, splitting).flatMap((part) => gapped(passage, part))
    : [withFilled(toPlainPart(range), passage, { from: range.from, to: range.from + 1 }, fill)];
}

/** 'have been killed and more than 60 injured': the helping verbs are those of the clause before. */
function leavesVerb(tokens: readonly Token[], range: Range, lead: Lead | null): boolean {
  const isHelped = /^(?:is|are|was|were|has|have|had)$/.test(lead?.verb ?? '');
  if (!isHelped && !/ be$/.test(lead?.helpers ?? '')) return false;
  if (!isCountWord(tokens[range.from]) && !hedgesNumber(tokens, range.from)) return false;
  const verb = findFinite(tokens, range.from, range.to);
  return (
    verb >= 0 &&
    !AUXILIARIES.has(tokens[verb]?.lower ?? '') &&
    SUFFERED.test(tokens[verb]?.lower ?? '') &&
    !opensObject(tokens[verb + 1])
  );
}

/** What people and things suffer, so that a count before it has no other verb. */
const SUFFERED =
  /^(?:killed|injured|wounded|hurt|arrested|detained|displaced|evacuated|rescued|destroyed|damaged|hospitali[sz]ed|infected|jailed|charged|convicted|sacked|treated|kidnapped|deported|cancelled|canceled|delayed|closed|trapped|stranded|buried)$/;

/** 'killed 12 in Lyon, three in Nice': each count with its place, and the words of the first. */
function gapped(passage: ReadPassage, part: Part): Part[] {
  const list = part.isAside ? null : readGapped(passage, part);
  if (!list) return [part];
  const { text, tokens } = passage;
  const { before, after } = list;
  return [
    { ...part, to: list.to },
    ...list.items.map(({ from, to, count, isOne }) => {
      const start = tokens[from]?.start ?? 0;
      const rest = withEdits(text, after, part.edits).trim();
      const words = isOne ? rest.split(' ').map(singular).join(' ') : rest;
      const edits = [
        { start, end: start, words: withEdits(text, before, part.edits) },
        { start: count.end, end: count.end, words: words && ` ${words}` },
      ];
      return { ...toPlainPart({ from, to }), before: part.before, edits, leans: true };
    }),
  ];
}

/** The subject as it stands alone, in its place. */
function withFilled(
  part: Part,
  passage: ReadPassage,
  subject: Range,
  fill: Splitting['fill'],
): Part {
  const words = fill(subject);
  if (words === writtenWords(passage, subject)) return part;
  const span = spanOf(passage.tokens, subject);
  const inside = subject.from > part.from ? words.replace(/^The /, 'the ') : words;
  return { ...part, edits: [...part.edits, { ...span, words: inside }] };
}

function framed(passage: ReadPassage, frame: Frame, splitting: Splitting): Part[] {
  const { tokens } = passage;
  const { range, isAttributed, speaker, quoted, fill } = splitting;
  const weigh = weighing(passage, quoted);
  const subject = fill(frame.subject);
  const isQuoted = quoted.slice(frame.subject.from, frame.verb + 1).some(Boolean);
  const aside = isQuoted ? null : readAside(passage, frame, weigh);
  const subjectWords = isPast(tokens[frame.verb]?.lower ?? '') ? definite(subject) : subject;
  const asides = aside
    ? splitPredicates(tokens, aside.frame, aside.to, quoted, weigh).map((predicate) => ({
        ...toPart(passage, predicate, subjectWords, aside.helper, frame),
        isAside: true,
      }))
    : [];
  const predicates = splitPredicates(tokens, frame, range.to, quoted, weigh);
  const isOneSubject = predicates.every(
    ({ from, helpers }) => helpers !== null || agreesWith(tokens, frame.verb, from),
  );
  const [first, ...others] = isOneSubject ? predicates : [];
  const cut = aside && spanOf(tokens, aside.cut);
  const main = {
    ...toPlainPart({ from: range.from, to: first?.to ?? range.to }, frame, subject),
    edits: cut ? [{ ...cut, words: ' ' }] : [],
    without: cut ? [cut] : [],
  };
  return [
    withFilled(main, passage, frame.subject, fill),
    ...asides,
    ...others.map((predicate) =>
      isAttributed && speaker && SPEAKERS_DO.has(tokens[predicate.from]?.lower ?? '')
        ? {
            ...toPart(passage, { ...predicate, helpers: null }, speaker, null, frame),
            isAside: true,
          }
        : leansOn(tokens, toPart(passage, predicate, subjectWords, null, frame), predicate),
    ),
  ];
}

/** 'If approved, it would produce 25,000 tonnes and employ 900': the second, too, if approved. */
function leansOn(tokens: readonly Token[], part: Part, { from, helpers }: Predicate): Part {
  const leadIn = part.frame?.leadIn;
  return leadIn && holdsFor(tokens, leadIn, part, helpers ? null : from)
    ? { ...part, leadIn }
    : part;
}

/** Acts of speakers while they speak, and seldom of the people they speak about. */
const SPEAKERS_DO = new Set(
  'accused urged blamed praised criticised criticized condemned rejected dismissed defended ruled demanded thanked apologised apologized appealed described insisted denied vowed pledged promised declined refused'.split(
    ' ',
  ),
);

function toPart(
  passage: ReadPassage,
  { from, to, helpers }: Predicate,
  subject: string,
  helper: string | null,
  frame: Frame,
): Part {
  const isVerb = AUXILIARIES.has(passage.tokens[from]?.lower ?? '');
  const shared = helper && !isVerb ? helper : helpers ? writtenWords(passage, helpers) : '';
  return {
    ...toPlainPart({ from, to }, frame, subject),
    before: `${subject} ${shared}`.trim(),
    leans: true,
  };
}

/** 'a telescope that cost $90m and took seven years to build', 'a treaty which Pyongyang has cited'. */
function relative(
  passage: ReadPassage,
  antecedent: Range,
  { range, quoted, fill, isAttributed }: Splitting,
): Part[] {
  const { tokens } = passage;
  const subject = definite(fill(antecedent));
  const to = listEnd(tokens, range);
  if (isSubjectGap(tokens, range.from, to)) {
    const verbs = verbsFrom(tokens, range.from, to);
    const frame = { subject: antecedent, aside: null, ...verbs, leadIn: null };
    const predicates = splitPredicates(tokens, verbs, to, quoted, weighing(passage, quoted));
    const [first] = predicates;
    // 'a risk of accounts, which is': its noun stands before the last one, and it stays with that.
    const isSurelyMeant = isAttributed || isNamed(tokens, range.from, subject);
    if (first && !isSurelyMeant && !agrees(tokens, first, subject))
      return [{ ...toPlainPart(range), to: range.from }];
    return predicates
      .filter((predicate, at) => at === 0 || agrees(tokens, predicate, subject))
      .map((predicate) => toPart(passage, predicate, subject, null, frame));
  }
  const part = toPlainPart({ from: range.from, to });
  const last = tokens[to - 1]?.lower ?? '';
  // 'which the state should pay for'
  const gap = /^(?:for|of|with|to|from|at|by|about|into)$/.test(last)
    ? to
    : objectGap(tokens, part);
  // Without its noun it is no sentence, so it stays with the words before it.
  if (gap < 0) return [isAttributed ? part : { ...part, to: part.from }];
  const at = tokens[gap - 1]?.end ?? 0;
  return [
    { ...part, edits: [{ start: at, end: at, words: ` ${subject.replace(/^The /, 'the ')}` }] },
  ];
}

/** 'the Lund Foxes, who have': a club may have the verb of many. */
const isNamed = (tokens: readonly Token[], from: number, subject: string): boolean =>
  tokens[from - 1]?.lower === 'who' && /^\p{Lu}/u.test(subject.split(' ').at(-1) ?? '');

/** 'one of the nations that founded it and is part of it': the second verb is not the nations'. */
function agrees(tokens: readonly Token[], { from, helpers }: Predicate, subject: string): boolean {
  const verb = verbTags(tokens)[helpers?.from ?? from] ?? -1;
  const isOne = verb === tagOf('VBZ') || verb === tagOf('VBZ:AUX');
  const isMany = verb === tagOf('VBP') || verb === tagOf('VBP:AUX');
  return isPluralSubject(subject) ? !isOne : !isMany;
}

/** 'which (now) holds 34 %': no noun before the verb, so the antecedent is its subject. */
function isSubjectGap(tokens: readonly Token[], from: number, to: number): boolean {
  let verb = from;
  while (isAdverbWord(tokens[verb]) && verb + 1 < to) verb++;
  if (standsAsVerb(tokens, verb)) return true;
  // 'which for centuries underwent', 'which until recently has kept'
  const tags = verbTags(tokens);
  if (tags[verb] !== IN) return false;
  const end = isAdverbWord(tokens[verb + 1]) ? verb + 2 : nounPhraseEnd(tokens, tags, verb + 1);
  return end > verb + 1 && isFiniteVerb(tags[end]);
}

const IN = tagOf('IN');

/**
 * The place of the antecedent in 'which Pyongyang has cited to justify …': after the verb; -1 when
 * that place is taken.
 */
function objectGap(tokens: readonly Token[], { from, to }: Range): number {
  const verb = findFinite(tokens, from, to);
  if (verb <= from) return -1;
  const end = verbGroupEnd(tokens, verb);
  const [here, next] = [tokens[end], tokens[end + 1]];
  const isEnd = end >= to || here?.kind === 'mark';
  if (isEnd || standsAsVerb(tokens, end)) return end;
  if (here?.lower === 'to' && GOES_ON.test(tokens[end - 1]?.lower ?? '')) return -1;
  if (here?.lower === 'to' || /^(?:last|this|yesterday|today|earlier)$/.test(here?.lower ?? ''))
    return end;
  if (CALLING.has(tokens[end - 1]?.lower ?? '')) return end;
  if (!PREPOSITIONS.has(here?.lower ?? '')) return -1;
  const isStranded =
    end + 1 >= to ||
    next?.kind === 'mark' ||
    PREPOSITIONS.has(next?.lower ?? '') ||
    next?.lower === 'to';
  return isStranded ? end + 1 : end;
}

/** 'which I came to think of', 'which it wants to sell': the place is in the words after 'to'. */
const GOES_ON =
  /^(?:came|come|comes|got|gets?|had|has|have|wants?|wanted|needs?|needed|tries|tried|hopes?|hoped|plans?|planned|began|begins?|starts?|started|continues?|continued|refused?|refuses|failed|fails|agreed|agrees|decided|decides|went|goes|seems?|seemed|appears?|appeared|likes?|liked|expects?|expected|managed|manages|learn(?:ed|s)?)$/;

/** What one calls a thing stands after it: 'which critics called a disgrace'. */
const CALLING = new Set(
  'called named considered deemed labelled labeled dubbed branded made found thought'.split(' '),
);

/** 'which holds 34 % of the market, and Taiwan's MicroPeak': the list goes on without the clause. */
function listEnd(tokens: readonly Token[], { from, to }: Range): number {
  for (let at = from + 1; at + 1 < to; at++) {
    if (tokens[at]?.text !== ',') continue;
    const next = tokens[at + 1]?.lower ?? '';
    const isLast = /^(?:and|or)$/.test(next) || PREPOSITIONS.has(next);
    return isLast && findFinite(tokens, at, to) < 0 && !isIng(tokens[at + 2]?.lower ?? '')
      ? at
      : to;
  }
  return to;
}

/** What makes a stretch worth a claim: a figure, a date, a name, a quotation or a superlative; else its length. */
function weighing(passage: ReadPassage, quoted: readonly boolean[]): Weigh {
  const { text, tokens, quantities, dates } = passage;
  return (range) => {
    const span = spanOf(tokens, range);
    if (
      dates.some(({ start, end }) => start >= span.start && end <= span.end) ||
      informativeFigures(text, quantities, span, []).length > 0
    )
      return 'hard';
    for (let at = range.from; at < range.to; at++) {
      const isName = at > range.from && /^\p{Lu}\p{L}/u.test(tokens[at]?.text ?? '');
      if (isName || quoted[at] || isSuperlative(tokens, at)) return 'hard';
    }
    return range.to - range.from >= SHORTEST_SOFT ? 'soft' : 'none';
  };
}

/** A verb and three words: 'and taken to hospital'. */
const SHORTEST_SOFT = 4;

/** 'a bridge' to 'The bridge', since it has been named before. */
const definite = (noun: string): string => noun.replace(/^(?:a|an|another|one) /i, 'The ');

/** The words of these tokens as written. */
const writtenWords = ({ text, tokens }: ReadPassage, { from, to }: Range): string =>
  to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : '';
