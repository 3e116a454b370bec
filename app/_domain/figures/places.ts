import type { Anchor } from '../texts/anchor';

type Place = { readonly start: number | null; readonly end: number | null };

/**
 * The places of the figures of a claim when its words moved or changed: as far from the beginning
 * as before if the same figure is there, else where it is written exactly once, else none.
 *
 * @param figures  in UTF-16 code units of the old text
 */
export function movePlaces<
  Figure extends Place & { readonly id: string; readonly surface: string },
>(
  figures: readonly Figure[],
  was: Pick<Anchor, 'start'>,
  now: Pick<Anchor, 'start' | 'exact'>,
): { readonly id: string; readonly start: number | null; readonly end: number | null }[] {
  return figures.map(({ id, surface, start }) => {
    const at = start === null ? -1 : start - was.start;
    const { length } = surface;
    const once = now.exact.indexOf(surface);
    const isOnce = once >= 0 && now.exact.indexOf(surface, once + 1) < 0;
    const found = at >= 0 && now.exact.slice(at, at + length) === surface ? at : isOnce ? once : -1;
    return found < 0
      ? { id, start: null, end: null }
      : { id, start: now.start + found, end: now.start + found + length };
  });
}
