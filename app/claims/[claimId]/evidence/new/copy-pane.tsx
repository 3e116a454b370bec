import type { Route } from 'next';
import { pageAt } from '#domain/documents/words-address';
import { type FoundWords, findInText } from '#domain/texts/find-in-text';
import { CopyText } from '#ui/copy-text';
import { Link } from '#ui/link';
import { tablesOf } from '../tables-of';
import { CopyTables } from './copy-tables';
import { FindInCopy } from './find-in-copy';

/** Tables of a longer text are shown from the place on that was found. */
const LONG = 60_000;

/** The desk's copy of a source, in which words are found and selected. */
export function CopyPane({
  text,
  pages,
  find,
  nth,
  toAddress,
}: {
  text: string;
  /** Where its pages begin. */
  pages: readonly number[] | undefined;
  /** Words to look for, or a page such as "p. 14". */
  find: string | null;
  /** Which of the places that were found, from 1. */
  nth: number;
  /** The address of this page, with the source and what was typed before, and with more. */
  toAddress: (more: Readonly<Record<string, string>>) => Route;
}) {
  const page = find === null ? null : toPage(find, pages);
  const found = find === null || page !== null ? [] : findInText(text, find);
  const shown = found[Math.min(nth, found.length) - 1] ?? null;
  const at = page === null ? (shown?.start ?? null) : (pages?.[page - 1] ?? null);
  const tables = tablesOf(text, text.length > LONG ? (at ?? 0) : 0);
  const toFind = (n: number) => toAddress({ find: find ?? '', nth: String(n) });
  return (
    <section aria-labelledby="copy-title" className="choosing-copy">
      <h2 id="copy-title" className="step-legend">
        <b>2</b> Which words?
      </h2>
      <p className="hint">This is the desk’s own copy of the source. Select the words to quote.</p>
      <FindInCopy value={find} address={toAddress({})} hasPages={Boolean(pages)} at={at} />
      {find !== null && page === null && (
        <div role="status" className="found-words">
          {shown ? (
            <>
              <p>
                {found.length === 1
                  ? 'One place'
                  : `Place ${Math.min(nth, found.length)} of ${found.length}`}
                {inPage(pageAt(pages, shown.start))}.{' '}
                {nth > 1 && <Link href={toFind(nth - 1)}>Previous</Link>}{' '}
                {nth < found.length && <Link href={toFind(nth + 1)}>Next</Link>}
              </p>
              <Sentence
                found={shown}
                address={toAddress({ find, nth: String(nth), quote: shown.sentence })}
              />
            </>
          ) : (
            <p className="soft">The copy does not have “{find}”.</p>
          )}
        </div>
      )}
      {/* It scrolls, so that the keys of a keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="copy-scroll" aria-label="Text of the copy" tabIndex={0}>
        {tables.length > 0 && <CopyTables tables={tables} text={text} toAddress={toAddress} />}
        <CopyText
          text={text}
          at={at}
          pages={pages}
          marks={shown ? [{ id: 'found', start: shown.start, end: shown.end }] : []}
        />
      </section>
    </section>
  );
}

const inPage = (page: number | null) => (page === null ? '' : `, on p. ${page}`);

/** The whole sentence around the words, to quote it without selecting anything. */
function Sentence({ found, address }: { found: FoundWords; address: string }) {
  return (
    <p>
      <q>{found.sentence}</q>{' '}
      <a className="button small" data-quote={found.sentence} href={address}>
        Use this sentence as quote
      </a>
    </p>
  );
}

/** The page that a person asks for with "p. 14" or "page 14"; null where it is none. */
function toPage(find: string, pages: readonly number[] | undefined): number | null {
  const page = Number(/^p(?:age|\.)?\s*(\d{1,5})$/i.exec(find.trim())?.[1] ?? 0);
  return pages && page >= 1 && page <= pages.length ? page : null;
}
