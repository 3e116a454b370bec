import { isCapital } from '../parties/read-party';
import { isProperNoun } from '../tags/tag';
import type { Range, Token } from '../tokens/tokens';
import type { Entity, EntityMention } from './entity';
import type { EntityMemory } from './memory';
import type { SentenceRole } from './noun-phrases';

/** Words of a sentence that stand for something the text named before. */
export type Reference = Range & {
  readonly surface: string;
  /** What they stand for; null where that is not sure. */
  readonly entity: Entity | null;
  /** The words to put in their place; null to leave them as written. */
  readonly words: string | null;
  /** What they may stand for, the likeliest first, at most four; empty for words that need no filling. */
  readonly candidates: readonly string[];
  readonly entities: readonly Entity[];
  readonly isPronoun: boolean;
};

/** The references and the namings of one sentence, in the order of the text. */
export type Read = {
  readonly references: readonly Reference[];
  readonly mentions: readonly EntityMention[];
  /** The pronouns whose antecedent was not sure, as subjects: the same one in the next sentence is no surer. */
  readonly open: ReadonlySet<string>;
};

const MOST_CANDIDATES = 4;

/** What is known while a sentence is read: its words, what the text told before, and what was found so far. */
export class SentenceState {
  readonly mentions: EntityMention[] = [];
  readonly references: Reference[] = [];
  readonly open = new Set<string>();

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly tags: Uint8Array,
    readonly quoted: readonly boolean[],
    readonly memory: EntityMemory,
    /** The last sentences, the newest last. */
    readonly recent: readonly Read[],
    /** Counted from 1. */
    readonly sentence: number,
    /** Who says the sentence, and is not 'he' or 'they' in it. */
    readonly speaker: Entity | null = null,
  ) {}

  /** These tokens as written, on one line. */
  written({ from, to }: Range): string {
    return this.text.slice(this.tokens[from]?.start, this.tokens[to - 1]?.end).replace(/\s+/g, ' ');
  }

  /** As inside a sentence: 'Two ships' to 'two ships'. */
  plain(range: Range): string {
    const words = this.written(range);
    const first = this.tokens[range.from]?.text ?? '';
    const isInside = range.from > 0 && this.tokens[range.from - 1]?.kind === 'word';
    // 'BED experiences', 'in British elections': a capital that does not only open the sentence.
    const isName =
      isProperNoun(this.tags[range.from]) ||
      (isInside && isCapital(this.tokens[range.from])) ||
      /^\p{Lu}{2}/u.test(first) ||
      (isProperNoun(this.tags[range.from + 1]) &&
        range.to - range.from > 1 &&
        isCapital(this.tokens[range.from]));
    const isShouted = /^\p{Lu}{2}/u.test(words);
    return isName || isShouted ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  }

  /** Notes that an entity is named here. */
  mention(entity: Entity, { from, to }: Range, role: SentenceRole): Entity {
    this.mentions.push({ entity, from, to, role });
    entity.count++;
    if (entity.sentence !== this.sentence) {
      entity.sentence = this.sentence;
      entity.role = role;
      entity.calledBy = null;
    }
    return entity;
  }

  /** Notes that words stand for an entity, or may stand for one of several. */
  refer(
    range: Range,
    entity: Entity | null,
    words: string | null,
    candidates: readonly Entity[],
    isPronoun: boolean,
  ): void {
    const entities = [...new Set(candidates)].slice(0, MOST_CANDIDATES);
    this.references.push({
      from: range.from,
      to: range.to,
      surface: this.written(range),
      entity,
      words,
      // 'its bridge' leans on the text itself.
      candidates: withoutRepeats(entities.map((one) => one.words)).filter(
        (each) => !LEANING.test(each),
      ),
      entities,
      isPronoun,
    });
  }
}

/** 'The companies' repeats 'companies'. */
const withoutRepeats = (words: readonly string[]): string[] => {
  const plain = words.map((each) => each.toLowerCase().replace(/^the /, ''));
  return words.filter((_, at) => plain.indexOf(plain[at] ?? '') === at);
};

const LEANING = /\b(?:his|her|its|their|our|my|your|this|that|these|those)\b/i;
