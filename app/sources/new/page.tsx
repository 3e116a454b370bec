import type { Metadata } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { Link } from '#ui/link';
import { addSource } from './actions';
import { NewSourceForm } from './new-source-form';

export const metadata: Metadata = { title: 'New source' };

export default async function NewSourcePage() {
  await permitted('source.add');
  return (
    <main id="main" className="narrow">
      <p className="crumbs">
        <Link href="/sources">Sources</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>New source</h1>
          <p className="lede">
            The desk keeps its own copy of the source with its SHA-256. The copy stays, even if the
            original changes or disappears.
          </p>
        </div>
      </div>
      <NewSourceForm action={addSource} id={uuidv7()} />
    </main>
  );
}
