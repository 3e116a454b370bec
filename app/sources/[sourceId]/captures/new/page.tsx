import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { Link } from '#ui/link';
import { findSourceOf } from '../../source-of';
import { takeCapture } from './actions';
import { TakeCaptureForm } from './new-copy-form';

export const metadata: Metadata = { title: 'Add a copy' };

export default async function NewCopyPage({
  params,
}: PageProps<'/sources/[sourceId]/captures/new'>) {
  const person = await permitted('source.add');
  const source = await findSourceOf((await params).sourceId, person);
  if (!source || source.mergedInto) notFound();
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href={`/sources/${source.id}`}>{source.title}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>Add a copy</h1>
          <p className="lede">
            The desk keeps every copy. Evidence stays with its own copy. New evidence uses the
            latest copy.
          </p>
        </div>
      </div>
      <TakeCaptureForm
        action={takeCapture.bind(null, source.id)}
        id={uuidv7()}
        values={{ url: source.url ?? '' }}
      />
    </main>
  );
}
