const HOUR_MS = 60 * 60 * 1000;

/** How long a session lasts, in milliseconds. */
export type SessionLimits = {
  /** Without being used. */
  readonly idleMs: number;
  /** In all, however much it is used. */
  readonly longestMs: number;
};

const IDLE_HOURS = 12;
const SESSION_DAYS = 30;

/** The limits that SESSION_IDLE_HOURS and SESSION_DAYS set; bin/settings.mjs has refused bad ones. */
export const toSessionLimits = (
  env: Readonly<Record<string, string | undefined>>,
): SessionLimits => ({
  idleMs: (Number(env.SESSION_IDLE_HOURS) || IDLE_HOURS) * HOUR_MS,
  longestMs: (Number(env.SESSION_DAYS) || SESSION_DAYS) * 24 * HOUR_MS,
});

/** When a session that is used now ends, unless it is used again. */
export const sessionExpiry = (
  startedAt: Date,
  now: Date,
  { idleMs, longestMs }: SessionLimits,
): Date => new Date(Math.min(startedAt.getTime() + longestMs, now.getTime() + idleMs));
