import type { Metadata } from 'next';
import { permitted } from '#accounts/permitted';
import { listPublishers } from '#data/evidence/publishers';
import { isPermitted } from '#domain/people/permission';
import { Link } from '#ui/link';
import '../sources.css';

export const metadata: Metadata = { title: 'Publishers' };

export default async function PublishersPage() {
  const { role } = await permitted('desk.read');
  const mayEdit = isPermitted(role, 'source.edit');
  const publishers = listPublishers();
  return (
    <main id="main">
      <p className="crumbs">
        <Link href="/sources">Sources</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Publishers</h1>
          <p className="lede">
            Sources of one publisher count as one source. Here the desk keeps the other names, the
            addresses and the owner of a publisher: BBC News belongs to the BBC. Publishers with one
            owner count as one, too.
          </p>
        </div>
        {mayEdit && (
          <Link className="button primary" href="/sources/publishers/new">
            New publisher
          </Link>
        )}
      </div>
      {publishers.length === 0 ? (
        <div className="empty">
          <h2>No publishers yet</h2>
          <p>Without them, publishers are compared by their names alone.</p>
        </div>
      ) : (
        <div className="wide-table">
          <table className="publishers">
            <thead>
              <tr>
                <th scope="col">Publisher</th>
                <th scope="col">Other names</th>
                <th scope="col">Addresses</th>
                <th scope="col">Owner</th>
              </tr>
            </thead>
            <tbody>
              {publishers.map(({ id, name, otherNames, hosts, owner }) => (
                <tr key={id} id={id}>
                  <th scope="row">
                    {mayEdit ? <Link href={`/sources/publishers/${id}`}>{name}</Link> : name}
                  </th>
                  <td data-label="Other names">{otherNames.join(', ')}</td>
                  <td data-label="Addresses">{hosts.join(', ')}</td>
                  <td data-label="Owner">{owner}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
