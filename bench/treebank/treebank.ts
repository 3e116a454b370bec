import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { TAGS, type Tag, tagOf } from '#engine/tags/tag';
import { tagByKind } from '#engine/tags/tag-features';
import { type Token, tokenize } from '#engine/tokens/tokens';

/** A sentence of a treebank, as the files of ../shared/eval/tagging have it. */
export type TreebankSentence = {
  readonly doc?: string;
  readonly text: string;
  readonly form: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly head: readonly number[];
  readonly deprel: readonly string[];
};

/** The same in the tokens of the engine. */
export type Annotated = {
  readonly doc: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly upos: readonly string[];
  /** For each token the tokens of the treebank that it covers, from and to (exclusive). */
  readonly covers: readonly (readonly [number, number])[];
};

export const readTreebank = (folder: string, name: string): TreebankSentence[] =>
  gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TreebankSentence);

const NAMES: ReadonlySet<string> = new Set(TAGS);

/** Our tag for a word of a treebank. */
function ourTag(xpos: string, upos: string): Tag {
  const tag = tagOf.bind(null);
  if (upos === 'PUNCT') return tag('PUNCT');
  if (xpos === 'IN') return upos === 'SCONJ' ? tag('IN:MARK') : tag('IN');
  if (xpos === 'DT') return upos === 'PRON' ? tag('DT:PRON') : tag('DT');
  if (xpos === 'NN' && upos === 'PRON') return tag('NN:PRON');
  if (upos === 'AUX' && NAMES.has(`${xpos}:AUX`)) return TAGS.indexOf(`${xpos}:AUX` as 'VB:AUX');
  if (NAMES.has(xpos)) return TAGS.indexOf(xpos as 'VB');
  if (xpos === 'LS') return tag('CD');
  if (xpos === 'AFX') return tag('JJ');
  if (xpos === 'NFP' || xpos === ',' || xpos === 'HYPH') return tag('PUNCT');
  return upos === 'PROPN' ? tag('NNP') : tag('NN');
}

const PRONOUNS = new Set(['PRP', 'WP', 'EX', 'DT:PRON', 'WDT', 'WRB', 'NN:PRON']);
const isVerbTag = (tag: Tag | undefined): boolean => /^(VB|MD)/.test(TAGS[tag ?? 0] ?? '');

/** The sentence in our tokens; null where its words are not found in its text. */
export function annotate({ doc, text, form, upos, xpos }: TreebankSentence): Annotated | null {
  const places = placesOf(text, form);
  if (!places) return null;
  const tokens = tokenize(text, { start: 0, end: text.length });
  const covers: [number, number][] = [];
  let from = 0;
  for (const { start, end } of tokens) {
    while (from < places.length - 1 && (places[from]?.[1] ?? 0) <= start) from++;
    let to = from + 1;
    while (to < places.length && (places[to]?.[0] ?? 0) < end) to++;
    covers.push([from, to]);
  }
  const tags = tokens.map((token, at) => {
    const [first, end] = covers[at] ?? [0, 0];
    const fixed = tagByKind(token);
    if (fixed >= 0) return fixed;
    const [own, second] = [first, first + 1].map((word) =>
      ourTag(xpos[word] ?? '', upos[word] ?? ''),
    );
    const hasVerb = end > first + 1 && isVerbTag(second) && /['’]/.test(token.text);
    return hasVerb && PRONOUNS.has(TAGS[own ?? 0] ?? '') ? tagOf('PRP:VERB') : (own ?? 0);
  });
  return {
    doc: doc ?? '',
    tokens,
    tags,
    upos: covers.map(([first], at) =>
      tokens[at]?.kind === 'mark' && form[first] !== tokens[at]?.text
        ? 'PUNCT'
        : (upos[first] ?? 'X'),
    ),
    covers,
  };
}

function placesOf(text: string, form: readonly string[]): [number, number][] | null {
  const places: [number, number][] = [];
  let at = 0;
  for (const word of form) {
    const start = text.indexOf(word, at);
    if (start < 0 || start > at + 3) return null;
    at = start + word.length;
    places.push([start, at]);
  }
  return places;
}
