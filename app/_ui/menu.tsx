'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

const ID = 'menu';

/** The parts of the masthead that a narrow screen folds into a menu, which opens without scripts. */
export function Menu({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const place = `${usePathname()}?${useSearchParams()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next page closes the menu
  useEffect(() => {
    if (box.current?.matches(':popover-open')) box.current.hidePopover();
  }, [place]);
  return (
    <div ref={box} id={ID} className="menu" popover="auto">
      {children}
    </div>
  );
}

/** Opens the menu, on a narrow screen. */
export const MenuButton = () => (
  <button type="button" className="menu-button" popoverTarget={ID}>
    Menu
  </button>
);
