'use client';

import { useEffect, useState } from 'react';
import { UNREAD_COUNTED } from '#domain/review/notification';
import { Link } from './link';

const ASK_EVERY_MS = 20_000;
const SLOWEST_MS = 300_000;

/**
 * The way to the notifications, with how many are unread. A page of a claim asks for that with what
 * else it asks; everywhere else this does, now and then, while the page is looked at.
 */
export function UnreadLink({ unread }: { unread: number }) {
  const [count, setCount] = useState(unread);
  useEffect(() => setCount(unread), [unread]);

  useEffect(() => {
    let wait = ASK_EVERY_MS;
    let timer = setTimeout(ask, wait);
    function next() {
      clearTimeout(timer);
      timer = setTimeout(ask, wait);
    }
    async function ask() {
      // Asked again once the page is looked at.
      if (document.hidden) return;
      try {
        const response = await fetch('/notifications/unread', { cache: 'no-store' });
        if (response.status === 401) return;
        setCount(((await response.json()) as { unread: number }).unread);
        wait = ASK_EVERY_MS;
      } catch {
        wait = Math.min(wait * 2, SLOWEST_MS);
      }
      next();
    }
    const onChange = (event: Event) => {
      setCount((event as CustomEvent<number>).detail);
      next();
    };
    const onVisible = () => void ask();
    addEventListener('plumbline:unread', onChange);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      removeEventListener('plumbline:unread', onChange);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);

  const isMany = count > UNREAD_COUNTED;
  const number = isMany ? `over ${UNREAD_COUNTED}` : count;
  const label =
    count === 0 ? 'Notifications' : `${number} unread notification${count === 1 ? '' : 's'}`;
  return (
    <>
      <Link className="unread-link" href="/notifications" aria-label={label}>
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
          <path d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4" strokeWidth="1.75" />
        </svg>
        {count > 0 && <span>{isMany ? `${UNREAD_COUNTED}+` : count}</span>}
      </Link>
      <span className="visually-hidden" aria-live="polite">
        {count > unread && label}
      </span>
    </>
  );
}
