import type { ReactNode } from 'react';
import type { Claim } from '#data/claims/claims';
import { dayInWords } from '#domain/day';
import { Link } from '#ui/link';

/** Who says it, when, where it stands, and why the desk suggested it. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const { article } = claim;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'Claimant',
      claim.claimant ? (
        <>
          {claim.claimant.name}
          {claim.claimant.role && <span className="soft">, {claim.claimant.role}</span>}
        </>
      ) : (
        (claim.claimantUnknownReason ?? <span className="soft">not named</span>)
      ),
    ],
    [
      'Said on',
      <When key="said" day={claim.saidOn} words={claim.saidOnText} dated={article.publishedOn} />,
    ],
    [
      'Happened on',
      <When
        key="event"
        day={claim.eventOn}
        words={claim.eventOnText}
        dated={article.publishedOn}
      />,
    ],
    ['Place', claim.place],
    [
      'Article',
      <>
        <Link key="article" href={`/articles/${article.id}`}>
          {article.title}
        </Link>
        {article.publisher && <span className="soft">, {article.publisher}</span>}
      </>,
    ],
    ['Checkable', claim.checkable ? 'yes' : 'no'],
    [
      'Check-worthiness',
      <>
        <span className="num">{claim.checkWorthiness.toFixed(2)}</span>
        {claim.reasons.length > 0 && <span className="soft">: {claim.reasons.join('; ')}</span>}
      </>,
    ],
    ['Found by', claim.engineVersion ? `the engine, version ${claim.engineVersion}` : 'a reviewer'],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function When({
  day,
  words,
  dated,
}: {
  day: string | null;
  words: string | null;
  dated: string | null;
}) {
  if (day) {
    return (
      <>
        {dayInWords(day)}
        {words && <span className="soft"> (“{words}”)</span>}
      </>
    );
  }
  if (!words) return <span className="soft">not given</span>;
  return (
    <>
      “{words}”
      <span className="soft">
        , date not known{dated === null && ': the article has no publication date'}
      </span>
    </>
  );
}
