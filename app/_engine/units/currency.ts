import type { Token } from '../tokens/tokens';
import { type UnitMatch, unitName } from './simple-unit';
import { CURRENCY_SIGNS } from './unit-words';

/** Letters that may stand, a space apart, before a dollar sign: 'US $84', 'HK $3.7'. */
const APART_BEFORE_DOLLAR = new Set(['US', 'HK', 'NZ', 'AU', 'NT', 'S', 'c', 'hk', 'us', 'nz']);

/** A currency written before the number that begins at `at`; `from` is its first token. */
export function readCurrencyBefore(
  tokens: readonly Token[],
  at: number,
): { readonly code: string; readonly from: number } | null {
  for (const count of [3, 2, 1]) {
    const from = at - count;
    const first = tokens[from];
    if (!first) continue;
    let written = '';
    let apart = false;
    for (let i = from; i < at; i++) {
      written += tokens[i]?.text ?? '';
      if (i > from && tokens[i]?.spaced) apart = true;
    }
    const code = CURRENCY_SIGNS.get(written);
    if (!code || (apart && !APART_BEFORE_DOLLAR.has(first.text))) continue;
    const isWord = /^[A-Za-z.]+$/.test(written);
    if (isWord && written === 'PS' && tokens[at]?.spaced) continue;
    if (!first.spaced && from > 0 && tokens[from - 1]?.kind === 'word') continue;
    return { code, from };
  }
  return null;
}

const CURRENCY_AFTER_DOLLAR = new Map([
  ['us', 'USD'],
  ['usd', 'USD'],
  ['u.s.', 'USD'],
  ['cad', 'CAD'],
  ['cdn', 'CAD'],
  ['canadian', 'CAD'],
  ['aud', 'AUD'],
  ['australian', 'AUD'],
  ['nzd', 'NZD'],
  ['hkd', 'HKD'],
  ['sgd', 'SGD'],
]);

/** 'US' in '$31.20 US': which dollar it is, said after the sum. */
export function readDollarAfter(tokens: readonly Token[], at: number): UnitMatch | null {
  const token = tokens[at];
  const code = token?.kind === 'word' ? CURRENCY_AFTER_DOLLAR.get(token.lower) : undefined;
  const isName = token?.lower === 'us' && token.text !== 'US';
  return code && !isName && tokens[at + 1]?.kind !== 'word'
    ? { code, name: unitName(code), to: at + 1 }
    : code && ['usd', 'cad', 'cdn', 'aud', 'nzd', 'hkd', 'sgd'].includes(token?.lower ?? '')
      ? { code, name: unitName(code), to: at + 1 }
      : null;
}
