/** A run of words that both texts have, or only the earlier, or only the later. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

// Words, and what stands between them: joined again they are the text.
const WORD = /\s+|[\p{L}\p{M}\p{N}_]+(?:[.,'’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;

/** More changes than this, in words, and what differs is shown as one piece: nobody could follow. */
const MOST_CHANGES = 150;

/**
 * What changed from one text to another, word by word, with as few words removed and added as can be.
 *
 * @returns the parts in order: those that are not added make up `before`, those not removed `after`.
 *   Texts of n words with d changes take time in n + d², and no more than 150 changes are sought
 * @see Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, the greedy algorithm.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const was = before.match(WORD) ?? [];
  const is = after.match(WORD) ?? [];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let end = 0;
  while (
    end < was.length - start &&
    end < is.length - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  ) {
    end++;
  }
  const removed = was.slice(start, was.length - end);
  const added = is.slice(start, is.length - end);
  return joined([
    ...was.slice(0, start).map(same),
    ...(diffTokens(removed, added) ?? wholly(removed, added)),
    ...was.slice(was.length - end).map(same),
  ]);
}

const same = (text: string): DiffPart => ({ kind: 'same', text });

const wholly = (was: readonly string[], is: readonly string[]): DiffPart[] => [
  { kind: 'removed', text: was.join('') },
  { kind: 'added', text: is.join('') },
];

/** The shortest way from one list of words to another, or null when it is too long. */
function diffTokens(was: readonly string[], is: readonly string[]): DiffPart[] | null {
  const most = Math.min(MOST_CHANGES, was.length + is.length);
  // How far one gets into `was` on each diagonal, after each number of changes.
  const reached: Map<number, number>[] = [];
  let last = new Map([[1, 0]]);
  for (let changes = 0; changes <= most; changes++) {
    const now = new Map<number, number>();
    reached.push(now);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = last.get(diagonal + 1) ?? -1;
      const right = last.get(diagonal - 1) ?? -1;
      let x = isDown(diagonal, changes, right, down) ? down : right + 1;
      while (x < was.length && x - diagonal < is.length && was[x] === is[x - diagonal]) x++;
      now.set(diagonal, x);
      if (x >= was.length && x - diagonal >= is.length) return walkBack(was, is, reached);
    }
    last = now;
  }
  return null;
}

const isDown = (diagonal: number, changes: number, right: number, down: number) =>
  diagonal === -changes || (diagonal !== changes && right < down);

function walkBack(
  was: readonly string[],
  is: readonly string[],
  reached: readonly Map<number, number>[],
): DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [was.length, is.length];
  const back = (toX: number, toY: number) => {
    while (x > toX && y > toY) {
      x--;
      y--;
      parts.push(same(was[x] ?? ''));
    }
  };
  for (let changes = reached.length - 1; changes > 0; changes--) {
    const earlier = reached[changes - 1] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = earlier.get(diagonal + 1) ?? -1;
    const right = earlier.get(diagonal - 1) ?? -1;
    if (isDown(diagonal, changes, right, down)) {
      back(down, down - diagonal);
      y--;
      parts.push({ kind: 'added', text: is[y] ?? '' });
    } else {
      back(right + 1, right + 1 - diagonal);
      x--;
      parts.push({ kind: 'removed', text: was[x] ?? '' });
    }
  }
  back(0, 0);
  return parts.reverse();
}

/** Runs of one kind in one piece; a space between two changes changes with them. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: { same: string; removed: string; added: string }[] = [];
  for (const [index, { kind, text }] of parts.entries()) {
    const bridges =
      kind === 'same' &&
      /^\s+$/.test(text) &&
      parts[index - 1]?.kind !== 'same' &&
      (parts[index + 1]?.kind ?? 'same') !== 'same' &&
      index > 0;
    let run = runs.at(-1);
    if (!run || (kind === 'same' && !bridges && (run.removed || run.added))) {
      run = { same: '', removed: '', added: '' };
      runs.push(run);
    }
    if (bridges) {
      run.removed += text;
      run.added += text;
    } else run[kind] += text;
  }
  return runs.flatMap(({ same: kept, removed, added }) => [
    ...(kept ? [same(kept)] : []),
    ...(removed ? [{ kind: 'removed', text: removed } as const] : []),
    ...(added ? [{ kind: 'added', text: added } as const] : []),
  ]);
}
