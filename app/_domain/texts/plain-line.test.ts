import { expect, test } from 'vitest';
import { lineProblem, withVisibleMarks } from './plain-line';

test.each([
  ['Ada\0', 'Remove the invisible character U+0000 from the name, after “Ada”'],
  ['\u001b[31mAda', 'Remove the invisible character U+001B from the name'],
  ['Ada \u202etdnarB', 'Remove the invisible character U+202E from the name, after “Ada”'],
  ['\u2066Ada\u2069', 'Remove the invisible character U+2066 from the name'],
  ['Ada\u0085', 'Remove the invisible character U+0085 from the name, after “Ada”'],
  ['\u200b\u200d', 'Use visible letters for the name'],
  ['\u3164', 'Use visible letters for the name'],
  ['\u2800 \u0301', 'Use visible letters for the name'],
])('the line %j is refused', (text, sentence) => {
  expect(lineProblem(text, 'the name')).toBe(sentence);
});

test.each([
  'Ada Brandt',
  'Åse Żółć',
  'נועה כהן\u200f',
  'می\u200cخواهم',
  '👩\u200d🔬 Noor',
  '李 明',
  '',
])('the line %j is accepted', (text) => {
  expect(lineProblem(text, 'the name')).toBeNull();
});

test('a longer text shows its hidden characters as visible marks', () => {
  const text = 'One\u001b[0m two\u202e\n\tthree\u007f\u200b';
  expect(withVisibleMarks(text)).toBe('One\u241b[0m two\ufffd\n\tthree\u2421\u200b');
  expect(withVisibleMarks('Nothing hides here.')).toBe('Nothing hides here.');
});
