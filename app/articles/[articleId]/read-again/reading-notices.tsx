import { type RereadCounts, rereadInWords } from '#domain/claims/reread';
import { languageInWords } from '#domain/documents/language';
import { isReadAsEnglish } from '#engine/sentences/language';
import type { FormAction } from '#forms/form-state';
import { ReadAgain } from './read-again';

/** What is to be said of how the article was read: what just happened, and what it was read with. */
export function ReadingNotices({
  done,
  readBy,
  engineVersion,
  language,
  action,
}: {
  /** What reading again has just done; null when nobody has just read it again. */
  done: RereadCounts | null;
  readBy: string;
  /** Of the engine that this desk has. */
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
            Read by engine {readBy}; this desk has {engineVersion}. Reading again brings the
            suggestions up to date, and keeps everything reviewers did.
          </p>
          {action && <ReadAgain action={action} look="primary" />}
        </div>
      )}
      {language && !isReadAsEnglish(language) && (
        <p className="notice">
          This text seems to be in {languageInWords(language)}: only its sentences and plain figures
          are read, and no claims are suggested. Select the words of each claim yourself.
        </p>
      )}
    </div>
  );
}
