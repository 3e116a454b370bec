import { SEARCH_KIND_LABELS, SEARCH_KINDS, type SearchKind } from '#domain/search/search';
import { Select } from '#ui/select';

/** The words of a search, in the page's address, so that every search can be sent on. */
export function SearchField({
  words,
  kind,
  forCode,
}: {
  words: string;
  kind: SearchKind | null;
  forCode: string | null;
}) {
  return (
    <search>
      <form action="/search" className="search-form" aria-label="Search the desk">
        <input
          type="search"
          name="words"
          aria-label="Words"
          placeholder="Words, “exact words” or a code such as C-0142"
          defaultValue={words}
          // biome-ignore lint/a11y/noAutofocus: a person opens this page to type
          autoFocus={words === ''}
        />
        <Select
          name="kind"
          aria-label="Kind"
          value={kind ?? ''}
          empty="Everything"
          options={SEARCH_KINDS.map((each) => [each, SEARCH_KIND_LABELS[each]])}
        />
        {forCode && <input type="hidden" name="for" value={forCode} />}
        <button type="submit" className="button primary">
          Search
        </button>
      </form>
    </search>
  );
}
