import { MONTHS, WEEKDAYS } from '../english/date-words';
import { isOffice } from '../parties/party-words';
import { isProperNoun, tagOf } from '../tags/tag';
import { opensUpper } from '../tokens/characters';
import { OPEN_QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { meantBy } from './definite-nouns';
import type { Entity } from './entity';
import { type Naming, readNaming } from './naming';
import { findNounPhrases, headNounOf, type NounPhrase } from './noun-phrases';
import {
  bodyClassOf,
  GROUPS,
  isIdleNoun,
  isPersonNoun,
  isPlaceNoun,
  isRegion,
  pronounOfNoun,
  soundsLikePerson,
  widerNouns,
} from './nouns';
import type { SentenceState } from './sentence-state';
import { definite } from './words';

/** In tokens: longer phrases would make a claim hard to read. */
const LONGEST_WORDS = 10;

/** A phrase and what it names. */
export type Named = { readonly phrase: NounPhrase; readonly entity: Entity };

/** Reads what the nouns and names of a sentence stand for. */
export class PhraseReader {
  constructor(readonly state: SentenceState) {}

  /**
   * What a phrase names: remembered, and noted for the sentence; null where it names nothing.
   *
   * @param previous  the phrase before, which this one may describe
   */
  read(phrase: NounPhrase, previous: Named | null): Entity | null {
    this.#ownerOf(phrase);
    const joint = previous && this.#jointTo(previous.phrase, phrase);
    if (joint && previous) {
      this.#describe(previous.entity, phrase);
      return phrase.role === 'subject'
        ? this.state.mention(previous.entity, phrase, phrase.role)
        : previous.entity;
    }
    if (phrase.role === 'same' && phrase.name === phrase.to && !phrase.isMany) return null;
    if (this.state.tokens[phrase.from - 1]?.text === ')' && phrase.opening === 'bare') return null;
    if (isDate(this.state.tokens, phrase)) return null;
    // 'The President' with a capital is no name.
    const isOffice =
      phrase.opening === 'the' &&
      phrase.to - phrase.from === 2 &&
      isPersonNoun(headNounOf(this.state.tokens, phrase));
    if (phrase.name < phrase.to && !isOffice) return this.#named(phrase);
    // 'the name “Lund Press”': the words in quotation marks say which one is meant.
    if (phrase.opening === 'the' && OPEN_QUOTES.has(this.state.tokens[phrase.to]?.text ?? ''))
      return null;
    return this.#noun(phrase);
  }

  /** 'Kell' in "Kell's wife". */
  #ownerOf({ from, to, opening }: NounPhrase): void {
    if (opening !== 'genitive') return;
    let mark = from;
    while (mark < to && this.state.tags[mark] !== tagOf('POS')) mark++;
    const phrase = findNounPhrases(
      this.state.tokens.slice(0, mark),
      this.state.tags.slice(0, mark),
    ).find((one) => one.to === mark && one.from >= from);
    if (phrase) this.read({ ...phrase, role: 'other' }, null);
  }

  /** Whether a phrase tells what the one before it is: 'Lumo, a messaging app,', 'the captain, Lars Moen,', 'is a bank'. */
  #jointTo(before: NounPhrase, phrase: NounPhrase): boolean {
    const { tokens } = this.state;
    const gap = tokens.slice(before.to, phrase.from);
    const isNoun = phrase.name === phrase.to;
    const wasNoun = before.name === before.to;
    if (phrase.role === 'same')
      return (
        isNoun && before.role === 'subject' && /^(?:the|a)$/.test(phrase.opening) && gap.length <= 2
      );
    // 'The Hand of the North, a book,'
    const isInTitle =
      tokens[before.from - 1]?.lower === 'of' &&
      /^\p{Lu}/u.test(tokens[before.from - 2]?.text ?? '');
    // 'After the match, Karl Boyd'
    const isLeadIn = before.from === 1 && this.state.tags[0] === tagOf('IN');
    const isShort = gap.length === 1 && gap[0]?.text === ',' && !isInTitle && !isLeadIn;
    const after = tokens[phrase.to]?.text ?? '.';
    const isClosed =
      /^[,.;)]$/.test(after) ||
      !isNoun ||
      phrase.wholeTo > phrase.to ||
      this.state.tags[phrase.to] !== tagOf('CC');
    if (isShort && isClosed) {
      if (isNoun && !wasNoun)
        return /^(?:the|a|its|genitive)$/.test(phrase.opening) && this.#isOne(before, phrase);
      return (
        !isNoun &&
        wasNoun &&
        /^(?:the|its|genitive)$/.test(before.opening) &&
        /^[,.;]$/.test(after) &&
        phrase.name === phrase.from
      );
    }
    return (
      !isNoun &&
      phrase.name === phrase.from &&
      /^(?:called|named|dubbed|nicknamed)$/.test(tokens[phrase.from - 1]?.lower ?? '') &&
      gap.length <= 2
    );
  }

  /** A list, 'Lumo, a bank, and Norvik', has more than one. */
  #isOne(before: NounPhrase, phrase: NounPhrase): boolean {
    return !phrase.isMany && this.state.tokens[before.from - 1]?.text !== ',';
  }

  #describe(entity: Entity, phrase: NounPhrase): void {
    if (phrase.name < phrase.to && entity.name === null) {
      const naming = readNaming(this.state.tokens, this.state.tags, phrase);
      const name = this.state.written({ from: naming.from, to: phrase.to });
      entity.name = name;
      if (entity.kind === 'person') entity.pronoun ??= naming.pronoun;
      entity.words = entity.kind === 'person' || phrase.opening !== 'the' ? name : `the ${name}`;
      entity.isInformative = true;
      this.state.memory.name(entity, name);
      return;
    }
    const noun = headNounOf(this.state.tokens, phrase);
    // 'sent back to Cuba, a decision that': a deed is no name for a land, nor for a person.
    const isPlace = entity.kind === 'place' || (entity.name !== null && isRegion(entity.name));
    if (isPlace && !isPlaceNoun(noun) && bodyClassOf(noun) === null) return;
    if (entity.kind === 'person' && entity.isSure && GROUPS.has(noun)) return;
    for (const one of [noun, ...widerNouns(noun)]) this.state.memory.call(entity, one);
    const isPerson = isPersonNoun(noun) || (entity.kind === 'person' && soundsLikePerson(noun));
    if (!entity.isSure) {
      if (isPerson) entity.kind = 'person';
      else if (bodyClassOf(noun)) entity.kind = 'body';
      else if (isPlaceNoun(noun)) entity.kind = 'place';
      // 'Lund, whom he met, is a hothead': an unknown noun makes nobody a thing whom 'he' has stood for.
      else if (entity.kind === 'person' && entity.pronoun === null) entity.kind = 'thing';
      entity.isSure = entity.kind !== 'person' || isPerson;
    }
    if (isPerson) entity.pronoun ??= pronounOfNoun(noun);
    entity.bodyClass ??= bodyClassOf(noun);
  }

  #named(phrase: NounPhrase): Entity | null {
    const { tokens, tags } = this.state;
    const naming = readNaming(tokens, tags, phrase);
    if (isOfficeAlone(tokens, { from: naming.from, to: phrase.to })) return null;
    // 'Mr President'
    if (
      naming.isTitled &&
      phrase.to - naming.from === 1 &&
      isHighOffice(tokens[phrase.head]?.lower ?? '')
    )
      return null;
    const isCut =
      tokens[phrase.to]?.text === '.' &&
      /^(?:Corp|Inc|Ltd|Co|Jr|Sr)$/.test(tokens[phrase.head]?.text ?? '');
    const range = { from: naming.from, to: isCut ? phrase.to + 1 : phrase.to };
    const name = this.state.written(range);
    const known = this.#known(name, naming, phrase);
    if (known === 'unclear') {
      const bearers = this.state.memory.bearing(name);
      this.state.refer(range, null, null, bearers, false);
      return this.#new(phrase, naming, name);
    }
    if (!known) return this.#new(phrase, naming, name);
    this.#acronym(known, phrase);
    for (const noun of naming.nouns) this.state.memory.call(known, noun);
    const isShort =
      known.name !== null && known.name !== name && this.#isShortFor(name, known, phrase);
    if (isShort && known.name) {
      const titled = /^(?:mr|mrs|ms|miss)$/.test(tokens[naming.from - 1]?.lower ?? '')
        ? naming.from - 1
        : tokens[naming.from - 1]?.text === '.' &&
            /^(?:mr|mrs|ms)$/.test(tokens[naming.from - 2]?.lower ?? '')
          ? naming.from - 2
          : naming.from;
      this.state.refer({ from: titled, to: phrase.to }, known, known.name, [], false);
    }
    return this.state.mention(known, phrase, phrase.role);
  }

  /** A surname for a person, and 'the Titan' for the Titan 4. */
  #isShortFor(name: string, known: Entity, phrase: NounPhrase): boolean {
    if (known.kind === 'person') return known.name?.endsWith(` ${name}`) ?? false;
    return (
      phrase.opening === 'the' &&
      /^\S+ \d\S*$/.test(known.name ?? '') &&
      (known.name?.startsWith(`${name} `) ?? false)
    );
  }

  #known(name: string, naming: Naming, phrase: NounPhrase): Entity | 'unclear' | null {
    const whole = this.state.memory.named(name);
    if (name.includes(' ')) return whole ?? this.#sameWithMiddle(name);
    const own =
      pronounOfNoun(this.state.tokens[naming.from - 1]?.lower.replace('.', '') ?? '') ??
      naming.pronoun;
    const bearers = this.state.memory
      .bearing(name)
      .filter(({ pronoun }) => own === null || pronoun === null || pronoun === own);
    if (phrase.opening !== 'the' && bearers.length > 0)
      return bearers.length === 1
        ? (bearers[0] ?? null)
        : this.state.memory.bearing(name).length > 1 && bearers.length > 1
          ? 'unclear'
          : null;
    return whole;
  }

  /** 'Karl Milo Boyd' after 'Karl M. Boyd': one with the same first name and surname, and a middle name that may be his. */
  #sameWithMiddle(name: string): Entity | null {
    const words = name.split(' ');
    const found = this.state.memory.bearing(words.at(-1) ?? '').filter((one) => {
      const other = one.name?.split(' ') ?? [];
      if (words.length !== 3 || other.length !== 3 || other[0] !== words[0]) return false;
      const [mine = '', own = ''] = [words[1], other[1]];
      const isShort = /^\p{L}\.?$/u.test(mine) || /^\p{L}\.?$/u.test(own);
      return isShort && mine.charAt(0) === own.charAt(0);
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #new(phrase: NounPhrase, naming: Naming, name: string): Entity {
    const { tokens } = this.state;
    const start = tokens[phrase.from]?.lower === 'the' ? phrase.from : naming.from;
    const hasNoun = naming.kind === 'thing' && naming.from > phrase.from && naming.nouns.length > 0;
    const own =
      naming.kind === 'body' && phrase.opening !== 'the'
        ? name
        : this.state.plain({ from: hasNoun ? phrase.from : start, to: phrase.to });
    const entity: Entity = {
      kind: naming.kind,
      isSure: naming.isSure,
      isMany: naming.from === phrase.head && this.state.tags[phrase.head] === tagOf('NNPS'),
      pronoun: naming.pronoun,
      bodyClass: naming.bodyClass,
      name,
      words: naming.kind === 'person' ? name : definite(own),
      titled:
        naming.kind === 'person' &&
        naming.from > phrase.from &&
        tokens[phrase.from - 1]?.lower !== 'of' &&
        phrase.opening !== 'genitive' &&
        phrase.opening !== 'its'
          ? this.state.plain(phrase)
          : null,
      isInformative: true,
      nouns: new Set(naming.nouns),
      first: this.state.sentence,
      sentence: this.state.sentence,
      role: phrase.role,
      count: 0,
      calledBy: null,
    };
    if (!this.state.memory.isFull) {
      this.state.memory.add(entity);
      this.state.memory.name(entity, name);
      const first = name.split(' ')[0] ?? '';
      if (naming.kind !== 'person' && first !== name && !this.state.memory.named(first))
        this.state.memory.name(entity, first);
    }
    this.#acronym(entity, phrase);
    return this.state.mention(entity, phrase, phrase.role);
  }

  /** 'the Federal Emergency Management Agency (FEMA)'. */
  #acronym(entity: Entity, { to }: NounPhrase): void {
    const { tokens } = this.state;
    if (
      tokens[to]?.text === '(' &&
      /^\p{Lu}[\p{L}\p{Lu}]{1,7}$/u.test(tokens[to + 1]?.text ?? '') &&
      tokens[to + 2]?.text === ')' &&
      entity.kind !== 'person'
    )
      this.state.memory.name(entity, tokens[to + 1]?.text ?? '');
  }

  #noun(phrase: NounPhrase): Entity | null {
    const noun = headNounOf(this.state.tokens, phrase);
    if (isIdleNoun(noun) && phrase.opening !== 'this') return null;
    // 'some of this appeals to them': a verb that looks like a plural
    if (phrase.isMany && isThis(this.state.tokens[phrase.from]?.lower ?? '')) return null;
    // 'no lobbyists' are nobody
    if (this.state.tokens[phrase.from]?.lower === 'no') return null;
    const key = this.#namedNoun(phrase);
    const known = key === null ? null : this.state.memory.named(key);
    if (known) return this.state.mention(known, phrase, phrase.role);
    if (phrase.opening === 'the' || phrase.opening === 'this') {
      const found = meantBy(this.state, phrase, noun);
      if (found) return this.state.mention(found, phrase, phrase.role);
    }
    const isNamedAlready =
      phrase.role === 'subject' && phrase.chainTo - phrase.from <= LONGEST_WORDS;
    const rest = this.state.plain({
      from: phrase.from,
      to: isNamedAlready ? phrase.chainTo : phrase.wholeTo,
    });
    const isPerson = isPersonNoun(noun) && !phrase.isMany;
    const owner = ownerStart(this.state.tokens, phrase.from);
    const entity: Entity = {
      kind: isPerson
        ? 'person'
        : bodyClassOf(noun)
          ? 'body'
          : isPlaceNoun(noun)
            ? 'place'
            : 'thing',
      isSure: isPerson,
      isMany: phrase.isMany,
      pronoun: isPerson ? pronounOfNoun(noun) : null,
      bodyClass: bodyClassOf(noun),
      name: null,
      words:
        owner < phrase.from
          ? this.state.written({ from: owner, to: phrase.to })
          : phrase.opening === 'bare' && (key === null || phrase.isMany)
            ? rest
            : key === null
              ? definite(rest)
              : `the ${key}`,
      titled: null,
      isInformative:
        !/^(?:one|nearly|about|around|almost|some|over|only|just|many|most|several|few|other|any|no|each|every|all|both|more)\b/i.test(
          rest,
        ) &&
        (isNamedAlready ? phrase.chainTo : phrase.wholeTo) - phrase.from >
          (phrase.opening === 'bare' || phrase.opening === 'number' ? 1 : 2),
      nouns: new Set([noun, ...widerNouns(noun)]),
      first: this.state.sentence,
      sentence: this.state.sentence,
      role: phrase.role,
      count: 0,
      calledBy: null,
    };
    if (!this.state.memory.isFull) {
      this.state.memory.add(entity);
      if (key !== null) this.state.memory.name(entity, key);
    }
    return this.state.mention(entity, phrase, phrase.role);
  }

  /** 'Get Britain Building programme': a noun with a name before it is named itself. */
  #namedNoun({ from, to, head, opening }: NounPhrase): string | null {
    if (opening === 'a' || opening === 'number' || opening === 'this') return null;
    let first = head;
    while (
      first > from &&
      (isProperNoun(this.state.tags[first - 1]) ||
        opensUpper(this.state.tokens[first - 1]?.text ?? ''))
    )
      first--;
    while (
      first < head &&
      !isProperNoun(this.state.tags[first]) &&
      (first === 0 || !isProperNoun(this.state.tags[first + 1]))
    )
      first++;
    return first < head ? this.state.written({ from: first, to }) : null;
  }
}

const isHighOffice = (lower: string): boolean =>
  /^(?:president|speaker|secretary|chairman|minister|mayor|chancellor|ambassador|justice|judge|governor|senator)$/.test(
    lower,
  );

/** 'Sanders’ aides': where the name begins that owns what begins here. */
function ownerStart(tokens: readonly Token[], from: number): number {
  if (!/^['’]$/.test(tokens[from - 1]?.text ?? '')) return from;
  let start = from - 1;
  while (start > 0 && opensUpper(tokens[start - 1]?.text ?? '')) start--;
  return start < from - 1 ? start : from;
}

const isThis = (lower: string): boolean => lower === 'this' || lower === 'that';

/** 'Former Secretary', 'Vice President': an office is nobody's name. */
const isOfficeAlone = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from > 1 &&
  tokens
    .slice(from, to)
    .every(({ lower }) => isOffice(lower) || /^(?:former|acting|deputy|vice|interim)$/.test(lower));

/** 'May 19', 'October 2017', 'Friday': days and months are nobody. */
const isDate = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens
    .slice(from, to)
    .every(
      ({ kind, lower, text }) =>
        kind === 'number' ||
        text === '.' ||
        MONTHS.has(lower) ||
        WEEKDAYS.has(lower) ||
        isIdleNoun(lower),
    );
