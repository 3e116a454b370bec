import type { Clause } from './clauses';
import { ADVERBS, PREPOSITIONS } from './grammar-words';
import type { Token } from './tokens';
import { FINDING_VERBS, SPEECH_VERBS } from './verb-words';
import { findFinite, isFiniteAt } from './verbs';

/** Who says what inside one clause; indexes are into the tokens of its sentence. */
export type Speech = {
  /** The words of the speaker; null when nobody is named ('it is believed that'). */
  readonly speaker: { readonly from: number; readonly to: number } | null;
  readonly content: { readonly from: number; readonly to: number };
  /** Where the time of saying stands: between the verb and what is said. */
  readonly said: { readonly from: number; readonly to: number };
  /** Whether what is said comes before the speaker, so that earlier clauses are said too. */
  readonly isBefore: boolean;
};

const CLOSING = new Set(['"', '”', '»', "'", '’']);
const OPENING = new Set(['"', '“', '„', '«', "'", '‘']);

/** Finds who says what in a clause; null when it is told in the article's own voice. */
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
    if (at === from) {
      const comma = findMark(tokens, speakerFrom, to, ',', quoted);
      if (comma < 0) return null;
      return {
        speaker: { from: speakerFrom, to: comma },
        content: { from: comma + 1, to },
        said: { from, to: comma },
        isBefore: false,
      };
    }
    const end = findEnd(tokens, speakerFrom, to);
    return {
      speaker: { from: speakerFrom, to: end },
      content: { from, to: trimComma(tokens, from, at) },
      said: { from: at, to: end },
      isBefore: true,
    };
  }
  return null;
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
      !(
        SPEECH_VERBS.has(verb) ||
        ['known', 'understood', 'thought', 'hoped', 'feared', 'rumoured'].includes(verb)
      )
    )
      return null;
    return {
      speaker: null,
      content: { from: at + 1, to },
      said: { from, to: at },
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
    const isIng = tokens[at]?.lower.endsWith('ing') ?? false;
    if (isIng && clause.link !== 'with' && clause.link !== 'saying') continue;
    const speech =
      quotedAs(tokens, from, at, to) ??
      contentBefore(tokens, from, at, to, quoted, verb.plain) ??
      contentAfter(tokens, clause, at, verb, quoted);
    if (speech) return speech;
  }
  return null;
}

/** 'Kremlin media quoting him as saying that …': the one quoted speaks. */
function quotedAs(tokens: readonly Token[], _from: number, at: number, to: number): Speech | null {
  if (!/^quot(?:ed|ing|es)$/.test(tokens[at]?.lower ?? '')) return null;
  for (let as = at + 1; as < Math.min(to - 1, at + 10); as++) {
    if (
      tokens[as]?.lower !== 'as' ||
      !/^(?:saying|telling|writing)$/.test(tokens[as + 1]?.lower ?? '')
    )
      continue;
    const content = tokens[as + 2]?.lower === 'that' ? as + 3 : as + 2;
    const speaker = as > at + 1 ? { from: at + 1, to: as } : null;
    return { speaker, content: { from: content, to }, said: { from: at, to: as }, isBefore: false };
  }
  return null;
}

/** '"…," Mr Smith said on Monday.', '…, said Pak Thae-song, vice chairman of the party.' */
function contentBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
  quoted: readonly boolean[],
  plain: string,
): Speech | null {
  if (FINDING_VERBS.has(plain)) return null;
  const comma = lastCommaBefore(tokens, from, at, quoted);
  if (comma < 0) return null;
  const contentEnd = comma;
  const isQuote = quoted[comma] || quoted[comma - 1] || false;
  if (!isQuote && findFinite(tokens, from, comma) < 0) return null;
  const isInverted = at === skipQuoteMarks(tokens, comma + 1, at);
  const tail = restIsShort(tokens, at + 1, to, isQuote);
  if (!tail && !isInverted) return null;
  if (isInverted) {
    const end = findEnd(tokens, at + 1, to);
    if (end <= at + 1) return null;
    return {
      speaker: { from: at + 1, to: end },
      content: { from, to: contentEnd },
      said: { from: at + 1, to },
      isBefore: true,
    };
  }
  const speakerFrom = skipQuoteMarks(tokens, comma + 1, at);
  if (speakerFrom >= at || findFinite(tokens, speakerFrom, at) >= 0) return null;
  const isRole = !isQuote && isAppositive(tokens, from, comma, at);
  if (isRole) return null;
  return {
    speaker: { from: speakerFrom, to: at },
    content: { from, to: contentEnd },
    said: { from: at + 1, to },
    isBefore: true,
  };
}

/** The comma or closing mark after what was said: the last one with the speaker's words behind it. */
function lastCommaBefore(
  tokens: readonly Token[],
  from: number,
  at: number,
  quoted: readonly boolean[],
): number {
  let lastQuote = -1;
  for (let i = at - 1; i > from; i--) {
    if (quoted[i] && CLOSING.has(tokens[i]?.text ?? '')) {
      lastQuote = i;
      break;
    }
  }
  if (lastQuote >= 0) return tokens[lastQuote + 1]?.text === ',' ? lastQuote + 1 : lastQuote + 1;
  for (let i = at - 1; i > from; i--)
    if (tokens[i]?.text === ',' || /^[–—]$/.test(tokens[i]?.text ?? '')) return i;
  return -1;
}

const skipQuoteMarks = (tokens: readonly Token[], from: number, to: number): number => {
  let at = from;
  while (at < to && (tokens[at]?.text === ',' || CLOSING.has(tokens[at]?.text ?? ''))) at++;
  return at;
};

/** Nothing but a time or a place after the verb: 'said on Monday', 'said in a statement'. */
function restIsShort(
  tokens: readonly Token[],
  from: number,
  to: number,
  isQuote: boolean,
): boolean {
  const end = trimFullStop(tokens, from, to);
  if (end <= from) return true;
  const first = tokens[from];
  if (first && (first.text === ',' || first.text === '.' || first.text === ':')) return isQuote;
  if (first?.lower === 'that') return false;
  if (isQuote && first && !OPENING.has(first.text)) return true;
  return (
    end - from <= 8 &&
    findFinite(tokens, from, end) < 0 &&
    first !== undefined &&
    (PREPOSITIONS.has(first.lower) ||
      ADVERBS.has(first.lower) ||
      /day$/.test(first.lower) ||
      ['reporters', 'this', 'last', 'the'].includes(first.lower))
  );
}

const trimFullStop = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && /^[.!?"”’']$/.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
};

/** 'Dmitry Peskov, Putin's spokesman, said': the comma before the role is not the end of a statement. */
const isAppositive = (tokens: readonly Token[], from: number, comma: number, at: number): boolean =>
  tokens[at - 1]?.text === ',' || findFinite(tokens, from, comma) < 0;

function contentAfter(
  tokens: readonly Token[],
  clause: Clause,
  at: number,
  verb: { readonly plain: string; readonly bare: boolean },
  quoted: readonly boolean[],
): Speech | null {
  const { from, to } = clause;
  const speakerTo = clause.link === 'saying' ? at : speakerEnd(tokens, from, at);
  if (speakerTo <= from && clause.link !== 'saying') return null;
  if (clause.link !== 'saying' && findFinite(tokens, from, speakerTo) >= 0) return null;
  const content = contentStart(tokens, at + 1, to, verb, quoted);
  if (content < 0) return null;
  const speaker = clause.link === 'saying' ? null : { from, to: speakerTo };
  return {
    speaker,
    content: { from: content, to },
    said: { from: at + 1, to: content },
    isBefore: false,
  };
}

/** The verb's own helpers ('has said', 'also told') are not the speaker's. */
function speakerEnd(tokens: readonly Token[], from: number, at: number): number {
  let end = at;
  while (
    end > from &&
    (ADVERBS.has(tokens[end - 1]?.lower ?? '') ||
      ['has', 'have', 'had', 'did'].includes(tokens[end - 1]?.lower ?? '') ||
      /ly$/.test(tokens[end - 1]?.lower ?? ''))
  )
    end--;
  return end;
}

/** Where what is said begins: after 'that', a colon or a quotation mark, or at once. */
function contentStart(
  tokens: readonly Token[],
  from: number,
  to: number,
  verb: { readonly plain: string; readonly bare: boolean },
  quoted: readonly boolean[],
): number {
  const reach = Math.min(to, from + 16);
  for (let at = from; at < reach; at++) {
    const token = tokens[at];
    if (
      token?.lower === 'that' &&
      (at === from || !isFiniteAt(tokens, at + 1) || tokens[at + 1]?.kind !== 'word')
    )
      return at + 1;
    if (token?.text === ':') return at + 1 < to ? at + 1 : -1;
    if (
      quoted[at] &&
      OPENING.has(token?.text ?? '') &&
      (at === from || tokens[at - 1]?.text === ',')
    )
      return at;
    if (isFiniteAt(tokens, at) && at > from) break;
  }
  if (!verb.bare && verb.plain !== 'report' && verb.plain !== 'add') return -1;
  const start = skipAdverbials(tokens, from, to);
  return findFinite(tokens, start + 1, to) > start ? start : -1;
}

/** Passes over 'on Monday', 'in a statement', 'reporters', 'him' before what is said. */
function skipAdverbials(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  if (
    [
      'him',
      'her',
      'them',
      'us',
      'me',
      'reporters',
      'journalists',
      'parliament',
      'lawmakers',
    ].includes(tokens[at]?.lower ?? '')
  )
    at++;
  if (tokens[at]?.lower === 'on' && /day$/.test(tokens[at + 1]?.lower ?? '')) at += 2;
  else if (
    /(?:day|yesterday)$/.test(tokens[at]?.lower ?? '') &&
    /^[A-Z]/.test(tokens[at]?.text ?? '')
  )
    at++;
  return Math.min(at, to);
}

function findMark(
  tokens: readonly Token[],
  from: number,
  to: number,
  mark: string,
  quoted: readonly boolean[],
): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === mark && !quoted[at]) return at;
  return -1;
}

/** The end of a speaker's words after the verb: the end of the clause, or a verb or 'that' of its own. */
function findEnd(tokens: readonly Token[], from: number, to: number): number {
  let commas = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) return at;
    if (
      /^[.;:!?"“”]$/.test(token.text) &&
      !(token.text === '.' && !token.spaced && (tokens[at - 1]?.text.length ?? 9) <= 3)
    )
      return at;
    if (
      ['on', 'in', 'during', 'after', 'as', 'when', 'while'].includes(token.lower) &&
      at > from &&
      commas === 0 &&
      (/day$/.test(tokens[at + 1]?.lower ?? '') || (token.lower !== 'in' && token.lower !== 'on'))
    )
      return at;
    if (
      token.lower === 'in' &&
      ['a', 'an', 'his', 'her', 'their', 'its', 'remarks'].includes(tokens[at + 1]?.lower ?? '')
    )
      return at;
    if (token.text === ',' && ++commas > 1) return at;
    if (['adding', 'referring', 'citing', 'who', 'which'].includes(token.lower))
      return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return to;
}

const trimComma = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && tokens[end - 1]?.text === ',') end--;
  return end;
};
