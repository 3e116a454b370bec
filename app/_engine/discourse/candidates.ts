import type { Entity, SubjectForm } from './entity';

/**
 * Whom or what a pronoun may stand for, of those that fit it by number: for 'he' and 'she' only people,
 * for 'it' no people. A candidate that is no fit is worse than none.
 *
 * @param found  the nearest first; the order stays
 */
export function plausible(form: SubjectForm, found: readonly Entity[]): readonly Entity[] {
  if (form === 'they') return found;
  const whole = found.filter(isWhole);
  if (form === 'it') {
    const things = whole.filter(({ kind, pronoun }) => kind !== 'person' && pronoun === null);
    // 'Blue Delta' may be a person by its form: offered only where nothing else is.
    return things.length > 0 ? things : whole.filter((one) => !isPersonForSure(one));
  }
  const people = whole.filter(({ kind, words }) => kind === 'person' && !GUARDS.test(words));
  const likely = people.filter((one) => isPersonForSure(one) || one.role !== 'other');
  if (likely.length > 0) return likely;
  // 'Rivera' may be anything: offered only where no person is.
  return people.length > 0 ? people : whole.filter(mayBePerson);
}

/** 'The coast guard' is a body, though a guard is a person. */
const GUARDS = /\b(?:coast|national|border) guard$/i;

const isPersonForSure = ({ kind, isSure, pronoun }: Entity): boolean =>
  kind === 'person' && (isSure || pronoun !== null);

/** "Lund's coast guard" is named after its owner, and is none. */
const mayBePerson = ({ name, kind, words }: Entity): boolean =>
  name !== null && kind === 'thing' && !/['’]s? /.test(words);

/** 'vice president of programs', 'cargo': a noun without an article is a title or a matter, and nobody meant. */
const isWhole = ({ name, words }: Entity): boolean =>
  name !== null || /^the /i.test(words) || /['’]s? /.test(words);
