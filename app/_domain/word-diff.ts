import { diffSequences } from './sequence-diff';

/** A run of words that both texts have, or only the earlier, or only the later. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

// Words, and what stands between them: joined again they are the text.
const WORD = /\s+|[\p{L}\p{M}\p{N}_]+(?:[.,'’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;

/**
 * What changed from one text to another, word by word, with as few words removed and added as can be
 * found in short time: see `diffSequences`.
 *
 * @returns the parts in order: those that are not added make up `before`, those not removed `after`
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const was = before.match(WORD) ?? [];
  const is = after.match(WORD) ?? [];
  const parts: DiffPart[] = [];
  let at = 0;
  const push = (kind: DiffPart['kind'], words: readonly string[]) => {
    for (const text of words) parts.push({ kind, text });
  };
  for (const { aFrom, aTo, bFrom, bTo } of diffSequences(was, is)) {
    push('same', was.slice(at, aFrom));
    push('removed', was.slice(aFrom, aTo));
    push('added', is.slice(bFrom, bTo));
    at = aTo;
  }
  push('same', was.slice(at));
  return joined(parts);
}

const same = (text: string): DiffPart => ({ kind: 'same', text });

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
