'use client';

import type { Route } from 'next';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { FormAction } from '#forms/form-state';
import { Link } from '#ui/link';
import { type Mendable, MendForm } from './mend-form';
import { type Reshapable, ReshapeForms } from './reshape-forms';
import type { ReshapeField } from './reshape-schema';
import type { MendField } from './schema';

/** Opens the form for a claim on its card. Without JavaScript the form has a page of its own. */
export function MendOnCard({
  action,
  reshape,
  claim,
  reshapable,
  page,
}: {
  action: FormAction<MendField>;
  reshape: FormAction<ReshapeField>;
  claim: Mendable;
  /** Null where the claim may not be split or merged. */
  reshapable: Reshapable | null;
  page: Route;
}) {
  const [isOpen, setOpen] = useState(false);
  const { code, revision } = claim;
  const box = useRef<HTMLDivElement>(null);
  // A new revision: what was typed is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what closes the form
  useEffect(() => setOpen(false), [revision]);
  useEffect(() => {
    if (isOpen) box.current?.querySelector('textarea')?.focus();
  }, [isOpen]);

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
  }
  function cancel() {
    setOpen(false);
    document.getElementById(code)?.focus({ preventScroll: true });
  }
  if (!isOpen) {
    return (
      <Link
        className="button small quiet"
        href={page}
        data-key="e"
        aria-label={`Edit ${code}`}
        onClick={open}
      >
        Edit
      </Link>
    );
  }
  return (
    <div ref={box} className="mend-box">
      <MendForm action={action} claim={claim} onCancel={cancel} />
      {reshapable && <ReshapeForms action={reshape} claim={reshapable} />}
    </div>
  );
}
