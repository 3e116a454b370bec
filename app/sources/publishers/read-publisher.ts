import { type PublisherEntry, readHosts, readNames } from '#domain/evidence/publishers';
import { accept, type Result, refuse } from '#domain/result';

type Given = {
  readonly name: string;
  readonly otherNames: string | null;
  readonly hosts: string | null;
  readonly owner: string | null;
};

/** A publisher as it is entered, with its names and addresses a line each; or what is wrong. */
export function readPublisher({
  name,
  otherNames,
  hosts,
  owner,
}: Given): Result<PublisherEntry, Partial<Record<'otherNames' | 'hosts', string[]>>> {
  const names = readNames(otherNames ?? '');
  const addresses = readHosts(hosts ?? '');
  const refusals = [names.refusal, addresses.refusal].filter((each) => each !== null);
  if (refusals.length > 0) {
    return refuse(Object.fromEntries(refusals.map(({ field, message }) => [field, [message]])));
  }
  return accept({ name, otherNames: names.names, hosts: addresses.hosts, owner });
}
