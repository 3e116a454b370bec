import { divide, multiply, rational } from '#domain/numbers/decimal';
import { findUnit } from '#domain/units/unit';
import { isPluralNoun, toSingular } from '../english/nouns';
import { readCounted } from '../measures/counted-noun';
import { SCALES } from '../numbers/lexicon';
import type { Passage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { readPer, unitName } from '../units/read-unit';
import type { Draft } from './draft';

/**
 * Puts figures together that are told together: a value and its tolerance, the sides of a thing, a
 * list with one unit, a sum and its conversion before one rate, a part and the whole it is of.
 *
 * @returns the figures in the order of the text; a tolerance is no figure of its own
 */
export function joinFigures(passage: Passage, drafts: readonly Draft[]): Draft[] {
  const { tokens } = passage;
  if (drafts.length === 0) return [];
  const joined = withTolerances(tokens, drafts);
  countBehind(passage, joined);
  keepInside(tokens, joined);
  shareSides(tokens, joined);
  shareListed(tokens, joined);
  shareRate(tokens, joined);
  shareWhole(tokens, joined);
  return joined;
}

/** Where '±', '+/-' or 'plus or minus' before this token begins; -1 where none stands there. */
function plusMinusBefore(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text === '±') return at - 1;
  const three = tokens.slice(Math.max(0, at - 3), at).map(({ lower }) => lower);
  const isWritten = three.join(' ') === 'plus or minus' || /^\+ \/ [-−–]$/.test(three.join(' '));
  return isWritten ? at - 3 : -1;
}

/** '5.2 ± 0.3 kg': one figure, with how far it may be off; '±3 points' alone is a margin. */
function withTolerances(tokens: readonly Token[], drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const sign = plusMinusBefore(tokens, draft.number.from);
    const value = joined.at(-1);
    if (sign < 0) joined.push(draft);
    else if (value?.to !== sign || !isTolerance(value, draft))
      joined.push({ ...draft, from: Math.min(sign, draft.from), isNegative: false });
    else joined[joined.length - 1] = withTolerance(value, draft);
  }
  return joined;
}

const isTolerance = (value: Draft, { second, number }: Draft): boolean =>
  !value.second && !second && !value.tolerance && number.form !== 'order' && number.form !== 'fold';

function withTolerance(value: Draft, { number, unit, counted, to }: Draft): Draft {
  const isShare = unit?.code === '%' && value.unit !== null && value.unit.code !== '%';
  const tolerance = isShare
    ? divide(multiply(value.number.value, number.value), rational(100n))
    : number.value;
  return {
    ...value,
    tolerance,
    unit: value.unit ?? unit,
    counted: value.unit || unit ? null : (counted ?? value.counted),
    to,
  };
}

/** 'two million 330ml cans': the size of each stands between the number and what it counts. */
function countBehind({ text, tokens }: Passage, drafts: Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const size = drafts[at + 1];
    if (!size?.unit || !isBare(draft) || size.from !== draft.to) continue;
    if (draft.number.form === 'fraction' || size.unit.code === '%') continue;
    const counted = readCounted(text, tokens, size.to, false);
    const isMany = counted && isPluralNoun(counted.phrase.split(' ').at(-1) ?? '');
    if (isMany) drafts[at] = { ...draft, counted };
  }
}

/** '381 new 2, 3 and 4 bedroom homes': a number inside what another one counts tells of a part of it. */
function keepInside(tokens: readonly Token[], drafts: Draft[]): void {
  let whole: Draft['counted'] = null;
  for (const [at, draft] of drafts.entries()) {
    const { counted } = draft;
    const isInside = whole !== null && draft.from > whole.from && draft.to < whole.to;
    if (!isInside) whole = counted ?? whole;
    else if (counted && counted.to === whole?.to && counted.to - counted.from > 1) {
      const first = tokens[counted.from];
      const head = toSingular(first?.lower ?? '');
      drafts[at] = {
        ...draft,
        counted: { ...counted, head, name: head, phrase: first?.text ?? '', to: counted.from + 1 },
      };
    }
  }
}

const SIDES = new Set(['length', 'plane angle']);

/** '3 x 5 metres', '60 × 10 × 3 mm', '12 by 20 feet': each side has the unit of the last. */
function shareSides(tokens: readonly Token[], drafts: Draft[]): void {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const [draft, next] = [drafts[at], drafts[at + 1]];
    if (!draft || !next || draft.unit) continue;
    const link = tokens[draft.number.to];
    const isCross = /^[x×]$/i.test(link?.text ?? '');
    const isBy =
      link?.lower === 'by' || (link?.text === '-' && tokens[draft.number.to + 1]?.lower === 'by');
    const gap = next.from - draft.number.to;
    if (!(isCross && gap === 1) && !(isBy && gap <= 3)) continue;
    const isMeasured = next.unit !== null && SIDES.has(findUnit(next.unit.code)?.dimension ?? '');
    if (isMeasured) drafts[at] = sharing(draft, next);
    else if (isCross) drafts[at] = { ...draft, counted: null };
  }
}

/** The same figure in the unit of another one, which stands where that one has it. */
const sharing = (draft: Draft, { unit, counted }: Draft): Draft => ({
  ...draft,
  unit: unit && { ...unit, to: draft.to },
  counted: unit ? null : counted,
});

type Link = 'and' | 'comma' | 'both';

/** How a figure is joined to the next one in a list; null where other words stand between. */
function linkOf(tokens: readonly Token[], draft: Draft, next: Draft): Link | null {
  const words = tokens.slice(draft.to, next.from).map(({ lower }) => lower);
  if (words.length === 1)
    return words[0] === ',' ? 'comma' : /^(?:and|or|&)$/.test(words[0] ?? '') ? 'and' : null;
  return words.length === 2 && words[0] === ',' && /^(?:and|or)$/.test(words[1] ?? '')
    ? 'both'
    : null;
}

const isBare = ({ unit, counted, second, number, tolerance }: Draft): boolean =>
  !unit && !counted && !second && !tolerance && number.form !== 'order' && number.form !== 'fold';

/** 'five or six hours': the first has the unit of the second already. */
const hasUnitOf = ({ unit, to, number }: Draft, end: Draft | undefined): boolean =>
  unit !== null && unit.to === to && to === number.to && unit.code === end?.unit?.code;

/**
 * '12, 15 and 20 mm', '5 and 10 euros': the unit at the end is of each. Two with a comma alone, or a
 * comma and an "and", may be of two clauses: 'he scored 12, and 20 km on …'.
 */
function shareListed(tokens: readonly Token[], drafts: Draft[]): void {
  let last = drafts.length - 1;
  while (last > 0) {
    let first = last;
    let isSure = false;
    while (first > 0) {
      const [draft, next] = [drafts[first - 1], drafts[first]];
      const isMember = draft && (isBare(draft) || hasUnitOf(draft, drafts[last]));
      const link = isMember && next ? linkOf(tokens, draft, next) : null;
      if (!link || (first < last && link !== 'comma')) break;
      if (link === 'and') isSure = true;
      first--;
    }
    const end = drafts[last];
    if (end && (end.unit || end.counted) && (isSure || last - first >= 2))
      for (let at = first; at < last; at++) {
        const draft = drafts[at];
        if (draft) drafts[at] = sharing(draft, end);
      }
    last = first < last ? first : last - 1;
  }
}

/** '9 euros ($9.80) per night': the rate behind the brackets is of both sums. */
function shareRate(tokens: readonly Token[], drafts: Draft[]): void {
  for (let at = 1; at < drafts.length; at++) {
    const [sum, again] = [drafts[at - 1], drafts[at]];
    const thing = sum?.unit ?? sum?.counted;
    if (!sum || !thing || !again?.unit || tokens[again.to]?.text !== ')') continue;
    if (tokens[again.from - 1]?.text !== '(' || again.from - 1 !== thing.to) continue;
    if (sum.unit?.code.includes('/') || sum.counted?.per || again.unit.code.includes('/')) continue;
    const rate = readPer(tokens, { ...again.unit, to: again.to + 1 });
    if (rate.code === again.unit.code) continue;
    drafts[at] = { ...again, unit: { ...rate, to: again.to } };
    drafts[at - 1] = withRate(sum, rate.code.slice(again.unit.code.length + 1));
  }
}

function withRate(draft: Draft, code: string): Draft {
  const below = { code, name: unitName(code) };
  const { unit, counted } = draft;
  if (!unit) return { ...draft, counted: counted && { ...counted, per: below } };
  const name = `${unit.name} per ${below.name}`;
  return { ...draft, unit: { code: `${unit.code}/${code}`, name, to: draft.to } };
}

/** '60 million of the 2 billion kronor', 'half of the 1.3 billion users': a scale is no unit. */
function shareWhole(tokens: readonly Token[], drafts: Draft[]): void {
  for (let at = 1; at < drafts.length; at++) {
    const [part, whole] = [drafts[at - 1], drafts[at]];
    if (!part || !whole || part.unit || tokens[part.to]?.lower !== 'of') continue;
    if (whole.from - part.to > 3) continue;
    // 'five of the three-ton lorries' are lorries.
    if (tokens[whole.number.to]?.text === '-') continue;
    const isInWhole =
      part.counted !== null &&
      part.counted.to >= whole.to &&
      whole.unit !== null &&
      whole.number.scaled;
    const isScale = isInWhole || SCALES.has(part.counted?.head ?? '');
    if (part.counted && !isScale) continue;
    if (part.number.form === 'fraction') drafts[at - 1] = { ...part, counted: whole.counted };
    else if (isScale || whole.unit) drafts[at - 1] = sharing(part, whole);
  }
}

/** 'four-, five- and six-cylinder engines': the first two take the unit of the last. */
export function withSuspendedUnits(tokens: readonly Token[], drafts: Draft[]): Draft[] {
  for (let at = drafts.length - 2; at >= 0; at--) {
    const [draft, next] = [drafts[at], drafts[at + 1]];
    if (!draft || !next || draft.unit || draft.counted) continue;
    const hyphen = tokens[draft.number.to];
    const gap = next.from - draft.number.to;
    const isSuspended = hyphen?.text === '-' && !hyphen.spaced && gap <= 3;
    const isPair = hyphen?.lower === 'or' && gap === 1 && next.unit !== null;
    if (isSuspended || isPair)
      drafts[at] = { ...draft, unit: unitOf(draft, next), counted: next.counted };
  }
  return drafts;
}

const unitOf = (draft: Draft, next: Draft): Draft['unit'] =>
  next.unit && { ...next.unit, to: draft.number.to };
