'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';

type Selected = { readonly start: number; readonly end: number; readonly words: string };

/** Offers to make a claim of the words that are selected in the article. */
export function SelectionBar({ articleId }: { articleId: string }) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const read = () => setSelected(readSelection());
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  return (
    <div className="selection-bar" role="status" hidden={!selected}>
      {selected && (
        <>
          <span className="selected-words">“{shorten(selected.words)}”</span>
          <Link
            className="button small primary"
            data-make-claim
            prefetch={false}
            href={
              `/articles/${articleId}/claims/new?start=${selected.start}&end=${selected.end}` as Route
            }
          >
            Make a claim <kbd>c</kbd>
          </Link>
        </>
      )}
    </div>
  );
}

const shorten = (words: string) => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

/** The selected words as a place in the capture, or null when they are not in the article. */
function readSelection(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset, 'start');
  const end = placeOf(range.endContainer, range.endOffset, 'end');
  const words = selection.toString().trim();
  return start !== null && end !== null && end > start && words ? { start, end, words } : null;
}

function placeOf(node: Node, offset: number, side: 'start' | 'end'): number | null {
  const root = document.querySelector('[data-article-text]');
  if (!root?.contains(node)) return null;
  if (node.nodeType === Node.TEXT_NODE) {
    const run = node.parentElement?.closest<HTMLElement>('[data-start]');
    return run ? Number(run.dataset.start) + offset : null;
  }
  // A selection of whole paragraphs ends between elements: take the nearest run inside it.
  const runs = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  const isAfter = (run: HTMLElement) => boundary.comparePoint(run, 0) >= 0;
  const run = side === 'start' ? runs.find(isAfter) : runs.findLast((each) => !isAfter(each));
  if (!run) return null;
  return Number(run.dataset.start) + (side === 'end' ? (run.textContent ?? '').length : 0);
}
