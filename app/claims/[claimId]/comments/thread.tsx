import { v7 as uuidv7 } from 'uuid';
import type { Comment, Thread } from '#data/review/comments';
import { toCommentRuns } from '#domain/review/comment';
import { withVisibleMarks } from '#domain/texts/plain-line';
import { Time } from '#ui/time';
import { resolveThread, writeComment } from './actions';
import { CommentForm } from './comment-form';

/** A comment, its replies, and what may be done with it. */
export function CommentThread({
  thread,
  claimId,
  canWrite,
  canResolve,
  personId,
}: {
  thread: Thread;
  claimId: string;
  canWrite: boolean;
  canResolve: boolean;
  personId: string;
}) {
  const isResolved = thread.resolvedAt !== null;
  return (
    <article className="thread sheet" aria-label={`Comment by ${thread.author}`}>
      <CommentBody comment={thread} />
      {thread.replies.length > 0 && (
        <ol className="replies" aria-label="Replies">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentBody comment={reply} />
            </li>
          ))}
        </ol>
      )}
      {isResolved && (
        <p className="soft resolved-by">
          Resolved by {thread.resolvedBy} on <Time at={thread.resolvedAt} />.
        </p>
      )}
      <div className="thread-actions">
        {canResolve && (
          <form action={resolveThread}>
            <input type="hidden" name="thread" value={thread.id} />
            <button
              type="submit"
              className="button small"
              name="resolved"
              value={isResolved ? 'no' : 'yes'}
            >
              {isResolved ? 'Reopen' : 'Resolve'}
              <span className="visually-hidden"> the comment by {thread.author}</span>
            </button>
          </form>
        )}
        {canWrite && !isResolved && (
          <details className="reply">
            <summary className="button small quiet">
              Reply<span className="visually-hidden"> to {thread.author}</span>
            </summary>
            <CommentForm
              action={writeComment}
              id={uuidv7()}
              claimId={claimId}
              threadId={thread.id}
              draftKey={`${personId} ${thread.id}`}
            />
          </details>
        )}
      </div>
    </article>
  );
}

/** The words of one comment. They are text and nothing else: no markup, no links. */
function CommentBody({ comment }: { comment: Comment }) {
  return (
    <div className="said" id={`comment-${comment.id}`}>
      <p className="said-by">
        <strong>{comment.author}</strong>{' '}
        <span className="soft num">
          <Time at={comment.at} />
        </span>
      </p>
      <p className="said-body">
        {toCommentRuns(comment.body, comment.mentioned).map(({ start, text, isMention }) =>
          isMention ? (
            <mark key={start} className="mention">
              {withVisibleMarks(text)}
            </mark>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  );
}
