import { Link } from '#ui/link';

export default function NotFound() {
  return (
    <main id="main" className="small">
      <h1>There is nothing here</h1>
      <p className="lede">
        The address may be mistyped. Try <Link href="/claims">all claims</Link> or{' '}
        <Link href="/articles">all articles</Link>.
      </p>
    </main>
  );
}
