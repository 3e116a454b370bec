import { Time } from '#ui/time';
import type { Done } from './last-step';

/** What was done last, where the person who did it looks: at the place of the button that is gone. */
export function DoneLine({ done }: { done: Done }) {
  return (
    <p className="done">
      <span aria-hidden="true">✓</span> <strong>{done.words}</strong>{' '}
      <span className="soft num">
        <Time at={done.at} />
      </span>
    </p>
  );
}
