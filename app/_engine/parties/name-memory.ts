import type { Token } from '../tokens/tokens';
import { isOffice } from './introduced';
import { NAMED_THINGS } from './party-words';
import { isCapital, nameEnd } from './read-party';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** What a thing may also be called, once it has been named: each noun with the wider ones. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map([
  ...words(
    'ferry tanker freighter trawler yacht liner submarine carrier tugboat lifeboat schooner barge',
  ).map((noun): [string, readonly string[]] => [noun, ['ship', 'vessel', 'boat']]),
  ...words('destroyer cruiser frigate corvette warship').map(
    (noun): [string, readonly string[]] => [noun, ['ship', 'vessel', 'warship']],
  ),
  ...words('plane airliner jet jetliner').map((noun): [string, readonly string[]] => [
    noun,
    ['plane', 'aircraft', 'jet'],
  ]),
  ...words('typhoon hurricane cyclone').map((noun): [string, readonly string[]] => [
    noun,
    ['storm'],
  ]),
  ...words(
    'chain airline chipmaker carmaker drugmaker steelmaker retailer supermarket manufacturer startup bank insurer developer broadcaster',
  ).map((noun): [string, readonly string[]] => [noun, ['company', 'firm']]),
  ...words('company firm').map((noun): [string, readonly string[]] => [noun, ['company', 'firm']]),
  ...words('corp inc ltd plc llc').map((noun): [string, readonly string[]] => [
    noun,
    ['company', 'firm'],
  ]),
]);

/** Nouns that refer back only for a while: another company may have come in between. */
const VAGUE = new Set(['company', 'firm']);
const VAGUE_LASTS = 3;
const MAX_REMEMBERED = 500;

type Named = { readonly words: string; at: number };

/** What has been named with its noun: 'the ferry Ulvdal', 'Lumo, a messaging app'. */
export class KnownNames {
  /** null if two things share a noun, so that 'the ferry' could be either. */
  readonly #byNoun = new Map<string, Named | null>();
  #sentence = 0;

  /** Notes the names of a sentence, and the nouns that more than one thing bears. */
  read(text: string, tokens: readonly Token[]): void {
    this.#sentence++;
    for (let at = 0; at < tokens.length; at++) {
      const lower = tokens[at]?.lower ?? '';
      const isApposed = tokens[at - 1]?.text === ',';
      if ((lower === 'a' || lower === 'an' || lower === 'another') && !isApposed)
        this.#another(tokens, at + 1);
      const opens = lower === 'the' || lower === 'a' || lower === 'an' || at === 0;
      if (opens) this.#named(text, tokens, at === 0 && !isArticle(lower) ? 0 : at + 1);
    }
  }

  /** The full words for 'the ferry', from the noun alone; null when that is not clear. */
  called(noun: string): string | null {
    const known = this.#byNoun.get(noun);
    if (!known) return null;
    return VAGUE.has(noun) && this.#sentence - known.at > VAGUE_LASTS ? null : known.words;
  }

  /**
   * 'the ferry Ulvdal', and the name at the start of a sentence: 'Judge Helen Aster', 'Danish
   * drugmaker Norvik'.
   */
  #named(text: string, tokens: readonly Token[], from: number): void {
    let at = from === 0 ? 1 : from;
    while (at < from + 4 && isLowerWord(tokens[at])) at++;
    const noun = tokens[at - 1]?.lower ?? '';
    const isThing = NAMED_THINGS.has(noun) || WIDER.has(noun);
    const isNoun = isThing || (from === 0 && at === 1 && isOffice(noun));
    const end = nameEnd(tokens, at, Math.min(tokens.length, at + 6));
    if (!isNoun || at === from || end <= at || !isCapital(tokens[at])) {
      if (from === 0) this.#apposed(text, tokens);
      return;
    }
    const isCut =
      tokens[end]?.text === '.' && /^(?:Corp|Inc|Ltd|Co)$/.test(tokens[end - 1]?.text ?? '');
    const first = tokens[from === 0 ? 0 : at - 1];
    const named = text.slice(first?.start, tokens[isCut ? end : end - 1]?.end);
    this.#note(noun, from === 0 ? named : `The ${named}`);
  }

  /** A sentence that begins 'Lumo, a messaging app used by 90 million people,' */
  #apposed(text: string, tokens: readonly Token[]): void {
    const end = nameEnd(tokens, 0, Math.min(tokens.length, 6));
    if (end === 0 || tokens[end]?.text !== ',' || !isArticle(tokens[end + 1]?.lower ?? '')) return;
    let head = end + 2;
    while (
      isLowerWord(tokens[head + 1]) &&
      head < end + 5 &&
      !/ed$/.test(tokens[head + 1]?.lower ?? '')
    )
      head++;
    const noun = tokens[head]?.lower ?? '';
    if (isLowerWord(tokens[head]) && !isOffice(noun))
      this.#note(noun, text.slice(tokens[0]?.start, tokens[end - 1]?.end));
  }

  #another(tokens: readonly Token[], from: number): void {
    let at = from;
    while (at < from + 4 && isLowerWord(tokens[at])) at++;
    if (at > from && isCapital(tokens[at])) return;
    const noun = tokens[at - 1]?.lower ?? '';
    if (this.#byNoun.has(noun)) this.#byNoun.set(noun, null);
  }

  #note(noun: string, words: string): void {
    for (const one of [noun, ...(WIDER.get(noun) ?? [])]) {
      const known = this.#byNoun.get(one);
      if (known === undefined && this.#byNoun.size < MAX_REMEMBERED)
        this.#byNoun.set(one, { words, at: this.#sentence });
      else if (known && known.words === words) known.at = this.#sentence;
      else if (known) this.#byNoun.set(one, null);
    }
  }
}

const isArticle = (lower: string): boolean => lower === 'the' || lower === 'a' || lower === 'an';

const isLowerWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^[a-z]+$/.test(token.text) && !STOPS.has(token.lower);

const STOPS = new Set(
  words('of in on at for from by with to and or who which that is was were are has had'),
);
