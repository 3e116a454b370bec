'use client';

import { usePathname } from 'next/navigation';
import { Link } from './link';

/** The desk's main lists, with the one that is open marked. */
export function Navigation({ canVerify, canManage }: { canVerify: boolean; canManage: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label="Desk">
      <Link href="/" aria-current={path === '/' ? 'page' : undefined}>
        Desk
      </Link>
      <Link href="/articles" aria-current={path.startsWith('/articles') ? 'page' : undefined}>
        Articles
      </Link>
      <Link href="/claims" aria-current={path.startsWith('/claims') ? 'page' : undefined}>
        Claims
      </Link>
      <Link href="/sources" aria-current={path.startsWith('/sources') ? 'page' : undefined}>
        Sources
      </Link>
      {canVerify && (
        <Link href="/record" aria-current={path.startsWith('/record') ? 'page' : undefined}>
          Record
        </Link>
      )}
      {canManage && (
        <Link href="/people" aria-current={path.startsWith('/people') ? 'page' : undefined}>
          People
        </Link>
      )}
    </nav>
  );
}
