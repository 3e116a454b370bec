/** A whole number from 0 up to a limit, the same ones in the same order for the same seed. */
export type Chance = (below: number) => number;

/** @see Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014 (in 32 bits). */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

const LITTLE =
  'the the the the of of to and in a a that is was for on with as by at from it has had be were will not said'.split(
    ' ',
  );
const COUNTED = ['tonnes', 'people', 'euros', 'lorries', 'metres', 'litres', 'families', '%'];
const BEGINNINGS = 'b br c ch d f fl g gr h k l m n p pr r s st t tr v w'.split(' ');
const MIDDLES = 'a e i o u ai ea ou ee'.split(' ');
const ENDS = 'n r s t l nd st ng m ck tion ment er ing ed ly'.split(' ');
const VOCABULARY = 4000;

/**
 * Text of about so many characters that reads like news to a search: little words, four thousand others
 * of which some are common and most rare, figures, quotation marks, paragraphs.
 */
export function makeText(chance: Chance, length: number): string {
  const one = (list: readonly string[]) => list[chance(list.length)] as string;
  const words = Array.from({ length: VOCABULARY }, () =>
    Array.from({ length: 1 + chance(3) }, () => one(BEGINNINGS) + one(MIDDLES))
      .join('')
      .concat(one(ENDS)),
  );
  const word = () => words[Math.floor(VOCABULARY * (chance(1000) / 1000) ** 3)] as string;
  const figure = () => `${(chance(9000) + 3).toLocaleString('en')} ${one(COUNTED)}`;
  const sentence = () => {
    const spoken = Array.from({ length: 6 + chance(18) }, () => {
      const kind = chance(20);
      return kind < 9 ? one(LITTLE) : kind === 9 ? figure() : word();
    }).join(' ');
    const capital = spoken.charAt(0).toUpperCase() + spoken.slice(1);
    return chance(4) ? `${capital}.` : `“${capital},” he said.`;
  };
  const paragraphs: string[] = [];
  for (let size = 0; size < length; ) {
    const paragraph = Array.from({ length: 1 + chance(5) }, sentence).join(' ');
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n').slice(0, length);
}

/** The words with so large a share of their characters changed, left out or doubled, and at least one. */
export function misquote(chance: Chance, words: string, share: number): string {
  const letters = [...words];
  for (let left = Math.max(1, Math.floor(letters.length * share)); left > 0; left--) {
    const at = chance(letters.length);
    const letter = String.fromCharCode(97 + chance(26));
    letters.splice(at, 1, ...([[letter], [], [letter, letters[at] ?? '']][chance(3)] ?? []));
  }
  return letters.join('');
}
