import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TagName, tagOf } from '#engine/tags/tag';

/** How often a word is met under each tag: places in TAGS. */
export type TagCounts = Map<number, number>;

type Part = 'noun' | 'verb' | 'adj' | 'adv';
const PARTS: readonly Part[] = ['noun', 'verb', 'adj', 'adv'];
/** The parts of speech by their number in a sense key. */
const BY_NUMBER: Readonly<Record<string, Part>> = {
  1: 'noun',
  2: 'verb',
  3: 'adj',
  4: 'adv',
  5: 'adj',
};

/**
 * The words of WordNet that its makers met in texts, in all their forms, with how often under which tag.
 *
 * @param folder  with index.noun, verb.exc, cntlist.rev and so on
 * @see Fellbaum (ed.): WordNet, An Electronic Lexical Database (1998).
 */
export function readWordnet(folder: string): Map<string, TagCounts> {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n');
  const counts = sensesMet(read('cntlist.rev'));
  const forms = new Map<string, TagCounts>();
  const add = (form: string, name: TagName, count: number) => {
    const own = forms.get(form) ?? new Map();
    forms.set(form, own);
    own.set(tagOf(name), (own.get(tagOf(name)) ?? 0) + count);
  };
  for (const part of PARTS) {
    const exceptions = exceptionsOf(read(`${part}.exc`));
    for (const [lemma, count] of counts[part])
      for (const [form, name, share] of formsOf(part, lemma, exceptions.get(lemma) ?? []))
        add(form, name, count * share);
  }
  return forms;
}

function sensesMet(lines: readonly string[]): Record<Part, Map<string, number>> {
  const counts = { noun: new Map(), verb: new Map(), adj: new Map(), adv: new Map() };
  for (const line of lines) {
    const [, lemma = '', number = '', count = ''] =
      /^([a-z']+)%(\d)\S* \d+ (\d+)$/.exec(line) ?? [];
    const own: Map<string, number> | undefined = counts[BY_NUMBER[number] as Part];
    own?.set(lemma, (own.get(lemma) ?? 0) + Number(count));
  }
  return counts;
}

function exceptionsOf(lines: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const line of lines) {
    const [form, ...lemmas] = line.trim().split(' ');
    if (form && /^[a-z]+$/.test(form))
      for (const lemma of lemmas) forms.set(lemma, [...(forms.get(lemma) ?? []), form]);
  }
  return forms;
}

type Form = readonly [form: string, tag: TagName, share: number];

function formsOf(part: Part, lemma: string, odd: readonly string[]): Form[] {
  if (part === 'adv') return [[lemma, 'RB', 1]];
  if (part === 'noun')
    return [
      [lemma, 'NN', 0.7],
      ...(odd.length ? odd : [withS(lemma)]).map((form): Form => [form, 'NNS', 0.3]),
    ];
  if (part === 'adj')
    return [
      [lemma, 'JJ', 1],
      ...odd.map((form): Form => [form, form.endsWith('st') ? 'JJS' : 'JJR', 0.1]),
    ];
  const falling = odd.filter((form) => form.endsWith('ing'));
  const past = odd.filter((form) => !form.endsWith('ing') && !form.endsWith('s'));
  return [
    [lemma, 'VB', 0.2],
    [lemma, 'VBP', 0.1],
    [withS(lemma), 'VBZ', 0.1],
    ...(falling.length ? falling : [withIng(lemma)]).map((form): Form => [form, 'VBG', 0.2]),
    ...(past.length ? past : [withEd(lemma)]).flatMap((form): Form[] => [
      ...(/(n|ung|um)$/.test(form) && past.length > 1 ? [] : [[form, 'VBD', 0.2] as const]),
      [form, 'VBN', past.length > 1 && !/(n|ung|um|ed)$/.test(form) ? 0.02 : 0.2],
    ]),
  ];
}

const withS = (lemma: string): string =>
  /(s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)
    ? `${lemma}es`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ies`
      : `${lemma}s`;

const withIng = (lemma: string): string =>
  /[^eoy]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;

const withEd = (lemma: string): string =>
  lemma.endsWith('e')
    ? `${lemma}d`
    : /[^aeiou]y$/.test(lemma)
      ? `${lemma.slice(0, -1)}ied`
      : `${lemma}ed`;
