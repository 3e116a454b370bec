import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';

const SUPERLATIVES = wordList(`
  first only last largest biggest smallest highest lowest oldest youngest longest shortest fastest slowest best worst
  greatest richest poorest deadliest tallest deepest latest newest earliest strongest weakest heaviest cheapest most least
  record unprecedented sole never ever unique biggest-selling busiest hottest coldest warmest driest wettest safest strictest
`);
/** 'first', 'last' and 'only' say the most of something only in some company. */
const NEEDS_ARTICLE = wordList('last latest only first most least best');

const POSSESSIVES = wordList('its their his her');
/** 'record levels' are the highest that there were. */
const RECORDS = wordList('high low number year level levels');

/** Whether this word claims an extreme or a first. */
export function isSuperlative(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const lower = token.lower;
  if (!SUPERLATIVES.has(lower)) return false;
  const before = tokens[at - 1]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (lower === 'first')
    return (
      next === 'ever' ||
      next === 'time' ||
      before === 'the' ||
      /^['’]s?$/.test(before) ||
      POSSESSIVES.has(before)
    );
  if (lower === 'last' || lower === 'latest') return false;
  if (lower === 'only')
    return before === 'the' || /^['’]s?$/.test(before) || POSSESSIVES.has(before);
  if (lower === 'most') return before === 'the' || /^['’]s?$/.test(before);
  if (lower === 'least' || lower === 'never' || lower === 'ever') return false;
  if (lower === 'record') return before === 'a' || before === 'the' || RECORDS.has(next);
  return !NEEDS_ARTICLE.has(lower) || before === 'the';
}

export const COMPARISONS = wordList(`
  resemble resembles resembled than compared versus twice double triple equivalent similar unlike outnumber exceeds
  surpasses matches equals rivals likewise same
`);

export const CAUSES = wordList(`
  because caused causes causing due triggered prompted sparked led leads resulting consequently therefore blamed
  attributed thanks owing
`);

export const STANCE_WORDS = wordList(
  'would should must support supports supported oppose opposes opposed favour favor pledge pledged vow vowed commit committed demand demands refuse refused want wants',
);

export const FUTURES = wordList(
  'will shall going expected likely forecast predicted projected may might could plans set due poised',
);

export const JUDGEMENTS = wordList(`
  good bad great terrible wonderful beautiful ugly wrong right best worst amazing awful horrible brilliant stupid
  disgusting disgraceful shameful excellent nice love hate think feel hope believe wish should must ought unfortunately
  fortunately sadly hopefully proud tremendous incredible fantastic
`);

/** Words that judge a thing without measuring it, when nothing else is stated about it. */
export const EVALUATIONS = wordList(`
  high low good bad great huge enormous big small heavy steep severe serious terrible excellent poor strong weak
  impressive remarkable important significant difficult hard easy clear obvious unclear tense grim bleak bright positive
  negative mixed disappointing encouraging worrying alarming promising modest considerable immense tragic unfair fair wrong
  right beautiful ugly impossible possible necessary inevitable welcome uncertain just unjust cruel brave sad grave poor hopeless bad stable fragile harsh immense
`);
