import type { Claimant } from '#domain/claims/reading';

const PERSON_PRONOUNS = new Set(['he', 'she', 'him', 'her', 'i']);
const MAX_REMEMBERED = 500;

/**
 * The people and bodies named so far in a text, so that 'Mr Mishustin' and 'he' can be resolved.
 */
export class Parties {
  readonly #byLastName = new Map<string, Claimant>();
  readonly #byRole = new Map<string, Claimant>();
  #lastPerson: Claimant | null = null;
  #lastSpeaker: Claimant | null = null;

  /** Whether anybody has been named as a person yet. */
  get hasPerson(): boolean {
    return this.#lastPerson !== null;
  }

  /** Notes a person who is named with a role, or who speaks. */
  remember(party: Claimant, isSpeaking: boolean): void {
    if (isSpeaking) this.#lastSpeaker = party;
    if (party.kind !== 'person') return;
    this.#lastPerson = party;
    const last = lastName(party.name);
    if (last && this.#byLastName.size < MAX_REMEMBERED) this.#byLastName.set(last, party);
    if (party.role && this.#byRole.size < MAX_REMEMBERED)
      this.#byRole.set(plainRole(party.role), party);
  }

  /** The person known by this last name, with the role the text gave. */
  named(name: string): Claimant | null {
    const known = this.#byLastName.get(lastName(name));
    return known ?? null;
  }

  holding(role: string): Claimant | null {
    return this.#byRole.get(plainRole(role)) ?? null;
  }

  /** The antecedent of 'he', 'she', 'they' or 'it'. */
  meantBy(pronoun: string): Claimant | null {
    if (PERSON_PRONOUNS.has(pronoun)) return this.#lastPerson ?? this.#lastSpeaker;
    return this.#lastSpeaker;
  }
}

const plainRole = (role: string): string => role.toLowerCase().replace(/^the /, '');

function lastName(name: string): string {
  const words = name.split(/\s+/);
  return words.at(-1)?.toLowerCase() ?? '';
}
