'use client';

import { useEffect, useState } from 'react';
import type { RatingSuggestion } from '#domain/review/rating-suggestion';

export type Compared = { readonly id: string; readonly sentence: string; readonly source: string };

/**
 * What the comparisons of figures come to: their sentences, ready for the explanation, and the
 * rating they suggest. Buttons put them in; without JavaScript they are there to copy and to read.
 *
 * @param insert  adds a sentence to the explanation
 * @param follow  chooses the suggested rating and its reasons
 */
export function Suggestion({
  compared,
  suggestion,
  contradiction,
  insert,
  follow,
}: {
  compared: readonly Compared[];
  suggestion: RatingSuggestion | null;
  contradiction: string | null;
  insert: (sentence: string) => void;
  follow: (suggestion: RatingSuggestion) => void;
}) {
  const [hasScript, setHasScript] = useState(false);
  const [done, setDone] = useState('');
  useEffect(() => setHasScript(true), []);
  return (
    <section className="suggestion" aria-labelledby="suggestion-title">
      <h2 id="suggestion-title">What the compared figures show</h2>
      <ul>
        {compared.map(({ id, sentence, source }) => (
          <li key={id}>
            <p className="sentence">{sentence}</p>
            <p className="soft">
              Source: {source}
              {hasScript && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="button small"
                    aria-label={`Insert: ${sentence}`}
                    onClick={() => {
                      insert(sentence);
                      setDone('The sentence is in the explanation.');
                    }}
                  >
                    Insert
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {suggestion ? (
        <p>
          The figures suggest <strong>{suggestion.rating.label}</strong>
          {suggestion.reasons.length > 0 && ` (${suggestion.reasons.join(', ')})`}.{' '}
          {suggestion.because} You decide. A different rating needs a reason.
          {hasScript && (
            <>
              {' '}
              <button
                type="button"
                className="button small"
                onClick={() => {
                  follow(suggestion);
                  setDone(`The rating is now ${suggestion.rating.label}.`);
                }}
              >
                Choose this rating
              </button>
            </>
          )}
        </p>
      ) : (
        <p>{contradiction && <strong>{contradiction}</strong>} The figures suggest no rating.</p>
      )}
      <p role="status" className="soft">
        {done}
      </p>
    </section>
  );
}
