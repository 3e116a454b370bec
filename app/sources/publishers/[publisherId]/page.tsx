import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findPublisher } from '#data/evidence/publishers';
import { toId } from '#http/query';
import { Link } from '#ui/link';
import { editPublisher } from './actions';
import { PublisherForm } from './publisher-form';

export const metadata: Metadata = { title: 'Edit publisher' };

export default async function PublisherPage({
  params,
}: PageProps<'/sources/publishers/[publisherId]'>) {
  await permitted('source.edit');
  const { publisherId } = await params;
  const publisher = findPublisher(toId(publisherId) ?? '');
  if (!publisher) notFound();
  const { id, name, otherNames, hosts, owner, revision } = publisher;
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/sources">Sources</Link> / <Link href="/sources/publishers">Publishers</Link>
      </p>
      <div className="page-head">
        <h1>{name}</h1>
      </div>
      <PublisherForm
        action={editPublisher.bind(null, id)}
        values={{
          name,
          otherNames: otherNames.join('\n'),
          hosts: hosts.join('\n'),
          owner: owner ?? '',
          revision: String(revision),
        }}
      />
    </main>
  );
}
