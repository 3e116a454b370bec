import { expect, test } from 'vitest';
import { readWhatItIs } from './what-is-it';

test.each([
  ['https://port.example/figures', 'address'],
  ['  http://port.example ', 'address'],
  ['www.bbc.co.uk/news/1', 'address'],
  ['bbc.com', 'address'],
  ['ftp://port.example', 'address'],
  ['report.pdf', 'words'],
  ['harbour register', 'words'],
  ['Reuters', 'words'],
  ['12,400 came.', 'text'],
  ['The bridge is 415 metres long.', 'text'],
  ['A title\nand a text', 'text'],
  ['word '.repeat(40), 'text'],
  ['', 'nothing'],
  ['  \n ', 'nothing'],
])('%j is read as %s', (typed, kind) => {
  expect(readWhatItIs(typed).kind).toBe(kind);
});

test('an address without its beginning gets it, and a text keeps its blanks', () => {
  expect(readWhatItIs('www.bbc.co.uk/news')).toEqual({
    kind: 'address',
    address: 'https://www.bbc.co.uk/news',
  });
  expect(readWhatItIs(' A.\nB. ')).toEqual({ kind: 'text', text: ' A.\nB. ' });
});
