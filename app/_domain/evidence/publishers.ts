/** A publisher with its other names, the hosts of its addresses and its owner. */
export type PublisherEntry = {
  readonly name: string;
  readonly otherNames: readonly string[];
  /** Such as 'bbc.co.uk', which stands for 'news.bbc.co.uk' too. */
  readonly hosts: readonly string[];
  readonly owner: string | null;
};

/** What a table of publishers knows of a name or a host: one key for all that belong together. */
export type PublisherTable = {
  readonly ofName: (name: string) => string | null;
  readonly ofHost: (host: string) => string | null;
  /** All names of the publisher that has this name, itself included; only the name where none has. */
  readonly namesOf: (name: string) => readonly string[];
};

/** A name as names are compared: the same whatever its case, its spaces and a "The" before it. */
export const toNameKey = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/^the /, '');

/** The host of a web address, in small letters and without "www."; null where there is none. */
export const hostOfAddress = (url: string | null): string | null =>
  (url && /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase()) || null;

/** Looks up publishers: of two entries with one name or host the first is taken. */
export function toPublisherTable(publishers: readonly PublisherEntry[]): PublisherTable {
  const byName = new Map<string, PublisherEntry>();
  const byHost = new Map<string, PublisherEntry>();
  for (const publisher of publishers) {
    for (const name of [publisher.name, ...publisher.otherNames]) {
      const key = toNameKey(name);
      if (key && !byName.has(key)) byName.set(key, publisher);
    }
    for (const host of publisher.hosts) if (!byHost.has(host)) byHost.set(host, publisher);
  }
  return {
    ofName: (name) => headOf(byName.get(toNameKey(name)), byName),
    ofHost: (host) => headOf(hostEntry(host, byHost), byName),
    namesOf: (name) => {
      const found = byName.get(toNameKey(name));
      return found ? [...new Set([name, found.name, ...found.otherNames])] : [name];
    },
  };
}

export const NO_PUBLISHERS = toPublisherTable([]);

/** An entry for a host, or for one that it is a part of. */
function hostEntry(host: string, byHost: ReadonlyMap<string, PublisherEntry>) {
  for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    const found = byHost.get(rest);
    if (found) return found;
  }
  return undefined;
}

/** The key of the owner of a publisher, or of the owner of that, and so on; a circle ends. */
function headOf(
  publisher: PublisherEntry | undefined,
  byName: ReadonlyMap<string, PublisherEntry>,
): string | null {
  if (!publisher) return null;
  const seen = new Set<PublisherEntry>();
  for (let entry = publisher; ; ) {
    seen.add(entry);
    const owner = entry.owner && toNameKey(entry.owner);
    if (!owner) return toNameKey(entry.name);
    const next = byName.get(owner);
    if (!next) return owner;
    if (seen.has(next)) return toNameKey(next.name);
    entry = next;
  }
}

const LONGEST_NAME = 200;
const LONGEST_LIST = 50;

export type PublisherRefusal = { readonly field: 'otherNames' | 'hosts'; readonly message: string };

/** The names in a field with one name a line. */
export function readNames(text: string): { names: string[]; refusal: PublisherRefusal | null } {
  const names = linesOf(text);
  const tooLong = names.find((name) => name.length > LONGEST_NAME);
  return {
    names,
    refusal:
      names.length > LONGEST_LIST || tooLong
        ? {
            field: 'otherNames',
            message: `Enter at most ${LONGEST_LIST} names of at most ${LONGEST_NAME} characters, one on each line`,
          }
        : null,
  };
}

/** The hosts in a field with one address or host a line, such as 'https://www.bbc.co.uk/news'. */
export function readHosts(text: string): { hosts: string[]; refusal: PublisherRefusal | null } {
  const lines = linesOf(text);
  const read = lines.map((line) => {
    const host = hostOfAddress(/^https?:\/\//i.test(line) ? line : `https://${line}`);
    return host && /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host) ? host : null;
  });
  const wrong = read.indexOf(null);
  const refusal = (message: string): PublisherRefusal => ({ field: 'hosts', message });
  return {
    hosts: [...new Set(read.flatMap((host) => host ?? []))],
    refusal:
      wrong >= 0
        ? refusal(`“${lines[wrong]?.slice(0, 60)}” is no web address: write for example bbc.co.uk`)
        : lines.length > LONGEST_LIST
          ? refusal(`Enter at most ${LONGEST_LIST} addresses, one on each line`)
          : null,
  };
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
