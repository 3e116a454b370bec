'use client';

import { useEffect, useRef, useState } from 'react';

/** What is selected on the page, as `read` makes it of the selection; null while nothing is. */
export function useSelection<Value>(read: () => Value | null): Value | null {
  const [selected, setSelected] = useState<Value | null>(null);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const look = () => setSelected(latest.current());
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);
  return selected;
}
