import type { Token } from '../tokens/tokens';
import { among, TAGS, type Tag, tagOf } from './tag';
import { nextClause, TagFeatures, tagByKind } from './tag-features';
import { type TagModel, toTagModel } from './tag-model';
import file from './tagger.json' with { type: 'json' };

/** A word that may be the verb of a sentence, and by how much it was not chosen. */
type Verb = { readonly at: number; readonly tag: Tag; readonly gap: number };

/** A subject may end here. */
const endsSubject = among('NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'DT:PRON', 'NN:PRON', 'EX', 'RB');

const [VBD, VBZ, VBP] = [tagOf('VBD'), tagOf('VBZ'), tagOf('VBP')];
const [NNS, NNP] = [tagOf('NNS'), tagOf('NNP')];
const isPresent = among('VB', 'VBZ', 'VBP');
const isManyOrPronoun = among('NNS', 'NNPS', 'PRP');

/** What ends in a full stop and has three words has a verb with a subject. */
const isFullSentence = (tokens: readonly Token[]): boolean => {
  const last = tokens.findLast(({ text }) => !CLOSING.has(text));
  return last?.text === '.' && tokens.filter(({ kind }) => kind === 'word').length > 2;
};

/** Past forms that the words around them tell, and that are often tagged otherwise. */
function mendPasts(tokens: readonly Token[], tags: Uint8Array): void {
  // 'Heel apologised', 'Hopes rose': a name or a noun, since the verb follows it.
  if (isPresent(tags[0]) && (tags[1] === VBD || tags[1] === VBN)) {
    tags[0] = tags[0] === VBZ ? NNS : NNP;
    tags[1] = VBD;
  }
  let last = -1;
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at] as Tag;
    const isEd = (tag === JJ || tag === VBN) && tokens[at]?.lower.endsWith('ed');
    // 'hired 300 people and closed two plants': no adjective stands before a number or an article.
    if (isEd && last === VBD && tags[at - 1] === CC && opensObject(tags[at + 1])) tags[at] = VBD;
    if (isAnyVerb(tag)) last = tags[at] as Tag;
  }
}

const [JJ, VBN, CC] = [tagOf('JJ'), tagOf('VBN'), tagOf('CC')];
const opensObject = among('CD', 'DT', 'PRP$', 'PRP', 'NNP');
const isAnyVerb = among(
  'VBD',
  'VBZ',
  'VBP',
  'VB',
  'VBG',
  'VBN',
  'MD',
  'VBD:AUX',
  'VBZ:AUX',
  'VBP:AUX',
);

/** 'Call the office.', 'Ana, please see the list.', 'To err is human.': the plain verb comes first. */
const isOrder = (tokens: readonly Token[], tags: Uint8Array): boolean => {
  const plain = tags.findIndex(isPlain);
  return (
    (plain >= 0 && !tags.subarray(0, plain).some(isNounLike)) ||
    tokens.some(({ lower }) => ASKING.has(lower))
  );
};

const isNounLike = among('NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'DT:PRON', 'NN:PRON', 'EX');
const ASKING = new Set(['please', 'let', 'lets', 'thanks']);

const CLOSING = new Set(['"', '”', '’', "'", ')']);

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
    this.#features = new TagFeatures(model.words, model.finite, model.kinds);
  }

  /** @param tokens  a whole sentence; a part of one is tagged worse */
  tag(tokens: readonly Token[]): Uint8Array {
    const tags = new Uint8Array(tokens.length);
    this.#features.read(tokens);
    const verb = this.#tagFrom(tokens, tags, -1, 0);
    if (verb && isFullSentence(tokens)) this.#tagFrom(tokens, tags, verb.at, verb.tag);
    mendPasts(tokens, tags);
    return tags;
  }

  /**
   * @param given     a place that has its tag already; -1 for none
   * @returns the likeliest place of a verb with a subject, where none was found
   */
  #tagFrom(tokens: readonly Token[], tags: Uint8Array, given: number, givenTag: Tag): Verb | null {
    const features = this.#features;
    const { onlyTags } = this.#model;
    let [before, twoBefore, clause] = [0, 0, 0];
    let verb: Verb | null = null;
    for (let at = 0; at < tokens.length; at++) {
      let tag: Tag = at === given ? givenTag : tagByKind(tokens[at] as Token);
      if (tag < 0) tag = onlyTags[features.classes[at] as number] as number;
      if (tag < 0) {
        tag = this.#best(features.features(at, before, twoBefore, clause));
        if (clause === 0 && endsSubject(before) && features.mayBeFinite(at))
          verb = this.#likelier(verb, at, before, tag);
      }
      tags[at] = tag;
      if (isPlain(tag) && tokens[at - 1]?.lower === 'to') tags[at - 1] = TO;
      twoBefore = before;
      before = tag;
      clause = nextClause(clause, tag);
    }
    return clause === 0 && !isOrder(tokens, tags) ? verb : null;
  }

  /** The verb that is nearest to being chosen: the one before, or this word. Its scores are there. */
  #likelier(verb: Verb | null, at: number, before: Tag, chosen: Tag): Verb | null {
    const scores = this.#scores;
    // 'The rules bar', 'the report estimates': the verb agrees with the noun.
    const present = isManyOrPronoun(before) ? VBP : VBZ;
    const tag = (scores[present] as number) > (scores[VBD] as number) ? present : VBD;
    const gap = (scores[chosen] as number) - (scores[tag] as number);
    return verb && verb.gap <= gap ? verb : { at, tag, gap };
  }

  #best(count: number): Tag {
    const { features } = this.#model;
    const weights = features.numbers;
    const { out } = this.#features;
    const scores = this.#scores.fill(0);
    for (let i = 0; i < count; i++) {
      const from = features.find(out[i] as number);
      if (from < 0) continue;
      const end = from + ((weights[from] as number) >> 1);
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

const TO = tagOf('TO');
/** 'plans to cut': what stands before a plain verb is known only after it. */
const isPlain = among('VB', 'VB:AUX');

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
