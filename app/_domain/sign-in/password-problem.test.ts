import { expect, test } from 'vitest';
import { passwordProblem } from './password-problem';

const NOOR = { name: 'Noor de Vries', email: 'noor.devries@courier.example' };

test.each([
  'qwerty123456',
  'QWERTY123456',
  'leavemealone',
  'password2026!',
  '2026-password',
  'passwordpassword',
  'aaaaaaaaaaaa',
  '123123123123',
])('the password %s is too common, and is refused', (password) => {
  expect(passwordProblem(password, NOOR)).toContain('too common');
});

test.each([
  'noor.devries@courier.example',
  'NoordeVries2026',
  'noor noor noor',
  'Plumbline2026!',
  'courier plumbline',
])(
  'the password %s of Noor is refused, since it is made of her name, her address or the name of the program',
  (password) => {
    expect(passwordProblem(password, NOOR)).toContain('your name');
  },
);

test.each([
  'a plumb bob on a line',
  'the plumbline hangs true',
  'measure what you promise',
  'tulip-bicycle-7-herring',
  'xq7#kfPw02!mz',
])('the password %s is accepted', (password) => {
  expect(passwordProblem(password, NOOR)).toBeNull();
});
