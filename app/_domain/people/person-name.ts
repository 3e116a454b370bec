/** Letters of other alphabets that look like a Latin one, by what they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...pairs('авеікмнорстухѕјһԁԛԝӏ', 'abeikmhopctyxsjhdqwl'),
  ...pairs('αβεηικμνορτυχω', 'abenikuvoptuxw'),
  ...pairs('ıłøđħɑɡ', 'ilodhag'),
};

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, i) => [letter, [...to][i] ?? letter]));
}

/**
 * The common form of names that look alike: it ignores case, width, accents, spaces, invisible
 * characters, and letters of another alphabet that look the same.
 *
 * @see Unicode Technical Standard 39, 4, on confusable strings
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    // Upper case first: it makes of "ß" the two letters that it stands for.
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{C}\p{Default_Ignorable_Code_Point}]+/gu, '')
    // The last is a letter of Braille without a dot, which shows as a space.
    .replace(/[\p{Z}\s\u2800]+/gu, ' ')
    .trim();
  return [...plain].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

/**
 * The same by the shape of its letters: a capital I, an l and a 1 look alike, and so do O and 0. A name
 * in capitals is another by its shape, so this does not stand for the other.
 */
const foldShape = (name: string): string =>
  foldName(name.normalize('NFKC').replace(/[I1|]/g, 'l').replaceAll('0', 'o'));

/** The person with a name that looks like this one, or null. */
export const findNamesake = <Person extends { readonly name: string }>(
  name: string,
  people: readonly Person[],
): Person | null => {
  const [folded, shape] = [foldName(name), foldShape(name)];
  const isAlike = (other: string) => foldName(other) === folded || foldShape(other) === shape;
  return people.find((person) => isAlike(person.name)) ?? null;
};
