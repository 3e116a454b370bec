import { STATION_LABELS } from '#domain/review/labels';
import { STATIONS, type Station } from '#domain/review/next-step';

/** How far a claim is on its way, and what comes after: nobody has to look for the button of a later step. */
export function Trail({ station }: { station: Station }) {
  const now = STATIONS.indexOf(station);
  return (
    <ol className="trail" aria-label="Steps to the publication">
      {STATIONS.map((each, at) => (
        <li
          key={each}
          data-done={at < now || undefined}
          aria-current={at === now ? 'step' : undefined}
        >
          {at < now && <span className="visually-hidden">Done: </span>}
          {STATION_LABELS[each]}
          <span aria-hidden="true">{at < now ? ' ✓' : at < STATIONS.length - 1 ? ' →' : ''}</span>
        </li>
      ))}
    </ol>
  );
}
