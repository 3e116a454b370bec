import { hostOfAddress, NO_PUBLISHERS, type PublisherTable, toNameKey } from './publishers';
import type { Stance } from './stance';

/** The part of a piece of evidence that shows how independent its source is. */
type SourcedEvidence = {
  readonly stance: Stance;
  /** The same for sources that are not independent of each other: see toOrigin. */
  readonly origin: string;
  /** Whether its source is the article under check itself, or repeats it: nothing is checked by itself. */
  readonly isOfArticle: boolean;
};

/**
 * How many independent sources there are; those whose evidence settles nothing do not count, and
 * neither does the article itself.
 */
export const countOrigins = (evidence: readonly SourcedEvidence[]): number =>
  new Set(
    besideArticle(evidence)
      .filter(({ stance }) => stance !== 'inconclusive')
      .map(({ origin }) => origin),
  ).size;

/** The evidence that is not the article's own word. */
export const besideArticle = <Each extends Pick<SourcedEvidence, 'isOfArticle'>>(
  evidence: readonly Each[],
): Each[] => evidence.filter(({ isOfArticle }) => !isOfArticle);

/** The beginning of the chain of sources that a source repeats. */
export type Root = {
  readonly id: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly confidential: boolean;
};

/**
 * The origin of a source, as reports and publications show it: see toOrigin. A confidential origin
 * is only a number that its rows share.
 */
export const toReportedOrigin = (root: Root, publishers: PublisherTable = NO_PUBLISHERS): string =>
  root.confidential ? toHiddenOrigin(root.id) : toOrigin(root, publishers);

/** The end of an id is chance, where its beginning is the time and a hash of a name could be guessed. */
export const toHiddenOrigin = (id: string): string => `confidential:${id.slice(-12)}`;

/**
 * What a source goes back to, so that sources of one origin count once.
 *
 * @param source  the root of its `derivedFrom` chain
 * @param publishers  which names and hosts belong together
 * @returns its publisher, by the table or whatever the case and spaces of its name; without one, the
 *   host of its address; without that, the document itself
 */
export function toOrigin(
  source: Pick<Root, 'id' | 'publisher' | 'url'>,
  publishers: PublisherTable = NO_PUBLISHERS,
): string {
  const name = source.publisher === null ? '' : toNameKey(source.publisher);
  const host = hostOfAddress(source.url);
  const known = (name && publishers.ofName(name)) || (host && publishers.ofHost(host));
  if (known || name) return `publisher:${known || name}`;
  return host ? `host:${host}` : `document:${source.id}`;
}

/** The origin that a name stands for: that of the publisher which has it. */
export const toNamedOrigin = (name: string, publishers: PublisherTable): string =>
  `publisher:${publishers.ofName(name) ?? toNameKey(name)}`;

/** A reviewer's answer to whether a source is independent of the others on a claim. */
export type Independence = {
  /** Null where nobody was asked: the desk then goes by the publishers. */
  readonly independent: boolean | null;
  /** If it is not: the source that it counts as one with. */
  readonly countsWithId: string | null;
  /** If it is not: the organization that the source repeats. */
  readonly comesFrom: string | null;
};

export const NOT_ASKED: Independence = { independent: null, countsWithId: null, comesFrom: null };

/** Evidence on one claim, as far as its origin depends on it. */
export type CountedEvidence = Pick<Independence, 'countsWithId' | 'comesFrom'> & {
  readonly documentId: string;
};

/**
 * The origin of each piece of evidence on one claim, in their order: where a reviewer says that it counts
 * as one with another source, that of the other, which may itself count as one with a third.
 *
 * @param originOf  the origin of a document by itself
 */
export function toEvidenceOrigins<Origin>(
  evidence: readonly CountedEvidence[],
  originOf: {
    readonly document: (documentId: string) => Origin;
    readonly name: (name: string) => Origin;
  },
): Origin[] {
  const follow = (each: CountedEvidence, seen: ReadonlySet<string>): Origin => {
    if (each.comesFrom !== null) return originOf.name(each.comesFrom);
    const next = each.countsWithId;
    if (next === null || seen.has(next)) return originOf.document(each.documentId);
    const ofNext = evidence.filter(({ documentId }) => documentId === next);
    const leadsOn = ofNext.every((one) => one.comesFrom !== null || one.countsWithId !== null);
    const [first] = ofNext;
    return first && leadsOn
      ? follow(first, new Set([...seen, each.documentId]))
      : originOf.document(next);
  };
  return evidence.map((each) => follow(each, new Set([each.documentId])));
}
