import { expect, test } from 'vitest';
import {
  line,
  optionalDay,
  optionalDayAhead,
  optionalDaySpan,
  optionalLine,
  passage,
} from './fields';

const messages = (parsed: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  parsed.error?.issues.map(({ message }) => message) ?? [];

test('a line accepts visible characters, and names the invisible ones', () => {
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

test('an optional line is null when it is empty, and has the same rules otherwise', () => {
  const publisher = optionalLine('the publisher');
  expect(publisher.parse(undefined)).toBeNull();
  expect(publisher.parse('  ')).toBeNull();
  expect(publisher.parse('The Courier')).toBe('The Courier');
  expect(messages(publisher.safeParse('The\0Courier'))).toHaveLength(1);
});

test('a passage keeps its lines and all its characters', () => {
  expect(passage('the note', 99).parse('One\n\ttwo\u202e ')).toBe('One\n\ttwo\u202e');
});

test('a day may be left empty, is read in any of its forms, and is refused with a sentence', () => {
  for (const field of [optionalDay, optionalDayAhead, optionalDaySpan]) {
    expect(field.parse(undefined)).toBeNull();
    expect(field.parse(' ')).toBeNull();
    expect(field.parse(' 1 May 2025 ')).toBe('2025-05-01');
    expect(messages(field.safeParse('soon'))).toEqual([
      expect.stringContaining('“soon” is not a date: write for example 1 May 2025'),
    ]);
  }
  const today = new Date().toISOString().slice(0, 10);
  expect((optionalDay.parse('Friday') ?? '') <= today).toBe(true);
  expect((optionalDayAhead.parse('Friday') ?? '') >= today).toBe(true);
  expect(optionalDaySpan.parse('May 2025')).toBe('2025-05');
});
