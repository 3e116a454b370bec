import { toSingular } from '../english/nouns';
import { pronounOfName } from '../parties/given-names';
import {
  HONORIFICS,
  isOffice,
  NAMED_THINGS,
  OFFICES,
  ORGANIZATIONS,
  OUTLETS,
  PLACES,
} from '../parties/party-words';
import { isNoun, tagOf } from '../tags/tag';
import type { Token } from '../tokens/tokens';
import type { NounPhrase } from './noun-phrases';
import {
  type BodyClass,
  bodyClassOf,
  type EntityKind,
  isPersonNoun,
  isPlaceNoun,
  isRegion,
  pronounOfNoun,
  widerNouns,
} from './nouns';

/** What the words of a name show of its bearer. */
export type Naming = {
  /** The first token of the name itself, after titles. */
  readonly from: number;
  readonly kind: EntityKind;
  readonly isSure: boolean;
  readonly pronoun: 'he' | 'she' | null;
  readonly bodyClass: BodyClass | null;
  /** Nouns beside the name and in it: 'judge', 'ferry', 'board'. */
  readonly nouns: readonly string[];
  /** Whether a title stands right before the name: 'Judge Simon Foyle'. */
  readonly isTitled: boolean;
};

/** Reads the name that ends a phrase. */
export function readNaming(
  tokens: readonly Token[],
  tags: Uint8Array,
  { from, to, name }: NounPhrase,
): Naming {
  let start = name;
  for (let at = name; at < to - 1; at++)
    if (isTitle(tokens[at]?.lower ?? '')) start = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  // 'Secretary of State Maria Alber': the office ends after 'State'.
  const isOfState = tokens[name - 1]?.lower === 'of' && OF_STATE.test(tokens[name]?.lower ?? '');
  const isOffice = isOfState && isTitle(tokens[name - 2]?.lower ?? '') && to - name > 1;
  if (start === name && isOffice) start++;
  // The full stop of 'Rep.' is no part of the name.
  while (start < to - 1 && tokens[start]?.kind === 'mark') start++;
  const isTitled = start > name;
  const before = isOffice ? tokens[name - 2] : tokens[start - 1];
  const isNounBefore =
    isNoun(tags[start - 1]) ||
    NAMED_THINGS.has(before?.lower ?? '') ||
    isTitle(before?.lower ?? '');
  // 'the Drug Enforcement Agency' is no drug.
  const isOfName =
    start > 1 && /^\p{Lu}/u.test(before?.text ?? '') && !isCalling(before?.lower ?? '');
  const noun =
    start > from && before?.kind === 'word' && isNounBefore && !isOfName
      ? toSingular(before.lower)
      : null;
  const own = tokens.slice(start, to).filter(({ kind }) => kind === 'word');
  const beside = noun ? [noun, ...widerNouns(noun)] : [];
  const base = { from: start, isTitled };
  if (noun && (isPersonNoun(noun) || isTitle(noun) || isOfficeOfPerson(noun)))
    return named(
      base,
      'person',
      true,
      beside,
      pronounOfNoun(noun) ?? pronounOfName(own[0]?.text ?? ''),
    );
  const bodyClass = classOf(own) ?? (noun ? bodyClassOf(noun) : null);
  if (PRISONS_AND_SHIPS.has(own[0]?.text ?? '') && own.length > 1)
    return named(base, 'thing', true, [
      ...beside,
      ...(PRISONS_AND_SHIPS.get(own[0]?.text ?? '') ?? []),
    ]);
  const inside = own
    .map(({ lower }) => toSingular(lower))
    .filter((word) => bodyClassOf(word) || isPlaceNoun(word));
  if (bodyClass && !(noun && NAMED_THINGS.has(noun)))
    return named(
      base,
      'body',
      true,
      // 'the state' is not the State Police.
      [...beside, ...inside.filter((word) => bodyClassOf(word) === bodyClass)],
      null,
      bodyClass,
    );
  if (noun && (NAMED_THINGS.has(noun) || widerNouns(noun).length > 0))
    return named(base, 'thing', true, beside);
  if (own.some(({ lower }) => ORGANIZATIONS.has(lower) || OUTLETS.has(lower)))
    return named(base, 'body', true, beside);
  // 'Southern California' is nobody's name.
  if (isRegion(own.at(-1)?.lower ?? '') && COMPASS.test(own[0]?.lower ?? ''))
    return named(base, 'place', true, beside);
  if (own.some(({ lower }) => PLACES.has(lower) || isPlaceNoun(lower)))
    return named(base, 'place', own.length === 1, [...beside, ...inside]);
  const given = own.length > 1 ? pronounOfName(own[0]?.text ?? '') : null;
  const isAged =
    tokens[to]?.text === ',' && /^[1-9]\d$/.test(tokens[to + 1]?.text ?? '') && own.length > 1;
  const isBare = start === from || tokens[from]?.lower !== 'the';
  const isNameLike =
    own.length >= 2 && own.length <= 4 && own.every(({ text }) => NAME_LIKE.test(text));
  const hasNumber = tokens.slice(start, to).some(({ kind }) => kind === 'number');
  if ((given || isAged) && isBare && !hasNumber) return named(base, 'person', true, beside, given);
  const link = tokens[from - 1]?.lower ?? '';
  // 'Holm Democrats' are many.
  const isMany = tags[to - 1] === NNPS;
  if (
    isNameLike &&
    isBare &&
    !isMany &&
    !hasNumber &&
    noun === null &&
    !/^(?:in|near|across)$/.test(link)
  )
    return named(base, 'person', false, []);
  const isPlace = /^(?:in|at|near|from|to|across|around)$/.test(link);
  return named(base, isPlace ? 'place' : 'thing', false, beside);
}

const NNPS = tagOf('NNPS');
const COMPASS =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|mid)$/;

const named = (
  { from, isTitled }: Pick<Naming, 'from' | 'isTitled'>,
  kind: EntityKind,
  isSure: boolean,
  nouns: readonly string[],
  pronoun: Naming['pronoun'] = null,
  bodyClass: BodyClass | null = null,
): Naming => ({ from, isTitled, bodyClass, pronoun, kind, isSure, nouns });

const NAME_LIKE = /^\p{Lu}\p{Ll}|^\p{Lu}$/u;

const PRISONS_AND_SHIPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HMP', ['prison', 'jail']],
  ['MV', ['ship', 'vessel']],
  ['HMS', ['ship', 'vessel', 'warship']],
  ['USS', ['ship', 'vessel', 'warship']],
]);

const isCalling = (lower: string): boolean =>
  isTitle(lower) || isPersonNoun(lower) || isOffice(lower) || NAMED_THINGS.has(lower);

const OF_STATE = /^(?:state|defen[cs]e|justice|labou?r|commerce|energy|education|health)$/;

/** 'State Senator' ends in its office, and 'State Police' has none. */
const isTitle = (lower: string): boolean =>
  lower !== 'state' && (HONORIFICS.has(lower) || OFFICES.has(lower));

const isOfficeOfPerson = (noun: string): boolean =>
  isOffice(noun) && !NAMED_THINGS.has(noun) && !bodyClassOf(noun);

/** The class of a body by the nouns in its name; before 'of' they count most. */
function classOf(own: readonly Token[]): BodyClass | null {
  for (const { lower } of own.toReversed()) {
    const found = bodyClassOf(toSingular(lower)) ?? bodyClassOf(lower);
    if (found) return found;
  }
  return null;
}
