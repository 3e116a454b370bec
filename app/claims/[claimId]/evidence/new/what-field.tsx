'use client';

import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { readWhatItIs } from '#domain/documents/what-is-it';
import type { FormState } from '#forms/form-state';
import { Field } from '#ui/field';
import type { FoundSource } from './found-source';
import { FoundSources } from './found-sources';

const AFTER_TYPING_MS = 200;
const SHORTEST = 2;

/** The one field for a source: an address, a file, a text, or words of an earlier source. */
export function WhatField({
  values,
  fieldErrors,
  searchAddress,
  pending,
  children,
}: Pick<FormState<'text' | 'file'>, 'values' | 'fieldErrors'> & {
  searchAddress: string;
  pending: boolean;
  /** What a search without JavaScript found. */
  children: ReactNode;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fileName, setFileName] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const found = useFoundSources(searchAddress, typed);

  function drop(event: DragEvent) {
    setOver(false);
    const [first] = event.dataTransfer.files;
    if (!first || !file.current) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(first);
    file.current.files = one.files;
    setFileName(first.name);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be chosen by the field as well
    <div
      className={isOver ? 'source-field over' : 'source-field'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field
        name="text"
        label="Address, text or earlier source"
        hint="Paste the address of a page, or paste the whole text. Or type words of a source that the desk already has."
        errors={fieldErrors.text}
      >
        {(control) => (
          <textarea
            {...control}
            className="what"
            rows={1}
            defaultValue={values.text}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={sendByEnter}
          />
        )}
      </Field>
      <Field
        name="file"
        label="or a file"
        hint="PDF, Word (.docx), spreadsheet, saved page, text or picture, up to 20 MB. For a picture, type its words above."
        errors={fieldErrors.file}
      >
        {(control) => (
          <input
            {...control}
            ref={file}
            type="file"
            accept=".html,.htm,.pdf,.docx,.xlsx,.ods,.csv,.txt,.md,.png,.jpg,.jpeg,.webp,.gif"
            onChange={(event) => setFileName(event.currentTarget.files?.[0]?.name ?? null)}
          />
        )}
      </Field>
      <p className="visually-hidden" role="status">
        {fileName ? `The file ${fileName} is chosen.` : ''}
        {found && found.length > 0 ? `${found.length} earlier sources have these words.` : ''}
      </p>
      {found === null ? children : <FoundSources sources={found} />}
      {found?.length === 0 && (
        <p className="soft">
          No earlier source has these words.{' '}
          <button type="submit" name="step" value="asText" className="button small">
            Use them as the text of a source
          </button>
        </p>
      )}
      <Actions pending={pending} />
    </div>
  );
}

function Actions({ pending }: { pending: boolean }) {
  return (
    <div className="actions">
      <button type="submit" name="step" value="open" className="button primary" disabled={pending}>
        {pending ? 'Opening…' : 'Open it and choose the words'}
      </button>
      {/* With scripts, they are found while a person types. */}
      <noscript>
        <button type="submit" name="step" value="search" className="button">
          Search the earlier sources
        </button>
      </noscript>
    </div>
  );
}

/** Enter sends an address or words; in a text of several lines it begins a line. */
function sendByEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  const field = event.currentTarget;
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  if (field.value.includes('\n') || readWhatItIs(field.value).kind === 'text') return;
  event.preventDefault();
  const open = field.form?.querySelector<HTMLButtonElement>('button[value="open"]');
  field.form?.requestSubmit(open);
}

/** The earlier sources with the typed words; null while the field has none. */
function useFoundSources(address: string, typed: string | null): readonly FoundSource[] | null {
  const [found, setFound] = useState<readonly FoundSource[] | null>(null);
  useEffect(() => {
    const what = readWhatItIs(typed ?? '');
    if (what.kind !== 'words' || what.words.length < SHORTEST) {
      setFound(null);
      return;
    }
    const ending = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ words: what.words });
      try {
        const answer = await fetch(`${address}?${query}`, { signal: ending.signal });
        if (answer.ok) setFound((await answer.json()) as FoundSource[]);
      } catch {
        // A later letter asks again, and the form can be sent in any case.
      }
    }, AFTER_TYPING_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [address, typed]);
  return found;
}
