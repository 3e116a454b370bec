import { HashedLists } from './hashed-lists';
import type { WordClassOf } from './tag-features';

/** What bench/train-tagger.ts writes: bytes in base64, whole numbers in groups of seven bits. */
export type TagModelFile = {
  readonly source: string;
  /** Of each class of words its only tag; -1 where its words have several. */
  readonly onlyTags: readonly number[];
  /** Of each class whether its words are verbs with a subject: 1 for most often, 2 for always. */
  readonly finite: readonly number[];
  /** Of each class which kinds of words it may be: a bit each. */
  readonly kinds: readonly number[];
  /** How many words and features there are. */
  readonly sizes: readonly number[];
  /** For each word: how far its hash is from the one before, and its class. */
  readonly words: string;
  /** For each feature: how far its hash is from the one before, how many tags it speaks for or
   *  against, and these with their weights. */
  readonly features: string;
};

export type TagModel = {
  readonly onlyTags: Int8Array;
  readonly finite: Uint8Array;
  readonly kinds: Uint8Array;
  readonly words: WordClassOf;
  /** For each feature its weights, each with its tag in the lowest six bits. */
  readonly features: HashedLists;
};

/** A weight, and the tag that it is for, in one number. */
const packed = (tag: number, weight: number): number => weight * 64 + tag;

/** @param file  as bench/train-tagger.ts wrote it; another text throws */
export function toTagModel({
  onlyTags,
  finite,
  kinds,
  sizes,
  words,
  features,
}: TagModelFile): TagModel {
  const [wordCount = 0, featureCount = 0] = sizes;
  return {
    onlyTags: Int8Array.from(onlyTags),
    finite: Uint8Array.from(finite),
    kinds: Uint8Array.from(kinds),
    words: toWords(words, wordCount),
    features: toFeatures(features, featureCount),
  };
}

function toWords(base64: string, size: number): WordClassOf {
  const bytes = new Bytes(base64);
  const lists = new HashedLists(size, size);
  let hash = 0;
  for (let i = 0; i < size; i++) {
    hash = (hash + bytes.next()) | 0;
    lists.begin(hash, 1);
    lists.push(bytes.byte());
  }
  lists.close();
  return {
    get(word) {
      const at = lists.find(word);
      return at < 0 ? -1 : (lists.numbers[at + 1] as number);
    },
  };
}

function toFeatures(base64: string, size: number): HashedLists {
  const bytes = new Bytes(base64);
  // Each feature is three bytes at least, and each weight two.
  const lists = new HashedLists(size, bytes.length >> 1);
  let hash = 0;
  for (let i = 0; i < size; i++) {
    hash = (hash + bytes.next()) | 0;
    const length = bytes.byte();
    lists.begin(hash, length);
    for (let n = 0; n < length; n++) {
      const tag = bytes.byte();
      lists.push(packed(tag, (bytes.byte() << 24) >> 24));
    }
  }
  lists.close();
  return lists;
}

class Bytes {
  readonly #binary: string;
  #at = 0;

  constructor(base64: string) {
    this.#binary = atob(base64);
  }

  get length(): number {
    return this.#binary.length;
  }

  byte(): number {
    return this.#binary.charCodeAt(this.#at++);
  }

  /** A whole number from 0 on: seven bits a byte, the lowest first, the eighth says that more follow. */
  next(): number {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (!(byte & 128)) return value;
      scale *= 128;
    }
  }
}
