import type { Claimant } from '#domain/claims/reading';
import type { Discourse } from '../discourse/discourse';
import type { Entity } from '../discourse/entity';
import type { Read, Reference } from '../discourse/sentence-state';
import { type Edit, withEdits } from '../tokens/edits';
import { type Passage, spanOf } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import { firstPersonEdits } from './first-person';

/** What the references in some words come to. */
export type Filled = {
  readonly edits: readonly Edit[];
  /** The references that stay as written though nothing beside them says what they stand for. */
  readonly open: readonly Reference[];
};

/** Puts names in the place of the words of a sentence that stand for something named before. */
export class Filling {
  readonly #read: Read;
  readonly #quoted: readonly boolean[];
  readonly #passage: Passage;
  readonly #discourse: Discourse;
  /** Words for pronouns that are known by who speaks, by their tokens. */
  readonly #selves = new Map<number, string>();

  /** @param read  the references of the sentence, as the discourse has read them */
  constructor(passage: Passage, quoted: readonly boolean[], read: Read, discourse: Discourse) {
    this.#passage = passage;
    this.#discourse = discourse;
    this.#quoted = quoted;
    this.#read = read;
  }

  /** 'He said he had left': whom the pronoun at a token stands for, where the sentences before leave it open. */
  meet(at: number, claimant: Claimant): void {
    const words = this.speaker(claimant)?.name ?? claimant.name;
    if (claimant.kind === 'person' && /^\p{Lu}/u.test(words)) this.#selves.set(at, words);
  }

  /** A speaker by the words that can stand for 'I' or 'we'. */
  speaker(claimant: Claimant | null): Claimant | null {
    return (
      claimant && { ...claimant, name: this.#discourse.wordsOf(claimant.name) ?? claimant.name }
    );
  }

  /** The words of a range with its references filled in, as they stand inside a sentence that somebody says. */
  words({ from, to }: Range, speaker: Claimant | null): string {
    if (to <= from) return '';
    const { edits } = this.within({ from, to }, new Set(), []);
    const own = firstPersonEdits(this.#passage, { from, to }, this.speaker(speaker), false);
    return withEdits(this.#passage.text, spanOf(this.#passage.tokens, { from, to }), [
      ...edits,
      ...own,
    ]);
  }

  /**
   * The edits that fill the references of a range, each entity once: what is named in the same claim
   * already keeps its pronoun.
   *
   * @param told  what the claim has named before the range; the entities of the range are added
   * @param own  edits that are made anyway: what they replace is left alone
   */
  within({ from, to }: Range, named: Set<Entity>, own: readonly Edit[]): Filled {
    const { tokens } = this.#passage;
    const edits: Edit[] = [];
    const open: Reference[] = [];
    const isWhole = this.#quoted[from] === true;
    for (const item of this.#inOrder(from, to)) {
      const start = tokens[item.from]?.start ?? 0;
      const end = tokens[item.to - 1]?.end ?? start;
      const isEdited = own.some((edit) => edit.start < end && start < edit.end);
      const staysQuoted = this.#quoted[item.from] === true && !isWhole;
      if (!('surface' in item)) named.add(item.entity);
      else if (item.entity && !this.#isOfSpeaker(item)) {
        const isNamedAlready = named.has(item.entity) || isEdited || staysQuoted;
        if (!isNamedAlready && item.words !== null) edits.push({ start, end, words: item.words });
        named.add(item.entity);
      } else if (this.#selves.has(item.from)) {
        const name = this.#selves.get(item.from) ?? '';
        if (!isEdited) edits.push({ start, end, words: name });
      } else if (!isEdited && this.#leavesOpen(item, { from, to }, named)) open.push(item);
    }
    return { edits, open };
  }

  /** 'Boyd said he did not know where the man was': the speaker is meant before somebody without a name. */
  #isOfSpeaker({ from, entity }: Reference): boolean {
    return this.#selves.has(from) && entity?.name === null;
  }

  /**
   * Whether a reader of the claim alone cannot know what is meant: none of those it may be is named in
   * the claim, or one of them stands only in the words before: 'Ann met Joan, who took her bag'.
   */
  #leavesOpen({ entities, surface, from: at }: Reference, { from }: Range, named: Set<Entity>) {
    if (!entities.some((one) => named.has(one))) return true;
    const isInFront = (one: Read['mentions'][number]) => one.from < Math.min(from, at);
    return (
      /^(?:he|she|him|her|his)$/i.test(surface) &&
      this.#read.mentions.some(
        (one) => isInFront(one) && entities.includes(one.entity) && !named.has(one.entity),
      )
    );
  }

  /** The references that begin with these words, for a subject that stands elsewhere. */
  openAt({ from, to }: Range): Reference[] {
    return this.#read.references.filter(
      (one) =>
        one.from >= from && one.to <= to && one.entity === null && !this.#selves.has(one.from),
    );
  }

  /** The entities named in a range. */
  entitiesIn({ from, to }: Range): Entity[] {
    return this.#read.mentions
      .filter((one) => one.from >= from && one.to <= to)
      .map(({ entity }) => entity);
  }

  /** The entities of the sentence whose names stand in these words. */
  namedIn(words: string): Entity[] {
    const lower = words.toLowerCase();
    return this.#read.mentions
      .map(({ entity }) => entity)
      .filter((one) => lower.includes((one.name ?? one.words).toLowerCase().replace(/^the /, '')));
  }

  #inOrder(from: number, to: number) {
    const { references, mentions } = this.#read;
    const items = [];
    for (const one of references) if (one.from >= from && one.to <= to) items.push(one);
    for (const one of mentions) if (one.from >= from && one.to <= to) items.push(one);
    return items.sort((a, b) => a.from - b.from || Number('role' in a) - Number('role' in b));
  }
}
