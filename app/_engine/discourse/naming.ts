import { toSingular } from '../english/nouns';
import { pronounOfName } from '../parties/given-names';
import { isOffice } from '../parties/introduced';
import {
  HONORIFICS,
  NAMED_THINGS,
  OFFICES,
  ORGANIZATIONS,
  OUTLETS,
  PLACES,
} from '../parties/party-words';
import { isNoun } from '../tags/tag';
import type { Token } from '../tokens/tokens';
import type { NounPhrase } from './noun-phrases';
import {
  type BodyClass,
  bodyClassOf,
  type EntityKind,
  isPersonNoun,
  isPlaceNoun,
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
  // The full stop of 'Rep.' is no part of the name.
  while (start < to - 1 && tokens[start]?.kind === 'mark') start++;
  const isTitled = start > name;
  const before = tokens[start - 1];
  const isNounBefore =
    isNoun(tags[start - 1]) ||
    NAMED_THINGS.has(before?.lower ?? '') ||
    isTitle(before?.lower ?? '');
  const noun =
    start > from && before?.kind === 'word' && isNounBefore ? toSingular(before.lower) : null;
  const own = tokens.slice(start, to).filter(({ kind }) => kind === 'word');
  const beside = noun ? [noun, ...widerNouns(noun)] : [];
  const base = { from: start, isTitled, bodyClass: null, pronoun: null };
  if (noun && (isPersonNoun(noun) || isTitle(noun) || isOfficeOfPerson(noun)))
    return {
      ...base,
      kind: 'person',
      isSure: true,
      pronoun: pronounOfNoun(noun) ?? pronounOfName(own[0]?.text ?? ''),
      nouns: beside,
    };
  const bodyClass = classOf(own) ?? (noun ? bodyClassOf(noun) : null);
  if (PRISONS_AND_SHIPS.has(own[0]?.text ?? '') && own.length > 1)
    return {
      ...base,
      kind: 'thing',
      isSure: true,
      nouns: [...beside, ...(PRISONS_AND_SHIPS.get(own[0]?.text ?? '') ?? [])],
    };
  const inside = own
    .map(({ lower }) => toSingular(lower))
    .filter((word) => bodyClassOf(word) || isPlaceNoun(word));
  if (bodyClass && !(noun && NAMED_THINGS.has(noun)))
    return { ...base, kind: 'body', isSure: true, bodyClass, nouns: [...beside, ...inside] };
  if (noun && (NAMED_THINGS.has(noun) || widerNouns(noun).length > 0))
    return { ...base, kind: 'thing', isSure: true, nouns: beside };
  if (own.some(({ lower }) => ORGANIZATIONS.has(lower) || OUTLETS.has(lower)))
    return { ...base, kind: 'body', isSure: true, nouns: beside };
  if (own.some(({ lower }) => PLACES.has(lower) || isPlaceNoun(lower)))
    return { ...base, kind: 'place', isSure: own.length === 1, nouns: [...beside, ...inside] };
  const given = own.length > 1 ? pronounOfName(own[0]?.text ?? '') : null;
  const isAged =
    tokens[to]?.text === ',' && /^[1-9]\d$/.test(tokens[to + 1]?.text ?? '') && own.length > 1;
  const isBare = start === from || tokens[from]?.lower !== 'the';
  const isNameLike =
    own.length >= 2 && own.length <= 4 && own.every(({ text }) => NAME_LIKE.test(text));
  const hasNumber = tokens.slice(start, to).some(({ kind }) => kind === 'number');
  if ((given || isAged) && isBare && !hasNumber)
    return { ...base, kind: 'person', isSure: true, pronoun: given, nouns: beside };
  if (isNameLike && isBare && !hasNumber && noun === null)
    return { ...base, kind: 'person', isSure: false, nouns: [] };
  const isPlace = /^(?:in|at|near|from|to|across|around)$/.test(tokens[from - 1]?.lower ?? '');
  return { ...base, kind: isPlace ? 'place' : 'thing', isSure: false, nouns: beside };
}

const NAME_LIKE = /^\p{Lu}\p{Ll}|^\p{Lu}$/u;

const PRISONS_AND_SHIPS: ReadonlyMap<string, readonly string[]> = new Map([
  ['HMP', ['prison', 'jail']],
  ['MV', ['ship', 'vessel']],
  ['HMS', ['ship', 'vessel', 'warship']],
  ['USS', ['ship', 'vessel', 'warship']],
]);

const isTitle = (lower: string): boolean => HONORIFICS.has(lower) || OFFICES.has(lower);

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
