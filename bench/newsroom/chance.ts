import { v7 as uuidv7 } from 'uuid';

/** Chance that falls the same way at every run, so that two measurements are of the same desk. */
export type DeskChance = ReturnType<typeof seedChance>;

/**
 * @param seed  any whole number; the same one gives the same course
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md, mulberry32
 */
export function seedChance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** A whole number from 0 to below the limit. */
  const below = (limit: number): number => Math.floor(next() * limit);
  let ids = 0;
  return {
    next,
    below,
    between: (least: number, most: number): number => least + below(most - least + 1),
    is: (share: number): boolean => next() < share,
    one: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
    /** One of the keys, as often as its share of all shares says. */
    oneOf: <Key extends string>(shares: Readonly<Record<Key, number>>): Key => {
      const entries = Object.entries(shares) as [Key, number][];
      let left = next() * entries.reduce((sum, [, share]) => sum + share, 0);
      for (const [key, share] of entries) {
        left -= share;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [Key, number])[0];
    },
    /** An id of this moment, after every id that was given for it before. */
    id: (at: Date): string =>
      uuidv7({
        msecs: at.getTime(),
        seq: ids++,
        random: Uint8Array.from({ length: 16 }, () => below(256)),
      }),
  };
}
