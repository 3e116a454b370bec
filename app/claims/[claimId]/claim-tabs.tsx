import type { Route } from 'next';
import { Link } from '#ui/link';

export type ClaimTab = 'comments' | 'history';

/** The part below a claim that an address asks for. */
export const readTab = (part: string | string[] | undefined): ClaimTab =>
  part === 'history' ? 'history' : 'comments';

/** What is below a claim, one part at a time: links, so that they work without scripts. */
export function ClaimTabs({ code, tab, open }: { code: string; tab: ClaimTab; open: number }) {
  const comments = open === 0 ? 'Comments' : `Comments (${open} open)`;
  return (
    <nav className="tabs" id="talk" aria-label="Comments and history">
      {(
        [
          ['comments', comments, `/claims/${code}#talk`],
          ['history', 'History', `/claims/${code}?tab=history#talk`],
        ] as const
      ).map(([each, words, href]) => (
        <Link
          key={each}
          href={href as Route}
          aria-current={each === tab ? 'true' : undefined}
          prefetch={false}
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
