import { redirect } from 'next/navigation';
import { type Unavailable, unavailableBy } from '#domain/unavailable';

const NOT_SAVED = {
  busy: '/not-saved/busy',
  low: '/not-saved/low',
  full: '/not-saved/full',
} as const satisfies Record<Unavailable, string>;

/**
 * The action of a button that has no fields to give back. Where nothing can be saved for now, it leads to
 * a page that says so: the page of an error is empty in a browser without JavaScript.
 */
export function pressed(action: (formData: FormData) => Promise<void>) {
  return async (formData: FormData): Promise<void> => {
    // A client that calls an action outside its form may send anything.
    if (!(formData instanceof FormData)) return;
    try {
      await action(formData);
    } catch (error) {
      const reason = unavailableBy(error);
      if (!reason) throw error;
      redirect(NOT_SAVED[reason]);
    }
  };
}
