import type { PlacedClaim } from '#data/documents/article-captures';
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
      return 'The current copy has the words of the claim.';
    case 'changed':
      return now.figuresDiffer
        ? 'The words and a figure of the claim changed. The claim may be a different claim now.'
        : 'The words of the claim changed.';
    case 'ambiguous':
      return `The new copy has the words of the claim in ${now.places.length === 1 ? 'one place' : `${now.places.length} places`}, which may be the wrong place.`;
    case 'vanished':
      return now.nearest
        ? 'The new copy does not have the words of the claim. The most similar words are:'
        : 'The new copy does not have the words of the claim.';
  }
}
