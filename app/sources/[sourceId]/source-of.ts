import { cache } from 'react';
import type { SignedIn } from '#accounts/signed-in';
import { findSource } from '#data/sources';
import { isPermitted } from '#domain/permission';
import { toId } from '#forms/address';

const find = cache(findSource);

/** The source that an address names; null when there is none, or this person may not know of it. */
export async function findSourceOf(part: string, { role }: Pick<SignedIn, 'role'>) {
  const id = toId(part);
  const source = id === null ? null : await find(id);
  if (source?.confidential && !isPermitted(role, 'source.confidential')) return null;
  return source;
}
