import { minuteOf } from '#domain/day';
import { timeZone } from '#process/time-zone';

/** A moment to the minute, in the time zone of the desk, with the short name of the zone. */
export function Time({ at }: { at: Date | string }) {
  const zone = timeZone();
  return (
    <time dateTime={new Date(at).toISOString()} title={zone} suppressHydrationWarning>
      {minuteOf(at, zone)}
    </time>
  );
}
