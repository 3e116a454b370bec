/** The secret that signs sessions and encrypts two-factor secrets; bin/desk.mjs sets it. */
export function currentSecret(): string {
  const secret = process.env.BETTER_AUTH_SECRET;
  if (!secret) throw new Error('BETTER_AUTH_SECRET is not set: start the desk with npm start.');
  return secret;
}
