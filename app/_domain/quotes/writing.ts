import { UNITS } from '../units/unit';

/** A word, figure or sign of a text, in the form in which two are compared. */
export type QuoteWord = {
  /** Equal for words that differ in nothing but typography: case, ligatures, grouping of digits. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** A figure in digits or words. */
  readonly isNumber: boolean;
  /** Four digits that are likelier a year: what follows is not counted by it. */
  readonly isYear: boolean;
};

// The same figure in other writing: what a house style changes, and a reader reads alike.

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** From 1; null for a word that is no month, or 'may' and 'march' in small letters. */
function monthOf(written: string): number | null {
  if (!/^\p{Lu}/u.test(written)) return null;
  const lower = written.toLowerCase();
  const at = MONTHS.findIndex(
    (month) => month === lower || (lower.length >= 3 && month.slice(0, lower.length) === lower),
  );
  return at < 0 || (lower.length > 4 && MONTHS[at] !== lower) ? null : at + 1;
}

/** After a number; of the others only where money is counted, since 'm' is a metre, too. */
const SCALES: ReadonlyMap<string, string> = new Map([
  ['mn', 'million'],
  ['mln', 'million'],
  ['bn', 'billion'],
  ['bln', 'billion'],
  ['tn', 'trillion'],
  ['trn', 'trillion'],
]);
const SCALES_OF_MONEY: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['b', 'billion'],
]);

/** Symbols that are words of the language, too: 'rose 12 in the year'. */
const WORDS_OF_ENGLISH = new Set(['in', 'a', 'as', 'at', 'are', 'an', 'so', 'us', 'no']);

/** The code of the unit of each symbol and name that only one unit has. */
const UNIT_WORDS: ReadonlyMap<string, string> = (() => {
  const codes = new Map<string, string | null>();
  const add = (word: string, code: string) =>
    codes.set(word, (codes.get(word) ?? code) === code ? code : null);
  for (const { code, name, plural, symbols } of UNITS) {
    for (const word of [name, plural]) if (!/\W/.test(word)) add(word.toLowerCase(), code);
    for (const symbol of symbols) {
      if (/^\p{L}{2,}$|^[gml]$/u.test(symbol) && !WORDS_OF_ENGLISH.has(symbol)) add(symbol, code);
    }
  }
  return new Map([...codes].flatMap(([word, code]) => (code === null ? [] : [[word, code]])));
})();

/** The unit that a word after a number names; null where it names none, or may name several. */
function unitOf(written: string): string | null {
  const british = written.replace(/(met|lit)er(s?)$/i, '$1re$2');
  return UNIT_WORDS.get(british) ?? UNIT_WORDS.get(british.toLowerCase()) ?? null;
}

/** A unit as a word: its plural, which most texts have after a number. */
const nameOf = (code: string) =>
  UNITS.find((unit) => unit.code === code)?.plural.toLowerCase() ?? code;

const isMoney = (key: string | undefined) => key !== undefined && /^\p{Sc}$/u.test(key);
const isDay = (key: string) => /^(?:[1-9]|[12]\d|3[01])$/.test(key);
const isYear = (key: string | undefined) => key !== undefined && /^(?:1\d|20)\d\d$/.test(key);
const two = (n: number | string) => String(n).padStart(2, '0');

/**
 * The words of a text with those joined that write one thing together, each in one form: '%' and 'per
 * cent', '$5m' and '$5 million', '400 km' and '400 kilometres', '2½' and '2 1/2', '5 May 2024' and
 * 'May 5, 2024'. Marks of reference, as in 'tons[12]' and 'tons¹²', are no words.
 */
export function joinWritings(text: string, all: readonly QuoteWord[]): QuoteWord[] {
  const words = all
    .filter((word) => !isReferenceMark(text, word))
    .map((word) => withoutMark(text, word));
  const joined: QuoteWord[] = [];
  for (let at = 0; at < words.length; ) {
    const found = readOne(text, words, at, joined);
    joined.push(found.word);
    at += found.length;
  }
  return joined;
}

type Read = { readonly word: QuoteWord; readonly length: number };

function readOne(
  text: string,
  words: readonly QuoteWord[],
  at: number,
  before: readonly QuoteWord[],
): Read {
  const word = words[at] as QuoteWord;
  const written = text.slice(word.start, word.end);
  const over = (length: number, key: string, more: Partial<QuoteWord> = {}): Read => {
    const last = words[at + length - 1] as QuoteWord;
    return { word: { ...word, ...more, key, end: last.end }, length };
  };
  const date = readDate(text, words, at);
  if (date) return over(date.length, date.key, { isNumber: true, isYear: true });
  const fraction = readFraction(text, words, at);
  if (fraction) return over(fraction.length, fraction.key, { isNumber: true });
  const previous = before.at(-1);
  if (!previous?.isNumber || previous.isYear) return { word, length: 1 };
  const gap = text.slice(previous.end, word.start);
  if (/[^\s\u00a0-]/.test(gap)) return { word, length: 1 };
  if (word.key === 'per' && words[at + 1]?.key === 'cent') return over(2, 'percent');
  const scale =
    SCALES.get(word.key) ?? (isMoney(before.at(-2)?.key) ? SCALES_OF_MONEY.get(word.key) : null);
  if (scale) return over(1, scale);
  const unit = unitOf(written);
  return unit ? over(1, nameOf(unit)) : { word, length: 1 };
}

type Joined = { readonly key: string; readonly length: number };

/** '5 May 2024', '5th of May', 'May 5, 2024', 'May 5'. */
function readDate(text: string, words: readonly QuoteWord[], at: number): Joined | null {
  const written = (n: number) => {
    const word = words[n];
    return word ? text.slice(word.start, word.end) : '';
  };
  const dayEnd = (n: number) => (/^(?:st|nd|rd|th)$/.test(words[n + 1]?.key ?? '') ? n + 2 : n + 1);
  const finish = (day: string, month: number, end: number): Joined => {
    const year = words[end]?.key;
    return isYear(year)
      ? { key: `date:${year}-${two(month)}-${two(day)}`, length: end + 1 - at }
      : { key: `date:${two(month)}-${two(day)}`, length: end - at };
  };
  const key = words[at]?.key ?? '';
  if (isDay(key)) {
    const after = dayEnd(at);
    const monthAt = words[after]?.key === 'of' ? after + 1 : after;
    const month = monthOf(written(monthAt));
    return month === null ? null : finish(key, month, monthAt + 1);
  }
  const month = monthOf(written(at));
  const day = words[at + 1]?.key ?? '';
  if (month === null || !isDay(day)) return null;
  return finish(day, month, dayEnd(at + 1));
}

/** '2½', '½', '1/2' and '2 1/2'. */
function readFraction(text: string, words: readonly QuoteWord[], at: number): Joined | null {
  const keyOf = (n: number) => words[n]?.key ?? '';
  const between = (n: number) => text.slice(words[n]?.end, words[n + 1]?.start);
  const plain = keyOf(at).normalize('NFKD').replace('⁄', '/');
  if (plain !== keyOf(at) && plain.includes('/')) {
    const [, whole = '', part = ''] = /^(\d*?)(\d\/\d)$/.exec(plain) ?? [];
    if (part) return { key: whole ? `${whole}+${part}` : part, length: 1 };
  }
  const isFraction = (n: number) =>
    /^\d{1,2}$/.test(keyOf(n)) && /^[/⁄]$/.test(between(n)) && /^\d{1,2}$/.test(keyOf(n + 1)) &&
    !/^[/⁄]/.test(text.slice(words[n + 1]?.end)); // biome-ignore format: one rule
  if (isFraction(at)) return { key: `${keyOf(at)}/${keyOf(at + 1)}`, length: 2 };
  if (/^\d+$/.test(keyOf(at)) && /^[ \u00a0]$/.test(between(at)) && isFraction(at + 1)) {
    return { key: `${keyOf(at)}+${keyOf(at + 1)}/${keyOf(at + 2)}`, length: 3 };
  }
  return null;
}

const MARKED_WORD = /^(\p{L}{4,})([⁰¹²³⁴-⁹]+)$/u;
const SUPERSCRIPT = /^[⁰¹²³⁴-⁹]+$/;

/** A number that leads to a note, and says nothing: 'tons[12]', 'tons.¹²', 'tons.12 The'. */
function isReferenceMark(text: string, { start, end }: QuoteWord): boolean {
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 9), start);
  if (SUPERSCRIPT.test(written)) return /[.,;:!?"'”’)⁰¹²³⁴-⁹]$/.test(before);
  if (!/^\d{1,3}$/.test(written)) return false;
  if (before.endsWith('[') && text[end] === ']') return /[^\s[]\[$/.test(before);
  const isAfterStop = /\p{L}{4}[.,;:!?]["'”’)]*$/u.test(before);
  return isAfterStop && /^(?:\s+\p{Lu}|\s*$)/u.test(text.slice(end, end + 4));
}

/** 'tons¹²' as 'tons'; 'metres²' stays what it is, an area. */
function withoutMark(text: string, word: QuoteWord): QuoteWord {
  const [, letters = '', mark = ''] = MARKED_WORD.exec(text.slice(word.start, word.end)) ?? [];
  const isArea = /^[²³]$/.test(mark) && unitOf(letters) !== null;
  return mark && !isArea ? { ...word, key: word.key.slice(0, -mark.length) } : word;
}

const SHORT_SCALES = [
  [/\bmillions?\b/gi, 'm'],
  [/\bbillions?\b/gi, 'bn'],
  [/\btrillions?\b/gi, 'tn'],
] as const;
const LONG_SCALES = [
  [/(?<=\p{Sc}\s?[\d.,]+\s?)m\b/gu, ' million'],
  [/(?<=\d\s?)(?:mn|mln)\b/g, ' million'],
  [/(?<=\d\s?)(?:bn|bln)\b/g, ' billion'],
  [/(?<=\d\s?)(?:tn|trn)\b/g, ' trillion'],
] as const;
const MONTH = `(?:${MONTHS.map((each) => each.replace(/^./, (letter) => letter.toUpperCase())).join('|')})`;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\b,?`, 'g');
const MONTH_FIRST = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b,?`, 'g');

/** The same quote as another house would write it, for a search: a few ways, none of them the quote's own. */
export function listOtherWritings(quote: string): string[] {
  const scales = (rules: readonly (readonly [RegExp, string])[]) => (text: string) =>
    rules.reduce((written, [from, to]) => written.replace(from, to), text);
  const ways: ((text: string) => string)[] = [
    scales(SHORT_SCALES),
    scales(LONG_SCALES),
    withUnits('symbol'),
    withUnits('name'),
    (text) =>
      text.replace(/(\d)[ \u00a0](\d)\/(\d)/g, toVulgar).replace(/\b(\d)\/(\d)\b/g, toVulgar),
    (text) => text.replace(/[¼-¾⅐-⅞]/g, (sign) => ` ${sign.normalize('NFKD').replace('⁄', '/')}`),
    (text) => text.replace(DAY_FIRST, '$2 $1'),
    (text) => text.replace(MONTH_FIRST, '$2 $1'),
  ];
  const written = new Set([quote]);
  for (const way of ways)
    for (const each of [...written]) if (written.size < 24) written.add(way(each));
  written.delete(quote);
  return [...written];
}

const VULGAR: ReadonlyMap<string, string> = new Map(
  [...'¼½¾⅐⅑⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'].map((sign) => [sign.normalize('NFKD').replace('⁄', '/'), sign]),
);

function toVulgar(whole: string, ...parts: string[]): string {
  const numbers = parts.filter((part) => /^\d$/.test(String(part)));
  const [numerator, denominator] = numbers.slice(-2);
  const sign = VULGAR.get(`${numerator}/${denominator}`);
  return sign ? `${numbers.length > 2 ? numbers[0] : ''}${sign}` : whole;
}

/** The words after numbers as symbols of their units, or as their names. */
const withUnits = (form: 'symbol' | 'name') => (text: string) =>
  text.replace(/(\d[\s\u00a0-]?)(\p{L}+)/gu, (whole, number: string, word: string) => {
    const code = unitOf(word);
    const unit = code === null ? undefined : UNITS.find((each) => each.code === code);
    const other = form === 'symbol' ? unit?.symbols[0] : unit?.plural;
    return other ? `${number}${form === 'name' ? ' ' : ''}${other}` : whole;
  });
