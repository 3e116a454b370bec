import type { Claimant } from '#domain/claims/reading';
import type { Part } from '../clauses/part';
import { ADVERBS } from '../english/grammar-words';
import { thirdPersonOf } from '../english/verb-forms';
import { isPast, isPlainVerb } from '../english/verbs';
import { isOffice } from '../parties/introduced';
import type { Edit } from '../tokens/edits';
import { QUOTES } from '../tokens/quotations';
import type { Range, Token } from '../tokens/tokens';

/**
 * A part with the name of its speaker for 'I', 'me' and 'my': 'I have ordered' to 'Ana Ruiz has
 * ordered'. All of them or none: words that are half of each voice would be worse than the words as
 * said.
 *
 * @returns the part as it is where a verb cannot be made to agree for sure, where the words stand in
 *   quotation marks, and where the speaker is no person with a name
 */
export function inThirdPerson(
  tokens: readonly Token[],
  part: Part,
  speaker: Claimant | null,
): Part {
  if (speaker?.kind !== 'person' || !/^\p{Lu}/u.test(speaker.name)) return part;
  const { name } = speaker;
  // An office wants its article, and the text may never give its holder a name.
  if (isOffice(name.split(' ').at(-1)?.toLowerCase() ?? '')) return part;
  const edits: Edit[] = [];
  for (let at = part.from; at < part.to; at++) {
    const token = tokens[at];
    if (!token || !FIRST_PERSON.test(token.lower) || isNumeral(tokens, at)) continue;
    const own = isQuotedIn(tokens, part) ? null : editsOf(tokens, at, part, name);
    if (!own) return part;
    edits.push(...own);
  }
  const shared = part.before && SHARED.exec(part.before);
  if (shared) {
    const helper = shared[1];
    const verb = helper ? null : agreement(tokens, part.from, part.to);
    if (!helper && !verb) return part;
    if (verb?.edit) edits.push(verb.edit);
    const before = helper ? `${name} ${agreed(helper) ?? helper}` : name;
    return { ...part, before, edits: [...part.edits, ...edits] };
  }
  return edits.length > 0 ? { ...part, edits: [...part.edits, ...edits] } : part;
}

/** A subject that a part shares with the part before it, with its helping verb. */
const SHARED = /^I(?: (have|am|do|was|had|will|would|could|can|should|must|did))?$/;

const FIRST_PERSON = /^(?:i|me|my|mine|myself|i['’](?:m|ve|ll|d))$/;

/** 'World War I', 'Act I': no person. */
const isNumeral = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'I' &&
  /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') &&
  at > 0 &&
  !/^\p{Ll}/u.test(tokens[at + 1]?.text ?? '');

const isQuotedIn = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ text }) => QUOTES.test(text));

/** The edits for one word; null where grammar does not tell how. */
function editsOf(
  tokens: readonly Token[],
  at: number,
  { from, to }: Range,
  name: string,
): Edit[] | null {
  const token = tokens[at];
  if (!token) return null;
  const { start, end, lower } = token;
  if (lower === 'my') return [{ start, end, words: `${name}’s` }];
  if (lower === 'me') return [{ start, end, words: name }];
  if (lower !== 'i') {
    const helper = CONTRACTED.get(lower.slice(2));
    return helper ? [{ start, end, words: `${name} ${helper}` }] : null;
  }
  const subject = { start, end, words: name };
  // 'the minister and I chaired': the verb is of both.
  if (at - 1 > from && /^(?:and|or|nor)$/.test(tokens[at - 1]?.lower ?? '')) return [subject];
  const verb = agreement(tokens, at + 1, to);
  return verb && (verb.edit ? [subject, verb.edit] : [subject]);
}

/** The verb that begins here, adverbs passed over, after a name; null where none does for sure. */
function agreement(
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly edit: Edit | null } | null {
  let at = from;
  while (at < to && isPassedOver(tokens[at])) at++;
  const token = tokens[at];
  const words = token && at < to ? agreed(token.lower) : null;
  if (!token || words === null) return null;
  const edit = words === token.lower ? null : { start: token.start, end: token.end, words };
  return { edit };
}

const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['m', 'is'],
  ['ve', 'has'],
  ['ll', 'will'],
]);

const isPassedOver = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.lower !== 'about' &&
  (ADVERBS.has(token.lower) || /ly$/.test(token.lower));

const HELPERS: ReadonlyMap<string, string> = new Map([
  ['am', 'is'],
  ['have', 'has'],
  ['do', 'does'],
  ["don't", "doesn't"],
  ['don’t', 'doesn’t'],
  ["haven't", "hasn't"],
  ['haven’t', 'hasn’t'],
]);

const SAME =
  /^(?:was|wasn['’]t|had|hadn['’]t|did|didn['’]t|will|won['’]t|would|wouldn['’]t|can|cannot|can['’]t|could|couldn['’]t|may|might|must|should|shall)$/;

/** The verb after 'I' as it stands after a name; null for a word that is no verb for sure. */
function agreed(lower: string): string | null {
  const helper = HELPERS.get(lower);
  if (helper) return helper;
  if (SAME.test(lower) || isPast(lower)) return lower;
  return isPlainVerb(lower) ? thirdPersonOf(lower) : null;
}
