import type { PlacedClaim } from '#data/documents/article-copies';
import { claimCode } from '#domain/claims/claim';
import type { Reanchored } from '#domain/documents/reanchor';
import { diffWords } from '#domain/texts/word-diff';
import type { FormAction } from '#forms/form-state';
import { Link } from '#ui/link';
import { PlaceForm } from './place-form';
import type { PlaceField } from './schema';

/** A claim whose words are not for certain in a text, with what is there in their place. */
export function ClaimElsewhere({
  claim,
  now,
  text,
  place,
}: {
  claim: PlacedClaim;
  now: Reanchored;
  text: string;
  /** Null while it cannot be placed. */
  place: FormAction<PlaceField> | null;
}) {
  const code = claimCode(claim.number);
  const nearest = nearestWords(now, text);
  return (
    <li>
      <p>
        <Link href={`/claims/${code}`}>{code}</Link> {claim.text}
      </p>
      <p className="soft">{outcomeInWords(now)}</p>
      {nearest !== null && (
        <p className="nearest">
          {toParts(claim.exact, nearest).map(({ key, kind, words }) =>
            kind === 'same' ? (
              <span key={key}>{words}</span>
            ) : kind === 'removed' ? (
              <del key={key}>
                <span className="visually-hidden">[was: </span>
                {words}
                <span className="visually-hidden">]</span>
              </del>
            ) : (
              <ins key={key}>
                <span className="visually-hidden">[is: </span>
                {words}
                <span className="visually-hidden">]</span>
              </ins>
            ),
          )}
        </p>
      )}
      {place && (
        <PlaceForm
          action={place}
          claimId={claim.id}
          revision={claim.revision}
          code={code}
          words={nearest ?? ''}
        />
      )}
    </li>
  );
}

function toParts(before: string, after: string) {
  let at = 0;
  return diffWords(before, after).map(({ kind, text: words }) => {
    const key = at;
    at += words.length;
    return { key, kind, words };
  });
}

function nearestWords(now: Reanchored, text: string): string | null {
  switch (now.outcome) {
    case 'same':
    case 'moved':
    case 'changed':
      return now.anchor.exact;
    case 'vanished':
      return now.nearest && text.slice(now.nearest.start, now.nearest.end);
    case 'ambiguous':
      return null;
  }
}

function outcomeInWords(now: Reanchored): string {
  switch (now.outcome) {
    case 'same':
    case 'moved':
      return 'Its words stand in the copy that is read.';
    case 'changed':
      return now.figuresDiffer
        ? 'Its words changed, and a figure in them: it may be another claim now.'
        : 'Its words changed.';
    case 'ambiguous':
      return `Its words stand at ${now.places.length === 1 ? 'a place' : `${now.places.length} places`} in the new copy that may not be its own.`;
    case 'vanished':
      return now.nearest
        ? 'Its words are gone. What is most like them:'
        : 'Its words are gone from the new copy.';
  }
}
