// Asked once: each question makes a formatter, and a list of 50 claims has as many days.
const zoneOfServer = Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * The time zone of the desk, by its name in the IANA database: TIME_ZONE, or else the server's own.
 * Days of the desk begin in it, and times are shown in it. In a browser it is the one that the page
 * names, so that a form reads "yesterday" as the desk does.
 *
 * @returns {string}
 */
export function timeZone() {
  if (typeof document !== 'undefined') return document.documentElement.dataset.timeZone ?? 'UTC';
  return process.env.TIME_ZONE || zoneOfServer;
}
