/**
 * Looks for claims that may assert what their sentence does not: words that stand neither in the
 * sentence nor in what the text named before, a denial, condition or hedge of the sentence that the
 * claim has lost, claims that are no sentences, a verb that does not fit its subject, an
 * abbreviation that went, and a speaker who stayed in the words. Each is a candidate to be read, not
 * a proof.
 *
 *   npx tsx --tsconfig tsconfig.json bench/claims-true.ts FILE.jsonl…   ({"text"} a line)
 */
import { readFileSync } from 'node:fs';
import { mainVerbAt } from '#engine/clauses/fragments';
import { verbTags } from '#engine/english/verbs';
import { extract } from '#engine/extract';
import { tokenize } from '#engine/tokens/tokens';

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
    if (!hasMainVerb(claim)) note('has no verb of its own');
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

function hasMainVerb(claim: string): boolean {
  const tokens = tokenize(claim, { start: 0, end: claim.length });
  return mainVerbAt(tokens, verbTags(tokens), 0, tokens.length) >= 0;
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
