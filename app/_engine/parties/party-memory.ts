import type { Claimant } from '#domain/claims/reading';
import { HONORIFICS } from './party-words';

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
  #lastPerson: Claimant | null = null;
  #lastSpeaker: Claimant | null = null;
  /** Who the sentence before was about. */
  #subject: Claimant | null = null;

  /** Whether anybody has been named as a person yet. */
  get hasPerson(): boolean {
    return this.#lastPerson !== null;
  }

  /** Notes a person who is named with a role, or who speaks. */
  remember(party: Claimant, isSpeaking: boolean): void {
    if (isSpeaking) this.#lastSpeaker = party;
    if (party.kind !== 'person') return;
    this.#lastPerson = party;
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
    const known = this.#fullNames.get(last);
    if (known === undefined && this.#fullNames.size >= MAX_REMEMBERED) return;
    const isOther = known === null || (known !== undefined && !isSameName(known, name));
    this.#fullNames.set(last, isOther ? null : (known ?? name));
    const person = this.#byLastName.get(last);
    if (person && !isSameName(person.name, name)) this.#byLastName.set(last, null);
    if (person === undefined && isOther) this.#byLastName.set(last, null);
  }

  /**
   * Notes who a sentence was about, for 'he' in the next one.
   *
   * @param name  null for a sentence about anything but a person; a surname alone counts where the
   *   full name was written before
   */
  about(name: string | null): void {
    const full = name?.includes(' ') ? name : name && this.#fullNames.get(lastName(name));
    this.#subject = full ? (this.named(full) ?? { name: full, kind: 'person', role: null }) : null;
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

  holding(role: string): Claimant | null {
    return this.#byRole.get(plainRole(role)) ?? null;
  }

  /** The antecedent of 'he', 'she', 'they' or 'it'. */
  meantBy(pronoun: string): Claimant | null {
    if (!PERSON_PRONOUNS.has(pronoun)) return this.#lastSpeaker;
    const meant = this.#subject ?? this.#lastPerson ?? this.#lastSpeaker;
    return meant && !agrees(pronoun, meant) ? null : meant;
  }
}

const WOMEN =
  /\b(?:wife|mother|daughter|sister|woman|girl|queen|princess|actress|mrs|ms|miss|lady|baroness|spokeswoman|chairwoman|congresswoman|councilwoman|businesswoman)\b/i;
const MEN =
  /\b(?:husband|father|son|brother|man|boy|king|prince|sir|mr|lord|spokesman|chairman|congressman|councilman|businessman)\b/i;

/** 'a spokeswoman' is no 'he'. */
const agrees = (pronoun: string, { name, role }: Claimant): boolean =>
  !(/^(?:he|him)$/.test(pronoun) ? WOMEN : MEN).test(`${role ?? ''} ${name}`);

const plainRole = (role: string): string => role.toLowerCase().replace(/^the /, '');

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
    .filter((word) => word && !HONORIFICS.has(word))
    .slice(0, -1);

/** The fuller of two names of one person, with what is known of the role. */
const longer = (known: Claimant | undefined, party: Claimant): Claimant =>
  known && known.name.length > party.name.length
    ? { ...known, role: party.role ?? known.role }
    : party;

function lastName(name: string): string {
  const words = name.split(/\s+/);
  return words.at(-1)?.toLowerCase() ?? '';
}
