/** An earlier source that a search found. */
export type FoundSource = {
  readonly id: string;
  readonly title: string;
  /** Its kind, publisher and day in a line. */
  readonly about: string;
  /** The words of its copy around the words that were searched for; null where its details have them. */
  readonly words: string | null;
};
