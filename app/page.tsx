import { redirect } from 'next/navigation';
import { signedIn } from '#accounts/signed-in';

/** The desk's own page comes with the review; until then the articles are where work starts. */
export default async function Desk() {
  await signedIn();
  redirect('/articles');
}
