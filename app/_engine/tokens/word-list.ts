/**
 * Words with white space between them, as a set. A word with an apostrophe is in it in both shapes.
 *
 * @param list  words in lower case
 */
export const wordList = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap((word) => (word.includes("'") ? [word, word.replace("'", '’')] : [word])),
  );
