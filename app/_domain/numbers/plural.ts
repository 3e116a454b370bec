/**
 * English plurals of what is counted, which may be any noun at all: a small rule with the usual
 * exceptions. A wrong plural is a blemish here, not an error.
 */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `person people, man men, woman women, child children, foot feet, tooth teeth, goose geese, mouse mice, louse lice,
  ox oxen, life lives, wife wives, knife knives, leaf leaves, half halves, thief thieves, wolf wolves, shelf shelves,
  calf calves, loaf loaves, scarf scarves, phenomenon phenomena, criterion criteria, quiz quizzes, gas gases,
  bus buses, potato potatoes, tomato tomatoes, hero heroes, veto vetoes, echo echoes, torpedo torpedoes,
  embargo embargoes, mosquito mosquitoes, volcano volcanoes, stomach stomachs, monarch monarchs, lens lenses`
    .split(/,\s+/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** One or many alike, and words that are plurals already. */
const UNCHANGED = new Set(
  `people men women children personnel staff police clergy crew infantry cavalry cattle livestock poultry offspring
  sheep deer fish shellfish salmon trout bison moose swine aircraft spacecraft hovercraft watercraft series species
  headquarters crossroads barracks means news data media dice youth menus chassis kroner kronor kronur`.split(
    /\s+/,
  ),
);

/** Ends in '-man' and is no man. */
const NO_MAN = /(?:hu|ger|ro|otto|sha|talis|nor)man$/;

/**
 * 'bus' is 'buses', 'step per day' 'steps per day', 'year of age' 'years of age'. What is a plural
 * already comes back as it is, and so does the symbol of a unit: 'mmHg'.
 */
export function pluralNoun(name: string): string {
  const [, head = name, rest = ''] = /^(.+?)( (?:per|of|in|for|at|on) .*)$/.exec(name) ?? [];
  const [, before = '', word = head] = /^(.*[\s-])([^\s-]+)$/.exec(head) ?? [];
  return `${before}${pluralWord(word)}${rest}`;
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  const known = IRREGULAR.get(lower);
  if (known) return word.charAt(0) + known.slice(1);
  if (UNCHANGED.has(lower) || isSymbol(word)) return word;
  if (/.man$/.test(lower) && !NO_MAN.test(lower)) return word.replace(/man$/, 'men');
  if (/craft$|fish$/.test(lower)) return word;
  if (/sis$/.test(lower)) return word.replace(/is$/, 'es');
  if (/(?:ss|us)$/.test(lower)) return `${word}es`;
  if (/s$/.test(lower)) return word;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  if (/(?:x|z|ch|sh)$/.test(lower)) return `${word}es`;
  return `${word}s`;
}

/** 'mmHg', 'kWp': small and large letters mixed, and no vowel. */
const isSymbol = (word: string): boolean =>
  /^[^aeiouAEIOU\d]{2,5}$/.test(word) && /\p{Ll}\p{Lu}/u.test(word);
