'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A key, and the rest of the sentence: it … */
export type KeyHelp = readonly (readonly [key: string, does: string])[];

const EVERYWHERE: KeyHelp = [
  ['g d', 'go to the desk'],
  ['g a', 'go to the articles'],
  ['g c', 'go to the claims'],
  ['g s', 'go to the sources'],
  ['g n', 'go to the notifications'],
  ['/', 'search everything'],
  ['?', 'show all keys'],
];

const PLACES = {
  d: '/',
  a: '/articles',
  c: '/claims',
  s: '/sources',
  n: '/notifications',
} as const;

/** How long the second key of two may take, in milliseconds. */
const SECOND_KEY_MS = 1500;

// The keys of the parts of the page that are shown, by the part: the dialog is in the layout around them.
const ofParts = new Map<symbol, { readonly title: string; readonly keys: KeyHelp }>();

/** Lists the keys of a part of the page, as long as it is shown, for a person who asks with `?`. */
export function useKeyHelp(title: string, keys: KeyHelp): void {
  useLayoutEffect(() => {
    const part = Symbol(title);
    ofParts.set(part, { title, keys });
    return () => {
      ofParts.delete(part);
    };
  }, [title, keys]);
}

/** Whether a key that is pressed here is a letter of a text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])'));

/** The keys that every page has, and the list of all keys of the page. */
export function DeskKeys() {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  const [parts, setParts] = useState<readonly { title: string; keys: KeyHelp }[]>([]);
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);

  function show() {
    setParts([...ofParts.values()]);
    dialog.current?.showModal();
  }

  // Before the page is painted: a person who sees it may press a key.
  useLayoutEffect(() => {
    function search() {
      const field = document.querySelector<HTMLInputElement>('.search-form input[type="search"]');
      if (!field) return router.push('/search');
      field.focus();
      field.select();
    }
    let first = Number.NEGATIVE_INFINITY;
    function onKey(event: KeyboardEvent) {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return;
      if (document.querySelector('dialog:modal')) return;
      const isSecond = performance.now() - first < SECOND_KEY_MS;
      first = Number.NEGATIVE_INFINITY;
      if (isSecond && Object.hasOwn(PLACES, key)) router.push(PLACES[key as keyof typeof PLACES]);
      else if (key === 'g') first = performance.now();
      else if (key === '/') search();
      else if (key === '?') showAll.current();
      else return;
      // The page's own keys do not hear it.
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [router]);
  const showAll = useRef(show);
  showAll.current = show;

  return (
    <>
      {/* Its place is there before scripts are, so that the masthead does not jump. */}
      <button
        type="button"
        className="keys-button"
        aria-label="Keys"
        data-ready={isReady || undefined}
        onClick={show}
      >
        ?
      </button>
      <dialog ref={dialog} className="sheet keys-dialog" aria-labelledby="keys-title">
        <form method="dialog">
          <h2 id="keys-title">Keys</h2>
          {[...parts, { title: 'Everywhere', keys: EVERYWHERE }].map(({ title, keys }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {keys.map(([key, does]) => (
                  <div key={key}>
                    <dt>
                      {key.split(' ').map((each) => (
                        <kbd key={each}>{each}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <button className="button" type="submit">
            Close
          </button>
        </form>
      </dialog>
    </>
  );
}
