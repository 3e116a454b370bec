import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { listMentionable, listThreads, type Thread } from '#data/review/comments';
import { claimCode } from '#domain/claims/claim';
import { isPermitted } from '#domain/people/permission';
import { Link } from '#ui/link';
import { writeComment } from './actions';
import { CommentForm } from './comment-form';
import { MentionNames } from './mention-field';
import { CommentThread } from './thread';
import './comments.css';

/** Of resolved threads, how many a page shows before it is asked for all of them. */
const RESOLVED_SIZE = 20;

/** What colleagues say about a claim: open threads first, resolved ones folded away. */
export async function Comments({
  claim,
  showAll,
}: {
  claim: { readonly id: string; readonly number: number };
  /** Whether the address asks for all resolved threads. */
  showAll: boolean;
}) {
  const by = await permitted('desk.read');
  const canWrite = isPermitted(by.role, 'comment.write');
  const threads = listThreads(claim.id);
  const people = canWrite ? await listMentionable() : [];
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null).reverse();
  const shown = showAll ? resolved : resolved.slice(0, RESOLVED_SIZE);
  const code = claimCode(claim.number);
  const thread = (each: Thread) => (
    <CommentThread
      key={each.id}
      thread={each}
      claimId={claim.id}
      canWrite={canWrite}
      canResolve={isPermitted(by.role, 'comment.resolve')}
      personId={by.id}
    />
  );

  return (
    <section className="comments" aria-labelledby="comments-title">
      {/* The tab above says the same to those who see it. */}
      <h2 id="comments-title" className="visually-hidden">
        Comments
      </h2>
      <MentionNames names={people.map(({ name }) => name)}>
        {threads.length === 0 && (
          <p className="soft">No comments yet. A claim with an open comment cannot be approved.</p>
        )}
        {open.map(thread)}
        {resolved.length > 0 && (
          <details className="resolved" open={showAll}>
            <summary>
              {resolved.length === 1
                ? 'One resolved comment'
                : `${resolved.length} resolved comments`}
            </summary>
            {shown.map(thread)}
            {shown.length < resolved.length && (
              <p>
                <Link href={`/claims/${code}?comments=all#comments-title`}>
                  Show all {resolved.length}
                </Link>
              </p>
            )}
          </details>
        )}
        {canWrite && (
          <CommentForm
            action={writeComment}
            id={uuidv7()}
            claimId={claim.id}
            threadId={null}
            draftKey={`${by.id} ${claim.id}`}
            peopleHint={
              <noscript>
                <p className="hint">
                  People at this desk: {people.map(({ name }) => name).join(', ')}.
                </p>
              </noscript>
            }
          />
        )}
      </MentionNames>
    </section>
  );
}
