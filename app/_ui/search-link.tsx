import { Link } from './link';

/** The way to the search, in the masthead. */
export const SearchLink = () => (
  <Link className="search-link" href="/search" aria-label="Search">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20 20" strokeWidth="1.75" />
    </svg>
    <kbd>/</kbd>
  </Link>
);
