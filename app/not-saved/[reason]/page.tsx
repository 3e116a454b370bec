import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { permitted } from '#accounts/permitted';
import { UNAVAILABLE, unavailableInWords } from '#domain/unavailable';
import { toOneOf } from '#http/query';
import { Link } from '#ui/link';

export const metadata: Metadata = { title: 'Not saved' };

/** Where a button leads that could save nothing. */
export default async function NotSavedPage({ params }: PageProps<'/not-saved/[reason]'>) {
  await permitted('desk.read');
  const reason = toOneOf(UNAVAILABLE, (await params).reason);
  if (!reason) notFound();
  return (
    <main id="main" className="small">
      <h1>The desk cannot save this now</h1>
      <p className="lede">
        {unavailableInWords(reason)}. Go back to the earlier page in your browser.
      </p>
      <p className="actions">
        <Link href="/">The desk</Link>
      </p>
    </main>
  );
}
