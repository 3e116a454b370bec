import { type TryRefusal, tryRefusalInWords } from '#domain/sign-in/limit';

/** Why a form that asks for the present password goes no further; without the last full stop. */
export const explainPassword = (refusal: { readonly kind: 'wrong' } | TryRefusal): string =>
  refusal.kind === 'wrong'
    ? 'This is not your current password'
    : tryRefusalInWords(refusal, new Date());
