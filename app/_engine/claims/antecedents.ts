import type { Claimant } from '#domain/claims/reading';
import type { Frame } from '../clauses/subject-and-verb';
import { DETERMINERS, PRONOUNS } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { isIng } from '../english/verbs';
import { isOffice } from '../parties/introduced';
import { KnownNames } from '../parties/name-memory';
import type { Parties } from '../parties/party-memory';
import {
  HONORIFICS,
  NAMED_THINGS,
  ORGANIZATIONS,
  OUTLETS,
  PEOPLE,
  PLACES,
} from '../parties/party-words';
import { isCapital, nameEnd } from '../parties/read-party';
import type { Passage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';

/** What a statement is about, in words that can stand in another. */
export type Subject = {
  readonly words: string;
  readonly kind: 'person' | 'thing' | 'many';
};

/** After so many sentences about something else, a pronoun is left as it is. */
const LASTS = 1;
const LONGEST_SUBJECT = 8;

/**
 * The subjects named last, so that 'it', 'she' and 'the ferry' can be resolved. Unclear ones are
 * left.
 */
export class Antecedents {
  readonly names = new KnownNames();
  readonly #parties: Parties;
  /** The subject named last, for each kind; null if two could be meant. */
  readonly #last = new Map<Subject['kind'], string | null>();
  #age = 0;

  constructor(parties: Parties) {
    this.#parties = parties;
  }

  /**
   * Notes the sentence that ends.
   *
   * @param subjects  the possible antecedents of a pronoun in the next sentence: its subject and
   *   its speakers
   * @param isClear  false if the sentence has another subject: pronouns after it are then not
   *   resolved
   */
  close(subjects: readonly Subject[], isClear: boolean): void {
    const isOver = !isClear || ++this.#age > LASTS;
    if (subjects.length > 0 || isOver) this.#last.clear();
    if (subjects.length > 0) this.#age = 0;
    for (const { kind, words } of subjects) {
      const other = this.#last.get(kind);
      this.#last.set(
        kind,
        other === undefined || other?.toLowerCase() === words.toLowerCase() ? words : null,
      );
    }
  }

  /**
   * The words of a subject with what they leave to the context filled in.
   *
   * @param self   who reports the words, for 'said that it', and whether the verb is of one's own acts
   * @param around  the subject of the clause before in the same sentence, and whether somebody says this one
   * @returns the words as written where nothing is left open, or where it is not clear who is meant
   */
  filledIn(
    { text, tokens }: Passage,
    range: Range,
    self: Self | null,
    { earlier, isReported }: Around,
  ): string {
    const { from, to } = range;
    const written = to > from ? text.slice(tokens[from]?.start, tokens[to - 1]?.end) : '';
    const lower = tokens[from]?.lower ?? '';
    const whole = to - from === 1;
    const kind = whole ? PRONOUN_KINDS.get(lower) : POSSESSIVE_KINDS.get(lower);
    if (kind) {
      if (whole && isEmpty(tokens, from, lower)) return written;
      const own = self ? speakerFor(self.claimant, PERSONAL.get(lower) ?? lower) : null;
      const other = this.#meant(kind, earlier);
      const isBody = self !== null && self.claimant.kind !== 'person';
      if (isReported && !own && (kind === 'person' || isBody)) return written;
      const isUnclear =
        own !== null && whole && !self?.isOfOwnActs && kind === 'thing' && other !== null;
      if (isUnclear && other !== own) return written;
      const meant = own ?? other;
      if (meant && !agrees(lower, meant)) return written;
      if (!meant || (!own && whole && !isSameThing(tokens, to, meant))) return written;
      return whole ? meant : `${genitive(meant)}${written.slice(lower.length)}`;
    }
    if (to - from === 2 && /^(?:the|this|that)$/.test(lower))
      return this.names.called(tokens[from + 1]?.lower ?? '') ?? written;
    return this.#fullName(tokens, range) ?? written;
  }

  #meant(kind: Subject['kind'], earlier: Subject | null): string | null {
    if (earlier?.kind === kind) return earlier.words;
    return this.#last.get(kind) ?? null;
  }

  /** 'Kell' and 'Mr Kell', when the text has given the name in full. */
  #fullName(tokens: readonly Token[], { from, to }: Range): string | null {
    const at = HONORIFICS.has(tokens[from]?.lower ?? '') ? from + 1 : from;
    const last = tokens[at];
    if (to - at !== 1 || !last || !isCapital(last)) return null;
    const known = this.#parties.named(last.text);
    return known?.name.endsWith(` ${last.text}`) ? known.name : null;
  }
}

type Around = { readonly earlier: Subject | null; readonly isReported: boolean };

/**
 * The speaker of a report; a speaker 'confirms' or 'promises' own acts, as what 'it' did or will
 * do.
 */
export type Self = { readonly claimant: Claimant; readonly isOfOwnActs: boolean };

const WOMEN =
  /\b(?:wife|mother|daughter|sister|woman|girl|queen|princess|actress|mrs|ms|miss|spokeswoman|chairwoman)\b/i;
const MEN = /\b(?:husband|father|son|brother|man|boy|king|prince|sir|mr|spokesman|chairman)\b/i;

/** 'his wife' is no 'he'. */
const agrees = (pronoun: string, meant: string): boolean =>
  !(/^(?:he|his)$/.test(pronoun) && WOMEN.test(meant)) &&
  !(/^(?:she|her)$/.test(pronoun) && MEN.test(meant));

const PRONOUN_KINDS: ReadonlyMap<string, Subject['kind']> = new Map([
  ['it', 'thing'],
  ['he', 'person'],
  ['she', 'person'],
  ['they', 'many'],
]);

const POSSESSIVE_KINDS: ReadonlyMap<string, Subject['kind']> = new Map([
  ['its', 'thing'],
  ['his', 'person'],
  ['her', 'person'],
  ['their', 'many'],
]);

/** What the possessive is of. */
const PERSONAL: ReadonlyMap<string, string> = new Map([
  ['its', 'it'],
  ['their', 'they'],
]);

const genitive = (words: string): string =>
  isPluralNoun(words.split(' ').at(-1) ?? '') && /s$/.test(words) ? `${words}'` : `${words}'s`;

/** 'It is crucial that …', 'it emerged': an 'it' that stands for nothing before. */
function isEmpty(tokens: readonly Token[], at: number, lower: string): boolean {
  if (lower !== 'it') return false;
  const next = tokens[at + 1]?.lower ?? '';
  if (
    /^(?:seems|appears|appeared|took|takes|comes|came|emerged|follows|followed|happened|rained|snowed|means|meant|remains|depends)$/.test(
      next,
    )
  )
    return true;
  if (!/^(?:is|was|has|had|will|would|may|might|could)$/.test(next)) return false;
  return tokens
    .slice(at + 2, at + 8)
    .some(
      ({ lower: word, text }) =>
        /^(?:that|for|whether|who|when|how|why|not)$/.test(word) ||
        (word === 'to' && text === 'to'),
    );
}

/** 'It is the deadliest accident': the same as before only when it has a name, or the same noun. */
function isSameThing(tokens: readonly Token[], verb: number, meant: string): boolean {
  let at = verb;
  while (/^(?:will|has|have|had|would|be|been)$/.test(tokens[at]?.lower ?? '')) at++;
  const isNominal =
    /^(?:is|are|was|were|be|been)$/.test(tokens[Math.max(verb, at - 1)]?.lower ?? '') ||
    /^(?:is|are|was|were)$/.test(tokens[at]?.lower ?? '');
  const next = /^(?:is|are|was|were)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
  if (!isNominal || !/^(?:the|a|an|one)$/.test(tokens[next]?.lower ?? '')) return true;
  const head = meant.split(' ').at(-1) ?? '';
  if (/^\p{Lu}/u.test(head)) return true;
  return tokens.slice(next).some(({ lower }) => lower === head.toLowerCase());
}

/** In 'North Korea confirmed that it …' the pronoun is who speaks. */
function speakerFor({ name, kind }: Claimant, pronoun: string): string | null {
  if (kind === 'person') return pronoun === 'he' || pronoun === 'she' ? name : null;
  const isMany = isPluralNoun(name.split(' ').at(-1) ?? '');
  const full = /^\p{Lu}/u.test(name) || isMany || /^its? /i.test(name) ? name : `the ${name}`;
  const isOne = !isMany || /^\p{Lu}/u.test(name);
  if (kind === 'organization' && pronoun === 'it' && isOne) return full;
  return kind !== 'outlet' && pronoun === 'they' && isMany ? full : null;
}

/** A pronoun can refer to a speaker of the sentence before. */
export function toSpeaker({ name, kind }: Claimant): Subject[] {
  if (kind === 'person') return [{ words: name, kind: 'person' }];
  if (kind === 'outlet') return [];
  const isMany = isPluralNoun(name.split(' ').at(-1) ?? '');
  const isFull = /^\p{Lu}/u.test(name) || isMany;
  return [{ words: isFull ? name : `the ${name}`, kind: isMany ? 'many' : 'thing' }];
}

/** A subject that itself refers to another names nothing. */
const LEANING = new Set([...PRONOUNS, 'its', 'their', 'his', 'her', 'my', 'our', 'your']);

/**
 * What a pronoun in the next sentence could stand for.
 *
 * @param words  the subject as it stands alone
 * @returns null where something else in the sentence could be meant as well
 */
export function toSubject(
  { tokens }: Passage,
  { subject, aside, verb, lexical }: Frame,
  words: string,
  parties: Parties,
): Subject | null {
  const { from, to } = subject;
  const inside = tokens.slice(from, to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || inside.length > LONGEST_SUBJECT) return null;
  const isFilled =
    words !== '' &&
    LEANING.has(first.lower) &&
    !LEANING.has(words.split(/['\s]/)[0]?.toLowerCase() ?? '');
  if (LEANING.has(first.lower) && !isFilled) return null;
  const kind = kindOfSubject(inside, words, parties);
  if (!kind || isRivalled(tokens, verb, lexical, kind)) return null;
  const own = kind === 'person' && isCapital(last) ? parties.named(last.text) : null;
  const named = own?.name ?? (aside && kind === 'person' ? nameIn(tokens, aside, parties) : null);
  if (named) return { words: named, kind };
  const definite = words.replace(/^(?:a|an|this|that) /i, 'the ');
  return { words: definite, kind };
}

/** 'The captain, Lars Moen,': who it is stands in the aside. */
function nameIn(tokens: readonly Token[], { from, to }: Range, parties: Parties): string | null {
  const end = nameEnd(tokens, from, to);
  const last = tokens[end - 1];
  return end > from && last ? (parties.named(last.text)?.name ?? null) : null;
}

function kindOfSubject(
  own: readonly Token[],
  words: string,
  parties: Parties,
): Subject['kind'] | null {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || isIng(last.lower)) return null;
  if (own.some(({ kind, text }) => kind === 'mark' && !/^[-.'’&]$|^['’]s$/.test(text))) return null;
  const isFigure =
    first.kind === 'number' ||
    /^(?:some|many|most|several|few|no|all|more|at|about|around|nearly|both|two|three|four|five|six|seven|eight|nine|ten|another|each|every|one)$/.test(
      first.lower,
    );
  if (isFigure) return null;
  const head = headOf(own);
  if (!head) return null;
  if (own.some(({ lower }) => lower === 'and')) return null;
  if (isPluralNoun(head.text) && !isCapital(head)) return 'many';
  const isNamed = isCapital(last) && last === head;
  const name = isNamed ? parties.named(last.text) : null;
  if (name?.kind === 'person') return 'person';
  if (isOffice(head.lower) || PEOPLE.has(head.lower))
    return NAMED_THINGS.has(head.lower) ? 'thing' : 'person';
  const nouns = own.filter(({ kind }) => kind === 'word');
  if (!isNamed)
    return DETERMINERS.has(first.lower) ||
      hasAny(nouns, PLACES) ||
      hasAny(nouns, ORGANIZATIONS) ||
      /['’]s$/.test(words.split(' ')[0] ?? '')
      ? 'thing'
      : null;
  if (
    first.lower === 'the' ||
    hasAny(nouns, PLACES) ||
    hasAny(nouns, ORGANIZATIONS) ||
    hasAny(nouns, OUTLETS)
  )
    return 'thing';
  if (nouns.some(({ lower }) => isOffice(lower))) return 'person';
  const isFirstNamed = nouns.length > 1 && nouns.every(isCapital) && !parties.hasPerson;
  return isFirstNamed ? 'person' : null;
}

const hasAny = (tokens: readonly Token[], list: ReadonlySet<string>): boolean =>
  tokens.some(({ lower }) => list.has(lower));

/** The last word before the first preposition. */
function headOf(own: readonly Token[]): Token | null {
  const cut = own.findIndex(
    ({ lower }, at) =>
      at > 0 && /^(?:of|in|at|on|from|for|with|to|by|near|between|over|under)$/.test(lower),
  );
  return own[(cut < 0 ? own.length : cut) - 1] ?? null;
}

/** Whether the sentence names something else that the same pronoun could stand for. */
function isRivalled(
  tokens: readonly Token[],
  after: number,
  lexical: number,
  kind: Subject['kind'],
): boolean {
  const rest = tokens.slice(after);
  if (kind === 'person') return rest.some((token, at) => isOtherPerson(rest, token, at));
  if (kind === 'many')
    return rest.some(
      ({ kind: sort, text, lower }) => sort === 'word' && isPluralNoun(text) && !TIMES.test(lower),
    );
  const verb = tokens[lexical]?.lower ?? '';
  const object = tokens[lexical + 1]?.lower ?? '';
  if (
    /^(?:is|are|was|were|be|been|has|have|had|became|become|remains|remained|costs?|weighs?)$/.test(
      verb,
    )
  )
    return false;
  return (
    object === 'a' || object === 'an' || (isCapital(tokens[lexical + 1]) && !PLACES.has(object))
  );
}

const TIMES =
  /^(?:years|months|weeks|days|hours|minutes|seconds|miles|metres|meters|kilometres|kilometers|tonnes|tons|pounds|dollars|euros|percent|times|hectares|acres|points)$/;

const isPlace = (lower: string): boolean =>
  PLACES.has(lower) || ORGANIZATIONS.has(lower) || OUTLETS.has(lower);

const OTHER_PEOPLE = new Set(['him', 'who', 'man', 'woman', 'minister', 'president', 'judge']);

/** Another name of two words, 'Mr Kell', or a noun for a person. */
function isOtherPerson(rest: readonly Token[], token: Token, at: number): boolean {
  const next = rest[at + 1];
  if (PEOPLE.has(token.lower) || HONORIFICS.has(token.lower)) return true;
  if (OTHER_PEOPLE.has(token.lower)) return true;
  if (!isCapital(token)) return false;
  const before = rest[at - 1]?.lower ?? '';
  if (isCapital(rest[at - 1])) return false;
  if (/^(?:in|at|near|from|of|to)$/.test(before) || before === 'the') return false;
  return isCapital(next) && !isPlace(token.lower) && !isPlace(next?.lower ?? '');
}
