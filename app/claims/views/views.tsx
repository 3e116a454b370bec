import type { Route } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { countListed } from '#data/claims/claim-list';
import { listSavedViews } from '#data/reports/saved-views';
import { countInWords, filterForReader } from '#domain/claims/claim-list';
import { isPermitted, type Role } from '#domain/people/permission';
import { Link } from '#ui/link';
import { type ClaimView, readView, toQuery } from '../address';
import { removeView, saveView } from './actions';
import { SaveViewForm } from './save-view-form';
import './views.css';

/** What every desk looks at, by name. */
const FIRST_VIEWS = [
  ['All', ''],
  ['Suggestions', '?status=suggested&sort=checkWorthy'],
  ['My queue', '?status=underWork&assignee=me&sort=due'],
  ['Unassigned', '?status=open&assignee=nobody&sort=due'],
  ['In review', '?status=inReview&sort=due'],
] as const;

/** The lists that have names, as tabs with the number of their claims. */
export function Views({
  view,
  person,
}: {
  view: ClaimView;
  person: { readonly id: string; readonly role: Role };
}) {
  const saved = listSavedViews(person.id);
  const now = toQuery(view);
  const tabs = [
    ...FIRST_VIEWS.map(([name, query]) => ({ id: name, name, query, isOfDesk: true })),
    ...saved,
  ];
  const current = tabs.find(({ query }) => query === now);
  const own = saved.find(({ query }) => query === now);
  const mayShare = isPermitted(person.role, 'view.share');
  return (
    <div className="views">
      <nav aria-label="Views">
        <ul>
          {tabs.map(({ id, name, query }) => (
            <li key={id}>
              <Link
                href={`/claims${query}` as Route}
                aria-current={current?.id === id ? 'page' : undefined}
              >
                {name} <span className="num soft">{countOf(query, person.id)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {!current && (
        <details className="new-view">
          <summary>Save this view</summary>
          <SaveViewForm action={saveView} id={uuidv7()} query={now} mayShare={mayShare} />
        </details>
      )}
      {own && (mayShare || !own.isOfDesk) && (
        <form action={removeView}>
          <input type="hidden" name="view" value={own.id} />
          <button type="submit" className="button small quiet">
            Remove the view “{own.name}”
          </button>
        </form>
      )}
    </div>
  );
}

/** Nothing where counting takes longer than the list. */
function countOf(query: string, personId: string): string {
  const { filter } = readView(Object.fromEntries(new URLSearchParams(query)));
  const count = countListed(filterForReader(filter, personId));
  return count === null ? '' : countInWords(count);
}
