import { expect, test } from 'vitest';
import { findNamesake, foldName } from './person-name';

test.each([
  ['Ada Brandt', 'ada brandt'],
  ['Ada Brandt', 'Ａｄａ  Ｂｒａｎｄｔ'],
  ['Ada Brandt', 'Àda Brändt'],
  ['Ada Brandt', 'Ad\u200ba Brandt'],
  ['Ada Brandt', '\u0410d\u0430 Br\u0430ndt'],
  ['Lars Groß', 'Lars Gross'],
  ['Søren Dahl', 'Soren Dahl'],
  ['Анна Ким', 'анна ким'],
])('%s and %s read as the same name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

test.each([
  ['Ada Brandt', 'Ada Brand'],
  ['Ada Brandt', 'Ada B. Brandt'],
  ['李明', '李鸣'],
  ['Анна Ким', 'Анна Кин'],
])('%s and %s are two names', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});

test('a namesake is found among the people of the desk', () => {
  const people = [{ name: 'Noor Aziz' }, { name: 'Ada Brandt' }];
  expect(findNamesake('ADA BRANDT', people)).toBe(people[1]);
  expect(findNamesake('Ivo Lind', people)).toBeNull();
});

test.each([
  ['Carla Ilves', 'Carla llves'],
  ['Carla Ilves', 'CarIa Ilves'],
  ['Carla Ilves', 'Carla 1lves'],
  ['Carla Ilves', 'Carla\u2800Ilves'],
  ['Carla Ilves', 'C\u0251rla Ilves'],
  ['Olle Oja', '0lle Oja'],
])('%s and %s look alike in the typeface of the desk', (one, other) => {
  expect(findNamesake(other, [{ name: one }])).toEqual({ name: one });
});

test.each([
  ['Ali Mo', 'All Mo'],
  ['Ida Berg', 'Lda Bergh'],
])('%s and %s do not look alike', (one, other) => {
  expect(findNamesake(other, [{ name: one }])).toBeNull();
});
