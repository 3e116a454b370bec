import type { Clause } from './clauses';
import { AUXILIARIES, DETERMINERS, PRONOUNS } from './grammar-words';
import { isOffice } from './introduced';
import { isPluralNoun } from './nouns';
import { ORGANIZATIONS, PEOPLE, PLACES } from './party-words';
import type { ReadPassage } from './passage';
import type { Claimant, ReadClaim, ReadQuantity } from './reading';
import type { Token } from './tokens';
import { findFinite, isIng } from './verbs';

/** What went before a claim, to fill in what its own words leave out. */
export type Told = {
  /** What 'it' stands for. */
  readonly topic: string | null;
  /** The statement that a participle leans on. */
  readonly main: string;
  /** 'called', where a claim begins with 'calling' and has its claimant for a subject. */
  readonly act: string | null;
  /** Who reports the words: 'North Korea confirmed that it had sent soldiers'. */
  readonly self: Claimant | null;
};

/**
 * The words as a sentence of their own: the subject of a relative clause, what 'it' stands for,
 * what a participle leans on and who was injured are filled in.
 */
export function standAlone(
  passage: ReadPassage,
  clause: Clause,
  exact: string,
  quantities: readonly ReadQuantity[],
  told: Told,
): string {
  const words = filledIn(passage, clause, exact, quantities, told).replace(/\s+/g, ' ').trim();
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  return sentence.replace(/([.!?]["”’']?)\.$/, '$1');
}

/** 'It is crucial that …': an 'it' that stands for nothing before. */
const EMPTY_IT =
  /^it (?:is|was|has been|will be|would be|seems|appears|took|takes)(?: \w+){0,4} (?:that|to|for)\b/i;

function filledIn(
  { text, tokens }: ReadPassage,
  { link, subject }: Clause,
  exact: string,
  [figure]: readonly ReadQuantity[],
  { topic, main, act, self }: Told,
): string {
  if (act) return self ? `${self.name} ${act}${exact.replace(/^\S+/, '')}` : exact;
  if (subject) {
    const noun = text.slice(tokens[subject.from]?.start, tokens[subject.to - 1]?.end);
    return `${noun.replace(/^(?:a|an) /i, 'The ')} ${exact}`;
  }
  if (link === 'participle' && main) return `${main}, ${exact}`;
  if (figure?.measure && figure.unit?.startsWith('{')) {
    const isState = link === 'with' && !figure.measure.startsWith('people');
    if (isState && exact.length < figure.surface.length + 12)
      return `${figure.surface} ${figure.measure}`;
    const noun = bareNoun(figure, exact);
    if (noun) return `${figure.surface} ${noun}${exact.slice(figure.surface.length)}`;
  }
  const speaker = self && speakerFor(self, exact);
  if (speaker) return exact.replace(/^\S+/, speaker);
  if (topic && /^its\s/i.test(exact)) return exact.replace(/^its/i, `${topic}'s`);
  return topic && /^it\s/i.test(exact) && !EMPTY_IT.test(exact) && isSameThing(topic, exact)
    ? exact.replace(/^it/i, topic)
    : exact;
}

/** 'More than 4,000 have been injured': the noun that the count leaves out is in its measure. */
function bareNoun({ surface, measure }: ReadQuantity, exact: string): string | null {
  if (!measure || !exact.startsWith(surface)) return null;
  const next = exact.slice(surface.length).trimStart().split(/\s/, 1)[0] ?? '';
  const noun = measure.replace(/ \S+$/, '');
  const isBare = AUXILIARIES.has(next) || measure.endsWith(` ${next}`);
  return isBare && noun !== measure && !noun.endsWith(next) ? noun : null;
}

/** In 'North Korea confirmed that it …' the pronoun is who speaks. */
function speakerFor({ name, kind }: Claimant, exact: string): string | null {
  const pronoun = exact.split(/\s/, 1)[0]?.toLowerCase() ?? '';
  if (kind === 'person') return pronoun === 'he' || pronoun === 'she' ? name : null;
  const isMany = isPluralNoun(name.split(' ').at(-1) ?? '');
  const full = /^\p{Lu}/u.test(name) || isMany ? name : `the ${name}`;
  if (kind === 'organization' && pronoun === 'it' && !isMany) return full;
  return kind !== 'outlet' && pronoun === 'they' && isMany ? full : null;
}

/** 'It is the deadliest accident': the same thing as before only when it has the same name. */
function isSameThing(topic: string, exact: string): boolean {
  const head = topic.split(' ').at(-1)?.toLowerCase() ?? '';
  return !/^it (?:is|was|will be|has been) (?:the|a|an|one)\b/i.test(exact) || exact.includes(head);
}

/** A subject that leans on another itself names nothing. */
const LEANING = new Set([...PRONOUNS, 'its', 'their', 'his', 'her', 'my', 'our', 'your']);
const LONGEST_TOPIC = 6;

/** What a sentence is about: the words before its first verb, unless they are many or a pronoun. */
export function topicOf(
  { text, tokens }: ReadPassage,
  claims: readonly ReadClaim[],
): string | null {
  const start = claims[0]?.start ?? -1;
  const from = tokens.findIndex((token) => token.start === start);
  const reach = Math.min(tokens.length, from + LONGEST_TOPIC + 2);
  const verb = from < 0 ? -1 : findFinite(tokens, from, reach);
  const first = tokens[from];
  if (!first || verb <= from || verb > from + LONGEST_TOPIC || LEANING.has(first.lower))
    return null;
  if (isIng(tokens[verb - 1]?.lower ?? '')) return null;
  const words = tokens.slice(from, verb);
  if (words.some(({ kind, text: word }) => kind === 'mark' && word !== '-')) return null;
  const last = words.at(-1)?.text ?? '';
  const isMany = isPluralNoun(last) && !/^\p{Lu}/u.test(last);
  if (words.some(({ lower }) => isOffice(lower) || PEOPLE.has(lower)) || isPersonal(words))
    return null;
  const noun = text.slice(first.start, words.at(-1)?.end);
  if (isMany || words.some(({ lower }) => lower === 'and' || PRONOUNS.has(lower))) return null;
  return /^(?:this|that) /i.test(noun) && DETERMINERS.has(first.lower)
    ? noun.replace(/^\S+/, 'the')
    : noun;
}

/** A name without 'the' that is no known place or body may be a person's, whom no 'it' stands for. */
const isPersonal = (words: readonly Token[]): boolean =>
  words.every(({ text }) => /^[\p{Lu}-]/u.test(text)) &&
  words.length > 0 &&
  words[0]?.lower !== 'the' &&
  !words.some(({ lower }) => PLACES.has(lower) || ORGANIZATIONS.has(lower));
