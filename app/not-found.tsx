import { Link } from '#ui/link';

export default function NotFound() {
  return (
    <main id="main" className="small">
      <h1>This page does not exist</h1>
      <p className="lede">
        Check the address, or go to <Link href="/claims">all claims</Link> or{' '}
        <Link href="/articles">all articles</Link>.
      </p>
    </main>
  );
}
