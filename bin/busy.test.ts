import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { DeskBusy, tellingOfBusy } from '#data/desk-busy';
import { answerUnlessBusy } from './busy.mjs';
import type { Handler } from './door.mjs';

/** As Next answers when an action throws. */
const pages: Handler = async (request, response) => {
  response.setHeader('content-type', 'text/html');
  const error = request.url === '/busy' ? new DeskBusy('held') : new Error('broken');
  await tellingOfBusy(Promise.reject(error)).catch(() => {
    response.statusCode = 500;
  });
  response.write('<html id="__next_error__">');
  response.end('</html>');
};

async function send(path: string, headers: Record<string, string>) {
  const server = createServer((request, response) => answerUnlessBusy(pages, request, response));
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers,
    body: 'words',
  });
  return { status: answer.status, text: await answer.text() };
}

test.each([
  ['a form without scripts', {}, /<p>Another program .* go back to find what you typed/],
  ['JSON', { 'content-type': 'application/json' }, /^\{"refused":.*Another program/],
])('%s that finds the database held is answered with a sentence', async (_, headers, words) => {
  const { status, text } = await send('/busy', headers);
  expect(status).toBe(503);
  expect(text).toMatch(words);
  expect(text).not.toContain('__next_error__');
});

test('a form with scripts is answered by Next, whose answer has the digest', async () => {
  expect((await send('/busy', { 'next-action': 'x' })).status).toBe(500);
});

test('another error stays what it is', async () => {
  expect(await send('/broken', {})).toEqual({
    status: 500,
    text: '<html id="__next_error__"></html>',
  });
});
