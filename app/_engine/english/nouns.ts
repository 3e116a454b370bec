const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse'],
  ['geese', 'goose'],
  ['lives', 'life'],
  ['wives', 'wife'],
  ['knives', 'knife'],
  ['leaves', 'leaf'],
  ['halves', 'half'],
  ['thieves', 'thief'],
  ['wolves', 'wolf'],
  ['shelves', 'shelf'],
  ['phenomena', 'phenomenon'],
  ['criteria', 'criterion'],
  ['bacteria', 'bacterium'],
  ['midwives', 'midwife'],
  ['housewives', 'housewife'],
  ['loaves', 'loaf'],
  ['calves', 'calf'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['bases', 'base'],
  ['theses', 'thesis'],
  ['aliases', 'alias'],
  ['atlases', 'atlas'],
  ['canvases', 'canvas'],
  ['censuses', 'census'],
  ['taxis', 'taxi'],
  ['skis', 'ski'],
  ['buses', 'bus'],
  ['viruses', 'virus'],
  ['campuses', 'campus'],
  ['bonuses', 'bonus'],
  ['movies', 'movie'],
  ['zombies', 'zombie'],
  ['cookies', 'cookie'],
  ['rookies', 'rookie'],
  ['calories', 'calorie'],
  ['genes', 'gene'],
  ['shoes', 'shoe'],
]);

/** Nouns that count without a plural ending. */
const BARE_PLURALS: ReadonlySet<string> = new Set(
  `people men women children staff police cattle personnel sheep fish aircraft spacecraft hovercraft species series
  deer youth clergy crew infantry cavalry offspring headquarters livestock poultry salmon trout dice data media
  lives teeth feet mice geese crossroads barracks means`.split(/\s+/),
);

/** Words that end in -s and are no plurals. */
const NOT_PLURAL: ReadonlySet<string> = new Set(
  `is was has does its this thus plus minus versus always perhaps yes us as times various previous serious famous
  less unless across besides towards afterwards sometimes overseas business access process success loss class glass
  gas bus campus virus status focus congress press mass pass boss cross address witness illness basis crisis analysis
  politics news mathematics economics physics whereas says goes his hers ours yours theirs whose religious dangerous
  measles mumps rabies diabetes numerous continuous nervous precious obvious vicious curious enormous anonymous tremendous senior consecutive
  texas paris james charles thomas wales athens los las des`.split(/\s+/),
);

/** Plurals that stand before another noun: 'sports cars', 'women soldiers'. */
const ATTRIBUTIVE: ReadonlySet<string> = new Set(
  'sports news arms sales goods savings women men police staff people customs systems operations parts crew youth data media aircraft hours'.split(
    ' ',
  ),
);

/** 'policemen', 'firewomen'; a specimen and an abdomen are one thing. */
const isOfMen = (lower: string): boolean =>
  lower.length > 5 &&
  lower.endsWith('men') &&
  !/(?:speci|regi|abdo|bitu|cycla|acu|albu|dol|lu|ra|stra)men$/.test(lower);

/** Whether a word looks like the plural of a noun, by its ending or by the list of irregular ones. */
export const isPluralNoun = (word: string): boolean => {
  const lower = word.toLowerCase();
  if (BARE_PLURALS.has(lower) || IRREGULAR.has(lower) || isOfMen(lower)) return true;
  return (
    lower.length > 2 &&
    lower.endsWith('s') &&
    /[^su'’]s$|[^aeiou]us$/.test(lower) &&
    !/(?:ss|ous)$/.test(lower) &&
    !NOT_PLURAL.has(lower)
  );
};

/** Whether a plural may stand before the noun that is counted: 'sports cars'. */
export const mayModifyNoun = (word: string): boolean => ATTRIBUTIVE.has(word.toLowerCase());

/** 'soldiers' to 'soldier'; what is already singular comes back as it is. 'people' stays. */
export function toSingular(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular) return irregular;
  if (isOfMen(lower)) return `${word.slice(0, -2)}an`;
  if (
    BARE_PLURALS.has(lower) ||
    NOT_PLURAL.has(lower) ||
    !lower.endsWith('s') ||
    lower.endsWith('ss')
  )
    return word;
  // 'Iraqis', 'Israelis'
  if (lower.endsWith('is') && /^[A-Z].*[a-z][^s]is$/.test(word)) return word.slice(0, -1);
  if (lower.endsWith('us') || lower.endsWith('is')) return word;
  if (lower.endsWith('es')) {
    if (/[^aeiou]ies$/.test(lower) && lower.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:ss|x|zz|ch|sh)es$/.test(lower)) return word.slice(0, -2);
    if (lower.endsWith('oes') && lower.length > 5) return word.slice(0, -2);
  }
  return word.slice(0, -1);
}

/** Whether a subject takes 'are': a plural noun before its first preposition, or two joined by 'and'. */
export function isPluralSubject(subject: string): boolean {
  if (/\band\b/.test(subject)) return true;
  const head =
    subject
      .split(/ (?:of|in|at|on|from|for|with|to|by|near) /)[0]
      ?.split(/[\s-]/)
      .at(-1) ?? '';
  return /^(?:they|we|these|those)$/i.test(head) || (isPluralNoun(head) && !/^\p{Lu}/u.test(head));
}
