import type { Token } from '../tokens/tokens';
import { wordList } from '../tokens/word-list';

/** 'and at least 40 were hurt', 'and around 600': a hedge before a number begins a subject. */
export const hedgesNumber = (tokens: readonly Token[], at: number): boolean =>
  [1, 2].some((ahead) => isCountWord(tokens[at + ahead]));

/** A number, in digits or as a word. */
export const isCountWord = (token: Token | undefined): boolean =>
  token?.kind === 'number' || COUNTS.has(token?.lower ?? '');

const COUNTS = wordList(`
  two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty half dozens hundreds thousands
`);
