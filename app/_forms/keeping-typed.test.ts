import { expect, test } from 'vitest';
import { DeskUnavailable } from '#domain/unavailable';
import { emptyForm, type FormState } from './form-state';
import { keepingTyped } from './keeping-typed';

const failing = (error: Error) =>
  keepingTyped(async (_id: string, _state: FormState<string>, _formData: FormData) => {
    throw error;
  });

function filledIn(): FormData {
  const formData = new FormData();
  formData.set('text', 'The harbour employs 12,417 people.');
  formData.append('party', 'one');
  formData.append('party', 'two');
  formData.set('password', 'a plumb bob on a line');
  formData.set('$ACTION_ID_1', '');
  formData.set('file', new File(['a picture'], 'harbour.png'));
  return formData;
}

test('a form comes back as it was typed when nothing can be saved', async () => {
  const state = await failing(new DeskUnavailable('full'))('c1', emptyForm, filledIn());
  expect(state).toEqual({
    ...emptyForm,
    values: { text: 'The harbour employs 12,417 people.', party: 'one\ntwo', file: '' },
    formErrors: [expect.stringMatching(/^The desk’s disk is full, so nothing was saved: /)],
  });
});

test('any other error ends the request, as before', async () => {
  const error = new Error('a fault');
  await expect(failing(error)('c1', emptyForm, filledIn())).rejects.toBe(error);
});

test.each([['x'], [null], [{ text: 'x' }], [['x']]])(
  'an action that is called with %j in place of a form does nothing',
  async (given) => {
    const action = failing(new Error('it was called')) as (...args: unknown[]) => unknown;
    expect(await action('c1', emptyForm, given)).toMatchObject({
      formErrors: ['Reload the page and send the form again'],
    });
  },
);
