'use client';

import type { Route } from 'next';
import { cut } from '#domain/text';
import { Link } from '#ui/link';
import { readSelectedPlace } from '#ui/selected-place';
import { useSelection } from '#ui/use-selection';

/** Offers to make a claim of the words that are selected in the article. */
export function SelectionBar({ articleId }: { articleId: string }) {
  const selected = useSelection(() => readSelectedPlace('[data-article-text]'));
  return (
    <div className="selection-bar" role="status" hidden={!selected}>
      {selected && (
        <>
          <span className="selected-words">“{shorten(selected.words)}”</span>
          <Link
            className="button small primary"
            data-make-claim
            href={
              `/articles/${articleId}/claims/new?start=${selected.start}&end=${selected.end}` as Route
            }
          >
            Add a claim <kbd>c</kbd>
          </Link>
        </>
      )}
    </div>
  );
}

const shorten = (words: string) => (words.length > 60 ? `${cut(words, 57)}…` : words);
