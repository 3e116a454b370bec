import type { SentenceRole } from './noun-phrases';
import {
  type BodyClass,
  type EntityKind,
  isPersonNoun,
  isRegion,
  pronounOfNoun,
  soundsLikePerson,
} from './nouns';

/** Somebody or something that a text tells of. */
export type Entity = {
  kind: EntityKind;
  /** Whether a title, a noun or a first name told the kind; otherwise it was guessed by the form of the name. */
  isSure: boolean;
  isMany: boolean;
  /** Which pronoun a title, a first name or an earlier pronoun gives; null until one is known. */
  pronoun: 'he' | 'she' | null;
  bodyClass: BodyClass | null;
  /** The fullest name that the text has given. */
  name: string | null;
  /** Words that can stand in any sentence: 'Cheryl White', 'the two Navy ships'. */
  words: string;
  /** The same with the title that stood before the name: 'Judge Simon Foyle'. */
  titled: string | null;
  /** Whether these say more than a bare 'the ships'. */
  isInformative: boolean;
  /** Singular nouns that it has been called by. */
  readonly nouns: Set<string>;
  /** The sentence that named it first. */
  readonly first: number;
  /** The sentence that named it last, and as what. */
  sentence: number;
  role: SentenceRole;
  /** How often the text has named it. */
  count: number;
  /** The subject pronoun that stood for it in that sentence. */
  calledBy: string | null;
};

/** A place in a sentence where an entity is named. */
export type EntityMention = {
  readonly entity: Entity;
  readonly from: number;
  readonly to: number;
  readonly role: SentenceRole;
};

/** A pronoun as a subject. */
export type SubjectForm = 'he' | 'she' | 'it' | 'they';

const FITS: ReadonlyMap<string, SubjectForm> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['it', 'it'],
  ['its', 'it'],
  ['they', 'they'],
  ['them', 'they'],
  ['their', 'they'],
  ['theirs', 'they'],
]);

/** 'Sea Star', which a text has called a ship. */
const isCalledThing = ({ nouns }: Entity): boolean =>
  nouns.size > 0 &&
  ![...nouns].some(
    (noun) => isPersonNoun(noun) || soundsLikePerson(noun) || pronounOfNoun(noun) !== null,
  );

/** 'he' for 'his' and 'him'; null for no pronoun. */
export const subjectForm = (pronoun: string): SubjectForm | null => FITS.get(pronoun) ?? null;

/** Whether a pronoun, in its subject form, can stand for an entity. */
export function fits(form: SubjectForm, entity: Entity): boolean {
  if (form === 'they') return entity.isMany;
  if (form === 'it') return !entity.isMany && !(entity.kind === 'person' && entity.isSure);
  if (entity.isMany || (entity.pronoun !== null && entity.pronoun !== form)) return false;
  // 'told The Hill that', 'left Nevada': a person has no article, and is no place.
  const mayBePerson =
    entity.name !== null &&
    entity.role !== 'other' &&
    !/^\p{Lu}{2,}$/u.test(entity.name) &&
    !isCalledThing(entity) &&
    !isRegion(entity.name);
  return (
    entity.kind === 'person' || (!entity.isSure && mayBePerson && !entity.words.startsWith('the '))
  );
}
