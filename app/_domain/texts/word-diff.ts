import { withoutHalves } from '../text';
import { diffSequences } from './sequence-diff';

/** A run of words that both texts have, or only the earlier, or only the later. */
export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

// Words, and the characters between them: together they are the text.
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
  return runs.flatMap(({ same: common, removed, added }) => [
    ...(common ? [same(common)] : []),
    ...(removed ? [{ kind: 'removed', text: removed } as const] : []),
    ...(added ? [{ kind: 'added', text: added } as const] : []),
  ]);
}

/** A change with the words around it. */
export type ChangedPassage = {
  readonly parts: readonly DiffPart[];
  /** The start of the passage in each of the texts, in UTF-16 code units. */
  readonly beforeAt: number;
  readonly afterAt: number;
};

/** Characters around a change that show where it stands. */
const CONTEXT = 80;

/**
 * Only what changed from one text to another, for a page: each change with up to 80 characters of whole
 * words around it, and changes that are as near as that in one passage.
 *
 * @returns in order; none for texts that are the same. Each passage is a stretch of both texts
 */
export function changedPassages(before: string, after: string): ChangedPassage[] {
  const passages: { parts: DiffPart[]; beforeAt: number; afterAt: number }[] = [];
  let [beforeAt, afterAt] = [0, 0];
  let open: DiffPart[] | null = null;
  const parts = diffWords(before, after);
  for (const [index, part] of parts.entries()) {
    const { kind, text } = part;
    if (kind !== 'same') {
      if (!open) {
        open = [];
        passages.push({ parts: open, beforeAt, afterAt });
      }
      open.push(part);
    } else if (open && index + 1 < parts.length && text.length <= 2 * CONTEXT) {
      open.push(part);
    } else {
      const [head, tail] = [contextAfter(text), contextBefore(text)];
      if (open && head) open.push(same(head));
      open = null;
      if (index + 1 < parts.length) {
        open = tail ? [same(tail)] : [];
        const skipped = text.length - tail.length;
        passages.push({ parts: open, beforeAt: beforeAt + skipped, afterAt: afterAt + skipped });
      }
    }
    if (kind !== 'added') beforeAt += text.length;
    if (kind !== 'removed') afterAt += text.length;
  }
  return passages;
}

/** The last words of a text. */
function contextBefore(text: string): string {
  if (text.length <= CONTEXT) return text;
  const end = text.slice(-CONTEXT);
  const space = end.search(/\s/);
  return space >= 0 ? end.slice(space + 1) : withoutHalves(end);
}

/** The first words of a text. */
function contextAfter(text: string): string {
  if (text.length <= CONTEXT) return text;
  const beginning = text.slice(0, CONTEXT);
  const words = /^.*(?=\s)/s.exec(beginning)?.[0];
  return words || withoutHalves(beginning);
}
