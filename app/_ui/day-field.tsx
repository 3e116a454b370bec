'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Day, dayInWords, dayOf } from '#domain/day';
import { readTypedDay, readTypedDays, weekdayInWords } from '#domain/typed-day';
import { timeZone } from '#process/time-zone';
import { type Control, Field } from './field';

type DayControl = {
  readonly value: string | undefined;
  /** The side of a day without a year, and of a bare weekday. */
  readonly side?: 'past' | 'future';
  /** The day that a file gives as its own, which a person may take. */
  readonly fileDay?: Day | null;
  /** Whether a month, a year or a period may be entered as well. */
  readonly isPeriod?: boolean;
};

/** A field for a day, in the ways in which people write one, with a calendar where scripts run. */
export function DayField({
  name,
  label,
  hint,
  errors,
  optional = false,
  ...day
}: DayControl & {
  name: string;
  label: string;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  optional?: boolean;
}) {
  const forms = day.isPeriod
    ? 'For example 1 May 2025, May 2025 or 2025.'
    : PLAIN_FORMS[day.side ?? 'past'];
  return (
    <Field
      name={name}
      label={label}
      hint={
        <>
          {forms} {hint}
        </>
      }
      errors={errors}
      optional={optional}
    >
      {(control) => <DayInput {...control} {...day} />}
    </Field>
  );
}

const PLAIN_FORMS = {
  past: 'For example 1 May 2025, yesterday or last Friday.',
  future: 'For example 1 May 2027, tomorrow or next Friday.',
};

/** The input of such a field alone. */
export function DayInput({
  value = '',
  side = 'past',
  isPeriod = false,
  fileDay = null,
  ...control
}: DayControl & Partial<Control> & { placeholder?: string; 'aria-label'?: string }) {
  const [canChoose, setCanChoose] = useState(false);
  const [meaning, setMeaning] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  // Without scripts there is no calendar to open.
  useEffect(() => setCanChoose(typeof HTMLInputElement.prototype.showPicker === 'function'), []);

  function read(text: string) {
    const reading = { today: dayOf(new Date(), timeZone()), side };
    return isPeriod ? readTypedDays(text, reading) : readTypedDay(text, reading);
  }
  // Nothing is said when the field is left: words that push a button away would swallow the click on it.
  function onInput(text: string) {
    const day = read(text);
    setMeaning(day.ok ? inFull(day.value) : '');
  }
  function choose(day: string) {
    if (!input.current || !day) return;
    input.current.value = dayInWords(day);
    setMeaning(inFull(day));
    input.current.focus();
  }
  function openCalendar() {
    if (!calendar.current || !input.current) return;
    const day = read(input.current.value);
    calendar.current.value = day.ok && day.value.length === 10 ? day.value : '';
    calendar.current.showPicker();
  }

  return (
    <span className="day-field">
      <span className="day-input">
        <input
          {...control}
          ref={input}
          key={value}
          autoComplete="off"
          defaultValue={dayInWords(value)}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
        {canChoose && (
          <>
            <button type="button" aria-label="Open the calendar" onClick={openCalendar}>
              <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
                <path d="M4 6h16v14H4zM4 10.5h16M8.5 3v5M15.5 3v5" strokeWidth="1.75" />
              </svg>
            </button>
            <input
              ref={calendar}
              type="date"
              className="day-calendar"
              tabIndex={-1}
              aria-hidden="true"
              onChange={({ target }) => choose(target.value)}
            />
          </>
        )}
      </span>
      <span className="day-meaning" aria-live="polite">
        {meaning}
      </span>
      {fileDay && (
        <span className="hint">
          The file is dated {dayInWords(fileDay)}, which may not be the day of publication.{' '}
          {canChoose && (
            <button type="button" className="button small" onClick={() => choose(fileDay)}>
              Use this day
            </button>
          )}
        </span>
      )}
    </span>
  );
}

/** 'Thursday, 1 May 2025'; months, years and periods in words. */
const inFull = (day: string) =>
  day.length === 10 ? `${weekdayInWords(day)}, ${dayInWords(day)}` : dayInWords(day);
