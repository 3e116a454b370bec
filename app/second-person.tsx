import { Link } from '#ui/link';

/** For an administrator at a desk where no other person can approve a verdict. */
export function SecondPerson({ isThere }: { isThere: boolean }) {
  if (isThere) return null;
  return (
    <section className="first-steps notice" aria-labelledby="second-person">
      <h2 id="second-person">You are the only person who can approve a verdict</h2>
      <p>
        Another person approves each of your verdicts. Invite an editor, so that claims can be
        published.
      </p>
      <Link className="button" href="/people?role=editor#invite-title">
        Invite a second person
      </Link>
    </section>
  );
}
