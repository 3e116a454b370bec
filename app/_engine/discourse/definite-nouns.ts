import { isProperNoun, tagOf } from '../tags/tag';
import type { Entity } from './entity';
import type { NounPhrase } from './noun-phrases';
import { bodyClassOf, isNarrowBodyNoun, isPersonNoun, isWideBodyNoun } from './nouns';
import type { SentenceState } from './sentence-state';
import { definite } from './words';

/** In sentences: how far back 'the ships' and 'this programme' can look; a name is remembered for good. */
const REACH = 3;
const FAR = 12;

/**
 * What 'the ferry' or 'this programme' stands for. Words that lean on it are noted as a reference.
 *
 * @param noun  the singular of its head, in lower case
 * @returns null where nothing that was named is surely meant
 */
export function meantBy(state: SentenceState, phrase: NounPhrase, noun: string): Entity | null {
  const inner = state.tokens.slice(phrase.from + 1, phrase.head).map(({ lower }) => lower);
  if (isNamedHere(state, phrase) || inner.some((word) => OTHERS.has(word))) return null;
  const same = calledSo(state, phrase, noun, inner);
  const isBare = inner.length === 0;
  const mayBeBusiness =
    same.length === 0 && isBare && !phrase.isMany && bodyClassOf(noun) === 'business';
  // Another firm was named since: 'the firm' may be either.
  const rivals = bodyClassOf(noun) === 'business' ? namedSince(state, noun, same) : [];
  const found = mayBeBusiness ? businesses(state, noun) : [...new Set([...same, ...rivals])];
  const [only] = found;
  if (found.length === 1 && only && (same.length > 0 || only.isSure)) {
    const isBefore =
      only.name !== null || state.sentence > only.sentence || phrase.opening === 'this';
    if (only.isInformative && isBefore && saysMore(state, only, phrase))
      state.refer(phrase, only, only.titled ?? definite(only.words), [], false);
    return only;
  }
  const informative = found.filter(({ isInformative }) => isInformative);
  const isOfOne = isPersonNoun(noun) || (bodyClassOf(noun) !== null && !phrase.isMany);
  const isOwner = state.tags[phrase.to] === POS;
  const isTorn = isOwner && found.length > 1;
  const isAlone = found.length === 0 && state.tags[phrase.to] !== IN;
  const isOfEvent = isAlone && phrase.opening === 'the' && EVENTS.has(noun);
  if (
    isBare &&
    (!isOwner || isTorn) &&
    (isOfOne || isOfEvent || informative.length > 0 || phrase.opening === 'this')
  )
    state.refer(phrase, null, null, informative.toReversed(), false);
  return null;
}

const [POS, IN] = [tagOf('POS'), tagOf('IN')];

/** 'the residents of Lund', 'the man who fell', 'the captain, Lars Moen': what is meant stands beside it. */
function isNamedHere(
  { tokens, tags }: SentenceState,
  { to, wholeTo, opening }: NounPhrase,
): boolean {
  const after = tokens[to]?.lower ?? '';
  const isNamedAlready =
    opening === 'the' &&
    (/^(?:of|for|who|which|that|whose|where)$/.test(after) ||
      // 'the bombings at US embassies'
      (after === 'at' && isProperNoun(tags[to + 1])));
  return wholeTo > to || isNamedAlready || (after === ',' && isProperNoun(tags[to + 1]));
}

const calledSo = (
  { memory, sentence }: SentenceState,
  { isMany, opening }: NounPhrase,
  noun: string,
  inner: readonly string[],
): Entity[] =>
  memory.called(noun).filter((entity) => {
    const isNear = sentence - entity.sentence <= (opening === 'this' ? FAR : REACH);
    const words = entity.words.toLowerCase();
    return (
      entity.isMany === isMany &&
      (entity.name !== null || isNear) &&
      inner.every((word) => words.includes(word))
    );
  });

/** Whether the words of an entity tell more than these do. */
function saysMore(state: SentenceState, { words }: Entity, phrase: NounPhrase): boolean {
  const own = state.written(phrase).replace(/^\S+ /, '').toLowerCase();
  const full = words.toLowerCase().replace(/^the /, '');
  return !full.includes(own) || full.length > own.length;
}

/** The businesses of the last sentences, where those called so have not been told of for as long, or not since another acted. */
function namedSince(state: SentenceState, noun: string, same: readonly Entity[]): Entity[] {
  const isFar = same.every((one) => state.sentence - one.sentence > REACH);
  const isBefore = same.every((one) => state.sentence - one.sentence > 1);
  const last = state.recent.at(-1)?.mentions ?? [];
  return businesses(state, noun).filter(
    (one) =>
      !same.includes(one) &&
      (isFar ||
        (isBefore && last.some(({ entity, role }) => entity === one && role === 'subject'))),
  );
}

/** The businesses, and names that may be one, of the last sentences that 'the airline' can stand for. */
function businesses({ recent, mentions }: SentenceState, noun: string): Entity[] {
  const seen = new Set<Entity>();
  for (const { entity } of [...recent.flatMap((read) => read.mentions), ...mentions]) {
    const isUnknown = entity.kind === 'thing' && !entity.isSure;
    const isBusiness =
      entity.bodyClass === 'business' || (entity.kind === 'body' && entity.bodyClass === null);
    if (!entity.isMany && entity.name !== null && (isUnknown || isBusiness)) seen.add(entity);
  }
  return [...seen].filter(
    ({ nouns }) => isWideBodyNoun(noun) || ![...nouns].some(isNarrowBodyNoun),
  );
}

/** What a text calls an event or a paper by once it has told of it. */
const EVENTS = new Set(
  'deal merger takeover agreement incident attack crash blast explosion ruling verdict ban scheme proposal move project programme program announcement'.split(
    ' ',
  ),
);

const OTHERS = new Set(
  'same other latter former first second third last next final only whole entire new two three four five main most best largest biggest'.split(
    ' ',
  ),
);
