import model from 'wink-eng-lite-web-model';
import winkNLP, { type Detail, type Document } from 'wink-nlp';
import { valueOfWords } from './number-words';
import { paragraphs, type Tool, type ToolDate, type ToolFigure, type ToolSpan } from './tool';

const nlp = winkNLP(model);
const { its } = nlp;

type Entity = ToolSpan & { readonly text: string; readonly type: string };

/** The places of its tokens: it gives the tokens of a sentence or an entity, not their places. */
function placesOf(document: Document, text: string): ToolSpan[] {
  let end = 0;
  return document
    .tokens()
    .out()
    .map((token) => {
      const start = text.indexOf(token, end);
      end = start + token.length;
      return { start, end };
    });
}

function toSpan(places: readonly ToolSpan[], [first, last]: readonly number[]): ToolSpan {
  return { start: places[first ?? 0]?.start ?? 0, end: places[last ?? 0]?.end ?? 0 };
}

/** By paragraphs: it keeps some ends of lines inside a sentence. */
function sentences(text: string): ToolSpan[] {
  return paragraphs(text).flatMap((paragraph) => {
    const document = nlp.readDoc(paragraph.text);
    const places = placesOf(document, paragraph.text);
    return (document.sentences().out(its.span) as number[][]).map((tokens) => {
      const { start, end } = toSpan(places, tokens);
      return { start: paragraph.start + start, end: paragraph.start + end };
    });
  });
}

function entities(text: string): Entity[] {
  const document = nlp.readDoc(text);
  const places = placesOf(document, text);
  const details = document.entities().out(its.detail) as Detail[];
  const spans = document.entities().out(its.span) as number[][];
  return details.map(({ type }, at) => {
    const span = toSpan(places, spans[at] ?? []);
    return { ...span, type, text: text.slice(span.start, span.end) };
  });
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/australian dollar|\bau?\$/i, 'australian dollar'],
  [/canadian dollar|\bca?n?\$/i, 'canadian dollar'],
  [/hong kong dollar|\bhk\$/i, 'hong kong dollar'],
  [/new zealand dollar|\bnz\$/i, 'new zealand dollar'],
  [/singapore(an)? dollar|\bs\$/i, 'singapore dollar'],
  [/\$|dollar|\busd/i, 'dollar'],
  [/€|euro|\beur/i, 'euro'],
  [/£|pound|\bgbp/i, 'pound sterling'],
  [/¥|yen|\bjpy/i, 'japanese yen'],
  [/yuan|renminbi|\brmb|\bcny/i, 'chinese yuan'],
  [/₹|rupee|\brs\b|\binr/i, 'indian rupee'],
  [/ringgit|\brm/i, 'malaysian ringgit'],
  [/swiss franc|\bchf/i, 'swiss franc'],
  [/\bcents?\b/i, 'cent'],
  [/\b(pence|penny)\b/i, 'penny'],
];
const SINCE = /^(since|until|between|from)\b/i;
const UNIT_OF_TIME = /\b(year|month|week|day|hour|minute|second)s?\b/i;
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/^(about|around|approximately|roughly|nearly|almost|some)\b/i, '~'],
  [/^(over|more than|at least)\b/i, '>'],
  [/^(under|less than|up to|at most)\b/i, '<'],
];

/**
 * Its numbers, money, percentages and durations. It leaves their values as words, which are read here;
 * it knows no other units.
 */
function quantities(text: string): ToolFigure[] {
  return joined(text, entities(text), /^ $/).flatMap(({ start, end, text: surface, type }) => {
    const unitName = unitOf(type, surface);
    if (unitName === undefined) return [];
    const [phrase, change] = CHANGES.find(([words]) => words.test(surface)) ?? [/^/, '='];
    const number = /[\d.][\d.,/\s]*(k|m|mn|bn|tn|(hundred|thousand|[mbt]r?illion|dozen))?\b/i;
    const bare = surface.replace(phrase, '').replace(/[^\d.]*(?=[\d.])/, '');
    const words =
      number.exec(bare)?.[0] ?? bare.replace(UNIT_OF_TIME, '').replace(/per ?cent.*/i, '');
    const value = valueOfWords(words.replaceAll('-', ' '));
    return value === null ? [] : [{ start, end, value, unitName, change }];
  });
}

/** @returns undefined for what is no figure */
function unitOf(type: string, surface: string): string | null | undefined {
  if (type === 'CARDINAL') return null;
  if (type === 'PERCENT') return 'percentage';
  if (type === 'MONEY') return CURRENCIES.find(([sign]) => sign.test(surface))?.[1] ?? null;
  if (type === 'DURATION' || type === 'TIME') {
    return SINCE.test(surface) ? undefined : UNIT_OF_TIME.exec(surface)?.[1]?.toLowerCase();
  }
  return undefined;
}

/** It finds dates, and does not say which day they are. */
function dates(text: string): ToolDate[] {
  const found = entities(text).filter(
    ({ type, text: surface }) => type === 'DATE' || (type === 'DURATION' && SINCE.test(surface)),
  );
  return joined(text, found, /^,? $/).map(({ start, end }) => ({ start, end, value: null }));
}

/** "two dozen" and "10 1/2" are two entities to it, and one number; so with "Thursday, May 7". */
function joined(text: string, found: readonly Entity[], between: RegExp): Entity[] {
  const all: Entity[] = [];
  for (const entity of found) {
    const last = all.at(-1);
    if (last && last.type === entity.type && between.test(text.slice(last.end, entity.start))) {
      all[all.length - 1] = { ...last, end: entity.end, text: text.slice(last.start, entity.end) };
    } else all.push(entity);
  }
  return all;
}

export const wink: Tool = {
  name: 'wink',
  packages: ['wink-nlp', 'wink-eng-lite-web-model'],
  sentences,
  quantities,
  dates,
  resolvesDates: false,
};
