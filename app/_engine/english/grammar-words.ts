import { wordList } from '../tokens/word-list';

/** Words that end a noun phrase or cannot begin one. */
export const PREPOSITIONS = wordList(`
  about above across after against along alongside amid among amongst around as at before behind below beneath beside
  besides between beyond by despite down during except following for from in including inside into like near next of off on
  onto opposite out outside over past per regarding round since than through throughout till to toward towards under
  underneath until unto up upon versus via vs with within without
`);

export const DETERMINERS = wordList(`
  a an the this that these those my your his her its our their each every either neither some any no all both half such
  another what which whose
`);

export const PRONOUNS = wordList(`
  i you he she it we they me him us them who whom whoever myself yourself himself herself itself ourselves themselves
  someone somebody anyone anybody everyone everybody nobody something anything everything nothing one's there here
`);

export const CONJUNCTIONS = wordList(`
  and or but nor yet so because although though while whereas when where if unless whether once as that than since
  how why
`);

export const AUXILIARIES = wordList(`
  is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't hadn't do does did
  don't doesn't didn't will would shall should can could may might must won't wouldn't shan't shouldn't can't cannot
  couldn't mightn't mustn't ought it's he's she's they're we're i'm you're they've we've i've you've they'll we'll i'll
  he'll she'll it'll that's there's who's what's i'd he'd she'd they'd we'd
`);

/** Forms of 'to be' and 'to have' alone: what a passive or a perfect is made with. */
export const BE_OR_HAVE = wordList('is are was were be been being am has have had having');

export const ADVERBS = wordList(`
  not n't also just only even still already yet again ever never always often sometimes usually now then here there
  today yesterday tomorrow tonight later earlier soon ago too very quite rather almost nearly really simply perhaps
  maybe however therefore moreover meanwhile instead otherwise together apart away back forward ahead online abroad
  alone total overall annually daily weekly monthly yearly apiece each respectively more less last
  so well far long fast about
`);

/** Whether a lower-case word is a function word: it joins a sentence together and names nothing. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...DETERMINERS,
  ...PRONOUNS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
]);

export const isFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(lower);
