import { isCountWord } from '../english/counts';
import { isPluralNoun, isPluralSubject } from '../english/nouns';
import { pastOf, plainOfIng, thirdPersonOf } from '../english/verb-forms';
import { isIng, isParticipleForm, isPast, THIRD_PERSON, verbTags } from '../english/verbs';
import { among, isAdjective, isAdverb, isFiniteVerb, isNoun } from '../tags/tag';
import type { ReadPassage } from '../tokens/passage';
import type { Range, Token } from '../tokens/tokens';
import { type Part, toPlainPart, type Weigh } from './part';
import { isHyphenated } from './predicates';
import { type Frame, isAdverbWord } from './subject-and-verb';

/** The statement that a participle or a 'with' hangs on. */
export type Lead = {
  /** Its subject, as it stands alone. */
  readonly subject: string;
  /** Its first finite verb, in lower case, and the helping verbs as written: 'have been'. */
  readonly verb: string;
  readonly helpers: string;
  /** All of it as it stands alone, without the point at its end. */
  readonly text: string;
};

/** The statement that follows may hang on; `text` is the claim as it stands alone. */
export const toLead = (
  { text, tokens }: ReadPassage,
  { verb, lexical }: Frame,
  subject: string,
  claim: string,
): Lead => ({
  subject,
  verb: tokens[verb]?.lower ?? '',
  helpers: text.slice(
    tokens[verb]?.start,
    lexical > verb ? tokens[lexical - 1]?.end : tokens[verb]?.start,
  ),
  text: claim.replace(/[.!]$/, ''),
});

/** What an event does, and hardly its subject: 'the bus overturned, killing 12'. */
const CONSEQUENCES = new Set(
  'kill injure wound hurt leave trap displace destroy damage spark cause prompt trigger force raise bring make create disrupt send push lift drive knock'.split(
    ' ',
  ),
);

/** 'beating' to 'beat' after 'rose', 'beats' after 'rises', 'will beat' after 'will'; null for no known verb. */
function toFinite(ing: string, lead: Lead | null, isMany: boolean): string | null {
  if (ing === 'being' && lead) return toBe(lead.verb, isMany);
  // 'may have the best books, having paid': that it paid is no guess.
  if (ing === 'having' && lead) return isMany ? 'have' : 'has';
  const plain = plainOfIng(ing);
  if (!lead) return null;
  // 'grossing': a verb that no list has is a regular one.
  if (!plain) return isPast(lead.verb) || lead.verb === 'was' ? ing.replace(/ing$/, 'ed') : null;
  if (/^(?:will|would|can|could|may|might|must|should)$/.test(lead.verb))
    return `${lead.verb} ${plain}`;
  if (THIRD_PERSON.has(lead.verb) && lead.verb !== 'has')
    return isMany ? plain : thirdPersonOf(plain);
  const isPresent = !isPast(lead.verb) && !/^(?:is|are|was|were|has|have|had|did)$/.test(lead.verb);
  if (isPresent) return isMany ? plain : thirdPersonOf(plain);
  return pastOf(plain);
}

/** 'being' to 'were' after 'rose', 'are' after 'rises', 'would be' after 'would'. */
function toBe(verb: string, isMany: boolean): string {
  if (/^(?:will|would|can|could|may|might|must|should)$/.test(verb)) return `${verb} be`;
  const isThen = isPast(verb) || /^(?:was|were|had|did)$/.test(verb);
  if (isThen) return isMany ? 'were' : 'was';
  return isMany ? 'are' : 'is';
}

/**
 * ', beating estimates of $3.2bn' with the subject that beat them; ', killing 12' with the
 * statement that causes it.
 */
function withSubject(passage: ReadPassage, part: Part, lead: Lead | null): Part {
  const token = passage.tokens[part.from];
  if (!token || !lead) return part;
  const isMany = isPluralSubject(lead.subject);
  const finite = CONSEQUENCES.has(plainOfIng(token.lower) ?? '')
    ? null
    : toFinite(token.lower, lead, isMany);
  if (!finite) return { ...part, before: `${lead.text},`, leans: true };
  return {
    ...part,
    leans: true,
    before: lead.subject,
    edits: [...part.edits, { start: token.start, end: token.end, words: finite }],
  };
}

const STATES = /^(?:dead|missing|due|unaccounted|homeless)$/;

/** 'with the state contributing 20 % and loans paying the rest': each with the verb that is left out. */
export function withVerb(passage: ReadPassage, part: Part, lead: Lead | null): Part[] {
  const { text, tokens } = passage;
  const verb = absoluteVerb(tokens, part.from + 1, part.to);
  if (verb < 0) return [part];
  for (let at = verb + 1; at + 1 < part.to; at++) {
    if (tokens[at]?.lower !== 'and' || isHyphenated(tokens, at)) continue;
    const other = absoluteVerb(tokens, at + 1, Math.min(part.to, at + SUBJECT_REACH));
    if (other < 0) continue;
    const rest = { ...part, from: at + 1 };
    const subject = text.slice(tokens[part.from]?.start, tokens[verb - 1]?.end);
    return [
      finished(tokens, { ...part, to: at }, verb, lead),
      other === at + 1
        ? finished(tokens, { ...rest, before: subject, leans: true }, other, lead)
        : finished(tokens, rest, other, lead),
    ];
  }
  return [finished(tokens, part, verb, lead)];
}

const SUBJECT_REACH = 6;

const opensNoun = among('DT', 'JJ', 'IN', 'PRP$', 'CC', 'POS');
const isSubjectWord = among('NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'CD', 'DT:PRON', 'NN:PRON');

/** The participle or state that takes the place of a verb; -1 when none does before a comma. */
function absoluteVerb(tokens: ReadPassage['tokens'], from: number, to: number): number {
  const tags = verbTags(tokens);
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token || /^[,;:]$/.test(token.text)) return -1;
    // 'all wiring diagrams', 'on existing lines': it belongs to the noun after it.
    const hasSubject = tags.subarray(from - 1, at).some(isSubjectWord);
    const isOfNoun = !hasSubject || opensNoun(tags[at - 1]) || tokens[at - 1]?.text === '-';
    if (isOfNoun && (isNoun(tags[at + 1]) || isAdjective(tags[at + 1]))) continue;
    if (isIng(token.lower) || STATES.test(token.lower) || isParticipleForm(token.lower)) return at;
  }
  return -1;
}

function finished(
  tokens: ReadPassage['tokens'],
  part: Part,
  verb: number,
  lead: Lead | null,
): Part {
  const token = tokens[verb];
  if (!token) return part;
  let before = verb - 1;
  while (before > part.from && isAdverb(verbTags(tokens)[before])) before--;
  const subjectEnd = tokens[before];
  const isMany =
    isPluralNoun(subjectEnd?.text ?? '') ||
    /^(?:some|many|others|both|several|most|few|all)$/.test(subjectEnd?.lower ?? '');
  const edit = (end: number, words: string): Part => ({
    ...part,
    leans: true,
    edits: [...part.edits, { start: token.start, end, words }],
  });
  if (isIng(token.lower)) {
    const isSeveral = isMany || (isCountWord(subjectEnd) && subjectEnd?.lower !== 'one');
    const finite = toFinite(token.lower, lead, isSeveral);
    return finite ? edit(token.end, finite) : part;
  }
  const isState = STATES.test(token.lower);
  const isNow =
    /^(?:is|are|has|have|will)$/.test(lead?.verb ?? '') || THIRD_PERSON.has(lead?.verb ?? '');
  const helpers = / (?:been|be)$/.test(lead?.helpers ?? '') && !isState ? lead?.helpers : null;
  const isOne = !isMany && !isCountWord(subjectEnd);
  const be = isNow && isState ? (isOne ? 'is' : 'are') : isOne ? 'was' : 'were';
  // 'other parts clearly labelled': the verb stands before the adverb.
  const start = tokens[before + 1]?.start ?? token.start;
  return {
    ...part,
    leans: true,
    edits: [...part.edits, { start, end: start, words: `${helpers ?? be} ` }],
  };
}

/** ', grossing $75m, and became a success': the verb after the participle is of the subject before it; 0 for none. */
function goesOnAt(tokens: readonly Token[], at: number, lead: Lead | null): number {
  if (tokens[at]?.text !== ',' || !/^(?:and|but)$/.test(tokens[at + 1]?.lower ?? '')) return 0;
  let verb = at + 2;
  while (isAdverbWord(tokens[verb])) verb++;
  const goesOn = isFiniteVerb(verbTags(tokens)[verb]);
  const isThen = /^(?:was|were|had|did)$/.test(lead?.verb ?? '') || isPast(lead?.verb ?? '');
  const { lower = '' } = tokens[verb] ?? {};
  return goesOn && isThen === (isPast(lower) || /^(?:was|were|had|did)$/.test(lower)) ? at + 2 : 0;
}

/** ', killing 12 and injuring 40': each with the statement that it hangs on. */
export function participles(
  passage: ReadPassage,
  range: Range,
  lead: Lead | null,
  weigh: Weigh,
): Part[] {
  const { tokens } = passage;
  const parts: Part[] = [];
  let { from } = range;
  for (let at = from + 1; at + 1 < range.to; at++) {
    const isJoint =
      tokens[at]?.text === ',' || (tokens[at]?.lower === 'and' && !isHyphenated(tokens, at));
    const verb = goesOnAt(tokens, at, lead);
    if (verb > 0 && lead) {
      const part = withSubject(passage, toPlainPart({ from, to: at }), lead);
      const rest = {
        ...toPlainPart({ from: verb, to: range.to }),
        before: lead.subject,
        leans: true,
      };
      return [...parts.map((one) => withSubject(passage, one, lead)), part, rest];
    }
    const head = /^(?:and|also)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
    if (!isJoint || !isIng(tokens[head]?.lower ?? '') || !plainOfIng(tokens[head]?.lower ?? ''))
      continue;
    if (weigh({ from, to: at }) === 'none' || weigh({ from: head, to: range.to }) === 'none')
      continue;
    parts.push(toPlainPart({ from, to: at }));
    from = head;
    at = head;
  }
  parts.push(toPlainPart({ from, to: range.to }));
  return parts.map((part) => withSubject(passage, part, lead));
}
