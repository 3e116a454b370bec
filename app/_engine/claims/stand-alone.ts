import type { Claimant, ReadClaim, ReadFigure } from '#domain/claims/reading';
import type { Part } from '../clauses/part';
import type { Entity } from '../discourse/entity';
import type { Reference } from '../discourse/sentence-state';
import { AUXILIARIES } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import { verbTags } from '../english/verbs';
import { type Edit, withEdits } from '../tokens/edits';
import type { ReadPassage } from '../tokens/passage';
import { spanOf } from '../tokens/passage';
import type { Range } from '../tokens/tokens';
import type { Filling } from './filling';
import { agreement, firstPersonEdits, isFirstPerson } from './first-person';

/** What went before a claim, to fill in what its own words leave out. */
export type Background = {
  /** 'called', where a claim begins with 'calling' and has its claimant for a subject. */
  readonly act: string | null;
  /** The speaker who reports the words: 'North Korea confirmed that it had sent soldiers'. */
  readonly self: Claimant | null;
};

type Around = {
  readonly filling: Filling;
  /** Who says it, by the words that can stand for 'I'. */
  readonly speaker: Claimant | null;
};

/** A claim in words of its own, and what they still leave to the text around it. */
export type StandingAlone = Pick<ReadClaim, 'text' | 'leansOn' | 'candidates'>;

/**
 * The words of a part as a sentence of their own: with its subject in front, the asides that are
 * claims of their own left out, names in the place of what stands for them, and the noun that a count
 * leaves to the context.
 */
export function standAlone(
  passage: ReadPassage,
  part: Part,
  quantities: readonly ReadFigure[],
  { act, self, filling, speaker }: Background & Around,
): StandingAlone {
  const named = new Set<Entity>();
  const open: Reference[] = [];
  const { tokens } = passage;
  const isOwnSubject =
    part.before !== null && part.frame !== null && isFirstPerson(passage, part.frame.subject);
  const isAgreeing =
    isOwnSubject && speaker !== null && `${part.before} `.startsWith(`${speaker.name} `);
  let isSpeakerNamed = isOwnSubject;
  const fill = (range: Range, edits: readonly Edit[]): string => {
    const filled = filling.within(range, named, edits);
    open.push(...filled.open);
    const own = firstPersonEdits(passage, range, speaker, isSpeakerNamed);
    if (own.length > 0) isSpeakerNamed = true;
    return withEdits(passage.text, spanOf(tokens, range), [...edits, ...filled.edits, ...own]);
  };
  const leadIn = part.leadIn ? fill(part.leadIn, []) : null;
  if (part.before) for (const entity of filling.namedIn(part.before)) named.add(entity);
  if (part.before && part.frame) {
    for (const entity of filling.entitiesIn(part.frame.subject)) named.add(entity);
    open.push(...filling.openAt(part.frame.subject));
  }
  const verb = isAgreeing ? agreement(tokens, verbTags(tokens), part.from, part.to) : [];
  const own = fill(part, [...part.edits, ...verb]);
  const before =
    isAgreeing && part.before ? agreeing(part.before, speaker?.name ?? '') : part.before;
  const opening = act
    ? self
      ? `${self.name} ${act}${own.replace(/^\S+/, '')}`
      : own
    : before
      ? `${before} ${own}`
      : withNoun(own, quantities);
  const words = leadIn ? `${leadIn} ${withinSentence(opening)}` : opening;
  const [first] = open;
  const text = toSentence(words);
  const self1 = /^(?:I|We|My|Our)\b/.exec(text)?.[0] ?? null;
  const leansOn =
    self1 ?? first?.surface ?? FIRST_PERSON.exec(withoutQuotes(text))?.[0] ?? placeIn(text);
  return {
    text,
    leansOn: leansOn?.replace(/^[WMO]/, (letter) => letter.toLowerCase()) ?? null,
    // Of the words that lean, and of no others: nobody is offered for 'I'.
    candidates: first && leansOn === first.surface ? first.candidates : [],
  };
}

/** 'World War I' and 'the US' are nobody who speaks. */
const FIRST_PERSON = /(?<!\p{Lu}\p{L}* )\bI\b|\b(?:me|my|we|us|our)\b/u;

/** 'died there', where no place stands before it; 'there is' points nowhere. */
function placeIn(text: string): 'there' | null {
  const at = THERE.exec(text)?.index ?? -1;
  return at > 0 && !/ (?:in|at|to|from|near|for) (?:the )?\p{Lu}/u.test(text.slice(0, at))
    ? 'there'
    : null;
}

const THERE =
  /\bthere\b(?!['’]| (?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|be|been|\p{L}+ly|no|not|seems?|remains?)\b)/u;

const withoutQuotes = (text: string): string => text.replace(/["“‘][^"”’]*["”’]/g, '');

/** 'Eva Holm have' to 'Eva Holm has'. */
const agreeing = (before: string, name: string): string =>
  before
    .replace(
      / (have|am|are|do)$/,
      (_, verb: string) => ` ${{ have: 'has', am: 'is', are: 'is', do: 'does' }[verb] ?? verb}`,
    )
    .replace(`${name} am `, `${name} is `);

const CLOSING = '.!?"”’\'';

function toSentence(words: string): string {
  const line = (UNEVEN.test(words) ? words.replace(/\s+/g, ' ') : words)
    .replace(/ ([,;.])/g, '$1')
    .replace(/,(["”’']+)$/, '$1')
    .trim();
  const sentence = `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  return CLOSING.includes(line.at(-1) ?? ' ')
    ? sentence.replace(/([.!?]["”’']?)\.$/, '$1')
    : sentence;
}

/** A speaker as the subject of a sentence. */
export function speakerWords({ name, kind }: Claimant): string | null {
  if (kind === 'outlet') return null;
  const isMany = isPluralNoun(name.split(' ').at(-1) ?? '');
  return kind === 'person' || isMany || /^\p{Lu}/u.test(name) ? name : `the ${name}`;
}

/** 'The mine' to 'the mine': words that begin a sentence and are no name. */
const withinSentence = (words: string): string =>
  words.replace(
    /^(?:The|An?|This|That|These|Those|His|Her|Its|Their|He|She|It|They|Some|More|Nearly|About|Around|At|Up)(?= )/,
    (word) => word.toLowerCase(),
  );

/** White space that is not one space. */
const UNEVEN = /[^\S ]| {2}/;

/** 'More than 4,000 were injured': the noun that a count leaves out is in its measure. */
function withNoun(own: string, [figure]: readonly ReadFigure[]): string {
  if (!figure?.measure || !figure.unit?.startsWith('{') || !own.startsWith(figure.surface))
    return own;
  const noun = bareNoun(figure, own);
  return noun ? `${figure.surface} ${noun}${own.slice(figure.surface.length)}` : own;
}

function bareNoun({ surface, measure }: ReadFigure, own: string): string | null {
  if (!measure) return null;
  const next = own.slice(surface.length).trimStart().split(/\s/, 1)[0] ?? '';
  const noun = measure.replace(/ \S+$/, '');
  const isBare = AUXILIARIES.has(next) || measure.endsWith(` ${next}`);
  return isBare && noun !== measure && !noun.endsWith(next) ? noun : null;
}
