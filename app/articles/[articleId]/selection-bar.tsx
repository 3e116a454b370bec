'use client';

import type { Route } from 'next';
import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cut } from '#domain/text';
import type { FormAction } from '#forms/form-state';
import { Link } from '#ui/link';
import { readSelectedPlace } from '#ui/selected-place';
import { useSelection } from '#ui/use-selection';
import { NewClaimForm } from './claims/new/new-claim-form';
import type { NewClaimField } from './claims/new/schema';
import type { GuessedClaim } from './guessed-claim';
import { goToCard } from './together';

/** Offers, beside words that are selected in the article, to make a claim of them, and makes it there. */
export function SelectionBar({
  articleId,
  action,
}: {
  articleId: string;
  action: FormAction<NewClaimField>;
}) {
  const selected = useSelection(() => {
    const place = readSelectedPlace('[data-article-text]');
    const range = place && document.getSelection()?.getRangeAt(0).cloneRange();
    return range ? { ...place, range } : null;
  });
  const [chosen, setChosen] = useState<{ guessed: GuessedClaim; range: Range } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const range = chosen?.range ?? selected?.range ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is larger than the button
  useLayoutEffect(() => placeBeside(box.current, range), [range, chosen]);

  async function make(event: MouseEvent) {
    if (!selected || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { start, end, range: words } = selected;
    const page = `/articles/${articleId}/claims`;
    setAsking(true);
    try {
      const answer = await fetch(`${page}/guess?start=${start}&end=${end}`, { cache: 'no-store' });
      if (!answer.ok) throw new Error(answer.statusText);
      setChosen({ guessed: (await answer.json()) as GuessedClaim, range: words });
    } catch {
      // The page of the form says what is wrong.
      location.assign(`${page}/new?start=${start}&end=${end}`);
    } finally {
      setAsking(false);
    }
  }
  function close() {
    setChosen(null);
    document.getSelection()?.removeAllRanges();
  }

  return (
    <div
      ref={box}
      className="selection-bar beside-words"
      role="status"
      hidden={!range}
      data-open={chosen ? '' : undefined}
    >
      {chosen ? (
        <MadeHere {...chosen} action={action} onClose={close} />
      ) : (
        selected && (
          <>
            <span className="selected-words">“{shorten(selected.words)}”</span>
            <Link
              className="button small primary"
              data-make-claim
              aria-busy={isAsking}
              href={
                `/articles/${articleId}/claims/new?start=${selected.start}&end=${selected.end}` as Route
              }
              onClick={make}
            >
              Add a claim <kbd>c</kbd>
            </Link>
          </>
        )
      )}
    </div>
  );
}

/** The form of the new claim beside its words, filled in as the desk guesses it. */
function MadeHere({
  guessed,
  range,
  action,
  onClose,
}: {
  guessed: GuessedClaim;
  range: Range;
  action: FormAction<NewClaimField>;
  onClose: () => void;
}) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // One key saves what was guessed; the fields are one step back.
    box.current?.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
    return highlight(range);
  }, [range]);
  function onMade() {
    onClose();
    const card = document.querySelector<HTMLElement>(`[data-claim-id="${guessed.id}"]`);
    if (card) goToCard(card);
  }
  return (
    <section
      ref={box}
      aria-label="New claim"
      className="made-here"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <NewClaimForm
        action={action}
        values={guessed}
        names={null}
        beside={{ onMade, onCancel: onClose }}
      />
    </section>
  );
}

/** Keeps the words of the claim marked while its form has the selection; returns how to stop. */
function highlight(range: Range): () => void {
  if (!('highlights' in CSS)) return () => {};
  CSS.highlights.set('chosen-words', new Highlight(range));
  return () => CSS.highlights.delete('chosen-words');
}

/** Puts the box below the words, or above where there is no room; on a telephone it is at the bottom. */
function placeBeside(box: HTMLElement | null, range: Range | null): void {
  if (!box || !range) return;
  const words = range.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const isBelow = words.bottom + height + GAP < innerHeight || words.top < height + GAP;
  const left = Math.min(
    Math.max(GAP, words.left),
    document.documentElement.clientWidth - width - GAP,
  );
  const beside = isBelow ? words.bottom + GAP : words.top - height - GAP;
  const top = Math.max(GAP, Math.min(beside, innerHeight - height - GAP));
  box.style.setProperty('--left', `${left + scrollX}px`);
  box.style.setProperty('--top', `${top + scrollY}px`);
}

/** In pixels, between the box and the words or the edge of the window. */
const GAP = 8;

const shorten = (words: string) => (words.length > 60 ? `${cut(words, 57)}…` : words);
