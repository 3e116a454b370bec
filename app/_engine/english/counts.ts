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

/** Plurals that are measured in money, points or shares, so that a bare number after them is no count. */
export const NOT_COUNTED = wordList(`
  sales prices shares costs profits earnings revenues losses rates wages rents stocks futures yields exports imports taxes fees
  bills debts temperatures levels points odds values receipts takings funds reserves spreads bonds indices indexes indices ratings
  scores averages figures numbers results margins tariffs salaries incomes bets stakes premiums duties returns winds gusts
  speeds heights depths loans savings investments deposits payments benefits assets liabilities terms means
`);

/** Those whose number rises and falls: 'Visitors rose to 4m' are four million visitors. */
export const OFTEN_COUNTED = wordList(`
  people viewers visitors visits passengers users customers clients subscribers subscriptions members followers listeners readers
  voters votes jobs households homes patients tourists travellers travelers copies cases deaths workers employees pupils students
  migrants refugees arrivals admissions downloads deliveries shipments journeys trips births marriages burglaries thefts
  robberies arrests complaints applications vacancies claimants shareholders donors supporters spectators fans residents
`);

/** The last word of the name of an index of shares, which adds and loses points. */
export const MARKET_INDEXES = wordList(`
  dow ftse nasdaq nikkei dax cac sensex nifty topix kospi stoxx index average averages composite ibex seng jones exchange
`);
