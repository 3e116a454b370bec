import { describe, expect, test } from 'vitest';
import { WALLS } from './capture';
import {
  type CaptureRefusal,
  captureRefusalInWords,
  MOST_ATTEMPTS,
  nextTryIn,
  wallInWords,
} from './capture-text';

const REFUSALS: readonly CaptureRefusal[] = [
  { kind: 'notAnAddress' },
  { kind: 'forbiddenScheme', scheme: 'ftp:' },
  { kind: 'forbiddenPort', port: 22 },
  { kind: 'credentialsInAddress' },
  { kind: 'forbiddenHost', host: 'intranet', address: '10.0.0.1' },
  { kind: 'unknownHost', host: 'nowhere.example' },
  { kind: 'unreachable', host: 'a.example', reason: 'ECONNREFUSED' },
  { kind: 'tooManyRedirects', limit: 5 },
  { kind: 'tooSlow', seconds: 30 },
  { kind: 'tooLarge', bytes: 20 * 1024 * 1024 },
  { kind: 'badEncoding', encoding: 'zstd' },
  ...[401, 404, 418, 429, 500].map((status) => ({ kind: 'httpStatus', status }) as const),
  { kind: 'unknownType' },
  { kind: 'unsupportedType', mime: 'application/zip' },
  { kind: 'broken', type: 'pdf' },
  { kind: 'passwordProtected' },
  { kind: 'noText', type: 'pdf' },
  { kind: 'tooManyPages', limit: 3000 },
  { kind: 'noTranscript' },
  { kind: 'interrupted', times: 3 },
  { kind: 'fault' },
];

describe('a failed capture says in one sentence what happened and what to do', () => {
  test.each(REFUSALS.map((refusal) => [captureRefusalInWords(refusal)]))('%s', (sentence) => {
    expect(sentence).toMatch(/^[A-Z].*[^.]\.$/s);
    expect(sentence).not.toMatch(/undefined|\[object/);
  });
  test.each(WALLS)('a wall: %s', (wall) => {
    expect(wallInWords(wall)).toMatch(
      /^(?:The address gave|This PDF does not say) .*, or paste the text\.$/,
    );
  });
});

describe('a failure that may pass by itself is tried again, but not for ever', () => {
  test('a site that is down is tried twice more', () => {
    const down = { kind: 'httpStatus', status: 503 } as const;
    expect(nextTryIn(down, 1)).toBe(30_000);
    expect(nextTryIn(down, 2)).toBe(300_000);
    expect(nextTryIn(down, MOST_ATTEMPTS)).toBeNull();
  });
  test.each([404, 403, 500])('an answer of %s would be the same', (status) => {
    expect(nextTryIn({ kind: 'httpStatus', status }, 1)).toBeNull();
  });
  test('a broken file is not tried again', () => {
    expect(nextTryIn({ kind: 'broken', type: 'pdf' }, 1)).toBeNull();
  });
});
