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
  const { words, claimant } = view.filter;
  return (
    <search>
      <FilterForm>
        <input
          type="search"
          name="words"
          aria-label="Words"
          key={words}
          defaultValue={words ?? ''}
          placeholder="Words, or a code such as C-0142"
        />
        <details className="more-filters">
          <summary className="button small">Filters</summary>
          <div className="filter-panel">
            {toChoices(view, names).map(({ label, ...choice }) => (
              <label key={choice.name}>
                {label} <FilterSelect {...choice} />
              </label>
            ))}
            <label>
              Claimant{' '}
              <input
                name="claimant"
                list="claimants"
                key={claimant}
                defaultValue={claimant ?? ''}
              />
            </label>
            <NameSuggestions id="claimants" names={claimants} />
          </div>
        </details>
        <button type="submit" className="button small">
          Show
        </button>
        <FilterChips view={view} names={names} />
      </FilterForm>
    </search>
  );
}

/** The filters that are on; each leads to the list without it. */
function FilterChips({ view, names }: { view: ClaimView; names: FilterNames }) {
  return (
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
  );
}

type Options = readonly (readonly [value: string, label: string])[];
type Choice = { label: string; name: string; value: string; empty: string; options: Options };

/** The filters that are chosen from a list, in the order of the panel. */
function toChoices({ filter, sort }: ClaimView, names: FilterNames): readonly Choice[] {
  const { status, verdict, kind, assignee, due, figure, article } = filter;
  // Not in the address, so that a list of one article is in the order of its text.
  const usual = defaultSort(filter);
  const sorts = sortsOf(filter).filter((each) => each !== usual);
  return [
    toChoice('Status', 'status', status, labelled(STATUS_FILTERS, STATUS_FILTER_LABELS)),
    toChoice('Verdict', 'verdict', verdict, [
      ['none', 'None yet'],
      ...names.ratings.map(({ key, label }) => [key, label] as const),
    ]),
    toChoice('Kind', 'kind', kind, labelled(CLAIM_KINDS, KIND_LABELS)),
    toChoice('Assignee', 'assignee', assignee, assigneeOptions(assignee, names.people)),
    toChoice('Due', 'due', due, labelled(DUE_FILTERS, DUE_LABELS)),
    {
      ...toChoice('Figure', 'figure', figure === null ? null : figure ? 'yes' : 'no', [
        ['yes', 'With a figure'],
        ['no', 'Without'],
      ]),
      empty: 'With or without',
    },
    toChoice('Article', 'article', article, articleOptions(article, names.articles)),
    {
      ...toChoice('Order', 'sort', sort === usual ? null : sort, labelled(sorts, SORT_LABELS)),
      empty: SORT_LABELS[usual],
    },
  ];
}

const toChoice = (label: string, name: string, value: string | null, options: Options): Choice => ({
  label,
  name,
  value: value ?? '',
  empty: 'Any',
  options,
});

const labelled = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): Options => values.map((value) => [value, labels[value]]);

/** A person or an article of the address stays chosen, though the list does not have it. */
function assigneeOptions(assignee: string | null, people: FilterNames['people']): Options {
  const all: Options = [
    ['me', 'Me'],
    ['nobody', 'Unassigned'],
    ...people.map(({ id, name }) => [id, name] as const),
  ];
  const isKnown = !assignee || all.some(([id]) => id === assignee);
  return isKnown ? all : [[assignee, 'The selected person'], ...all];
}

function articleOptions(article: string | null, articles: FilterNames['articles']): Options {
  const all: Options = articles.map(({ id, title }) => [id, title]);
  const isListed = article === null || all.some(([id]) => id === article);
  return isListed ? all : [[article, 'The selected article'], ...all];
}
