/** A piece of evidence by its source, and by what its source goes back to. */
type Lettered = {
  readonly id: string;
  readonly origin: string;
  readonly source: { readonly id: string };
};

/**
 * A letter for each source, in the order in which the sources were attached: another source that is
 * attached later changes no letter. Sources of one origin share the letter of the first of them.
 *
 * @param evidence  in any order, all of it: its ids are in the order of time
 * @returns by origin
 */
export function toSourceLetters(evidence: readonly Lettered[]): ReadonlyMap<string, string> {
  const sources = new Set<string>();
  const letters = new Map<string, string>();
  for (const { origin, source } of [...evidence].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    sources.add(source.id);
    if (!letters.has(origin)) letters.set(origin, letterOf(sources.size));
  }
  return letters;
}

/** 'A' to 'Z', then 'AA', as the columns of a spreadsheet. */
function letterOf(n: number): string {
  const at = n - 1;
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26)) + last;
}
