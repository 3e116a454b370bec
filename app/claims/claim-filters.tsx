import { CLAIM_SORTS, DUE_FILTERS, STATUS_FILTERS } from '#domain/claims/claim-list';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { DUE_LABELS, KIND_LABELS, SORT_LABELS, STATUS_FILTER_LABELS } from '#domain/claims/labels';
import type { Rating } from '#domain/review/rating';
import { NameSuggestions } from '#ui/name-suggestions';
import { Select } from '#ui/select';
import type { ClaimView } from './address';

/** The filters as one form that only changes the address, so that every view can be sent on. */
export function ClaimFilters({
  view: { filter, sort },
  ratings,
  articles,
  names,
  people,
}: {
  view: ClaimView;
  ratings: readonly Rating[];
  articles: readonly { readonly id: string; readonly title: string }[];
  names: readonly string[];
  people: readonly { readonly id: string; readonly name: string }[];
}) {
  const titles = articles.map(({ id, title }) => [id, title] as const);
  const known = filter.article === null || articles.some(({ id }) => id === filter.article);
  const assignees = people.map(({ id, name }) => [id, name] as const);
  const { assignee } = filter;
  const isKnown = !assignee || ['me', 'nobody', ...people.map(({ id }) => id)].includes(assignee);
  return (
    <search>
      <form className="filters" action="/claims" aria-label="Filter the claims">
        <label className="wide">
          Words
          <input
            type="search"
            name="words"
            defaultValue={filter.words ?? ''}
            placeholder="Words, or a code such as C-0142"
          />
        </label>
        <label>
          Status
          <Select
            name="status"
            value={filter.status ?? ''}
            empty="Any"
            options={STATUS_FILTERS.map((status) => [status, STATUS_FILTER_LABELS[status]])}
          />
        </label>
        <label>
          Verdict
          <Select
            name="verdict"
            value={filter.verdict ?? ''}
            empty="Any"
            options={[
              ['none', 'None yet'],
              ...ratings.map(({ key, label }) => [key, label] as const),
            ]}
          />
        </label>
        <label>
          Kind
          <Select
            name="kind"
            value={filter.kind ?? ''}
            empty="Any"
            options={CLAIM_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
          />
        </label>
        <label>
          Assignee{' '}
          <Select
            name="assignee"
            value={assignee ?? ''}
            empty="Any"
            options={[
              ['me', 'Me'],
              ['nobody', 'Unassigned'],
              ...(isKnown ? [] : [[assignee, 'The selected person'] as const]),
              ...assignees,
            ]}
          />
        </label>
        <label>
          Due
          <Select
            name="due"
            value={filter.due ?? ''}
            empty="Any"
            options={DUE_FILTERS.map((due) => [due, DUE_LABELS[due]])}
          />
        </label>
        <label>
          Figure
          <Select
            name="figure"
            value={filter.figure === null ? '' : filter.figure ? 'yes' : 'no'}
            empty="With or without"
            options={[
              ['yes', 'With a figure'],
              ['no', 'Without'],
            ]}
          />
        </label>
        <label>
          Claimant
          <input name="claimant" list="claimants" defaultValue={filter.claimant ?? ''} />
        </label>
        <label>
          Article
          <Select
            name="article"
            value={filter.article ?? ''}
            empty="Any"
            options={known ? titles : [[filter.article ?? '', 'The selected article'], ...titles]}
          />
        </label>
        <label>
          Order
          <Select
            name="sort"
            value={sort}
            options={CLAIM_SORTS.map((each) => [each, SORT_LABELS[each]])}
          />
        </label>
        <button type="submit" className="button">
          Show
        </button>
        <NameSuggestions id="claimants" names={names} />
      </form>
    </search>
  );
}
