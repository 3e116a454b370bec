import { waitInWords } from '#domain/sign-in-limit';

/** Why a form that asks for the present password goes no further; without the last full stop. */
export const explainPassword = (answer: 'wrong' | { readonly until: Date }): string =>
  answer === 'wrong'
    ? 'This is not your present password'
    : `Too many wrong passwords were tried: try again in ${waitInWords(answer.until, new Date())}`;
