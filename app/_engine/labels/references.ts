import { isCountWord } from '../english/counts';
import { isFunctionWord } from '../english/grammar-words';
import { isLabelWord, TIME_LABELS } from '../english/label-words';
import { isPluralNoun } from '../english/nouns';
import { BEFORE_FIGURE } from '../english/qualifier-words';
import { isPast, THIRD_PERSON } from '../english/verbs';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';
import { readUnit } from '../units/read-unit';

/** How far a list of labels or of references is followed. In tokens. */
const REACH = 24;

const isGlued = (token: Token | undefined): boolean => token !== undefined && !token.spaced;

/**
 * Whether a number only points at something in a report or a study: '[35]', '(14–17)', 'Fig. 7',
 * 'Tables 2 and 3', 'Eq. (29)', 'phases 3, 5 and 7', '2006b', '0 = never'.
 *
 * @param hasUnit  whether a unit or currency stands beside it
 */
export function isReference(
  tokens: readonly Token[],
  number: ReadNumber,
  hasUnit: boolean,
): boolean {
  if (number.form !== 'digits' || number.scaled) return false;
  if (isTieBreak(tokens, number) || isLetteredSection(tokens, number)) return true;
  const isPanel = isLetterGlued(tokens, number.to);
  if (hasUnit && !isPanel) return false;
  return (
    isLettered(tokens, number) ||
    isIsotope(tokens, number) ||
    isInLabels(tokens, number) ||
    isInNames(tokens, number) ||
    (!hasUnit &&
      (isKey(tokens, number) ||
        isCitation(tokens, number) ||
        isBracketed(tokens, number) ||
        isIdentity(tokens, number)))
  );
}

/** '1A', '2006b': one letter and no more behind the digits. */
const isLetterGlued = (tokens: readonly Token[], at: number): boolean =>
  isGlued(tokens[at]) && /^[A-Za-z]$/.test(tokens[at]?.text ?? '');

/** 'Pagani et al., 2006b': a year with the letter of one of its papers. */
const isLettered = (tokens: readonly Token[], { from, to }: ReadNumber): boolean =>
  /^(?:1[89]|20)\d\d$/.test(tokens[from]?.text ?? '') &&
  isLetterGlued(tokens, to) &&
  /^[a-k]$/.test(tokens[to]?.text ?? '');

/** '14C dates', '13C/12C', '[11C]': an isotope, and no temperature. */
function isIsotope(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!/^1[1-4]$/.test(tokens[from]?.text ?? '') || tokens[to]?.text !== 'C') return false;
  const next = tokens[to + 1];
  if (!isGlued(tokens[to])) return false;
  return (
    (isGlued(next) && /^[/\]-]$/.test(next?.text ?? '')) ||
    (tokens[from - 1]?.text === '/' && isGlued(tokens[from])) ||
    /^(?:dat(?:e|es|ed|ing)|ages?|isotopes?|nmr|labell?ed)$/.test(next?.lower ?? '')
  );
}

const LINKS = /^(?:,|;|&|\/|\+|[-–—−‑]|and|or|to|through)$/;
const ENUMERATES = /^(?:,|;|&|and|or)$/;
/** Labels that are cut short, so that a point may follow, and that number lists in the singular too. */
const ABBREVIATED =
  /^(?:figs?|eqs?|refs?|nos?|secs?|sects?|vols?|pp?|arts?|paras?|chs?|cols?|tabs?|apps?)$/;
/** Labels that name a sort: 'type 1 patients' are no patient of number one. */
const OF_A_SORT =
  /^(?:types?|grades?|levels?|categor(?:y|ies)|tiers?|stages?|phases?|sections?|pages?|paragraphs?|numbers?|class(?:es)?|zones?|articles?|clauses?)$/;

/** The number after a label, or in a list after one: 'Fig. 7', 'Figures S1 and 2A', 'clinics 1, 2 and 4'. */
function isInLabels(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!/^\d{1,5}(?:\.\d{1,2})*$/.test(tokens[from]?.text ?? '')) return false;
  const next = tokens[to];
  const isCounting =
    next?.kind === 'word' &&
    next.spaced &&
    isPluralNoun(next.text) &&
    !THIRD_PERSON.has(next.lower);
  let isListed = false;
  let isDirect = true;
  // 'in those days to 259' links nothing to the label.
  let hasOther = false;
  for (let at = from - 1; at >= Math.max(0, from - REACH); at--) {
    const token = tokens[at];
    if (!token) return false;
    if (isLabel(tokens, at)) {
      const { lower, text } = token;
      if (isDirect && isCounting && lower === text && !OF_A_SORT.test(lower)) return false;
      if (!isDirect && (isCounting || !hasOther)) return false;
      if (TIME_LABELS.has(lower) && followsDeterminer(tokens, at)) return false;
      // 'two years and 95,800 more': what is counted is no label.
      if (tokens[at - 1]?.kind === 'number' || isCountWord(tokens[at - 1])) return false;
      return !isListed || /s$/.test(lower) || ABBREVIATED.test(lower);
    }
    const isPoint =
      token.text === '.' && !token.spaced && ABBREVIATED.test(tokens[at - 1]?.lower ?? '');
    if (isPoint || /^[()[\]]$/.test(token.text)) continue;
    if (ENUMERATES.test(token.lower)) isListed = true;
    if (token.kind === 'number' || LINKS.test(token.lower)) {
      isDirect = false;
      hasOther ||= token.kind === 'number';
      continue;
    }
    // The S of 'S1', the b of '1b', the c of '1b,c'.
    if (token.kind !== 'word' || token.text.length > 2) return false;
    const isPart = isGlued(tokens[at + 1]) || isGlued(token) || /^[A-Z]$/.test(token.text);
    if (!isPart) return false;
  }
  return false;
}

const isSmallNumber = (token: Token | undefined): boolean => /^\d{1,3}$/.test(token?.text ?? '');
const joinsList = (token: Token | undefined): boolean =>
  /^(?:,|and|or|&)$/.test(token?.lower ?? '');

/** 'schools 2, 5 and 8': two or more small numbers after a plural, with nothing after them that they count. */
function isInNames(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!isSmallNumber(tokens[from])) return false;
  let [first, last, count] = [from, to, 1];
  while (count < REACH && joinsList(tokens[first - 1])) {
    const at = tokens[first - 2]?.text === ',' ? first - 3 : first - 2;
    if (!isSmallNumber(tokens[at])) break;
    first = at;
    count++;
  }
  while (count < REACH && joinsList(tokens[last])) {
    const at = joinsList(tokens[last + 1]) ? last + 2 : last + 1;
    if (!isSmallNumber(tokens[at])) break;
    last = at + 1;
    count++;
  }
  const [noun, next] = [tokens[first - 1], tokens[last]];
  if (count < 2 || noun?.kind !== 'word' || !isPluralNoun(noun.text)) return false;
  if (isFunctionWord(noun.lower) || BEFORE_FIGURE.has(noun.lower)) return false;
  const isCounting = next?.kind === 'word' && (isPluralNoun(next.text) || !next.spaced);
  return !isCounting && readUnit(tokens, last) === null && next?.kind !== 'number';
}

function isLabel(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const isCut = ABBREVIATED.test(token.lower);
  if (token.lower.length <= 2) return isCut && tokens[at + 1]?.text === '.';
  return isCut || isLabelWord(token.lower);
}

/** 'last year 40 died', 'a week 12 of them', 'per month 5'. */
const followsDeterminer = (tokens: readonly Token[], at: number): boolean =>
  /^(?:a|an|the|this|that|last|next|per|every|each|past|previous|same|one|first|final|whole|all)$/.test(
    tokens[at - 1]?.lower ?? '',
  );

/** '(0 = never, 1 = once)': the key of a scale. */
const isKey = (tokens: readonly Token[], { from, to }: ReadNumber): boolean =>
  tokens[to]?.text === '=' &&
  /^(?:\(|\[|,|;|:|and|where)$/.test(tokens[from - 1]?.lower ?? '') &&
  /^\d{1,2}$/.test(tokens[from]?.text ?? '');

type Brackets = { readonly open: number; readonly close: number; readonly count: number };

/** The brackets around a list of whole numbers and of nothing else; null when there are none. */
function listInBrackets(
  tokens: readonly Token[],
  { from, to }: ReadNumber,
  open: string,
  close: string,
): Brackets | null {
  let [first, last, count] = [from - 1, to, 1];
  const isInside = (token: Token | undefined): boolean =>
    token !== undefined &&
    (token.kind === 'number'
      ? /^\d{1,4}$/.test(token.text)
      : LINKS.test(token.lower) && token.lower !== '+' && token.lower !== '/');
  if (!/^\d{1,4}$/.test(tokens[from]?.text ?? '')) return null;
  while (first > from - REACH && isInside(tokens[first])) {
    if (tokens[first]?.kind === 'number') count++;
    first--;
  }
  while (last < to + REACH && isInside(tokens[last])) {
    if (tokens[last]?.kind === 'number') count++;
    last++;
  }
  return tokens[first]?.text === open && tokens[last]?.text === close
    ? { open: first, close: last, count }
    : null;
}

/** '[35]', '[3,5]', '[76–80]'; an editor's 'about [10] people' counts. */
function isCitation(tokens: readonly Token[], number: ReadNumber): boolean {
  const brackets = listInBrackets(tokens, number, '[', ']');
  if (!brackets) return false;
  const before = tokens[brackets.open - 1];
  const next = tokens[brackets.close + 1];
  const isEdited =
    before?.kind === 'word' &&
    (isFunctionWord(before.lower) || isPast(before.lower) || BEFORE_FIGURE.has(before.lower)) &&
    next?.kind === 'word' &&
    isPluralNoun(next.text);
  return !isEdited;
}

/** Those who may have their age in brackets after them. */
const PERSON =
  /(?:^|[^o])(?:man|woman|boy|girl|father|mother|son|daughter|brother|sister|wife|husband|driver|teacher|worker|officer|victim|suspect|student|pupil|nurse|farmer|player|singer|actor|actress|keeper|leader|minister|widow|widower|pensioner|teenager|child|baby|resident)$/;

/**
 * '(22)', '(14–17)', '(1)' with nothing in the brackets but whole numbers: a note of a study, an
 * equation, an item of a list. Not 'dogs (22) and cats (14)', nor ages: 'Smith (47)'.
 */
function isBracketed(tokens: readonly Token[], number: ReadNumber): boolean {
  const brackets = listInBrackets(tokens, number, '(', ')');
  if (!brackets) return false;
  const { open, count } = brackets;
  const before = tokens[open - 1];
  if (before === undefined || count > 1) return true;
  if (before.kind === 'number') return false;
  if (before.kind === 'mark') return before.text !== '"' && before.text !== '”';
  // 'f(3)', 'poly(3-hexyl)': what stands in brackets glued to a word is no figure.
  if (isGlued(tokens[open])) return true;
  const age = Number(tokens[number.from]?.text);
  if (/^\p{Lu}/u.test(before.text) && (open > 1 || !isPluralNoun(before.text)))
    return age < YOUNGEST_IN_BRACKETS;
  if (PERSON.test(before.lower)) return false;
  return !isPluralNoun(before.text);
}

/** Players have their number in brackets after them, and so do the goals of a match. */
const YOUNGEST_IN_BRACKETS = 16;

/** 'OMIM: 600123', 'PMID 1234567', 'ID: 40213': the number under which something is kept. */
function isIdentity(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!/^\d{4,}$/.test(tokens[from]?.text ?? '')) return false;
  const colon = /^[:#]$/.test(tokens[from - 1]?.text ?? '') ? from - 1 : from;
  const name = tokens[colon - 1];
  const next = tokens[to];
  if (next?.kind === 'word' && isPluralNoun(next.text)) return false;
  if (colon === from) return /^(?:PMID|OMIM|ISBN|ISSN|DOI|CAS|RRID|MIM)$/.test(name?.text ?? '');
  return /^[A-Z]{2,6}$|^[A-Za-z]{2,8}ID$/.test(name?.text ?? '') || isLabelWord(name?.lower ?? '');
}

/** The 5 of '7-6 (5)'. */
const isTieBreak = (tokens: readonly Token[], { from, to }: ReadNumber): boolean =>
  tokens[from - 1]?.text === '(' &&
  tokens[to]?.text === ')' &&
  /^[67]$/.test(tokens[from - 2]?.text ?? '') &&
  /^[-–‑]$/.test(tokens[from - 3]?.text ?? '') &&
  /^[67]$/.test(tokens[from - 4]?.text ?? '');

/** '401(k)', '501(c)(3)': a section of a law that gave a thing its name. */
const isLetteredSection = (tokens: readonly Token[], { from, to }: ReadNumber): boolean =>
  /^\d{3}$/.test(tokens[from]?.text ?? '') &&
  tokens[to]?.text === '(' &&
  isGlued(tokens[to]) &&
  isGlued(tokens[to + 1]) &&
  /^[a-z]$/.test(tokens[to + 1]?.text ?? '') &&
  tokens[to + 2]?.text === ')';
