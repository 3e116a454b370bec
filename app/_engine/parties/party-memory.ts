import type { Claimant } from '#domain/claims/reading';
import { pronounOfName } from './given-names';
import { HONORIFICS, PLACES } from './party-words';

const PERSON_PRONOUNS = new Set(['he', 'she', 'him', 'her']);
const MAX_REMEMBERED = 500;

/**
 * The people and bodies named so far in a text, so that 'Mr Mishustin' and 'he' can be resolved. Where
 * two bear one surname or hold one office, neither is meant for sure, and nobody is given: a wrong
 * first name is worse than none.
 */
export class Parties {
  /** null where several people bear the name. */
  readonly #byLastName = new Map<string, Claimant | null>();
  readonly #byRole = new Map<string, Claimant | null>();
  /** By last name the full name that was written somewhere, with a role or without; null for two. */
  readonly #fullNames = new Map<string, string | null>();
  /** By first word the full name; null for two. */
  readonly #firstNames = new Map<string, string | null>();
  /** Names that stood alone before any full name: 'Ford' is a firm before 'Henry Ford' is a person. */
  readonly #alone = new Set<string>();
  /** By last name the pronoun that a person was meant by. */
  readonly #pronouns = new Map<string, string>();
  /** The last people named, the latest at the end. */
  #recent: readonly Claimant[] = [];
  #lastPerson: Claimant | null = null;
  #lastSpeaker: Claimant | null = null;
  /** Who the sentence before was about: a person, or people without a name. */
  #subject: Claimant | null = null;
  #group: Claimant | null = null;
  #stranger = false;
  #sentence = 0;
  #spokeIn = -2;

  /** Whether anybody has been named as a person yet. */
  get hasPerson(): boolean {
    return this.#lastPerson !== null;
  }

  /** Notes a person who is named with a role, or who speaks. */
  remember(party: Claimant, isSpeaking: boolean): void {
    if (isSpeaking) {
      this.#lastSpeaker = party;
      this.#spokeIn = this.#sentence;
    }
    if (party.kind !== 'person') return;
    this.#lastPerson = party;
    if (party.name.includes(' ')) this.#noteFirst(party.name);
    this.#recent = [...this.#recent.filter(({ name }) => name !== party.name), party].slice(
      -RECENT,
    );
    this.#subject = null;
    const last = lastName(party.name);
    if (last && (this.#byLastName.size < MAX_REMEMBERED || this.#byLastName.has(last))) {
      const known = this.#byLastName.get(last);
      const isOther = known === null || (known && !isSameName(known.name, party.name));
      this.#byLastName.set(last, isOther ? null : longer(known, party));
    }
    if (!party.role) return;
    const role = plainRole(party.role);
    const named = this.#byRole.get(role);
    if (named === undefined && this.#byRole.size >= MAX_REMEMBERED) return;
    const isOther = named === null || (named && !isSameName(named.name, party.name));
    this.#byRole.set(role, isOther ? null : party);
  }

  /** Notes a name of two words or more, whoever bears it: 'Hanna Berg' makes 'Berg' the name of two. */
  note(name: string): void {
    const last = lastName(name);
    if (!name.includes(' ')) return;
    if (pronounOfName(name.split(' ')[0] ?? '') !== null) this.#noteFirst(name);
    const known = this.#fullNames.get(last);
    if (known === undefined && this.#fullNames.size >= MAX_REMEMBERED) return;
    const isOther = known === null || (known !== undefined && !isSameName(known, name));
    this.#fullNames.set(last, isOther ? null : (known ?? name));
    const person = this.#byLastName.get(last);
    if (person && !isSameName(person.name, name)) this.#byLastName.set(last, null);
    if (person === undefined && isOther) this.#byLastName.set(last, null);
  }

  /** 'Liu' of 'Liu Xiaming', 'Greta' of 'Greta Olm'. */
  #noteFirst(name: string): void {
    const first = name.toLowerCase().split(' ')[0] ?? '';
    const known = this.#firstNames.get(first);
    if (HONORIFICS.has(first) || (known === undefined && this.#firstNames.size >= MAX_REMEMBERED))
      return;
    const isOther = known === null || (known !== undefined && lastName(known) !== lastName(name));
    this.#firstNames.set(first, isOther ? null : (known ?? name));
  }

  /** Notes a name of one word, which may be that of a firm or a place. */
  noteAlone(name: string): void {
    const last = name.toLowerCase();
    if (
      !this.#fullNames.has(last) &&
      !this.#firstNames.has(last) &&
      !this.#byLastName.has(last) &&
      this.#alone.size < MAX_REMEMBERED
    )
      this.#alone.add(last);
  }

  /** The full name of the one person with this surname or first name; null where a firm may be meant as well. */
  fullName(surname: string): string | null {
    const last = surname.toLowerCase();
    return this.#alone.has(last) || this.isShared(surname)
      ? null
      : (this.#fullNames.get(last) ?? this.#firstNames.get(last) ?? null);
  }

  /**
   * Notes who a sentence was about, for 'he' in the next one.
   *
   * @param name  null for a sentence about anything but a person; a surname alone counts where the
   *   full name was written before; undefined for one about 'him' or 'her', who stays the same
   * @param group  people without a name whom it was about: 'doctors'
   */
  about(name: string | null | undefined, group: Claimant | null = null): void {
    this.#sentence++;
    this.#group = group;
    if (name === undefined) return;
    const known =
      name && (this.#fullNames.get(lastName(name)) ?? this.#firstNames.get(lastName(name)));
    const full = name?.includes(' ') ? name : known;
    this.#subject =
      (name ? this.named(full ?? name) : null) ??
      (full ? { name: full, kind: 'person', role: null } : null);
    // 'Tommy retired. He said': nobody else is meant, whoever Tommy is.
    const isName = name !== null && !PLACES.has(name.toLowerCase()) && /\p{Ll}/u.test(name);
    this.#stranger = this.#subject === null && isName;
  }

  /** Whether a surname is of several people. */
  isShared(name: string): boolean {
    const last = lastName(name);
    return this.#byLastName.get(last) === null || this.#fullNames.get(last) === null;
  }

  /**
   * The person known by this name, with the role the text gave: by the surname, where only one person
   * bears it, or by the name in full.
   */
  named(name: string): Claimant | null {
    const last = lastName(name);
    const known = this.#byLastName.get(last);
    if (!known) return null;
    if (!name.includes(' ')) return this.isShared(name) ? null : known;
    return isSameName(known.name, name) ? known : null;
  }

  /** Who has a role; 'the president' is the one whom the text calls 'US President'. */
  holding(role: string): Claimant | null {
    const own = plainRole(role);
    const known = this.#byRole.get(own);
    if (known !== undefined || !/^the \p{Ll}/iu.test(role)) return known ?? null;
    const bearers = new Map<string, Claimant | null>();
    for (const [whole, bearer] of this.#byRole)
      if (isSameOffice(whole, own)) bearers.set(bearer?.name ?? '', bearer);
    const [bearer] = bearers.values();
    return bearers.size === 1 ? (bearer ?? null) : null;
  }

  /** The antecedent of 'he', 'she', 'they' or 'it'; `near` is the one person named before in its sentence. */
  meantBy(pronoun: string, near: Claimant | null = null): Claimant | null {
    const speaker = this.#lastSpeaker;
    if (!PERSON_PRONOUNS.has(pronoun)) return this.#bodyMeant(pronoun);
    const own = pronoun === 'him' ? 'he' : pronoun === 'her' ? 'she' : pronoun;
    if (!near && this.#stranger) return null;
    const meant =
      near ?? this.#subject ?? this.#lastPerson ?? (speaker?.kind === 'unnamed' ? speaker : null);
    if (!meant || this.suits(own, meant)) {
      if (meant?.kind === 'person') this.#pronouns.set(lastName(meant.name), own);
      return meant;
    }
    return this.#recent.findLast((person) => this.#pronounOf(person) === own) ?? null;
  }

  /** The person with this name in full or this surname; null for other names, and where two bear it. */
  personCalled(name: string): Claimant | null {
    const known = this.named(name);
    if (known) return known;
    const isFull = name.includes(' ');
    const full = isFull ? name : this.fullName(name);
    const isPerson = full && (!isFull || pronounOfName(full.split(' ')[0] ?? '') !== null);
    return isPerson ? { name: full, kind: 'person', role: null } : null;
  }

  /** 'It' and 'they' are who spoke in this sentence or the one before, and 'they' the people whom that was about. */
  #bodyMeant(pronoun: string): Claimant | null {
    if (pronoun === 'they' && this.#group) return this.#group;
    const isNear = this.#sentence - this.#spokeIn <= 1;
    return isNear && this.#lastSpeaker?.kind !== 'person' ? this.#lastSpeaker : null;
  }

  /** Whether 'he' or 'she' can be this person, as far as the text tells. */
  suits(pronoun: string, meant: Claimant): boolean {
    const known = this.#pronounOf(meant);
    return known === null || known === pronoun;
  }

  /** 'he' or 'she', where the name, a title or an earlier pronoun tells which. */
  #pronounOf({ name, role }: Claimant): string | null {
    const words = `${role ?? ''} ${name}`;
    if (WOMEN.test(words)) return 'she';
    if (MEN.test(words)) return 'he';
    const [first = ''] = name.split(' ');
    return (
      (name.includes(' ') ? pronounOfName(first) : null) ??
      this.#pronouns.get(lastName(name)) ??
      null
    );
  }
}

/** How many people back a pronoun reaches. */
const RECENT = 6;

/** 'us president' and 'president of the board' are 'president'; 'vice president' and 'former president' are not. */
function isSameOffice(whole: string, office: string): boolean {
  const [head = ''] = whole.split(/ (?:of|for|at|in|to)\b|,/);
  if (head === office) return true;
  if (!head.endsWith(` ${office}`)) return false;
  const before =
    head
      .slice(0, -office.length - 1)
      .split(' ')
      .at(-1) ?? '';
  return !/^(?:vice|deputy|former|ex|prime|assistant|shadow|ex-|then|late|first|associate|co)$/.test(
    before,
  );
}

const WOMEN =
  /\b(?:wife|mother|daughter|sister|woman|girl|queen|princess|actress|mrs|ms|miss|lady|baroness|spokeswoman|chairwoman|congresswoman|councilwoman|businesswoman)\b/i;
const MEN =
  /\b(?:husband|father|son|brother|man|boy|king|prince|sir|mr|lord|spokesman|chairman|congressman|councilman|businessman)\b/i;

const plainRole = (role: string): string =>
  role
    .toLowerCase()
    .replace(/^the /, '')
    .replace(
      /\b(gov|sen|rep|gen|col|sgt|capt|lt|insp|prof|dr)\b\.?/,
      (short) => TITLES.get(short.replace('.', '')) ?? short,
    );

const TITLES: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['lt', 'lieutenant'],
  ['insp', 'inspector'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
]);

/** 'Ulf Berg' and 'Ulf B. Berg', 'Berg' and 'Ulf Berg': one person. 'Olof Berg' and 'Hanna Berg' are two. */
function isSameName(one: string, other: string): boolean {
  const [a, b] = [givenNames(one), givenNames(other)];
  return a.length === 0 || b.length === 0 || a[0] === b[0] || isInitial(a[0], b[0]);
}

const isInitial = (a = '', b = ''): boolean =>
  (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0);

const givenNames = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word && !HONORIFICS.has(word) && !/^(?:jr|sr|i{2,3}|iv)$/.test(word))
    .slice(0, -1);

/** The fuller of two names of one person, with what is known of the role. */
const longer = (known: Claimant | undefined, party: Claimant): Claimant =>
  known && known.name.length > party.name.length
    ? { ...known, role: party.role ?? known.role }
    : party;

/** 'Moe' of 'Jan Moe Jr.' and 'Jan Moe III'. */
function lastName(name: string): string {
  const words = name.toLowerCase().split(/\s+/);
  const isYounger = words.length > 2 && /^(?:jr|sr|i{2,3}|iv)\.?$/.test(words.at(-1) ?? '');
  return (isYounger ? words.at(-2) : words.at(-1)) ?? '';
}
