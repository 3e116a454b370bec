import { among, tagOf } from '../tags/tag';
import type { Passage } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import { EntityMemory } from './memory';
import { findNounPhrases, findPronouns, type NounPhrase, type PronounPlace } from './noun-phrases';
import { type Named, PhraseReader } from './phrases';
import { PronounReader } from './pronouns';
import { type Read, SentenceState } from './sentence-state';

/** How many sentences a pronoun can look back. */
const REMEMBERED = 3;

/** Reads who and what a text tells of, sentence by sentence, and what its pronouns and bare nouns stand for. */
export class Discourse {
  readonly #memory = new EntityMemory();
  /** The last sentences, the newest last. */
  #recent: Read[] = [];
  #sentence = 0;

  /** The words for a name that the text gave: 'the Harbour Board' for 'Harbour Board'; null for an unknown name. */
  wordsOf(name: string): string | null {
    return this.#memory.named(name)?.words ?? null;
  }

  /** Another speaks from here: pronouns do not look back, names are remembered. */
  breakOff(): void {
    this.#recent = [];
  }

  /**
   * @param tags  of the tokens; a surname that is known gets the tag of a name in them
   * @param quoted  for each token whether it stands in a quotation
   * @param speaker  who says the sentence, where it goes on with a quotation: 'he' is another
   */
  read(
    { text, tokens }: Passage,
    tags: Uint8Array,
    quoted: readonly boolean[],
    speaker: string | null = null,
  ): Read {
    this.#sentence++;
    const state = new SentenceState(
      text,
      tokens,
      tags,
      quoted,
      this.#memory,
      this.#recent,
      this.#sentence,
      speaker === null ? null : this.#memory.named(speaker),
    );
    knowSurnames(state);
    readSentence(state);
    if (state.mentions.length > 0 || state.open.size > 0)
      this.#recent = [...this.#recent, state].slice(-REMEMBERED);
    return state;
  }
}

/** 'White pleaded guilty': a surname that is known is no adjective. */
function knowSurnames({ tokens, tags, memory }: SentenceState): void {
  for (let at = 0; at < tokens.length; at++) {
    const { text = '', lower = '' } = tokens[at] ?? {};
    if (text !== lower && tags[at] !== NNP && memory.bearing(text).length > 0) tags[at] = NNP;
  }
}

const NNP = tagOf('NNP');
/** 'Having said that he left, Boyd': what a participle opens is told of the subject after the comma. */
const opensWithIng = among('VBG', 'VBG:AUX');
const OPENS_CLAUSE: readonly number[] = [tagOf('IN:MARK'), tagOf('WRB')];

function readSentence(state: SentenceState): void {
  const phrases = findNounPhrases(state.tokens, state.tags);
  const pronouns = findPronouns(state.tokens, state.tags);
  // 'Since it was built, the dam has': the subject stands after the comma.
  const opens =
    OPENS_CLAUSE.includes(state.tags[0] ?? -1) ||
    opensWithIng(state.tags[0] ?? -1) ||
    (state.tags[0] === IN && opensWithIng(state.tags[1] ?? -1));
  const comma = opens ? state.tokens.findIndex(({ text }) => text === ',') : -1;
  const main = Math.min(
    phrases.find(({ role, from }) => role === 'subject' && from > comma)?.from ??
      state.tokens.length,
    pronouns.find(({ role, at }) => role === 'subject' && at > comma)?.at ?? state.tokens.length,
  );
  const nouns = new PhraseReader(state);
  const reader = new PronounReader(state, phrases, main);
  let next = 0;
  let previous: Named | null = null;
  for (const phrase of phrases) {
    while (next < pronouns.length && (pronouns[next]?.at ?? 0) <= phrase.from)
      reader.read(pronouns[next++] as PronounPlace);
    const entity = nouns.read(phrase, previous);
    previous = entity && { phrase, entity };
    groupEnding(state, phrases, phrase);
  }
  while (next < pronouns.length) reader.read(pronouns[next++] as PronounPlace);
}

/** Names 'Ron Artest, Ben Wallace and a fan' as one, where the list is the subject that ends here. */
function groupEnding(state: SentenceState, phrases: readonly NounPhrase[], last: NounPhrase): void {
  const range = listEnding(state, phrases, last);
  if (!range) return;
  state.mention(
    {
      kind: 'thing',
      isSure: true,
      isMany: true,
      pronoun: null,
      bodyClass: null,
      name: null,
      words: state.plain(range),
      titled: null,
      isInformative: true,
      nouns: new Set(),
      first: state.sentence,
      sentence: state.sentence,
      role: 'subject',
      count: 0,
      calledBy: null,
    },
    range,
    'subject',
  );
}

function listEnding(
  { tokens, tags }: SentenceState,
  phrases: readonly NounPhrase[],
  last: NounPhrase,
): Range | null {
  if (last.role !== 'subject' || tokens[last.from - 1]?.lower !== 'and') return null;
  let from = last.from;
  for (let at = phrases.indexOf(last) - 1; at >= 0; at--) {
    const phrase = phrases[at];
    const gap = phrase ? tokens.slice(phrase.to, from).map(({ lower }) => lower) : ['.'];
    const isPart = gap.length === 1 && gap[0] === 'of';
    if (!phrase || !(isPart || gap.every((word) => word === ',' || word === 'and'))) break;
    from = phrase.from;
  }
  return from < last.from && tags[from - 1] !== IN ? { from, to: last.to } : null;
}

const IN = tagOf('IN');
