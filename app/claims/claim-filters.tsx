import { DUE_FILTERS, defaultSort, STATUS_FILTERS, sortsOf } from '#domain/claims/claim-list';
import { CLAIM_KINDS } from '#domain/claims/kind';
import { DUE_LABELS, KIND_LABELS, SORT_LABELS, STATUS_FILTER_LABELS } from '#domain/claims/labels';
import { Link } from '#ui/link';
import { NameSuggestions } from '#ui/name-suggestions';
import type { ClaimView } from './address';
import { type FilterNames, toChips } from './filter-chips';
import { FilterForm, FilterSelect } from './filter-form';

/** The filters as one form that only changes the address, so that every view can be sent on. */
export function ClaimFilters({
  view,
  names,
  claimants,
}: {
  view: ClaimView;
  names: FilterNames;
  claimants: readonly string[];
}) {
  const { filter, sort } = view;
  const { ratings, people } = names;
  const titles = names.articles.map(({ id, title }) => [id, title] as const);
  const isListed = filter.article === null || titles.some(([id]) => id === filter.article);
  const assignees = people.map(({ id, name }) => [id, name] as const);
  const { assignee } = filter;
  // Not in the address, so that a list of one article is in the order of its text.
  const usual = defaultSort(filter);
  const isKnown = !assignee || ['me', 'nobody', ...people.map(({ id }) => id)].includes(assignee);
  return (
    <search>
      <FilterForm>
        <input
          type="search"
          name="words"
          aria-label="Words"
          key={filter.words}
          defaultValue={filter.words ?? ''}
          placeholder="Words, or a code such as C-0142"
        />
        <details className="more-filters">
          <summary className="button small">Filters</summary>
          <div className="filter-panel">
            <label>
              Status
              <FilterSelect
                name="status"
                value={filter.status ?? ''}
                empty="Any"
                options={STATUS_FILTERS.map((status) => [status, STATUS_FILTER_LABELS[status]])}
              />
            </label>
            <label>
              Verdict
              <FilterSelect
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
              <FilterSelect
                name="kind"
                value={filter.kind ?? ''}
                empty="Any"
                options={CLAIM_KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
              />
            </label>
            <label>
              Assignee{' '}
              <FilterSelect
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
              <FilterSelect
                name="due"
                value={filter.due ?? ''}
                empty="Any"
                options={DUE_FILTERS.map((due) => [due, DUE_LABELS[due]])}
              />
            </label>
            <label>
              Figure
              <FilterSelect
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
              <input
                name="claimant"
                list="claimants"
                key={filter.claimant}
                defaultValue={filter.claimant ?? ''}
              />
            </label>
            <label>
              Article
              <FilterSelect
                name="article"
                value={filter.article ?? ''}
                empty="Any"
                options={
                  isListed ? titles : [[filter.article ?? '', 'The selected article'], ...titles]
                }
              />
            </label>
            <label>
              Order
              <FilterSelect
                name="sort"
                value={sort === usual ? '' : sort}
                empty={SORT_LABELS[usual]}
                options={sortsOf(filter)
                  .filter((each) => each !== usual)
                  .map((each) => [each, SORT_LABELS[each]])}
              />
            </label>
            <NameSuggestions id="claimants" names={claimants} />
          </div>
        </details>
        <button type="submit" className="button small">
          Show
        </button>
        <ul className="chips" aria-label="Filters that are on">
          {toChips(view, names).map(({ key, label, value, without }) => (
            <li key={key}>
              <Link href={without} aria-label={`Remove the filter ${label}: ${value}`}>
                <span className="soft">{label}:</span> <span className="chip-value">{value}</span>{' '}
                <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
        </ul>
      </FilterForm>
    </search>
  );
}
