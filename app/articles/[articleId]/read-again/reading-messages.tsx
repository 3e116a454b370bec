import { type RereadCounts, rereadInWords } from '#domain/claims/reread';
import { languageInWords } from '#domain/documents/language';
import { isReadAsEnglish } from '#engine/sentences/language';
import type { FormAction } from '#forms/form-state';
import { ReadAgain } from './read-again';

/** What is to be said of how the article was read: what just happened, and what it was read with. */
export function ReadingMessages({
  done,
  readBy,
  engineVersion,
  language,
  action,
}: {
  /** What reading again has just done; null when nobody has just read it again. */
  done: RereadCounts | null;
  readBy: string;
  /** The version of this desk's engine. */
  engineVersion: string;
  language: string | null;
  /** Null for who may only read. */
  action: FormAction<never> | null;
}) {
  return (
    <div className="reading-notices">
      {done && (
        <p className="notice" role="status">
          {rereadInWords(done)}
        </p>
      )}
      {readBy !== engineVersion && (
        <div className="notice read-by-another">
          <p>
            The desk read this article with engine {readBy}. The desk now has engine {engineVersion}
            . “Read again” updates the suggestions and keeps the work of reviewers.
          </p>
          {action && <ReadAgain action={action} look="primary" />}
        </div>
      )}
      {language && !isReadAsEnglish(language) && (
        <p className="notice">
          The language of this text seems to be {languageInWords(language)}. The desk reads only the
          sentences and plain figures, and suggests no claims. Select the words of each claim
          yourself.
        </p>
      )}
    </div>
  );
}
