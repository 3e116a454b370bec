import { Link } from '#ui/link';

/** Shown, with status 403, to who may not do what they asked for. */
export default function Forbidden() {
  return (
    <main id="main" className="small">
      <h1>Your role does not allow this</h1>
      <p className="lede">
        Nothing was changed. Ask an administrator of the desk for another role, or go back to{' '}
        <Link href="/claims">all claims</Link>.
      </p>
    </main>
  );
}
