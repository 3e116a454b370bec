import { bodyClassOf, isPersonNoun } from '../discourse/nouns';
import { isSuperlative } from '../english/kind-words';
import { isPluralNoun, isPluralSubject, toSingular } from '../english/nouns';
import { isIng, isParticipleForm, isPast, verbTags } from '../english/verbs';
import { isOffice } from '../parties/party-words';
import { tagOf } from '../tags/tag';
import type { ReadPassage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import type { Weigh } from './part';
import { type Frame, isAdverbWord, standsAsVerb } from './subject-and-verb';

/** An aside after a subject that is a claim of its own: 'which can carry 1,200 people'. */
export type Aside = {
  /** Its first verb, and the one that says what is done. */
  readonly frame: Pick<Frame, 'verb' | 'lexical'>;
  readonly to: number;
  /** 'was', where it has no finite verb itself. */
  readonly helper: string | null;
  /** What the main statement can do without: the aside with its commas. */
  readonly cut: Range;
};

/** Participles that say how something is, not what happened to it. */
const LASTING =
  /^(?:based|located|situated|known|called|named|led|run|owned|made|used|headed|chaired|controlled)$/;

/**
 * Reads what stands between a subject and its verb, when it has something of its own to check.
 *
 * @returns null for ages, places and asides that only say which one is meant
 */
export function readAside(passage: ReadPassage, frame: Frame, weigh: Weigh): Aside | null {
  const { tokens } = passage;
  const { aside, subject } = frame;
  if (!aside || weigh(aside) !== 'hard') return null;
  const { from, to } = aside;
  const first = tokens[from];
  const hasCommas = tokens[from - 1]?.text === ',';
  const cut = { from: from - 1, to: hasCommas ? to + 1 : to };
  if (!hasCommas) {
    // 'A hit that used to be fair draws a penalty': of any such hit, and of no other
    const isEvent = isPast(tokens[frame.verb]?.lower ?? '') || tokens[frame.verb]?.lower === 'was';
    const isOneOfMany = /^(?:a|an)$/.test(tokens[subject.from]?.lower ?? '');
    return isOneOfMany && isEvent
      ? { frame: verbsFrom(tokens, from, to), to, helper: null, cut }
      : null;
  }
  if (/^(?:who|which)$/.test(first?.lower ?? '')) {
    let at = from + 1;
    while (isAdverbWord(tokens[at]) && at + 1 < to) at++;
    return standsAsVerb(tokens, at) && isOfSubject(tokens, subject, at)
      ? { frame: verbsFrom(tokens, from + 1, to), to, helper: null, cut }
      : null;
  }
  const be = helpersFor(passage, frame);
  let at = from;
  while (isAdverbWord(tokens[at]) && at + 1 < to) at++;
  const lower = tokens[at]?.lower ?? '';
  const inner = { verb: from, lexical: at };
  if (isParticipleForm(lower))
    return { frame: inner, to, helper: LASTING.test(lower) ? be.now : be.then, cut };
  // 'Roe, arriving late, spoke': then, and not now
  const isThen = isPast(tokens[frame.verb]?.lower ?? '') && isNamedSubject(tokens, subject);
  if (isIng(lower)) return { frame: inner, to, helper: isThen ? be.then : be.now, cut };
  const isNoun =
    /^(?:a|an|the|one)$/.test(lower) &&
    isInformative(passage, aside) &&
    !isOfAnother(tokens, subject, aside);
  if (/^(?:now|currently)$/.test(first?.lower ?? '') || isNoun)
    return tokens.slice(from, to).some(({ lower: word }) => /^(?:who|which)$/.test(word))
      ? null
      : { frame: { verb: from, lexical: to }, to, helper: isNoun ? be.is : be.now, cut };
  return null;
}

/** 'the chief executive of Norpress, the biggest firm,': the firm is Norpress. */
function isOfAnother(tokens: readonly Token[], subject: Range, aside: Range): boolean {
  const tags = verbTags(tokens);
  let end = aside.from;
  while (end < aside.to && tags[end] !== IN && tokens[end]?.text !== ',') end++;
  const isBody = bodyClassOf(toSingular(tokens[end - 1]?.lower ?? '')) !== null;
  return (
    isBody &&
    tokens
      .slice(subject.from, subject.to)
      .some(({ lower }) => isPersonNoun(toSingular(lower)) || isOffice(lower))
  );
}

const isNamedSubject = (tokens: readonly Token[], { to }: Range): boolean =>
  /^\p{Lu}/u.test(tokens[to - 1]?.text ?? '');

/**
 * 'Towns in Lund, which is small,' and 'the mayor of Lund, which was founded in 990,': the verb may be of
 * the noun inside the subject, so that only one that fits its head alone is sure.
 */
function isOfSubject(tokens: readonly Token[], { from, to }: Range, verb: number): boolean {
  const tags = verbTags(tokens);
  const tag = tags[verb] ?? -1;
  const isOne = OF_ONE.includes(tag);
  const link = tags.subarray(from, to).indexOf(IN);
  const head = tokens[(link < 0 ? to : from + link) - 1];
  const isHeadMany = isPluralNoun(head?.lower ?? '');
  const fitsHead = isHeadMany ? !isOne : !OF_MANY.includes(tag);
  if (link < 0 || !fitsHead) return fitsHead;
  const isWho = /^who$/.test(tokens[to + 1]?.lower ?? '');
  const isInnerMany = isPluralNoun(tokens[to - 1]?.lower ?? '');
  const agrees = (isOne || OF_MANY.includes(tag)) && isHeadMany !== isInnerMany;
  return agrees || (isWho && isPersonNoun(toSingular(head?.lower ?? '')));
}

const IN = tagOf('IN');
const OF_ONE: readonly number[] = [tagOf('VBZ'), tagOf('VBZ:AUX')];
const OF_MANY: readonly number[] = [tagOf('VBP'), tagOf('VBP:AUX')];

/** A figure or a superlative: a mere title is covered by the claim about the role. */
const isInformative = ({ tokens, quantities }: ReadPassage, { from, to }: Range): boolean => {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  for (let at = from; at < to; at++) if (isSuperlative(tokens, at)) return true;
  return quantities.some((figure) => figure.start >= start && figure.end <= end);
};

/**
 * 'is' and 'was', or 'are' and 'were': an aside in a past event was true then, unless its subject
 * has a name.
 */
function helpersFor(
  { text, tokens }: Pick<ReadPassage, 'text' | 'tokens'>,
  { subject, verb }: Frame,
): { readonly is: string; readonly now: string; readonly then: string } {
  const isMany = isPluralSubject(
    text.slice(tokens[subject.from]?.start, tokens[subject.to - 1]?.end),
  );
  const then = isMany ? 'were' : 'was';
  const main = tokens[verb]?.lower ?? '';
  const isNamed = /^\p{Lu}/u.test(tokens[subject.to - 1]?.text ?? '');
  const isInPast = isPast(main) || /^(?:was|were|had|did)$/.test(main);
  const is = isMany ? 'are' : 'is';
  return { then, is, now: isInPast && !isNamed ? then : is };
}

/** The verbs of words that begin with a finite one, adverbs passed over. */
export function verbsFrom(
  tokens: ReadPassage['tokens'],
  from: number,
  to: number,
): Pick<Frame, 'verb' | 'lexical'> {
  let lexical = from;
  while (
    lexical + 1 < to &&
    (isAdverbWord(tokens[lexical]) ||
      /^(?:is|are|was|were|has|have|had|been|being|will|would|can|could|may|might)$/.test(
        tokens[lexical]?.lower ?? '',
      ))
  )
    lexical++;
  return { verb: from, lexical };
}
