/** By what somebody signs in, and at what a sign-in is refused. */
export const SIGN_IN_LABELS = {
  password: 'password',
  code: 'code of the authenticator app',
  recoveryCode: 'recovery code',
} as const;
