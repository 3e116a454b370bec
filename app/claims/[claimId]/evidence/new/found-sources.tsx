import type { FoundSource } from './found-source';

/** Earlier sources as buttons of the form, so that what was typed goes along. */
export function FoundSources({ sources }: { sources: readonly FoundSource[] }) {
  return (
    <ul className="found-sources" aria-label="Earlier sources">
      {sources.map(({ id, title, about, words }) => (
        <li key={id}>
          <button type="submit" name="chosen" value={id}>
            <span className="found-title">{title}</span>
            {about && <span className="soft">{about}</span>}
            {words && <q className="soft">{words}</q>}
          </button>
        </li>
      ))}
    </ul>
  );
}
