'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect } from 'react';

/** Looks for words in the copy by the page's address, and leaves what was typed beside it as it is. */
export function FindInCopy({
  value,
  address,
  hasPages,
  at,
}: {
  value: string | null;
  address: string;
  hasPages: boolean;
  /** The place in the copy to show. */
  at: number | null;
}) {
  const router = useRouter();
  const [path = '', query = ''] = address.split('?');
  useEffect(() => {
    if (at === null) return;
    const run = document.querySelector(`.copy-scroll [data-start="${at}"]`);
    run?.scrollIntoView({ block: 'center' });
  }, [at]);
  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('find') ?? '').trim();
    const more = words ? `&${new URLSearchParams({ find: words })}` : '';
    router.replace(`${address}${more}` as Route, { scroll: false });
  }
  return (
    <search>
      <form method="get" action={path} className="find" onSubmit={find}>
        {[...new URLSearchParams(query)].map(([name, each]) => (
          <input key={name} type="hidden" name={name} value={each} />
        ))}
        <label htmlFor="find">Find in the copy</label>
        <input
          id="find"
          name="find"
          type="search"
          placeholder={hasPages ? 'Words, or a page such as p. 14' : undefined}
          defaultValue={value ?? ''}
        />
        <button type="submit" className="button small">
          Find
        </button>
      </form>
    </search>
  );
}
