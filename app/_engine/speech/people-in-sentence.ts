import type { Claimant } from '#domain/claims/reading';
import { isFunctionWord } from '../english/grammar-words';
import { fullNameIn } from '../parties/introduced';
import type { Parties } from '../parties/party-memory';
import { ORGANIZATIONS, PLACES, UNNAMED } from '../parties/party-words';
import { isCapital, nameEnd, slice } from '../parties/read-party';
import { isPlural, tagOf } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import type { Passage } from '../tokens/passage';
import { quotedTokens } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';
import { isTaggedVerb } from './tagged-verbs';
import { subjectOfVerb } from './verb-subject';

/**
 * Who 'he' or 'she' is as the speaker of a sentence that names somebody before: 'When Holm lost, she
 * said'.
 *
 * @returns undefined for other speakers and where nobody is named before; null where two people are, and neither is the one told of before
 */
export function pronounSpeaker(
  passage: Passage,
  speaker: Range,
  parties: Parties,
): Claimant | null | undefined {
  const pronoun = passage.tokens[speaker.from]?.lower ?? '';
  if (speaker.to - speaker.from !== 1 || !/^(?:he|she)$/.test(pronoun)) return undefined;
  const people = peopleIn(passage, speaker.from, parties, false).filter((person) =>
    parties.suits(pronoun, person),
  );
  const [first] = people;
  if (!first) return namesStranger(passage, speaker.from, parties) ? null : undefined;
  if (people.length === 1) return parties.meantBy(pronoun, first);
  const meant = parties.meantBy(pronoun);
  return people.some(({ name }) => name === meant?.name) ? meant : null;
}

/**
 * The person a sentence is about, for 'he' in the next one: the name at its start, the subject of its
 * first verb, or the one person who acts in it.
 *
 * @returns null for a sentence about anything else
 */
export function personIn(passage: Passage, parties: Parties): string | null {
  const { text, tokens } = passage;
  const quoted = quotedTokens(tokens);
  const verb = tokens.findIndex((_, at) => at > 0 && !quoted[at] && isTaggedVerb(tokens, at));
  const subject = verb > 0 ? subjectOfVerb(tokens, 0, verb) : null;
  if (subject && !quoted[subject.from]) {
    const { from, to } = subject;
    const name = tokens[from];
    if (to - from === 1 && isCapital(name))
      return name && !isFunctionWord(name.lower) ? name.text : null;
    if (tokens.slice(from, to).every((token) => isCapital(token) || token.text === '.'))
      return fullNameIn(text, tokens, from, to);
  }
  const people = peopleIn(passage, tokens.length, parties, true);
  const [first] = people;
  return first && people.length === 1 ? first.name : null;
}

/** The people without a name whom a sentence is about, for 'they' in the next one: 'Analysts expect'. */
export function groupIn(passage: Passage): Claimant | null {
  const { text, tokens } = passage;
  const quoted = quotedTokens(tokens);
  const verb = tokens.findIndex((_, at) => at > 0 && !quoted[at] && isTaggedVerb(tokens, at));
  const subject = verb > 0 ? subjectOfVerb(tokens, 0, verb) : null;
  if (!subject || quoted[subject.from]) return null;
  const head = tokens[subject.to - 1]?.lower ?? '';
  const isGroup = isPlural(tagsOf(tokens)[subject.to - 1]) && UNNAMED.has(head);
  const name = slice(text, tokens, subject.from, subject.to).replace(/^the /i, '');
  return isGroup ? { name, kind: 'unnamed', role: null } : null;
}

/**
 * The people whom a sentence names before this token, outside quotation marks; 'Holm's boat' names none.
 *
 * @param act  only those whose verb follows: 'When Holm learned of it'
 */
function peopleIn(
  { text, tokens }: Passage,
  to: number,
  parties: Parties,
  act: boolean,
): readonly Claimant[] {
  const quoted = quotedTokens(tokens);
  const found = new Map<string, Claimant>();
  let at = 0;
  while (at < to) {
    if (quoted[at] || !isCapital(tokens[at]) || isFunctionWord(tokens[at]?.lower ?? '')) {
      at++;
      continue;
    }
    const end = nameEnd(tokens, at, to);
    const isLeftOut = isOwner(tokens[end]) || (act && !acts(tokens, at, end));
    const person = isLeftOut ? null : personCalled(text, tokens, at, end, parties);
    if (person) found.set(person.name, person);
    at = Math.max(end, at + 1);
  }
  return [...found.values()];
}

/** 'Holm learned', and at the start of a sentence 'Holm, who lost, …'. */
const acts = (tokens: readonly Token[], from: number, to: number): boolean =>
  isTaggedVerb(tokens, to) || (from === 0 && tokens[to]?.text === ',');

/** 'When I emailed Brandt, he said': somebody whom the text has not introduced may be meant. */
function namesStranger({ text, tokens }: Passage, to: number, parties: Parties): boolean {
  const quoted = quotedTokens(tokens);
  return tokens.slice(1, to).some((token, before) => {
    const at = before + 1;
    const isName =
      !quoted[at] &&
      isCapital(token) &&
      /\p{Ll}/u.test(token.text) &&
      !isCapital(tokens[at - 1]) &&
      nameEnd(tokens, at, to) === at + 1;
    const isOther = PLACES.has(token.lower) || ORGANIZATIONS.has(token.lower);
    const isInPhrase = tagsOf(tokens)[at - 1] === IN || isOwner(tokens[at + 1]);
    if (!isName || isOther || isInPhrase) return false;
    return personCalled(text, tokens, at, at + 1, parties) === null;
  });
}

const IN = tagOf('IN');

const isOwner = (token: Token | undefined): boolean => /^['’]s?$/.test(token?.text ?? '');

function personCalled(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  parties: Parties,
): Claimant | null {
  const last = tokens[to - 1]?.text ?? '';
  if (/['’]s?$/.test(last)) return null;
  const name = to - from === 1 ? last : fullNameIn(text, tokens, from, to);
  return name ? parties.personCalled(name) : parties.personCalled(last);
}
