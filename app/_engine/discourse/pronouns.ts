import { isFiniteVerb, isProperNoun, isRelative } from '../tags/tag';
import { plausible } from './candidates';
import { isEmpty, isSameThing } from './empty-it';
import { type Entity, type EntityMention, fits, type SubjectForm, subjectForm } from './entity';
import { readNaming } from './naming';
import { headNounOf, isOwner, type NounPhrase, type PronounPlace } from './noun-phrases';
import { bodyClassOf, GROUPS, isPersonNoun, isRegion, soundsLikePerson } from './nouns';
import type { SentenceState } from './sentence-state';
import { genitive } from './words';

/** In sentences. */
const PERSON_REACH = 3;
/** In tokens: how far a pronoun may stand after 'which' and its verb. */
const RELATIVE_REACH = 6;
const MOST_CANDIDATES = 4;

/** Reads what the pronouns of a sentence stand for. */
export class PronounReader {
  constructor(
    readonly state: SentenceState,
    /** The noun phrases of the sentence. */
    readonly phrases: readonly NounPhrase[],
    /** Where its subject begins, as a token. */
    readonly main: number,
  ) {}

  /** @param place  pronouns must come in the order of the text, each after the phrases before it */
  read(place: PronounPlace): void {
    const { tokens, tags } = this.state;
    const token = tokens[place.at];
    const [pronoun = '', verb = null] = token?.lower.split(/['’]/) ?? [];
    const form = token && subjectForm(pronoun);
    if (!token || !form || (pronoun === 'it' && isEmpty(tokens, tags, place.at))) return;
    const tail = verb === null ? '' : WITH_VERB.get(verb);
    const range = { from: place.at, to: place.at + 1 };
    if (place.at < this.main && this.#looksAhead(form)) return;
    const own = this.#subjectOfRelative(place);
    const choice =
      own && fits(form, own) ? { entity: own, candidates: [own] } : this.#choose(form, place);
    if (
      choice.entity &&
      tail !== undefined &&
      (isOwner(tags, place.at) || isSameThing(tokens, place.at + 1, choice.entity))
    ) {
      const { entity } = choice;
      if (form === 'he' || form === 'she') {
        entity.pronoun ??= form;
        entity.kind = 'person';
      } else if (!entity.isSure && entity.kind === 'person') entity.kind = 'thing';
      const isGenitive = isOwner(tags, place.at) || /^(?:his|hers|theirs)$/.test(pronoun);
      const words = isGenitive ? genitive(entity) : `${entity.words}${tail}`;
      this.state.refer(range, entity, words, [], true);
      this.state.mention(entity, range, place.role);
      if (place.role === 'subject') entity.calledBy = form;
      return;
    }
    if (place.role === 'subject' || isOwner(tags, place.at)) this.state.open.add(form);
    this.state.refer(range, null, null, choice.candidates, true);
  }

  /** 'Norpress, which sold its ships': what owns in a relative clause is its subject; null elsewhere. */
  #subjectOfRelative({ at }: PronounPlace): Entity | null {
    const { tokens, tags } = this.state;
    if (!isOwner(tags, at)) return null;
    let relative = at - 1;
    while (relative > at - RELATIVE_REACH && !isRelative(tags[relative])) {
      if (/^[,;:]$/.test(tokens[relative]?.text ?? '')) return null;
      relative--;
    }
    const isTheirs = /^(?:its|their)$/.test(tokens[at]?.lower ?? '');
    if (tokens[relative]?.lower !== 'which' && !(tokens[relative]?.lower === 'who' && isTheirs))
      return null;
    if (!isFiniteVerb(tags[relative + 1])) return null;
    const end = tokens[relative - 1]?.text === ',' ? relative - 1 : relative;
    return this.state.mentions.findLast(({ to }) => to === end)?.entity ?? null;
  }

  /** 'He had lost 40 clients, Novak said': the pronoun may be of a speaker who is named after it. */
  #speakerAfter(form: SubjectForm, { at }: PronounPlace): boolean {
    const { tokens, tags } = this.state;
    for (let verb = at + 2; verb < tokens.length; verb++) {
      if (!SAYING.test(tokens[verb]?.lower ?? '') || tokens[verb]?.lower === 'that') continue;
      let from = verb - 1;
      while (from > at && tokens[from]?.kind === 'word') from--;
      const name = tokens[verb - 1];
      const isAfter = /^[,”"]$/.test(tokens[from]?.text ?? '') && from < verb - 1;
      if (!isAfter || !name) continue;
      if (form === 'he' || form === 'she')
        return isProperNoun(tags[verb - 1]) || isPersonNoun(name.lower);
      return true;
    }
    return false;
  }

  /** 'wrote to Reed and Boyd on how they': two names joined in the same sentence may be meant. */
  #namesGroup({ at }: PronounPlace): boolean {
    const { tokens, tags } = this.state;
    for (let and = at - 2; and > 0; and--)
      if (
        tokens[and]?.lower === 'and' &&
        isProperNoun(tags[and - 1]) &&
        isProperNoun(tags[and + 1])
      )
        return !this.state.mentions.some(
          ({ entity, from }) => entity.isMany && from > and - 8 && from < and + 2,
        );
    return false;
  }

  /** 'In his first move, Arthur Lira called': the pronoun is the subject's that comes after it. */
  #looksAhead(form: SubjectForm): boolean {
    const main = this.phrases.find(({ from, role }) => from === this.main && role === 'subject');
    if (!main) return false;
    if (form === 'they') return main.isMany;
    if (main.isMany) return false;
    if (form === 'it')
      return main.name === main.to || !readNaming(this.state.tokens, this.state.tags, main).isSure;
    return main.name < main.to || isPersonNoun(headNounOf(this.state.tokens, main));
  }

  #choose(form: SubjectForm, place: PronounPlace): { entity: Entity | null; candidates: Entity[] } {
    const isPerson = form === 'he' || form === 'she';
    const isQuoted = this.state.quoted[place.at] === true;
    const mayBe = ({ entity }: EntityMention) =>
      (fits(form, entity) || (form === 'they' && isBodyOfPeople(entity))) &&
      entity !== this.state.speaker;
    const own = this.state.mentions.filter(
      (one) => mayBe(one) && (!isQuoted || this.state.quoted[one.from] === true),
    );
    const scopes: (readonly EntityMention[])[] = [own];
    const back = isPerson ? PERSON_REACH : 1;
    for (
      let at = this.state.recent.length - 1;
      at >= Math.max(0, this.state.recent.length - back);
      at--
    )
      scopes.push((this.state.recent[at]?.mentions ?? []).filter(mayBe));
    const all = unique(scopes.flatMap((scope) => [...scope].reverse()));
    const candidates = plausible(form, all).slice(0, MOST_CANDIDATES);
    const nearest = scopes.find((scope) => scope.length > 0);
    const isHere = nearest === own;
    const age = nearest ? scopes.indexOf(nearest) : 0;
    const isOpen = !isHere && this.state.recent.slice(-age).some(({ open }) => open.has(form));
    const isApart = !isHere && (this.state.quoted[place.at] || this.#speakerAfter(form, place));
    const isGroup = form === 'they' && this.#namesGroup(place);
    if (!nearest || isOpen || isApart || isGroup) return { entity: null, candidates };
    const rivals = unique(nearest);
    const chosen = isPerson
      ? this.#person(rivals, nearest, isHere, form)
      : this.#thing(nearest, isHere, form, place);
    // 'Reed and his team said they': the team is among them.
    const mayBeGroup =
      form === 'they' &&
      rivals.some(
        (one) => isBodyOfPeople(one) && (one === chosen || !chosen?.words.includes(one.words)),
      );
    if (mayBeGroup) return { entity: null, candidates };
    const isBare = chosen !== null && (form === 'they' ? isBareThing(chosen) : isBareNoun(chosen));
    const entity =
      chosen && !isBare && !this.#hasRivalTopic(form, chosen, nearest, isHere) ? chosen : null;
    return { entity, candidates };
  }

  /**
   * Whether the text is about another that the pronoun fits as well: 'He left the party of Gerald Ford.
   * He won' is not about Ford.
   */
  #hasRivalTopic(
    form: SubjectForm,
    chosen: Entity,
    nearest: readonly EntityMention[],
    isHere: boolean,
  ): boolean {
    const isSubject = nearest.some(({ entity, role }) => entity === chosen && role === 'subject');
    const isPerson = form === 'he' || form === 'she';
    if (form === 'they' || (isPerson && isSubject)) return false;
    if (isPerson && !isHere && this.#isMaybeAnother(chosen)) return true;
    const others = unique(
      this.state.recent.flatMap(({ mentions }) => mentions).filter((one) => fits(form, one.entity)),
    ).filter((one) => one !== chosen && (!isPerson || one.kind === 'person'));
    if (!isPerson)
      return !isHere && others.some((one) => one.calledBy === form || one.count > chosen.count + 2);
    return others.some(
      (one) =>
        (one.role === 'subject' || one.count > chosen.count) &&
        (one.pronoun === form || chosen.pronoun !== form),
    );
  }

  /** 'Pate left. It is like Pate’s other deals. He': a bare surname that acted may be the one meant. */
  #isMaybeAnother(chosen: Entity): boolean {
    const own = this.state.mentions;
    const near = [...this.state.recent.flatMap(({ mentions }) => mentions), ...own];
    return near.some(
      (one) =>
        (one.role === 'subject' || chosen.name === null || own.includes(one)) &&
        one.entity !== chosen &&
        isMaybePerson(one.entity) &&
        !one.entity.isMany,
    );
  }

  #person(
    rivals: Entity[],
    mentions: readonly EntityMention[],
    isHere: boolean,
    form: string,
  ): Entity | null {
    if (rivals.length === 1) {
      const [only] = rivals;
      const others = isHere
        ? unique(
            (this.state.recent.at(-1)?.mentions ?? []).filter(
              ({ entity }) => fits(form as 'he', entity) && entity !== only,
            ),
          )
        : [];
      const isWeak =
        only &&
        !only.isSure &&
        only.pronoun === null &&
        mentions.every(({ role }) => role === 'other');
      return isWeak || (others.length > 0 && only?.pronoun === null && !only.isSure)
        ? null
        : (only ?? null);
    }
    const continued = rivals.filter(({ calledBy }) => calledBy === form);
    if (continued.length === 1 && !isHere) return continued[0] ?? null;
    const certain = rivals.filter(({ pronoun }) => pronoun === form);
    const [sure] = certain;
    const others = rivals.filter(
      (entity) =>
        entity !== sure &&
        (entity.name !== null ||
          entity.first >= this.state.sentence - 1 ||
          mentions.some((mention) => mention.entity === entity && mention.role === 'subject')),
    );
    const isSubject = mentions.some(({ entity, role }) => entity === sure && role === 'subject');
    return certain.length === 1 && others.length === 0 && isSubject && sure ? sure : null;
  }

  #thing(
    mentions: readonly EntityMention[],
    isHere: boolean,
    form: 'it' | 'they',
    place: PronounPlace,
  ): Entity | null {
    const subjects = unique(mentions.filter(({ role }) => role === 'subject'));
    const objects = unique(
      mentions.filter(({ role, entity }) => role === 'object' && !subjects.includes(entity)),
    );
    if (isHere) {
      const [last] = mentions.filter(({ role }) => role === 'subject').slice(-1);
      if (!last) return null;
      const between = objects.filter((entity) => rivals(form, entity));
      const speaks =
        SAYING.test(this.state.tokens[place.at - 1]?.lower ?? '') ||
        SAYING.test(this.state.tokens[place.at - 2]?.lower ?? '');
      // 'When a paper is lost, the office says it was': either may be meant.
      const isTorn =
        speaks &&
        form === 'it' &&
        subjects.some((one) => one !== last.entity && !one.isMany && one.kind === 'thing');
      return !isTorn && (between.length === 0 || speaks) ? last.entity : null;
    }
    if (subjects.length === 1) {
      const [subject] = subjects;
      const continued = subject?.calledBy === form;
      return subject && (continued || objects.every((entity) => !rivals(form, entity)))
        ? subject
        : null;
    }
    if (subjects.length > 1) return null;
    // 'needs resources. They are …': a bare noun is hardly what the text goes on with.
    const isThin = form === 'they' && objects[0]?.isInformative === false;
    return objects.length === 1 &&
      !isThin &&
      mentions.every(
        ({ entity, role }) =>
          role === 'object' ||
          !entity.isInformative ||
          entity.kind === 'place' ||
          entity === objects[0],
      )
      ? (objects[0] ?? null)
      : null;
  }
}

/** 'the Holm family', which 'they' may mean. */
const isBodyOfPeople = ({ isMany, nouns }: Entity): boolean =>
  !isMany && [...nouns].some((noun) => GROUPS.has(noun));

/** 'units', 'articles': a noun alone says no more than 'they', and seldom the same. */
const isBareThing = ({ words, name, nouns }: Entity): boolean =>
  words === 'others' ||
  (name === null &&
    !words.includes(' ') &&
    ![...nouns].some(
      (noun) =>
        isPersonNoun(noun) ||
        bodyClassOf(noun) ||
        soundsLikePerson(noun) ||
        /(?:er|or|police)$/.test(noun),
    ));

/** 'editor', 'phrase': one word without an article makes no subject. */
const isBareNoun = ({ words, name, isMany }: Entity): boolean =>
  name === null && !isMany && !words.includes(' ');

/** A name of one word that nothing has told the kind of. */
const isMaybePerson = ({ kind, isSure, name, words }: Entity): boolean =>
  kind === 'thing' &&
  !isSure &&
  name !== null &&
  /^\p{Lu}\p{Ll}+$/u.test(name) &&
  !isRegion(name) &&
  !words.startsWith('the ');

/** A verb that is one word with its pronoun, as it stands after a name; 'he’d' had or would, 'it’s' is or has. */
const WITH_VERB: ReadonlyMap<string, string> = new Map([
  ['re', ' are'],
  ['ll', ' will'],
  ['ve', ' have'],
]);

/** Another thing that a pronoun could stand for as well as for the subject. */
const rivals = (form: 'it' | 'they', entity: Entity): boolean =>
  form === 'they' ||
  entity.isInformative ||
  entity.name !== null ||
  entity.kind !== 'thing' ||
  !entity.isMany;
const SAYING =
  /^(?:said|says|say|that|announced|added|claimed|claims|reported|confirmed|expects?|expected|believes?|believed)$/;

const unique = (mentions: readonly EntityMention[]): Entity[] => [
  ...new Set(mentions.map(({ entity }) => entity)),
];
