/** Letters of other alphabets that look like a Latin one, by what they look like. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...pairs('авеікмнорстухѕјһԁԛԝӏ', 'abeikmhopctyxsjhdqwl'),
  ...pairs('αβεηικμνορτυχω', 'abenikuvoptuxw'),
  ...pairs('ıłøđħ', 'ilodh'),
};

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, i) => [letter, [...to][i] ?? letter]));
}

/**
 * What two names have in common that nobody can tell apart at a glance: case, width, accents, spaces,
 * what does not show, and letters of another alphabet that look the same do not count.
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
    .replace(/[\p{Z}\s]+/gu, ' ')
    .trim();
  return [...plain].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

/** Whoever of these has a name that cannot be told from this one, or null. */
export const findNamesake = <Person extends { readonly name: string }>(
  name: string,
  people: readonly Person[],
): Person | null => {
  const folded = foldName(name);
  return people.find((person) => foldName(person.name) === folded) ?? null;
};
