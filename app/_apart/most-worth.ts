/**
 * The items of the greatest worth out of a long row, in the order in which they came; of equal ones
 * the earlier. It never has more than twice as many as are wanted in memory.
 */
export class MostWorth<Item> {
  #held: { readonly item: Item; readonly worth: number; readonly at: number }[] = [];
  #seen = 0;

  constructor(private readonly most: number) {}

  add(item: Item, worth: number): void {
    this.#held.push({ item, worth, at: this.#seen++ });
    if (this.#held.length >= 2 * this.most) this.#drop();
  }

  inOrder(): Item[] {
    this.#drop();
    return this.#held.sort((a, b) => a.at - b.at).map(({ item }) => item);
  }

  #drop(): void {
    this.#held.sort((a, b) => b.worth - a.worth || a.at - b.at);
    this.#held.length = Math.min(this.#held.length, this.most);
  }
}
