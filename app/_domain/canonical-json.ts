export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * JSON in the one form that a hash may be taken of: keys in UTF-16 order, no white space, numbers
 * as ECMAScript writes them. A lone surrogate or a number that is not finite cannot be written.
 *
 * @throws RangeError for either of these
 * @see RFC 8785, JSON Canonicalization Scheme, sections 3.2.2 and 3.2.3.
 */
export function toCanonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`JSON has no number ${value}`);
  }
  if (typeof value === 'string' && !value.isWellFormed()) {
    throw new RangeError('JSON text must be well-formed Unicode');
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  const record = value as { readonly [key: string]: Json };
  let members = '';
  for (const key of Object.keys(record).sort()) {
    members += `${members && ','}${toCanonicalJson(key)}:${toCanonicalJson(record[key] as Json)}`;
  }
  return `{${members}}`;
}
