import { redirect } from 'next/navigation';
import { permitted } from '#accounts/permitted';

/** The desk's own page comes with the review; until then the articles are where work starts. */
export default async function Desk() {
  await permitted('desk.read');
  redirect('/articles');
}
