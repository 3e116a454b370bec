import { COMMON_PASSWORDS } from './common-passwords';

/** The owner of a password. */
export type PasswordOwner = { readonly name: string; readonly email: string };

/**
 * Why a password that is long enough is refused all the same: it is among those that are tried first.
 *
 * @returns a sentence without its full stop, or null
 * @see NIST SP 800-63B-4, 3.1.1.2: commonly used, expected or compromised values, also of the context
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const folded = fold(password);
  if (isCommon(folded)) {
    return 'This password is too common: choose a few unusual words';
  }
  if (isMadeOf(folded, ownWords(owner))) {
    return 'This password is made of your name, your address or the desk’s name: choose other words';
  }
  return null;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** A common password itself, one with some figures or signs about it, or one again and again. */
function isCommon(password: string): boolean {
  if (COMMON_PASSWORDS.has(password)) return true;
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (core.length * 2 >= password.length && COMMON_PASSWORDS.has(core)) return true;
  const unit = unitOf(password);
  return unit.length < password.length && (unit.length <= 3 || COMMON_PASSWORDS.has(unit));
}

/** The shortest text of which this one is a repetition; itself when it is none. */
function unitOf(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}

const DESK_NAME = 'plumbline';

function ownWords({ name, email }: PasswordOwner): string[] {
  const words = fold(`${name} ${email} ${DESK_NAME}`).split(/[^\p{L}\p{N}]+/u);
  // The longest first, or "ann" would be taken out of "annette".
  return words.filter(({ length }) => length >= 3).sort((a, b) => b.length - a.length);
}

/** So few letters beside one's own words are no secret. */
const FEW_LETTERS = 5;

function isMadeOf(password: string, words: readonly string[]): boolean {
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), password);
  if (rest === password) return false;
  return (rest.match(/\p{L}/gu)?.length ?? 0) <= FEW_LETTERS;
}
