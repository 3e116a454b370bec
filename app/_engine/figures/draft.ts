import { add, divide, type Rational, rational } from '#domain/numbers/decimal';
import { findUnit } from '#domain/units/unit';
import { isPluralNoun } from '../english/nouns';
import { isNoFigure } from '../labels/not-figures';
import { type Counted, readCounted } from '../measures/counted-noun';
import { isOne, type ReadNumber, readNumber } from '../numbers/read-number';
import { isNounAt } from '../phrases/word-class';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import {
  readCurrencyBefore,
  readDollarAfter,
  readPer,
  readUnit,
  type UnitMatch,
  unitName,
} from '../units/read-unit';
import { readSharedCurrency } from './ambiguous-currencies';
import { readAge, settleUnit } from './ambiguous-units';
import { changeOfPair, isSportScore, readRangeEnd, settleScale, withSharedScale } from './ranges';

/** A figure before its words are put together; indexes are into the tokens of its sentence. */
export type Draft = {
  readonly number: ReadNumber;
  /** The upper end of a range. */
  readonly second: ReadNumber | null;
  readonly unit: UnitMatch | null;
  readonly counted: Counted | null;
  /** First token, and the one after the last, currency sign and unit included, qualifier not. */
  readonly from: number;
  readonly to: number;
  readonly isNegative: boolean;
  /** How far it may be off, in its own unit: the 0.3 of '5.2 ± 0.3'. */
  readonly tolerance?: Rational;
  /** A sign was written, be it plus or minus. */
  readonly isSigned: boolean;
};

/**
 * Reads the figure that begins at this token; null when none does.
 *
 * @param free  first token that is no part of the figure before: in 'two $ half' the sign is taken
 */
export function readDraft(passage: Passage, at: number, free: number): Draft | null {
  const { tokens } = passage;
  const written = readNumber(tokens, at);
  if (!written) return null;
  const sign = readSign(tokens, written.from);
  const sum = readCurrencyBefore(tokens, sign.inside ? written.from - 1 : written.from);
  const currency = sum && sum.from >= free ? sum : null;
  const alone = settleScale(passage, written, currency !== null);
  const pair = readRangeEnd(passage, alone, currency?.code ?? null);
  const change = pair && changeOfPair(tokens, alone, pair.number);
  const first = pair ? withSharedScale(tokens, alone, pair.number, change === 'fall') : alone;
  // The old value of a change is a figure of its own, in the unit of the new one.
  const range = change ? null : pair;
  const last = range?.number ?? first;
  const unit =
    readAge(passage, last, first.from) ??
    unitOf(passage, last, currency?.code ?? range?.currency ?? null) ??
    (change ? unitOfNew(passage, pair.number, first) : null);
  const named = pair?.number ?? last;
  if (isNoFigure(tokens, first, unit !== null)) return null;
  if (range && isSportScore(passage, first, last, unit)) return null;
  const things =
    (unit && unit.code !== '{count}') || isOnScale(tokens, first.from)
      ? null
      : readCounted(passage.text, tokens, named.to, isOne(named));
  const counted = things && isGradeOf(tokens, named, things) ? null : things;
  if (first.form === 'words' && isOne(first) && !unit && !counted) return null;
  if (!unit && !counted && isLabel(tokens, first)) return null;
  const outer = readSign(tokens, currency?.from ?? first.from);
  const end = Math.max(unit?.to ?? 0, last.to);
  const isBelow = unit !== null && COLD.test(unit.code) && isBelowZero(tokens, end);
  return withCents(passage, {
    number: first,
    second: range?.number ?? null,
    unit,
    counted,
    from: Math.min(outer.from, currency?.from ?? first.from),
    to: isBelow ? end + 2 : end,
    isNegative:
      isBelow || outer.isNegative || (currency !== null && sign.inside && sign.isNegative),
    isSigned: outer.isSigned,
  });
}

/** 'a magnitude 6.1 earthquake', 'the odds ratio 1.8 rose': how strong, and not how many. */
const isOnScale = (tokens: readonly Token[], from: number): boolean =>
  /^(?:magnitude|ratio|ph)$/.test(
    tokens[tokens[from - 1]?.text === '-' ? from - 2 : from - 1]?.lower ?? '',
  );

/** 'a 93.2 defensive grade': a part of one thing is no number of them. */
const isGradeOf = (tokens: readonly Token[], number: ReadNumber, { from, to }: Counted): boolean =>
  number.form === 'digits' &&
  !number.scaled &&
  number.value.denominator !== 1n &&
  from === number.to &&
  to === from + 1 &&
  /^[a-z]{5,}$/.test(tokens[from]?.text ?? '') &&
  isNounAt(tokens, to) &&
  !isPluralNoun(tokens[from]?.text ?? '') &&
  !isPluralNoun(tokens[to]?.text ?? '');

const COLD = /^(?:Cel|\[degF\]|deg|\{degree\})$/;

/** '3 degrees below zero'. */
const isBelowZero = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === 'below' && /^(?:zero|freezing)$/.test(tokens[at + 1]?.lower ?? '');

/** 'iPhone 11 Pro', '737 MAX', '123 Random Street', 'the top three': numbers that name and count nothing. */
function isLabel(tokens: readonly Token[], { from, to, form }: ReadNumber): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  // 'the top three'; 'may top 4,000' and 'to top 5 million' are verbs.
  if (['top', 'bottom', 'exit'].includes(before?.lower ?? ''))
    return !/^(?:to|may|might|will|would|could|should|can)$/.test(tokens[from - 2]?.lower ?? '');
  return (
    form === 'digits' &&
    next?.kind === 'word' &&
    next.spaced &&
    /^[A-Z]/.test(next.text) &&
    (!/^[A-Z.]+$/.test(next.text) || next.text === 'MAX') &&
    !tokens[from]?.text.includes(',') &&
    !tokens[from]?.text.includes('.')
  );
}

/** The unit after the new value of a change, as the unit of the old one. */
function unitOfNew(passage: Passage, latest: ReadNumber, first: ReadNumber): UnitMatch | null {
  const unit = readAge(passage, latest, first.from) ?? unitOf(passage, latest, null);
  return unit && { ...unit, to: first.to };
}

function unitOf(passage: Passage, number: ReadNumber, currency: string | null): UnitMatch | null {
  const { tokens } = passage;
  if (currency === null) {
    const shared = readSharedCurrency(passage, number.to);
    if (shared) return readPer(tokens, shared);
    const unit =
      readUnit(tokens, number.to) ?? readBracketed(tokens, number.to) ?? readPartOf(tokens, number);
    return unit && settleUnit(passage, number, unit);
  }
  const after = currency === 'USD' ? readDollarAfter(tokens, number.to) : null;
  const code = after?.code ?? currency;
  const isUnitRepeated = readUnit(tokens, number.to)?.code === code;
  const to = isUnitRepeated
    ? (readUnit(tokens, number.to)?.to ?? number.to)
    : (after?.to ?? number.to);
  return readPer(tokens, { code, name: unitName(code), to });
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

/** 'The weight is 20 (kg)'. */
function readBracketed(tokens: readonly Token[], at: number): UnitMatch | null {
  const close = BRACKETS.get(tokens[at]?.text ?? '');
  const unit = close ? readUnit(tokens, at + 1) : null;
  return unit && tokens[unit.to]?.text === close ? { ...unit, to: unit.to + 1 } : null;
}

/** '3⁄4 of a litre', 'half of a mile': the unit of a part. */
function readPartOf(tokens: readonly Token[], { form, to }: ReadNumber): UnitMatch | null {
  const isPart =
    form === 'fraction' &&
    tokens[to]?.lower === 'of' &&
    /^(?:an?|one)$/.test(tokens[to + 1]?.lower ?? '');
  if (!isPart) return null;
  return tokens[to + 2]?.lower === 'point'
    ? { code: '{point}', name: 'point', to: to + 3 }
    : readUnit(tokens, to + 2);
}

/** '3 dollars 50 cents', 'thirteen dollars and forty-five cents': one sum. */
function withCents(passage: Passage, draft: Draft): Draft {
  const { tokens } = passage;
  const unit = draft.unit ? findUnit(draft.unit.code) : null;
  if (!draft.unit || draft.second || !unit?.dimension.startsWith('money')) return draft;
  const at = tokens[draft.to]?.lower === 'and' ? draft.to + 1 : draft.to;
  const small = readNumber(tokens, at);
  const cents = small && readUnit(tokens, small.to);
  const isPart = cents && findUnit(cents.code)?.factor.denominator === 100n;
  if (
    !small ||
    !cents ||
    !isPart ||
    small.value.numerator >= 100n ||
    small.value.denominator !== 1n
  )
    return draft;
  const hundred = rational(100n);
  return {
    ...draft,
    number: {
      ...draft.number,
      value: add(draft.number.value, divide(small.value, hundred)),
      lastDigit: divide(small.lastDigit, hundred),
    },
    to: cents.to,
  };
}

type Sign = {
  readonly from: number;
  readonly isNegative: boolean;
  readonly isSigned: boolean;
  /** The sign stands between a currency and its number: '$-50.8bn'. */
  readonly inside: boolean;
};

/** The sign before a figure: '-5', 'minus 5', 'minus-5', '+3', '$-50.8'. */
function readSign(tokens: readonly Token[], from: number): Sign {
  const none = { from, isNegative: false, isSigned: false, inside: false };
  const [before, mark, here] = [tokens[from - 2], tokens[from - 1], tokens[from]];
  if (!mark || !here) return none;
  const negative = { ...none, isNegative: true, isSigned: true };
  if (mark.lower === 'minus' && before?.lower === 'or') return none;
  if (mark.lower === 'minus' || mark.lower === 'negative') return { ...negative, from: from - 1 };
  const isWordMinus = before?.lower === 'minus' || before?.lower === 'negative';
  if (!/^[-−–+]$/.test(mark.text)) return none;
  if (here.spaced)
    return isCold(tokens, from) && mark.spaced && mark.text === '-' && before?.kind === 'word'
      ? { ...negative, from: from - 1 }
      : none;
  if (mark.text === '+') return { ...none, from: from - 1, isSigned: true };
  if (isWordMinus && !mark.spaced) return { ...negative, from: from - 2 };
  if (before?.text === '$' && !mark.spaced) return { ...negative, from: from - 1, inside: true };
  if (mark.spaced || before === undefined || before.text === '(')
    return { ...negative, from: from - 1 };
  return none;
}

/** 'from - 20 degrees': a minus apart from its number, as temperatures alone are written. */
const isCold = (tokens: readonly Token[], at: number): boolean => {
  const number = readNumber(tokens, at);
  const unit = number && readUnit(tokens, number.to);
  return unit?.code === 'Cel' || unit?.code === '[degF]';
};
