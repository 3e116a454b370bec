import type { Clause } from '../clauses/part';
import { isDenied } from '../english/denials';
import { SPEECH_VERBS, type SpeechVerb } from '../english/verb-words';
import { findFinite, isIng } from '../english/verbs';
import { isAdjective, isDeterminer, isNoun, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Range, Token } from '../tokens/tokens';
import {
  contentStart,
  findMark,
  namedAfterRole,
  partingBefore,
  restIsShort,
  skipListener,
  skipQuoteMarks,
  titledBefore,
  trimComma,
} from './reported-words';
import {
  asideIn,
  canSpeak,
  findEnd,
  isOwnMeasure,
  isUnsure,
  namedEnd,
  namesSpeaker,
} from './speakers';
import { hasTaggedVerb } from './tagged-verbs';
import { subjectEnd, subjectOfVerb, type VerbSubject } from './verb-subject';

/** The speaker and the statement in one clause; indexes are into the tokens of its sentence. */
export type Speech = {
  /** The words of the speaker; null when nobody is named ('it is believed that'). */
  readonly speaker: { readonly from: number; readonly to: number } | null;
  readonly content: { readonly from: number; readonly to: number };
  /** The place of the time of saying: between the verb and the statement. */
  readonly verbSpan: { readonly from: number; readonly to: number };
  /** The verb of saying; -1 for 'according to'. */
  readonly verb: number;
  /** Whether the statement stands before the speaker, so that earlier clauses belong to it too. */
  readonly isBefore: boolean;
  /** 'called' for 'quoted him as calling it …': the content begins with that word in -ing. */
  readonly act?: string;
};

/**
 * Finds the speaker and the statement in a clause; null when the article itself makes the
 * statement.
 */
export function readSpeech(
  tokens: readonly Token[],
  clause: Clause,
  quoted: readonly boolean[],
): Speech | null {
  const start = skipMarks(tokens, clause.from, clause.to);
  return (
    accordingTo(tokens, start, clause.to, quoted) ??
    impersonal(tokens, start, clause.to) ??
    speechVerb(tokens, { ...clause, from: start }, quoted)
  );
}

function skipMarks(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && /^[,;:–—-]$/.test(tokens[at]?.text ?? '')) at++;
  return at;
}

/** 'According to state media, …' and '…, according to state media'. */
function accordingTo(
  tokens: readonly Token[],
  from: number,
  to: number,
  quoted: readonly boolean[],
): Speech | null {
  for (let at = from; at + 1 < to; at++) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to' || quoted[at]) continue;
    const speakerFrom = at + 2;
    if (isOwnMeasure(tokens, speakerFrom)) continue;
    if (at === from) {
      const named = namedEnd(tokens, speakerFrom, to);
      const found = findMark(tokens, speakerFrom, to, ',', quoted);
      const isPlain =
        findFinite(tokens, speakerFrom, found - 1) < 0 ||
        !hasTaggedVerb(tokens, speakerFrom, found);
      const comma = found >= 0 && isPlain ? found : named;
      if (comma < 0) return null;
      // 'According to Moe, who ran the port, …'
      const isAside = /^(?:who|which|whose)$/.test(tokens[comma + 1]?.lower ?? '');
      const close = isAside ? findMark(tokens, comma + 1, to, ',', quoted) : -1;
      const end = close < 0 ? namedAfterRole(tokens, speakerFrom, comma, to) : close;
      return {
        speaker: { from: speakerFrom, to: end },
        content: { from: end, to },
        verbSpan: { from, to: end },
        verb: -1,
        isBefore: false,
      };
    }
    const end = findEnd(tokens, speakerFrom, to);
    // '“…,” he told settlers, according to a statement': the quotation is his.
    const own = quoted[from] ? quotedSpeech(tokens, from, at, quoted) : null;
    if (own) return own;
    return {
      speaker: { from: speakerFrom, to: end },
      content: { from, to: trimComma(tokens, from, at) },
      verbSpan: { from: at, to: end },
      verb: -1,
      isBefore: true,
    };
  }
  return null;
}

function quotedSpeech(
  tokens: readonly Token[],
  from: number,
  to: number,
  quoted: readonly boolean[],
): Speech | null {
  const clause: Clause = { from, to: trimComma(tokens, from, to), link: 'main', subject: null };
  const speech = speechVerb(tokens, clause, quoted);
  return speech?.isBefore ? speech : null;
}

/** 'It is widely believed that …': said by nobody in particular. */
function impersonal(tokens: readonly Token[], from: number, to: number): Speech | null {
  if (tokens[from]?.lower !== 'it') return null;
  for (let at = from + 1; at < Math.min(to, from + 7); at++) {
    if (tokens[at]?.lower !== 'that') continue;
    const verb = tokens[at - 1]?.lower ?? '';
    const isPassive = ['is', 'was', 'been', 'has'].includes(tokens[from + 1]?.lower ?? '');
    if (
      !isPassive ||
      isDenied(tokens, at - 1, from) ||
      !(
        SPEECH_VERBS.has(verb) ||
        ['known', 'understood', 'thought', 'hoped', 'feared', 'rumoured'].includes(verb)
      )
    )
      return null;
    return {
      speaker: null,
      content: { from: at + 1, to },
      verbSpan: { from, to: at },
      verb: at - 1,
      isBefore: false,
    };
  }
  return null;
}

function speechVerb(
  tokens: readonly Token[],
  clause: Clause,
  quoted: readonly boolean[],
): Speech | null {
  const { from, to } = clause;
  for (let at = from; at < to; at++) {
    const verb = quoted[at] ? undefined : SPEECH_VERBS.get(tokens[at]?.lower ?? '');
    if (!verb || (tokens[at]?.text !== tokens[at]?.lower && at > from)) continue;
    if (!canSpeak(tokens, at, clause) || isDenied(tokens, at, from)) continue;
    if (verb.particles.length > 0 && !verb.particles.includes(tokens[at + 1]?.lower ?? ''))
      continue;
    if (isUnsure(tokens, at, from)) continue;
    if (tokens[at]?.lower === 'read' && !isWritten(tokens[at - 1])) continue;
    const speech =
      quotedAs(tokens, at, to) ??
      contentBefore(tokens, { ...clause, from }, at, quoted, verb) ??
      contentAfter(tokens, clause, at, verb, quoted);
    if (speech) return speech;
  }
  return null;
}

/** 'the statement read': what is written reads, and a person reads something. */
const isWritten = (token: Token | undefined): boolean =>
  /^(?:statement|sign|letter|post|tweet|caption|headline|banner|message|note|email|notice|release|memo|placard|text|report|petition|description)s?$/.test(
    token?.lower ?? '',
  );

/** 'Kremlin media quoting him as saying that …', 'quoted him as calling it …': the one quoted speaks. */
function quotedAs(tokens: readonly Token[], at: number, to: number): Speech | null {
  if (!/^quot(?:ed|ing|es)$/.test(tokens[at]?.lower ?? '')) return null;
  for (let as = at + 1; as < Math.min(to - 1, at + 10); as++) {
    const verb = tokens[as + 1]?.lower ?? '';
    if (tokens[as]?.lower !== 'as' || !isIng(verb)) continue;
    const speaker = as > at + 1 ? { from: at + 1, to: as } : null;
    const verbSpan = { from: at, to: as };
    if (!/^(?:saying|telling|writing)$/.test(verb))
      return {
        speaker,
        content: { from: as + 1, to },
        verbSpan,
        verb: at,
        isBefore: false,
        act: `${verb.slice(0, -3)}ed`,
      };
    const content = tokens[as + 2]?.lower === 'that' ? as + 3 : as + 2;
    return { speaker, content: { from: content, to }, verbSpan, verb: at, isBefore: false };
  }
  return null;
}

/** '"…," Mr Smith said on Monday.', '…, said Pak Thae-song, vice chairman of the party.' */
function contentBefore(
  tokens: readonly Token[],
  { from, to, link }: Clause,
  at: number,
  quoted: readonly boolean[],
  { plain, finds, bare }: SpeechVerb,
): Speech | null {
  const isLast = /^[.!]?$/.test(tokens[at + 1]?.text ?? '') || at + 1 >= to;
  if (asideIn(tokens, from, at)) return null;
  const titled = titledBefore(tokens, from, at, quoted);
  if (titled)
    return {
      speaker: { from: titled + 1, to: at - 1 },
      content: { from, to: titled },
      verbSpan: { from: at + 1, to },
      verb: at,
      isBefore: true,
    };
  const parting = partingBefore(tokens, from, at, quoted);
  if (!parting) return null;
  const { mark: comma, contentEnd } = parting;
  const isQuote = quoted[comma] || quoted[comma - 1] || false;
  // 'The wells, Holm found, were dry': only words in quotation marks are asked or found by a person.
  if (finds && !isLast && !isQuote) return null;
  const states =
    link === 'participle' || link === 'relative' || findFinite(tokens, from, comma) >= 0;
  if (!isQuote && (!states || bare === 'never')) return null;
  const isInverted =
    at === skipQuoteMarks(tokens, comma + 1, at) &&
    tokens[at + 1]?.lower !== 'that' &&
    !isPrepositionAt(tokens, at + 1);
  const rest = plain === 'tell' ? skipListener(tokens, at + 1, to) : at + 1;
  const tail = restIsShort(tokens, rest, to, isQuote);
  if (!tail && !isInverted) return null;
  if (isInverted) {
    const end = findEnd(tokens, at + 1, to);
    const comma = findMark(tokens, at + 1, end, ',', quoted);
    const nameEnds = comma < 0 ? end : comma;
    const isNoun = tokens[at + 1]?.kind !== 'mark' && findFinite(tokens, at + 2, nameEnds - 1) < 0;
    // 'said it rained'
    const isPronoun = /^(?:it|he|she|they|we|i|you)$/.test(tokens[at + 1]?.lower ?? '');
    if (end <= at + 1 || !isNoun || (isPronoun && nameEnds > at + 2)) return null;
    if (!isQuote && bare !== 'always' && !namesSpeaker(tokens, at + 1, end)) return null;
    return {
      speaker: { from: at + 1, to: end },
      content: { from, to: contentEnd },
      verbSpan: { from: at + 1, to },
      verb: at,
      isBefore: true,
    };
  }
  const speakerFrom = skipQuoteMarks(tokens, comma + 1, at);
  const subject = speakerFrom < at ? subjectOfVerb(tokens, speakerFrom, at) : null;
  if (!subject) return null;
  const isRole = !isQuote && isAppositive(tokens, at, states);
  if (isRole) return null;
  return {
    speaker: subject,
    content: { from, to: contentEnd },
    verbSpan: { from: subject.to, to },
    verb: at,
    isBefore: true,
  };
}

/** 'announced in October': no speaker stands after it. */
const isPrepositionAt = (tokens: readonly Token[], at: number): boolean =>
  tagsOf(tokens)[at] === IN && tokens[at]?.text === tokens[at]?.lower;

const IN = tagOf('IN');

/** 'Dmitry Peskov, Putin's spokesman, said': the comma before the role is not the end of a statement. */
const isAppositive = (tokens: readonly Token[], at: number, states: boolean): boolean =>
  tokens[at - 1]?.text === ',' || !states;

function contentAfter(
  tokens: readonly Token[],
  clause: Clause,
  at: number,
  verb: SpeechVerb,
  quoted: readonly boolean[],
): Speech | null {
  const { to } = clause;
  const verbEnd = verb.particles.length > 0 ? at + 2 : at + 1;
  if (clause.link === 'saying') {
    const content = contentStart(tokens, verbEnd, to, verb, quoted);
    return content < 0
      ? null
      : {
          speaker: null,
          content: { from: content, to },
          verbSpan: { from: verbEnd, to: content },
          verb: at,
          isBefore: false,
        };
  }
  const subject = speakerBefore(tokens, clause, at);
  if (!subject) return null;
  // 'An estimated 5 million children'
  if (/^(?:an?|the)$/.test(tokens[at - 1]?.lower ?? '')) return null;
  const content = contentStart(tokens, verbEnd, to, verb, quoted);
  if (content < 0) return null;
  const isThen = tokens[clause.from - 1]?.text === 'when';
  const when = isThen
    ? Math.max(0, clause.from - LONGEST_SCENE)
    : saysWhen(tokens, subject.adjunct)
      ? subject.adjunct.from
      : subject.to;
  return {
    speaker: subject,
    content: { from: content, to },
    verbSpan: { from: when, to: content },
    verb: at,
    isBefore: false,
  };
}

/** 'Hopes rose on Sunday when Moe said that': the day of the main clause is that of saying. */
const LONGEST_SCENE = 14;

/** The subject of the verb; in 'engineers, who warned that', the noun that the clause hangs on. */
function speakerBefore(tokens: readonly Token[], clause: Clause, at: number): VerbSubject | null {
  const { from, subject } = clause;
  if (clause.link === 'relative' && subject && subjectEnd(tokens, from, at) <= from)
    return {
      from: wholeFrom(tokens, subject.from),
      to: subject.to,
      adjunct: { from, to: from },
      between: { from, to: at },
    };
  return subjectOfVerb(tokens, from, at);
}

/** 'the mayor of Pest, who': what a name is a part of speaks. */
function wholeFrom(tokens: readonly Token[], name: number): number {
  if (tokens[name - 1]?.lower !== 'of') return name;
  const tags = tagsOf(tokens);
  let from = name - 1;
  while (from > 0 && (isNoun(tags[from - 1]) || isAdjective(tags[from - 1]))) from--;
  if (isDeterminer(tags[from - 1])) from--;
  return from < name - 1 ? from : name;
}

/** 'Speaking in 2004,', 'On Monday': when it was said. 'Although sales fell in 2019,' tells another time. */
const saysWhen = (tokens: readonly Token[], { from, to }: Range): boolean =>
  (to > from &&
    /^(?:speaking|talking|writing|asked|addressing|testifying|questioned|pressed|on|last|yesterday|today|earlier|late)$/.test(
      tokens[from]?.lower ?? '',
    )) ||
  tokens[from]?.lower === 'when';
