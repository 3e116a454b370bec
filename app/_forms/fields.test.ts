import { expect, test } from 'vitest';
import { line, optionalLine, passage } from './fields';

const messages = (parsed: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message) ?? [];

test('a line takes what shows, and says what does not', () => {
  const name = line('the name', 20);
  expect(name.parse('  Ada\tBrandt ')).toBe('Ada Brandt');
  expect(messages(name.safeParse('Ada\u202eB'))).toEqual([
    'Remove the invisible character U+202E from the name, after “Ada”',
  ]);
  expect(messages(name.safeParse('\u200b'))).toEqual(['Use visible letters for the name']);
  expect(messages(name.safeParse(' '))).toEqual(['Enter the name']);
  expect(messages(name.safeParse(undefined))).toEqual(['Enter the name']);
  expect(messages(name.safeParse('a'.repeat(21)))).toEqual([
    'Use at most 20 characters for the name',
  ]);
});

test('a line that may stay empty is none then, and is held to the same', () => {
  const publisher = optionalLine('the publisher');
  expect(publisher.parse(undefined)).toBeNull();
  expect(publisher.parse('  ')).toBeNull();
  expect(publisher.parse('The Courier')).toBe('The Courier');
  expect(messages(publisher.safeParse('The\0Courier'))).toHaveLength(1);
});

test('a passage keeps its lines and all that stands in it', () => {
  expect(passage('the note', 99).parse('One\n\ttwo\u202e ')).toBe('One\n\ttwo\u202e');
});
