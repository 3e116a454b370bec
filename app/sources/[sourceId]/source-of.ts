import { cache } from 'react';
import type { SignedIn } from '#accounts/signed-in';
import { findSource, sourceFor } from '#data/documents/sources';
import { isPermitted } from '#domain/people/permission';
import { toId } from '#http/query';

const find = cache(findSource);

/**
 * The source that an address names, with what this person may know of it; null when there is none, or
 * they may not know of it at all.
 */
export async function findSourceOf(part: string, { role }: Pick<SignedIn, 'role'>) {
  const id = toId(part);
  const source = id === null ? null : await find(id);
  return source && sourceFor(source, isPermitted(role, 'source.confidential'));
}
