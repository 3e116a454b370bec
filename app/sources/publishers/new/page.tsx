import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { Link } from '#ui/link';
import { addPublisher } from './actions';
import { NewPublisherForm } from './new-publisher-form';

export const metadata: Metadata = { title: 'New publisher' };

export default async function NewPublisherPage() {
  await permitted('source.edit');
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/sources">Sources</Link> / <Link href="/sources/publishers">Publishers</Link>
      </p>
      <div className="page-head">
        <h1>New publisher</h1>
      </div>
      <NewPublisherForm action={addPublisher} id={uuidv7()} />
    </main>
  );
}
