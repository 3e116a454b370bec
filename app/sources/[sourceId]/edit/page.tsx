import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findSource, listSources } from '#data/evidence';
import { toId } from '#forms/address';
import { History } from '#review/history';
import { DocumentForm } from '#ui/document-form';
import { editSource } from './actions';

export const metadata: Metadata = { title: 'Edit source' };

export default async function EditSourcePage({
  params,
  searchParams,
}: PageProps<'/sources/[sourceId]/edit'>) {
  await permitted('source.edit');
  const source = await findSource(toId((await params).sourceId) ?? '');
  if (!source || source.underCheck) notFound();
  const { title, publisher, author, url, publishedOn, revision, derivedFrom } = source;
  const others = (await listSources()).filter(
    ({ id }) => id !== source.id && id !== derivedFrom?.id,
  );
  const offered = derivedFrom ? [derivedFrom, ...others] : others;
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href={`/sources/${source.id}`}>{title}</Link>
      </p>
      <div className="page-head">
        <h1>Edit source</h1>
      </div>
      <DocumentForm
        action={editSource.bind(null, source.id)}
        values={{
          title,
          publisher: publisher ?? '',
          author: author ?? '',
          url: url ?? '',
          publishedOn: publishedOn ?? '',
          revision: String(revision),
          derivedFrom: derivedFrom?.id ?? '',
        }}
        sources={offered.map((each) => [each.id, each.title])}
      />
      <section className="after-form" aria-labelledby="history-title">
        <h2 id="history-title">History</h2>
        <History
          of={{ documentId: source.id }}
          path={`/sources/${source.id}/edit`}
          query={await searchParams}
        />
      </section>
    </main>
  );
}
