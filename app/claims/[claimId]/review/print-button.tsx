'use client';

import { useEffect, useState } from 'react';

/** Prints the page; there only where scripts run, since every browser prints by its own menu as well. */
export function PrintButton() {
  const [can, setCan] = useState(false);
  useEffect(() => setCan(true), []);
  if (!can) return null;
  return (
    <li>
      <button type="button" className="button small" onClick={() => window.print()}>
        Print
      </button>
    </li>
  );
}
