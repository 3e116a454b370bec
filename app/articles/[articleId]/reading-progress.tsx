import type { ArticleReading } from '#data/readings/readings';
import { MOST_UNASKED } from '#domain/claims/suggestion-choice';
import { ReloadWhile } from '#ui/reload-while';
import { shareRead } from '#work/readings';
import { chooseSuggestions } from './suggestions/actions';
import { ChoiceForm } from './suggestions/choice-form';

/** How far the reading of an article is, and what it asks. Nothing of one that is done as usual. */
export function ReadingProgress({
  reading,
  mayChoose,
}: {
  reading: ArticleReading;
  mayChoose: boolean;
}) {
  const { articleId, state, choice } = reading;
  const found = (reading.found ?? 0).toLocaleString('en');
  const choose = chooseSuggestions.bind(null, articleId);
  if (state === 'waiting') {
    return (
      <>
        <ReloadWhile />
        <p className="notice" role="status">
          {progressInWords(reading, shareRead(articleId))}
        </p>
      </>
    );
  }
  if (state === 'asking') {
    return (
      <div className="notice">
        <p>
          <strong>The desk found {found} statements in this text.</strong>{' '}
          {!mayChoose && 'A checker chooses which statements become suggestions.'}
        </p>
        {mayChoose && <ChoiceForm action={choose} found={reading.found ?? 0} />}
      </div>
    );
  }
  if (state === 'failed') {
    return (
      <p className="notice loud">
        <strong>The desk could not read this article.</strong> {reading.error}
      </p>
    );
  }
  if (choice === null || choice === 'all' || (reading.found ?? 0) <= MOST_UNASKED) return null;
  return (
    <details className="notice">
      <summary>
        {choice === 'none'
          ? `The desk suggests none of the ${found} statements in this text.`
          : `The desk suggests the ${MOST_UNASKED.toLocaleString('en')} statements most worth checking, of ${found} in this text.`}
      </summary>
      {mayChoose && <ChoiceForm action={choose} found={reading.found ?? 0} />}
    </details>
  );
}

function progressInWords({ toWrite, written }: ArticleReading, read: number | null): string {
  if (toWrite === null || toWrite === 0) {
    const percent = Math.floor((read ?? 0) * 100);
    return `The desk is reading this text: ${percent}% done. The page updates by itself.`;
  }
  const [done, all] = [written, toWrite].map((count) => count.toLocaleString('en'));
  return `The desk is saving the statements: ${done} of ${all} so far. You can already work on the saved statements.`;
}
