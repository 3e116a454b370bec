/**
 * Looks for claims that may assert what their sentence does not: words that stand neither in the
 * sentence nor in what the text named before, a denial, condition or hedge of the sentence that the
 * claim has lost, claims that are no sentences (without a verb, cut off, with half a pair of marks, a
 * noun that lost the words before it, a count with nothing to count), a verb that does not fit its
 * subject, a pronoun filled with one of several people, an abbreviation that went, and a speaker who
 * stayed in the words. Each is a candidate to be read, not a proof.
 *
 *   npx tsx --tsconfig tsconfig.json bench/claims-true.ts FILE.jsonl…   ({"text"} a line)
 */
import { readFileSync } from 'node:fs';
import { isFragment, mainVerbAt } from '#engine/clauses/fragments';
import { verbTags } from '#engine/english/verbs';
import { extract } from '#engine/extract';
import { isCommonNoun, isDeterminer, TAGS } from '#engine/tags/tag';
import { type Token, tokenize } from '#engine/tokens/tokens';

type Candidate = { readonly why: string; readonly claim: string; readonly sentence: string };

const NEGATIONS =
  /\b(?:not|never|no|nobody|none|neither|nor|without|denied|denies|denying)\b|n['’]t\b/i;
const CONDITIONS = /\b(?:if|unless)\b/i;
const HEDGES =
  /\b(?:may|might|could|would|allegedly|alleged|reportedly|believed|expected|likely|possibly|perhaps|planned|accused|suspected)\b/i;
/** Words that a claim may add: those that make a shared verb agree, and joints. */
const ADDED =
  /^(?:the|a|an|is|are|was|were|has|have|had|be|been|does|do|did|not|will|would|of|he|she|his|her|it|its|people|person|s)$/;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stem = (word: string): string => word.slice(0, Math.max(3, word.length - 3));

function candidatesOf(text: string): { readonly candidates: Candidate[]; readonly claims: number } {
  const { claims, sentences } = extract(text, { publishedOn: null, language: 'en' });
  const candidates: Candidate[] = [];
  for (const { start, end, text: claim, exact, claimant } of claims) {
    const span = sentences.find((one) => one.start <= start && one.end >= end);
    const sentence = span ? text.slice(span.start, span.end) : exact;
    const before = new Set(wordsOf(text.slice(0, span?.end ?? end)).map(stem));
    const strange = wordsOf(claim).filter((word) => !ADDED.test(word) && !before.has(stem(word)));
    const note = (why: string) => candidates.push({ why, claim, sentence });
    if (strange.length > 0) note(`not in the text before: ${strange.join(', ')}`);
    if (!/^[\p{Lu}\p{N}"“‘'($£€¥[]/u.test(claim)) note('does not begin like a sentence');
    if (/(?:\b(?:and|or|but|of|the|a|to|which|that|who)|,)[.]$/i.test(claim)) note('dangles');
    const kind = brokenAs(claim, sentence);
    if (kind) note(kind);
    // A verb of another number than a count or a pronoun at the start.
    if (
      /^(?:(?:two|three|four|five|six|seven|eight|nine|ten|both|many|several|few|\d{2,}) (?:is|was|has)|(?:one|he|she|it) (?:are|were|have))\b/i.test(
        claim,
      )
    )
      note('its verb does not fit its subject');
    for (const [short] of exact.matchAll(/\b\p{Lu}{2,}\b/gu))
      if (!claim.includes(short)) note(`lost ${short}`);
    if (/\b(?:the|a) (?:no|the|a|his|her|its|their|this|that)\b/i.test(claim))
      note('has two articles');
    if (claimant && hasSpeaker(claim, claimant.name)) note('still says who says it');
    if (hasOtherNameBetween(sentence, exact, claim))
      note('another name stands nearer than its subject');
    const rival = hasRivalName(claim, exact, text.slice(0, span?.start ?? start));
    if (rival) note(`a pronoun may be of ${rival}`);
    for (const [name, sign] of [
      ['denial', NEGATIONS],
      ['condition', CONDITIONS],
      ['hedge', HEDGES],
    ] as const)
      if (sign.test(exact) && !sign.test(claim)) note(`lost a ${name}`);
      else if (isLostBefore(sign, sentence, exact) && !sign.test(claim))
        note(`a ${name} right before its words`);
  }
  return { candidates, claims: claims.length };
}

/** How a claim is no sentence, by the tags of its own words; null for none that is seen. */
function brokenAs(claim: string, sentence: string): string | null {
  const tokens = tokenize(claim, { start: 0, end: claim.length });
  const tags = verbTags(tokens);
  const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  const verb = mainVerbAt(tokens, tags, 0, tokens.length);
  if (verb < 0) return 'has no verb of its own';
  const from = /^(?:yet|so|plus|or)$/.test(tokens[0]?.lower ?? '') ? 1 : 0;
  if (isFragment(tokens, { from, to: last }, true))
    return 'is cut off, or has half a pair of marks';
  if (/^\d{1,2}[.)] \p{Lu}/u.test(claim)) return 'has the number of its item';
  if (/\b(?:had|scored|added|got|made|won) \d+\.$/.test(claim)) return 'counts nothing';
  if (/[?？]["”’']?$/.test(claim)) return 'is a question';
  if (/ who? (?:has|had|is|was)\b/.test(claim) && / and who\b/.test(claim))
    return 'has half a list of clauses';
  if (lostItsArticle(tokens[0]?.text ?? '', tags[0] ?? -1, sentence))
    return 'its noun lost the words before it';
  return disagrees(tokens, tags, verb) ? 'its verb does not fit its subject' : null;
}

/** 'Pattern was' of 'a regular eating pattern, which was'. */
function lostItsArticle(first: string, tag: number, sentence: string): boolean {
  if (!isCommonNoun(tag) || sentence.startsWith(first) || first === first.toUpperCase())
    return false;
  const noun = first.charAt(0).toLowerCase() + first.slice(1);
  const words = sentence.split(/[^\p{L}\p{N}'’]+/u);
  const before = words[words.indexOf(noun) - 1] ?? '';
  const tokens = tokenize(before, { start: 0, end: before.length });
  return (
    before !== '' && (isDeterminer(verbTags(tokens)[0]) || /(?:ing|al|ive|ous|ic)$/.test(before))
  );
}

/** 'The two men was', 'Some predicts': the word right before the verb is of the other number. */
function disagrees(tokens: readonly Token[], tags: Uint8Array, verb: number): boolean {
  const tag = TAGS[tags[verb] ?? 0] ?? '';
  const word = tokens[verb]?.lower ?? '';
  const isOne = /^VBZ/.test(tag) || word === 'was';
  const before = TAGS[tags[verb - 1] ?? 0] ?? '';
  const isAlone =
    verb <= 4 && !tokens.slice(0, verb).some(({ text }) => /^(?:and|of|in|,)$/.test(text));
  const isMany =
    before === 'NNS' ||
    /^(?:some|many|several|both|few|they|we)$/.test(tokens[verb - 1]?.lower ?? '');
  return (
    isAlone && isOne && isMany && !/(?:ics|news|series|means)$/.test(tokens[verb - 1]?.lower ?? '')
  );
}

/** 'He' filled with one name, though a name of one word acted in the sentences before. */
function hasRivalName(claim: string, exact: string, before: string): string | null {
  if (!/\b(?:he|she|his|her|him)\b/i.test(exact)) return null;
  const added = claim.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u)?.[0];
  if (!added || exact.includes(added)) return null;
  const surname = added.split(' ').at(-1) ?? '';
  const recent = before
    .split(/(?<=[.!?])\s+/)
    .slice(-3)
    .join(' ');
  const others = [
    ...recent.matchAll(
      /(?<![\p{L}] )\b(\p{Lu}\p{Ll}{2,})(?:['’]s)? (?:is|was|has|had|said|says|told|\p{Ll}+ed)\b/gu,
    ),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !added.includes(name) && name !== surname);
  return others[0] ?? null;
}

/** 'Ann Roe said', at the beginning or at the end. */
const hasSpeaker = (claim: string, name: string): boolean =>
  new RegExp(
    `${(name.split(' ').at(-1) ?? '').replace(/[^\\p{L}]/gu, '.')} (?:said|says|told|added|claims)\\b`,
    'u',
  ).test(claim);

/** 'He left Kim, who led the party and lost': a subject put in front, and a name between it and the words. */
function hasOtherNameBetween(sentence: string, exact: string, claim: string): boolean {
  const at = sentence.indexOf(exact);
  const opening = exact.split(' ').slice(0, 2).join(' ');
  const lead = claim.indexOf(opening);
  if (at <= 0 || lead <= 0) return false;
  const [head = ''] = claim
    .slice(0, lead)
    .trim()
    .split(/ (?:is|are|was|were|has|have|had|will|would)\b/);
  const from = sentence.toLowerCase().lastIndexOf(head.toLowerCase(), at);
  const between = sentence.slice(from < 0 ? 0 : from + head.length, at);
  return /[\p{Ll},] \p{Lu}\p{Ll}+/u.test(between);
}

/** A sign in the few words before the claim's own, with no mark between that would end its reach. */
function isLostBefore(sign: RegExp, sentence: string, exact: string): boolean {
  const at = sentence.indexOf(exact);
  const before = at > 0 ? sentence.slice(Math.max(0, at - 25), at) : '';
  return !/[,;:.]/.test(before) && sign.test(before);
}

let [all, found] = [0, 0];
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { text } = JSON.parse(line) as { readonly text: string };
    const { candidates, claims } = candidatesOf(text);
    all += claims;
    found += new Set(candidates.map(({ claim }) => claim)).size;
    for (const { why, claim, sentence } of candidates)
      console.log(`${why}\n  claim:    ${claim}\n  sentence: ${sentence.replace(/\s+/g, ' ')}`);
  }
console.log(`${all} claims, ${found} to be read`);
