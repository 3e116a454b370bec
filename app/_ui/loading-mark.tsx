'use client';

import { useLinkStatus } from 'next/link';
import { createPortal } from 'react-dom';

/** A moving line at the top of the window, from a moment after a link was followed until its page is there. */
export function LoadingMark() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  // In the body, since the link may be in a menu that has closed.
  return createPortal(
    <div className="loading-mark" role="progressbar" aria-label="Loading the page" />,
    document.body,
  );
}
