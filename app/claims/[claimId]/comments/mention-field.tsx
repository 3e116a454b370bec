'use client';

import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useId,
  useRef,
  useState,
} from 'react';

import { toPlainLetters } from '#domain/review/comment';

const Names = createContext<readonly string[]>([]);

/** Hands the names that can be mentioned to every field below, once for all of them. */
export function MentionNames({
  names,
  children,
}: {
  names: readonly string[];
  children: ReactNode;
}) {
  return <Names value={names}>{children}</Names>;
}

/** What is being mentioned where the caret stands. */
type Asked = { readonly from: number; readonly to: number; readonly names: readonly string[] };

const MOST_SHOWN = 6;

/**
 * A text area that offers names after an @: arrows choose, Enter or Tab takes, Escape puts them away.
 * It stays uncontrolled, so that a refresh of the page leaves what is typed in it.
 *
 * @see WAI-ARIA 1.2, textbox: aria-activedescendant and aria-autocomplete.
 */
export function MentionField(props: ComponentProps<'textarea'>) {
  const names = useContext(Names);
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [chosen, setChosen] = useState(0);

  function look() {
    const area = field.current;
    setAsked(area && findAsked(area.value, area.selectionStart, names));
    setChosen(0);
  }

  function take(name: string) {
    const area = field.current;
    if (!area || !asked) return;
    area.setRangeText(`@${name} `, asked.from, asked.to, 'end');
    // The form keeps what is typed by this event, which a change by script does not cause.
    area.dispatchEvent(new Event('input', { bubbles: true }));
    setAsked(null);
    area.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!asked || event.nativeEvent.isComposing) return;
    const count = asked.names.length;
    const name = asked.names[chosen];
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((chosen + count - 1) % count);
    else if (event.key === 'Escape') setAsked(null);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && name) take(name);
    else return;
    event.preventDefault();
  }

  return (
    <div className="mention-field">
      <textarea
        {...props}
        ref={field}
        aria-autocomplete="list"
        aria-controls={asked ? listId : undefined}
        aria-activedescendant={asked ? `${listId}-${chosen}` : undefined}
        onInput={look}
        onClick={look}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(null)}
      />
      {asked && (
        <div id={listId} role="listbox" aria-label="People to mention" className="mention-list">
          {asked.names.map((name, index) => (
            // Focus stays in the text, so the options take no keys of their own.
            // biome-ignore lint/a11y/useFocusableInteractive: pointed to by aria-activedescendant
            <div
              key={name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => {
                event.preventDefault();
                take(name);
              }}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <span className="visually-hidden" aria-live="polite">
        {asked && `${asked.names.length} to mention: ${asked.names[chosen]}`}
      </span>
    </div>
  );
}

/** The names that fit what stands between an @ and the caret; null where nobody is being mentioned. */
function findAsked(text: string, caret: number, names: readonly string[]): Asked | null {
  const match = /(?:^|[^\p{L}\p{N}_@/.+-])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
  const typed = match?.[1];
  if (typed === undefined) return null;
  const wanted = toPlainLetters(typed.toLowerCase());
  const fitting = names
    .filter((name) => {
      const lower = toPlainLetters(name.toLowerCase());
      return (
        lower !== wanted.trimEnd() && (lower.startsWith(wanted) || lower.includes(` ${wanted}`))
      );
    })
    .slice(0, MOST_SHOWN);
  return fitting.length === 0
    ? null
    : { from: caret - typed.length - 1, to: caret, names: fitting };
}
