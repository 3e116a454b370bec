import type { Claimant } from '#domain/claims/reading';
import { thirdPersonOf } from '../english/verb-forms';
import { verbTags } from '../english/verbs';
import { pronounOfName } from '../parties/given-names';
import { isOffice } from '../parties/party-words';
import { isAdverb, isFiniteVerb, tagOf } from '../tags/tag';
import type { Edit } from '../tokens/edits';
import type { Passage } from '../tokens/passage';
import { QUOTES } from '../tokens/quotations';
import type { Range } from '../tokens/tokens';

const CC = tagOf('CC');
const VERBS = [tagOf('VBP'), tagOf('VBP:AUX')];
/** 'I have' is taken for a plain form now and then. */
const PLAIN_VERBS = [tagOf('VB'), tagOf('VB:AUX')];

const FORMS: ReadonlyMap<string, string> = new Map([
  ['am', 'is'],
  ['are', 'is'],
  ['have', 'has'],
  ['do', 'does'],
  ["don't", 'does not'],
  ['don’t', 'does not'],
  ["haven't", 'has not'],
  ['haven’t', 'has not'],
]);

/** 'am' to 'is', 'want' to 'wants'. */
const thirdPerson = (lower: string): string => FORMS.get(lower) ?? thirdPersonOf(lower);

const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['m', 'is'],
  ['re', 'is'],
  ['ve', 'has'],
  ['ll', 'will'],
]);

/**
 * 'I have lost 40 clients' with the speaker in the place of 'I': the first time by name, then by a
 * pronoun where the first name tells which. 'We' is the speaker only of a body.
 *
 * @param isNamedAlready  whether the claim has named the speaker before these words
 * @returns no edits where another than one person or one body speaks
 */
export function firstPersonEdits(
  { tokens }: Passage,
  { from, to }: Range,
  claimant: Claimant | null,
  isNamedAlready: boolean,
): Edit[] {
  const own = claimant && wordsOfSpeaker(claimant);
  if (!own) return [];
  const tags = verbTags(tokens);
  const edits: Edit[] = [];
  let isNamed = isNamedAlready;
  if (!isPlain(tokens, { from, to })) return [];
  let isSpeaking = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isSpeaking && tags[at - 1] === CC) edits.push(...agreement(tokens, tags, at, to));
    const [first = '', tail = ''] = token.lower.split(/['’]/);
    const isSubject = first === own.subject;
    const words = isSubject
      ? isNamed
        ? (own.pronoun ?? own.name)
        : own.name
      : first === own.owner
        ? isNamed && own.possessive
          ? own.possessive
          : `${own.name}’s`
        : first === own.object && token.text === token.lower
          ? isNamed
            ? (own.objective ?? own.name)
            : own.name
          : null;
    if (words === null || isNumeral(tokens, at) || (tail !== '' && !CONTRACTED.has(tail))) continue;
    // 'I mean, it is odd' says nothing of the speaker.
    if (isSubject && FILLERS.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.text === ',')
      return [];
    const verb = CONTRACTED.get(tail);
    if (isSubject && !verb && !isBeforeVerb(tags, at + 1)) return [];
    edits.push({ start: token.start, end: token.end, words: verb ? `${words} ${verb}` : words });
    isNamed = true;
    isSpeaking ||= isSubject;
    if (isSubject && !verb && !joinsSubject(tags, tokens, from, at))
      edits.push(...agreement(tokens, tags, at + 1, to));
  }
  return edits;
}

const FILLERS = /^(?:mean|guess|suppose|think|swear)$/;

/** 'The minister and I chaired', and not 'he left and I want': the verb is of both. */
const joinsSubject = (
  tags: Uint8Array,
  tokens: Passage['tokens'],
  from: number,
  at: number,
): boolean =>
  at - 1 > from && tokens[at - 1]?.lower === 'and' && !tags.subarray(from, at).some(isFiniteVerb);

/** 'World War I', 'Act I': no person. */
const isNumeral = (tokens: Passage['tokens'], at: number): boolean =>
  tokens[at]?.text === 'I' &&
  /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') &&
  at > 0 &&
  !/^\p{Ll}/u.test(tokens[at + 1]?.text ?? '');

/** Whether a finite verb stands next: where none is seen, the words stay as they are. */
function isBeforeVerb(tags: Uint8Array, from: number): boolean {
  let at = from;
  while (isAdverb(tags[at])) at++;
  return at >= tags.length || isFiniteVerb(tags[at]) || PLAIN_VERBS.includes(tags[at] ?? -1);
}

/** Words in quotation marks stay as they were said, and so do 'I'd', had or would, and 'myself'. */
const isPlain = (tokens: Passage['tokens'], { from, to }: Range): boolean =>
  !tokens.slice(from, to).some(({ text }) => QUOTES.has(text) || text === '‘') &&
  !tokens.some(({ lower }) => /^(?:i['’]d|we['’]d|myself|ourselves|mine|ours)$/.test(lower));

/** The verb after 'I', as it stands after a name. */
export function agreement(
  tokens: Passage['tokens'],
  tags: Uint8Array,
  from: number,
  to: number,
): Edit[] {
  let at = from;
  while (at < to && isAdverb(tags[at])) at++;
  const verb = tokens[at];
  const tag = tags[at] ?? -1;
  const isPlainForm = at === from && tokens[at - 1]?.text === 'I' && PLAIN_VERBS.includes(tag);
  if (at >= to || !verb || !(VERBS.includes(tag) || isPlainForm)) return [];
  return [{ start: verb.start, end: verb.end, words: thirdPerson(verb.lower) }];
}

type Speaker = {
  readonly name: string;
  readonly subject: 'i' | 'we';
  readonly owner: 'my' | 'our';
  readonly object: 'me' | 'us';
  readonly pronoun: string | null;
  readonly possessive: string | null;
  readonly objective: string | null;
};

function wordsOfSpeaker({ name, kind }: Claimant): Speaker | null {
  // A name of one word may be a surname, and 'we' is nobody's alone.
  if (kind === 'organization' && / /.test(name))
    return {
      name: /^\p{Lu}|^the /u.test(name) ? name : `the ${name}`,
      subject: 'we',
      owner: 'our',
      object: 'us',
      pronoun: 'it',
      possessive: 'its',
      objective: 'it',
    };
  // An office wants its article, and the text may never give its holder a name.
  const isOfficeOnly = isOffice(name.split(' ').at(-1)?.toLowerCase() ?? '');
  if (kind !== 'person' || isOfficeOnly || !/^\p{Lu}/u.test(name)) return null;
  const pronoun = pronounOfName(name.split(' ')[0] ?? '');
  const possessive = pronoun === 'he' ? 'his' : pronoun === 'she' ? 'her' : null;
  const objective = pronoun === 'he' ? 'him' : pronoun === 'she' ? 'her' : null;
  return { name, subject: 'i', owner: 'my', object: 'me', pronoun, possessive, objective };
}

/** Whether a subject is 'I' or, of a body, 'we'. */
export const isFirstPerson = ({ tokens }: Passage, { from, to }: Range): boolean =>
  to - from === 1 && /^(?:I|we|We)$/.test(tokens[from]?.text ?? '');
