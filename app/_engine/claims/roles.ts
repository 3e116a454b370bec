import type { Claimant, ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { bodyClassOf, isPersonNoun } from '../discourse/nouns';
import { isFunctionWord } from '../english/grammar-words';
import { toSingular } from '../english/nouns';
import { isIng, verbTags } from '../english/verbs';
import { informativeFigures } from '../figures/informative';
import type { Introduced } from '../parties/introduced';
import { isOffice } from '../parties/party-words';
import { isFiniteVerb } from '../tags/tag';
import type { ReadPassage } from '../tokens/passage';
import type { Token } from '../tokens/tokens';

/** 'Dmitry Peskov, a spokesman for Mr Putin': that he is one is a claim of its own. */
function roleClaim(passage: ReadPassage, introduced: Introduced): ReadClaim {
  const { text, quantities } = passage;
  const { party } = introduced;
  const span = roleSpan(passage.tokens, introduced);
  const exact = text.slice(span.start, span.end);
  const figures = informativeFigures(text, quantities, span, []);
  const article =
    party.kind === 'unnamed' &&
    /\bthe\s+$/i.test(text.slice(Math.max(0, span.start - 6), span.start));
  return {
    ...span,
    exact,
    text: `${article ? 'The ' : ''}${party.name} is ${party.role ?? ''}.`,
    leansOn: null,
    candidates: [],
    kind: figures.length > 0 ? 'figure' : 'attribute',
    checkable: true,
    claimant: null,
    saidOn: null,
    eventOn: null,
    quantities: figures,
    checkWorthiness: passage.checkWorthiness / (figures.length > 0 ? 1 : 2),
    reasons: [],
  };
}

/** The place in the text that introduces a person, in UTF-16 offsets. */
function roleSpan(tokens: readonly Token[], { from, to }: Introduced): Span {
  const start = tokens[from]?.start ?? 0;
  return { start, end: tokens[to - 1]?.end ?? start };
}

/** No list of names and no clause: 'Ann Reed, Karl Boyd and Eva Holm were each fined'. */
function isRole(tokens: readonly Token[], { party, from, to }: Introduced): boolean {
  const role = party.role ?? '';
  // 'General Mark Reed' and 'Ann Reed, director': the bare word makes no sentence.
  if (!role.includes(' ') && (party.kind === 'person' || !party.name.includes(' '))) return false;
  // 'previously in the shadow of others', 'from Lund': a place or a state, and no role
  if (/^(?:\p{Ll}+ly )?(?:in|on|at|by|from|with|under|of|to|for) /u.test(role)) return false;
  // 'the chief executive of Norpress, the biggest firm': the firm is Norpress
  const noun = role
    .replace(/ (?:of|by|in|at|for|with|from|to|that|which) .*/, '')
    .split(' ')
    .at(-1);
  const isBody = bodyClassOf(toSingular(noun?.toLowerCase() ?? '')) !== null;
  if (isBody && party.name.split(' ').some((word) => isPersonNoun(word) || isOffice(word)))
    return false;
  // 'director of gaming VR/AR': cut in the middle of its words
  if (tokens[to]?.text === '/') return false;
  // 'Jo Walt, Ellen Kush, James Rigby': a list of people
  if (isNameOfPerson(role) || namesAnother(role)) return false;
  const tags = verbTags(tokens).subarray(from, to);
  if (tags.some(isFiniteVerb) || isIng(role.split(' ')[0] ?? '')) return false;
  const opens = /^(?:a|an|the|his|her|its|their|one|now|former|current|chief|head)\b|['’]s? /i.test(
    role,
  );
  return (
    opens ||
    /^\p{Ll}/u.test(role) ||
    (party.kind === 'person' && role.split(' ').some((word) => isOffice(word.toLowerCase())))
  );
}

/** 'Dan Holt, singer Eva Moor' and 'Dan Holt, coach Jo Reed and his wife Ann': the next of a list, with what that one is. */
const namesAnother = (role: string): boolean =>
  role.split(/ and |, /).some((part) => {
    const [, noun = ''] = /(?:^| )(\p{Ll}+) \p{Lu}\p{Ll}[^ ]* \p{Lu}\p{Ll}[^ ]*$/u.exec(part) ?? [];
    return noun !== '' && !isFunctionWord(noun);
  });

const isNameOfPerson = (role: string): boolean => {
  const words = role.split(' ');
  const isNamed = words.every((word) => /^\p{Lu}\p{Ll}|^\p{Lu}\.?$/u.test(word));
  return isNamed && !words.some((word) => isOffice(word.toLowerCase()));
};

/** The claims of a sentence that only say who somebody is, each person once in a text. */
export function readRoles(
  passage: ReadPassage,
  introduced: readonly Introduced[],
  known: Set<string>,
): ReadClaim[] {
  return introduced
    .filter((one) => isRole(passage.tokens, one))
    .filter(({ party }: { party: Claimant }) => !known.has(party.name) && known.add(party.name))
    .map((one) => roleClaim(passage, one));
}
