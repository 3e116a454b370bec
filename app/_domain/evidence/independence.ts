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
export const toReportedOrigin = (root: Root): string =>
  root.confidential ? toHiddenOrigin(root.id) : toOrigin(root);

/** The end of an id is chance, where its beginning is the time and a hash of a name could be guessed. */
export const toHiddenOrigin = (id: string): string => `confidential:${id.slice(-12)}`;

/**
 * What a source goes back to, so that sources of one origin count once.
 *
 * @param source  the root of its `derivedFrom` chain
 * @returns its publisher, whatever the case and spaces; without one, the host of its address; without
 *   that, the document itself
 */
export function toOrigin(source: Pick<Root, 'id' | 'publisher' | 'url'>): string {
  const publisher = source.publisher?.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (publisher) return `publisher:${publisher.replace(/^the /, '')}`;
  const host = source.url && /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(source.url)?.[1];
  return host ? `host:${host.toLowerCase()}` : `document:${source.id}`;
}
