import { HashList } from './hash-list';
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
  readonly features: HashList;
  /** Where the weights of each feature begin, and those of the one before end. */
  readonly starts: Int32Array;
  /** Each weight, and its tag in the lowest six bits. */
  readonly weights: Int16Array;
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
    ...toFeatures(features, featureCount),
  };
}

function toWords(base64: string, size: number): WordClassOf {
  const bytes = new Bytes(base64);
  const hashes = new Int32Array(size);
  const classes = new Uint8Array(size);
  let hash = 0;
  for (let i = 0; i < size; i++) {
    hash = (hash + bytes.next()) | 0;
    hashes[i] = hash;
    classes[i] = bytes.byte();
  }
  const list = new HashList(hashes);
  return {
    get(word) {
      const at = list.indexOf(word);
      return at < 0 ? -1 : (classes[at] as number);
    },
  };
}

function toFeatures(
  base64: string,
  size: number,
): Pick<TagModel, 'features' | 'starts' | 'weights'> {
  const bytes = new Bytes(base64);
  const hashes = new Int32Array(size);
  const starts = new Int32Array(size + 1);
  const weights = new Int16Array(bytes.length);
  let [hash, end] = [0, 0];
  for (let i = 0; i < size; i++) {
    hash = (hash + bytes.next()) | 0;
    hashes[i] = hash;
    for (let count = bytes.byte(); count > 0; count--) {
      const tag = bytes.byte();
      weights[end++] = packed(tag, (bytes.byte() << 24) >> 24);
    }
    starts[i + 1] = end;
  }
  return { features: new HashList(hashes), starts, weights: weights.slice(0, end) };
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
