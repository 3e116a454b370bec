'use client';

import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { claimCode } from '#domain/claims/claim';
import { DayInput } from '#ui/day-field';
import { ErrorSummary } from '#ui/error-summary';
import { isTyping, type KeyHelp, useKeyHelp } from '#ui/keys';
import { Select } from '#ui/select';
import { useFormAction } from '#ui/use-form-action';
import type { BulkField, BulkState, BulkSummary } from './schema';

type Options = readonly (readonly [value: string, label: string])[];

type BulkOptions = {
  readonly steps: Options;
  readonly reasons: Options;
  readonly people: Options;
  readonly priorities: Options;
};

const KEYS: KeyHelp = [
  ['j', 'next claim'],
  ['k', 'previous claim'],
  ['Enter', 'open the claim'],
  ['x', 'select the claim'],
];

/** The numbers of the claims that are ticked when the form is shown again. */
const Ticked = createContext<ReadonlySet<string>>(new Set());

/** The list as a form: a box on each row, and a bar with what can be done with the chosen ones. */
export function BulkForm({
  action,
  children,
  ...options
}: BulkOptions & {
  action: (state: BulkState, formData: FormData) => Promise<BulkState>;
  children: ReactNode;
}) {
  const [answer, submit, pending] = useFormAction(action);
  // The form's state, and what became of the selection where it was sent.
  const state: BulkState = answer;
  const form = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState<number | null>(null);
  const recount = () => setCount(boxes(form.current).filter(({ checked }) => checked).length);
  const ticked = new Set(state.values.claim?.split('\n').map((line) => line.split(':')[0] ?? ''));

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer ticks the boxes anew
  useEffect(recount, [state]);
  // Before the page is painted: a person who sees the page may press a key.
  useLayoutEffect(listenToKeys, []);
  useKeyHelp('On the list of claims', KEYS);

  return (
    <Ticked value={ticked}>
      <form
        ref={form}
        action={submit}
        className="bulk"
        aria-busy={pending}
        aria-label="Steps on several claims"
        noValidate
        onChange={recount}
      >
        <ErrorSummary {...state} />
        {state.summary && <Summary summary={state.summary} />}
        <div className="bulk-bar">
          <TickAll form={form} count={count} />
          <StepFields {...state} {...options} />
          <button type="submit" className="button small primary" disabled={pending}>
            Apply
          </button>
          <span className="soft bulk-keys">
            <kbd>j</kbd> <kbd>k</kbd> move, <kbd>x</kbd> selects
          </span>
        </div>
        {children}
      </form>
    </Ticked>
  );
}

/** One box that ticks all; shown where scripts run, since without them nothing can tick or count. */
function TickAll({
  form,
  count,
}: {
  form: RefObject<HTMLFormElement | null>;
  /** The boxes that are ticked; null before scripts run. */
  count: number | null;
}) {
  return (
    <label className="tick-all" data-ready={count !== null || undefined}>
      <input
        type="checkbox"
        checked={Boolean(count) && count === boxes(form.current).length}
        onChange={({ target }) => {
          for (const box of boxes(form.current)) box.checked = target.checked;
        }}
      />
      <span className="num">{count ? `${count} selected` : 'All on this page'}</span>
    </label>
  );
}

/** The step, and the fields that one step or another asks for. */
function StepFields({
  values,
  fieldErrors,
  steps,
  reasons,
  people,
  priorities,
}: BulkOptions & Pick<BulkState, 'values' | 'fieldErrors'>) {
  const control = (field: BulkField, label: string) => ({
    id: field,
    name: field,
    'aria-label': label,
    'aria-invalid': fieldErrors[field] ? true : undefined,
  });
  return (
    <>
      <Select
        {...control('step', 'Step for the selected claims')}
        value={values.step}
        empty="Choose a step…"
        options={steps}
      />
      <Select
        {...control('dismissReason', 'Reason for dismissing')}
        value={values.dismissReason}
        empty="Reason for dismissing…"
        options={reasons}
      />
      <input
        {...control('words', 'Reason or note')}
        placeholder="Reason or note"
        autoComplete="off"
        defaultValue={values.words}
      />
      <Select
        {...control('assignee', 'Assign to')}
        value={values.assignee}
        empty="Unassigned"
        options={people}
      />
      <Select
        {...control('priority', 'Priority')}
        value={values.priority}
        empty="Keep the priority"
        options={priorities}
      />
      <DayInput
        {...control('dueOn', 'Due on')}
        placeholder="Due: next Friday"
        side="future"
        value={values.dueOn}
      />
      <label className="no-due-day">
        <input
          type="checkbox"
          name="noDueDay"
          value="yes"
          defaultChecked={values.noDueDay === 'yes'}
        />
        No due date
      </label>
    </>
  );
}

/** The box of one claim. */
export function ClaimTick({ number, revision }: { number: number; revision: number }) {
  return (
    <input
      type="checkbox"
      name="claim"
      value={`${number}:${revision}`}
      defaultChecked={use(Ticked).has(String(number))}
      aria-label={`Select ${claimCode(number)}`}
    />
  );
}

/** What became of the selection. Takes the focus, since it is what the reviewer waited for. */
function Summary({ summary: { done, refused } }: { summary: BulkSummary }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer takes the focus again
  useEffect(() => box.current?.focus(), [refused]);
  return (
    <div
      ref={box}
      className={refused.length > 0 ? 'notice loud bulk-summary' : 'notice bulk-summary'}
      role="status"
      tabIndex={-1}
    >
      <p>
        {done && <strong>{done}. </strong>}
        {refused.length > 0 && <strong>{refused.length} refused:</strong>}
      </p>
      <ul>
        {refused.map(({ number, text, why }) => (
          <li key={number}>
            <a className="code" href={`/claims/${claimCode(number)}`}>
              {claimCode(number)}
            </a>
            <span className="refused-claim">{text ?? 'no such claim'}</span>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const boxes = (form: HTMLFormElement | null) => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[name="claim"]') ?? []),
];

/** The list by keyboard: from row to row, and its box. */
function listenToKeys() {
  function onKey(event: KeyboardEvent) {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (isTyping(target)) return;
    const rows = [...document.querySelectorAll<HTMLElement>('.bulk tbody tr')];
    const at = rows.findIndex((row) => row.contains(target));
    if (key === 'x') rows[at]?.querySelector<HTMLInputElement>('[name="claim"]')?.click();
    else if (key === 'j' || key === 'k') {
      const next = rows[key === 'j' ? at + 1 : at < 0 ? rows.length - 1 : at - 1];
      next?.querySelector<HTMLElement>('a')?.focus();
    } else return;
    event.preventDefault();
  }
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
