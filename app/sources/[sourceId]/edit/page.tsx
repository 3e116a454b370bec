import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { findFileDay } from '#data/captures/about-text';
import { listSources } from '#data/documents/sources';
import { Link } from '#ui/link';
import { findSourceOf } from '../source-of';
import { editSource } from './actions';
import { SourceForm } from './source-form';

export const metadata: Metadata = { title: 'Edit source' };

export default async function EditSourcePage({ params }: PageProps<'/sources/[sourceId]/edit'>) {
  const person = await permitted('source.edit');
  const source = await findSourceOf((await params).sourceId, person);
  if (!source || source.underCheck || source.mergedInto) notFound();
  const { title, revision, derivedFrom, kind } = source;
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
      <SourceForm
        action={editSource.bind(null, source.id)}
        fileDay={findFileDay(source.id)}
        values={{
          title,
          kind,
          publisher: source.publisher ?? '',
          author: source.author ?? '',
          url: source.url ?? '',
          publishedOn: source.publishedOn ?? '',
          language: source.language ?? '',
          contact: source.contact ?? '',
          confidentialReason: source.confidentialReason ?? '',
          revision: String(revision),
          derivedFrom: derivedFrom?.id ?? '',
        }}
        sources={offered.map((each) => [each.id, each.title])}
      />
    </main>
  );
}
