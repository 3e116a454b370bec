/**
 * The parts of speech, as English treebanks name them (Penn), and more where a reader needs it: a
 * verb that helps another ('VBZ:AUX'), a word that opens a clause ('IN:MARK', "after he left", beside
 * 'IN', "after the war"), a pronoun with its verb in one token ('PRP:VERB', "we've"). All marks are
 * 'PUNCT' but those of money ('$') and those that stand for a word ('SYM', "%").
 *
 * @see Santorini: Part-of-Speech Tagging Guidelines for the Penn Treebank (1990).
 */
export const TAGS = [
  'PUNCT',
  '$',
  'SYM',
  'CD',
  'ADD',
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'NN:PRON',
  'PRP',
  'PRP$',
  'PRP:VERB',
  'DT',
  'DT:PRON',
  'PDT',
  'EX',
  'WDT',
  'WP',
  'WP$',
  'WRB',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'RBR',
  'RBS',
  'RP',
  'IN',
  'IN:MARK',
  'TO',
  'CC',
  'MD',
  'VB',
  'VBD',
  'VBZ',
  'VBP',
  'VBG',
  'VBN',
  'VB:AUX',
  'VBD:AUX',
  'VBZ:AUX',
  'VBP:AUX',
  'VBG:AUX',
  'VBN:AUX',
  'POS',
  'UH',
  'FW',
] as const;

export type TagName = (typeof TAGS)[number];

/** A place in TAGS. */
export type Tag = number;

/** The number of a tag that a rule names. */
export const tagOf = (name: TagName): Tag => TAGS.indexOf(name);

/** For each tag whether it is among the named ones. */
export const setOf = (...names: readonly TagName[]): Uint8Array =>
  Uint8Array.from(TAGS, (name) => (names.includes(name) ? 1 : 0));

/** A question to a tag: whether it is one of these. */
export const among = (...names: readonly TagName[]): ((tag: Tag | undefined) => boolean) => {
  const members = setOf(...names);
  return (tag) => tag !== undefined && members[tag] === 1;
};

/** A name or a part of one: "Jordan", "Nations". */
export const isProperNoun = among('NNP', 'NNPS');
/** A noun that is no name. */
export const isCommonNoun = among('NN', 'NNS');
export const isNoun = among('NN', 'NNS', 'NNP', 'NNPS');
export const isPlural = among('NNS', 'NNPS');
/** "They", "this" and "everyone" where they stand alone; not "their". */
export const isPronoun = among('PRP', 'PRP:VERB', 'DT:PRON', 'NN:PRON', 'EX', 'WP');
/** "The", "this village", "all the", "their". */
export const isDeterminer = among('DT', 'PDT', 'PRP$', 'WP$');
export const isAdjective = among('JJ', 'JJR', 'JJS');
export const isAdverb = among('RB', 'RBR', 'RBS');
/** Any form of a verb, helping ones and "could" too. */
export const isVerb = among(
  ...TAGS.filter((name) => name.startsWith('VB') || name === 'MD' || name === 'PRP:VERB'),
);
/** A verb that can be the verb of a sentence alone: "fell", "has", "could"; not "falling", "to fall". */
export const isFiniteVerb = among(
  ...['VBD', 'VBZ', 'VBP', 'MD', 'VBD:AUX', 'VBZ:AUX', 'VBP:AUX', 'PRP:VERB'].map(
    (name) => name as TagName,
  ),
);
/** A verb that says something itself: "fell", not the "has" of "has fallen". */
export const isMainVerb = among('VB', 'VBD', 'VBZ', 'VBP', 'VBG', 'VBN');
/** "Has" of "has fallen", "is" of "is red", "could". */
export const isAuxiliary = among(...TAGS.filter((name) => name.endsWith(':AUX') || name === 'MD'));
export const isPastVerb = among('VBD', 'VBD:AUX');
/** "Falling", "fallen". */
export const isParticiple = among('VBG', 'VBN', 'VBG:AUX', 'VBN:AUX');
/** "Which", "who", "that" of "the dam that broke"; "where" and "when" too. */
export const isRelative = among('WDT', 'WP', 'WP$', 'WRB');
