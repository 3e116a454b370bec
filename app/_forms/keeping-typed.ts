import { unavailableBy, unavailableInWords } from '#domain/unavailable';
import { emptyForm, type FormState } from './form-state';
import { NEVER_SENT_BACK } from './never-sent-back';

/**
 * A form's action that gives the form back as it was typed where nothing can be saved for now, also to
 * a browser without JavaScript. Every action behind a form is one.
 */
export function keepingTyped<Args extends readonly unknown[], State extends FormState<string>>(
  action: (...args: Args) => Promise<State>,
): (...args: Args) => Promise<State> {
  return async (...args) => {
    const formData = args.at(-1);
    // A client that calls an action outside its form may send anything.
    if (!(formData instanceof FormData)) return noForm as unknown as State;
    try {
      return await action(...args);
    } catch (error) {
      const reason = unavailableBy(error);
      if (!reason) throw error;
      return {
        ...emptyForm,
        values: valuesOf(formData),
        formErrors: [unavailableInWords(reason)],
      } as unknown as State;
    }
  };
}

const noForm = { ...emptyForm, formErrors: ['Reload the page and send the form again'] };

function valuesOf(formData: FormData) {
  return Object.fromEntries(
    [...new Set(formData.keys())]
      .filter((name) => !NEVER_SENT_BACK.test(name))
      .map((name) => [
        name,
        formData
          .getAll(name)
          .filter((value) => typeof value === 'string')
          .join('\n'),
      ]),
  );
}
