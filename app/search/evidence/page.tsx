import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findSource, sourceFor } from '#data/documents/sources';
import { listQueue } from '#data/reports/desk-lists';
import { findClaimByCode } from '#data/search/search-desk';
import { claimCode } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import { toId, toText } from '#http/query';
import { Link } from '#ui/link';

export const metadata: Metadata = { title: 'Use as evidence' };

const LISTED = 20;

/** A source was found: for which claim is it evidence? */
export default async function UseAsEvidencePage({ searchParams }: PageProps<'/search/evidence'>) {
  const person = await permitted('evidence.attach');
  const query = await searchParams;
  const found = await findSource(toId(query.source) ?? '');
  const source = found && sourceFor(found, isPermitted(person.role, 'source.confidential'));
  if (!source) notFound();
  const find = toText(query.find);
  const code = toText(query.claim, 20);
  const number = code === null ? null : findClaimByCode(code);
  const queue = listQueue(person.id, LISTED);
  const to = (each: number) =>
    `/claims/${claimCode(each)}/evidence/new?${new URLSearchParams({
      source: source.id,
      ...(find && { find }),
    })}` as Route;
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/search">Search</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Use as evidence</h1>
          <p className="lede">{source.title}</p>
        </div>
      </div>
      <form className="find" action="/search/evidence">
        <input type="hidden" name="source" value={source.id} />
        {find && <input type="hidden" name="find" value={find} />}
        <label htmlFor="claim">Code of the claim</label>
        <input id="claim" name="claim" placeholder="C-0142" defaultValue={code ?? ''} />
        <button type="submit" className="button">
          Choose
        </button>
      </form>
      {code !== null && (
        <p role="status">
          {number === null ? (
            `No claim has the code “${code}”.`
          ) : (
            <Link className="button primary" href={to(number)}>
              Attach to {claimCode(number)}
            </Link>
          )}
        </p>
      )}
      <h2>Claims in my queue</h2>
      {queue.lines.length === 0 ? (
        <p className="soft">No claim is assigned to you. Enter the code of a claim above.</p>
      ) : (
        <ul className="found">
          {queue.lines.map((line) => (
            <li key={line.number}>
              <Link href={to(line.number)}>{claimCode(line.number)}</Link> {line.text}
            </li>
          ))}
        </ul>
      )}
    </main>
  );
}
