import type { Route } from 'next';
import type { FoundRow } from '#data/search/found-rows';
import { claimCode } from '#domain/claims/claim';
import { STATUS_LABELS } from '#domain/claims/labels';
import { dayInWords } from '#domain/day';
import { excerptOf } from '#domain/search/excerpt';
import type { SearchWords } from '#domain/search/search';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Link } from '#ui/link';

/** A hit: where it leads, its words with those of the search marked, and what can be done with it. */
export function FoundItem({
  found,
  words,
  use,
}: {
  found: FoundRow;
  words: SearchWords;
  /** For a person who may attach evidence: to the claim of this code, or to one that is chosen then. */
  use: { readonly forCode: string | null; readonly words: string } | null;
}) {
  const { runs, at, word } = excerptOf(found.text, words);
  const { claim, sourceId } = found;
  const canUse = use && sourceId && found.kind !== 'quote';
  return (
    <li>
      <p className="found-title">
        <Link href={hrefOf(found, at)}>{titleOf(found)}</Link>
        {found.status && (
          <span className="badge" data-tone={found.status}>
            {STATUS_LABELS[found.status]}
          </span>
        )}
      </p>
      {found.kind !== 'claimant' && (
        <p className="found-words">
          {runs.map((run, n) =>
            run.isFound ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a hit never change their order
              <mark key={n}>{withVisibleMarks(run.text)}</mark>
            ) : (
              withVisibleMarks(run.text)
            ),
          )}
        </p>
      )}
      <p className="soft found-about">
        {aboutOf(found)}
        {claim && found.kind !== 'claim' && (
          <>
            {' '}
            On <Link href={`/claims/${claimCode(claim.number)}`}>{claimCode(claim.number)}</Link>:{' '}
            {claim.text}
          </>
        )}
        {canUse && (
          <>
            {' '}
            <Link href={toUse(sourceId, use, word)}>
              {use.forCode ? `Use as evidence for ${use.forCode}` : 'Use as evidence'}
            </Link>
          </>
        )}
      </p>
    </li>
  );
}

function hrefOf(found: FoundRow, at: number | null): Route {
  const code = found.claim && claimCode(found.claim.number);
  switch (found.kind) {
    case 'claim':
      return `/claims/${code}` as Route;
    case 'claimant':
      return `/claims?${new URLSearchParams({ claimant: found.text })}` as Route;
    case 'explanation':
      return `/claims/${code}#verdict` as Route;
    case 'quote':
      return `/claims/${code}#evidence` as Route;
    case 'comment':
      return `/claims/${code}#comment-${found.of}` as Route;
    case 'article':
      return `/articles/${found.of}` as Route;
    case 'source':
      return `/sources/${found.of}` as Route;
    case 'copy':
      return `/sources/${found.sourceId}/captures/${found.copy}${at === null ? '' : `?at=${at}#words`}` as Route;
  }
}

function titleOf({ kind, claim, title, text, copy, number, by }: FoundRow): string {
  const code = claim ? claimCode(claim.number) : '';
  switch (kind) {
    case 'claim':
      return code;
    case 'explanation':
      return `${code}: ${by ?? 'verdict'}, version ${number}`;
    case 'comment':
      return `${by} on ${code}`;
    case 'copy':
      return `${title}, copy ${copy}`;
    default:
      return title ?? text;
  }
}

function aboutOf({ kind, by }: FoundRow): string | null {
  switch (kind) {
    case 'claim':
      return by && `Said by ${by}`;
    case 'claimant':
      return by;
    case 'article':
    case 'source':
      return by && `Published on ${dayInWords(by)}.`;
    case 'quote':
    case 'copy':
      return by && `${by}.`;
    default:
      return null;
  }
}

function toUse(sourceId: string, use: { forCode: string | null }, word: string | null): Route {
  const parts = new URLSearchParams({ source: sourceId, ...(word && { find: word }) });
  return (
    use.forCode ? `/claims/${use.forCode}/evidence/new?${parts}` : `/search/evidence?${parts}`
  ) as Route;
}
