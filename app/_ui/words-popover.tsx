'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SelectedPlace } from './selected-place';
import './words-popover.css';

type Shown = { readonly place: SelectedPlace; readonly left: number; readonly top: number };

const GAP = 8;
const ROOM = 240;

/**
 * What can be done with selected words, right under them. It moves with the words, and goes with the
 * selection; Escape takes the selection away.
 *
 * @param read  the selected words and their place, or null
 */
export function WordsPopover({
  read,
  children,
}: {
  read: () => SelectedPlace | null;
  children: (place: SelectedPlace, close: () => void) => ReactNode;
}) {
  const [shown, setShown] = useState<Shown | null>(null);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const look = () => setShown(toShown(latest.current()));
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') document.getSelection()?.removeAllRanges();
    };
    document.addEventListener('selectionchange', look);
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
      document.removeEventListener('keydown', leave);
    };
  }, []);
  if (!shown) return null;
  const close = () => {
    document.getSelection()?.removeAllRanges();
    setShown(null);
  };
  return (
    <div
      className="words-popover"
      role="toolbar"
      aria-label="Selected words"
      style={{ left: shown.left, top: shown.top }}
      // The selection would be gone before the click.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children(shown.place, close)}
    </div>
  );
}

/** Below the last line of the selection, within the window; null where nothing is selected. */
function toShown(place: SelectedPlace | null): Shown | null {
  const selection = document.getSelection();
  if (!place || !selection || selection.rangeCount === 0) return null;
  const lines = selection.getRangeAt(0).getClientRects();
  const last = lines[lines.length - 1] ?? selection.getRangeAt(0).getBoundingClientRect();
  return {
    place,
    left: Math.max(GAP, Math.min(last.left, window.innerWidth - ROOM)),
    top: Math.max(GAP, Math.min(last.bottom + GAP, window.innerHeight - 6 * GAP)),
  };
}
