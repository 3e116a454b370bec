'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { NewsPlace } from '#domain/record/news';
import type { LiveAnswer, OpenForms } from './answer';

const ASK_EVERY_MS = 3000;
const SLOWEST_MS = 60_000;
const PATIENCE_MS = 10_000;
const WRITING_FOR_MS = 6000;

/**
 * Asks the desk every few seconds while the page is looked at, and says quietly who else is there
 * and what changed. Nothing on the page moves by itself: the reader decides when to see the change.
 */
export function LiveBar({
  code,
  revision,
  seq,
  forms,
  isForm,
}: {
  code: string;
  revision: number;
  seq: number;
  forms: OpenForms;
  isForm: boolean;
}) {
  const router = useRouter();
  const [answer, setAnswer] = useState<LiveAnswer | null>(null);
  const [refreshing, refresh] = useTransition();
  const bar = useRef<HTMLDivElement>(null);
  const asked = useRef<{ place: NewsPlace; restore: () => void } | null>(null);

  useEffect(() => {
    // Made from a newer page: it has the earlier messages.
    setAnswer((last) => last && { ...last, news: null });
    asked.current?.restore();
    if (asked.current) show(asked.current.place, bar.current);
    asked.current = null;
    return poll(`/claims/${code}/live?revision=${revision}&seq=${seq}`, setAnswer);
  }, [code, revision, seq]);

  const news = answer?.news;
  // A form whose claim has left the work, or whose figure is gone, would go with what is typed in it.
  const wouldLoseForm = isForm && Boolean(news && answer && (answer.forms < forms || news.removes));
  return (
    <section className="live" ref={bar} tabIndex={-1} aria-label="Other people on this claim">
      <p aria-live="polite" className="live-here">
        {answer?.here}
      </p>
      <div aria-live="polite" className="live-news">
        {news && (
          <>
            {news.words}:{' '}
            {wouldLoseForm ? (
              <a href={`/claims/${code}`} target="_blank" rel="noreferrer">
                see the change in a new tab
              </a>
            ) : (
              <button
                type="button"
                aria-busy={refreshing}
                onClick={() => {
                  asked.current = { place: news.place, restore: keepTyped() };
                  refresh(() => router.refresh());
                }}
              >
                show the change
              </button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/**
 * What is half-typed anywhere on the page. Most fields live through a refresh; the forms of a step are
 * made anew with each revision of the claim.
 *
 * @returns puts it into fields that were made anew meanwhile
 */
function keepTyped(): () => void {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[id]')]
    .filter(({ value, defaultValue }) => value !== defaultValue)
    .map((field) => ({ field, id: field.id, value: field.value }));
  return () => {
    for (const { field, id, value } of fields) {
      const now = document.getElementById(id);
      if (!(now instanceof HTMLTextAreaElement) || now === field || now.value !== '') continue;
      now.value = value;
      const folded = now.closest('details');
      if (folded) folded.open = true;
    }
  };
}

/** Leads the eye and the focus to what changed, or keeps it here where this page does not show the change. */
function show(place: NewsPlace, bar: HTMLElement | null): void {
  const target = document.getElementById(`${place}-title`) ?? bar;
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: target === bar });
}

/** @returns how to stop: nothing is left running behind a page that was left */
function poll(address: string, onAnswer: (answer: LiveAnswer) => void): () => void {
  const stopped = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = ASK_EVERY_MS;
  let asking = false;
  let wroteAt = Number.NEGATIVE_INFINITY;

  async function ask() {
    clearTimeout(timer);
    if (asking || document.hidden || stopped.signal.aborted) return;
    asking = true;
    const isWriting = performance.now() - wroteAt < WRITING_FOR_MS;
    try {
      const response = await fetch(`${address}${isWriting ? '&writing=1' : ''}`, {
        cache: 'no-store',
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      // Signed out, or not allowed any more: asking again would change nothing.
      if (response.status >= 400 && response.status < 500) return stopped.abort();
      if (!response.ok) throw new Error(String(response.status));
      const answer = (await response.json()) as LiveAnswer;
      if (stopped.signal.aborted) return;
      onAnswer(answer);
      dispatchEvent(new CustomEvent('plumbline:unread', { detail: answer.unread }));
      wait = ASK_EVERY_MS;
    } catch {
      wait = Math.min(wait * 2, SLOWEST_MS);
    } finally {
      asking = false;
      if (!stopped.signal.aborted) timer = setTimeout(ask, wait);
    }
  }

  const { signal } = stopped;
  document.addEventListener('visibilitychange', () => void ask(), { signal });
  const note = ({ target }: Event) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
      wroteAt = performance.now();
    }
  };
  document.addEventListener('input', note, { signal });
  void ask();
  return () => {
    stopped.abort();
    clearTimeout(timer);
  };
}
