import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { recordHashedAnew } from '#data/sign-in/password-hashes';
import { HashesBusy, withHashLimit } from './hash-queue';

/** @see OWASP Password Storage Cheat Sheet, scrypt: N 2^17, r 8, p 1. It takes 128 MB while it runs. */
const COST = { ln: 17, r: 8, p: 1 } as const;
type Cost = { readonly ln: number; readonly r: number; readonly p: number };

const KEY_BYTES = 64;

/** How the account library hashed before: "salt:key", both in hexadecimal, the salt as it is written. */
const OLD = /^([0-9a-f]{32}):([0-9a-f]{128})$/;
const OLD_COST = { ln: 14, r: 16, p: 1 } as const;

/** The work that an old hash lacks, so that a wrong password takes as long for everybody. */
const LACKING_COST = { ln: 16, r: 12, p: 1 } as const;

/** The hash of a password, in the PHC string format. @throws HashesBusy */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await withHashLimit(() => derive(password, salt, COST));
  const { ln, r, p } = COST;
  return `$scrypt$ln=${ln},r=${r},p=${p}$${toText(salt)}$${toText(key)}`;
}

type Made = { readonly hash: string; readonly password: string };
const justMade = new AsyncLocalStorage<Made>();

/** Runs work in which a hash that was made a moment ago is known to be of its password. */
export const knowing = <Value>(made: Made, work: () => Promise<Value>): Promise<Value> =>
  justMade.run(made, work);

/**
 * Whether a hash is of this password. A hash of a lower cost is then replaced.
 *
 * @throws HashesBusy
 */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  const made = justMade.getStore();
  if (made?.hash === hash && made.password === password) return true;
  const old = OLD.exec(hash);
  if (!old) return verify(hash, password);
  const [, salt = '', key = ''] = old;
  const isRight = await withHashLimit(async () => {
    const derived = await derive(password, salt, OLD_COST);
    const same = timingSafeEqual(derived, Buffer.from(key, 'hex'));
    if (!same) await derive(password, salt, LACKING_COST);
    return same;
  });
  if (isRight) await hashAnew(hash, password);
  return isRight;
}

/** If this is not possible now, it is done at the next sign-in, and this sign-in goes on. */
async function hashAnew(old: string, password: string): Promise<void> {
  try {
    await recordHashedAnew(old, await hashPassword(password));
  } catch (error) {
    if (!(error instanceof HashesBusy)) {
      console.error(`A password could not be hashed again: ${error}`);
    }
  }
}

const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

async function verify(hash: string, password: string): Promise<boolean> {
  const [, ln, r, p, salt = '', key = ''] = PHC.exec(hash) ?? [];
  const wanted = Buffer.from(key, 'base64');
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const derived = await withHashLimit(() =>
    // What is no hash of ours is nobody's password, and takes as long to say so.
    derive(password, Buffer.from(salt, 'base64'), key ? cost : COST),
  );
  return derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

/** In a thread of Node's own, so that nobody waits for it. */
function derive(password: string, salt: Buffer | string, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 2 * 128 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

const toText = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
