'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EVERY_MS = 1500;
const WITHOUT_SCRIPTS_S = 4;

/**
 * Reloads the page while some work shown on it goes on: by a script, or by the browser itself.
 *
 * @param besideForm  whether a form stands on the page: the browser itself would empty it
 */
export function ReloadWhile({ besideForm = false }: { readonly besideForm?: boolean }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  if (besideForm) return null;
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(WITHOUT_SCRIPTS_S)} />
    </noscript>
  );
}
