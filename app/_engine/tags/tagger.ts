import type { Token } from '../tokens/tokens';
import { TAGS, type Tag } from './tag';
import { nextClause, TagFeatures, tagByKind } from './tag-features';
import { type TagModel, toTagModel } from './tag-model';
import file from './tagger.json' with { type: 'json' };

/**
 * Tags words from left to right by an averaged perceptron, trained by bench/train-tagger.ts.
 *
 * @see Collins: Discriminative Training Methods for Hidden Markov Models (2002).
 */
export class Tagger {
  readonly #model: TagModel;
  readonly #features: TagFeatures;
  readonly #scores = new Int32Array(TAGS.length);

  constructor(model: TagModel) {
    this.#model = model;
    this.#features = new TagFeatures(model.words, model.finite);
  }

  /** @param tokens  a whole sentence; a part of one is tagged worse */
  tag(tokens: readonly Token[]): Uint8Array {
    const tags = new Uint8Array(tokens.length);
    const features = this.#features;
    const { onlyTags } = this.#model;
    features.read(tokens);
    let [before, twoBefore, clause] = [0, 0, 0];
    for (let at = 0; at < tokens.length; at++) {
      let tag: Tag = tagByKind(tokens[at] as Token);
      if (tag < 0) tag = onlyTags[features.classes[at] as number] as number;
      if (tag < 0) tag = this.#best(features.features(at, before, twoBefore, clause));
      tags[at] = tag;
      twoBefore = before;
      before = tag;
      clause = nextClause(clause, tag);
    }
    return tags;
  }

  #best(count: number): Tag {
    const { features, weights } = this.#model;
    const { out } = this.#features;
    const scores = this.#scores.fill(0);
    for (let i = 0; i < count; i++) {
      const from = features.get(out[i] as number);
      if (from < 0) continue;
      const end = from + (weights[from] as number);
      for (let k = from + 1; k <= end; k++) {
        const weight = weights[k] as number;
        (scores[weight & 63] as number) += weight >> 6;
      }
    }
    let best = 0;
    for (let tag = 1; tag < scores.length; tag++)
      if ((scores[tag] as number) > (scores[best] as number)) best = tag;
    return best;
  }
}

let tagger: Tagger | null = null;
const known = new WeakMap<readonly Token[], Uint8Array>();

/**
 * The tag of each token of a sentence, as a place in TAGS. They are found when first asked for, and
 * kept with the list of tokens: ask with the list of the whole sentence, not with a part of it.
 */
export function tagsOf(tokens: readonly Token[]): Uint8Array {
  const found = known.get(tokens);
  if (found) return found;
  // Decoded when first needed, since most of a megabyte should not slow down a start.
  tagger ??= new Tagger(toTagModel(file));
  const tags = tagger.tag(tokens);
  known.set(tokens, tags);
  return tags;
}
