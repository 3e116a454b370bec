import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { v7 as uuidv7 } from 'uuid';
import { permitted } from '#accounts/permitted';
import { findAboutText } from '#data/captures/about-text';
import { type Capture, findCapture, findPreviousCapture } from '#data/captures/captures';
import { listQuotesIn } from '#data/documents/sources';
import { minuteOf } from '#domain/day';
import { isPermitted } from '#domain/people/permission';
import { sizeInWords } from '#domain/text';
import { toCount } from '#http/query';
import { timeZone } from '#process/time-zone';
import { CopyText } from '#ui/copy-text';
import { Link } from '#ui/link';
import { ReloadWhile } from '#ui/reload-while';
import { findSourceOf } from '../../source-of';
import { takeAsItIs, typeTranscript } from './actions';
import { AsItIsForm } from './as-it-is-form';
import { Differences } from './differences';
import { TranscriptForm } from './transcript-form';
import '../../source.css';

export async function generateMetadata({
  params,
}: PageProps<'/sources/[sourceId]/captures/[n]'>): Promise<Metadata> {
  const person = await permitted('desk.read');
  const { sourceId, n } = await params;
  const source = await findSourceOf(sourceId, person);
  return { title: source ? `Copy ${n} of ${source.title}` : 'No such copy' };
}

export default async function CapturePage({
  params,
  searchParams,
}: PageProps<'/sources/[sourceId]/captures/[n]'>) {
  const person = await permitted('desk.read');
  const [{ sourceId, n }, { at }] = await Promise.all([params, searchParams]);
  const source = await findSourceOf(sourceId, person);
  const capture = source && (await findCapture(source.id, toCount(n) ?? 0));
  if (!source || !capture) notFound();
  const [previous, quotes, about] = await Promise.all([
    capture.state === 'complete' ? findPreviousCapture(source.id, capture.n) : null,
    listQuotesIn(capture.id),
    findAboutText(capture.id),
  ]);
  const mayAdd = isPermitted(person.role, 'source.add');
  const text = capture.text ?? '';
  const isPicture = capture.mime?.startsWith('image/') ?? false;
  return (
    <main id="main" className="source">
      {capture.state === 'pending' && <ReloadWhile />}
      <p className="crumbs">
        <Link href="/sources">Sources</Link> /{' '}
        <Link href={`/sources/${source.id}`}>{source.title}</Link>
      </p>
      <div className="page-head">
        <h1>
          Copy {capture.n} of {source.title}
        </h1>
        {capture.sha256 && capture.takedownReason === null && (
          <a className="button" href={`/sources/${source.id}/captures/${capture.n}/file`} download>
            Download the file
          </a>
        )}
      </div>
      {about.textFrom === 'pageData' && (
        <p className="notice">
          The page shows only a part of this text, or nothing without JavaScript: the text is the
          article as the page gives it for machines. Compare it with the page.
        </p>
      )}
      {capture.wall && capture.state === 'failed' && (
        <div className="notice loud">
          <p>
            <strong>This is not the document.</strong> {capture.error}
          </p>
          {mayAdd && text.trim() !== '' && (
            <AsItIsForm action={takeAsItIs.bind(null, source.id, capture.n)} id={uuidv7()} />
          )}
        </div>
      )}
      {!capture.wall && capture.state === 'failed' && (
        <div className="notice loud">
          <p>
            <strong>This copy failed.</strong> {capture.error}
          </p>
          {mayAdd && isPicture && (
            <TranscriptForm
              action={typeTranscript.bind(null, source.id, capture.n)}
              id={uuidv7()}
            />
          )}
        </div>
      )}
      {capture.state === 'pending' && (
        <p className="notice" role="status">
          {capture.error
            ? `${capture.error} The desk tries again by itself.`
            : 'The desk is fetching and reading the source. The copy appears here by itself.'}
        </p>
      )}
      {capture.takedownReason !== null && (
        <p className="notice loud">
          Taken down: {capture.takedownReason}. The desk keeps the SHA-256 of the file and of the
          text.
        </p>
      )}
      <div className="claim-grid">
        <div className="claim-main">
          {previous && capture.text !== null && (
            <Differences previous={previous} capture={capture} sourceId={source.id} />
          )}
          {text.trim() !== '' && (
            <section aria-labelledby="text-title">
              <h2 id="text-title">{isPicture ? 'Words in the picture, as typed' : 'Text'}</h2>
              <CopyText text={text} at={toCount(at)} marks={quotes} pages={about.pages} />
            </section>
          )}
        </div>
        <div className="claim-side">
          <section aria-labelledby="facts-title">
            <h2 id="facts-title">Details of the copy</h2>
            <Facts capture={capture} />
          </section>
        </div>
      </div>
    </main>
  );
}

const METHODS = { fetch: 'Fetched', upload: 'Uploaded', paste: 'Pasted' } as const;

function Facts({ capture }: { capture: Capture }) {
  const facts: readonly (readonly [label: string, value: string | null, isHash?: boolean])[] = [
    [
      METHODS[capture.method],
      `${minuteOf(capture.takenAt, timeZone())}, ${capture.takenBy ?? 'by the desk'}`,
    ],
    ['Address', capture.requestedUrl],
    ['Final address', capture.finalUrl === capture.requestedUrl ? null : capture.finalUrl],
    ['HTTP status', capture.httpStatus === null ? null : String(capture.httpStatus)],
    ['File', capture.fileName],
    ['Media type', capture.mime],
    ['Size', capture.size === null ? null : sizeInWords(capture.size)],
    ['Tries', capture.attempts > 1 ? String(capture.attempts) : null],
    ['SHA-256', capture.sha256, true],
    ['SHA-256 of the text', capture.textSha256, true],
  ];
  return (
    <dl className="facts">
      {facts.map(
        ([label, value, isHash]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={isHash ? 'hash' : undefined}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
