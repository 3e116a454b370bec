import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { COOKIE_WALL } from './nasty-sources';

/** Sites that the desk of the tests captures from. */
export type Sources = {
  /** 'http://127.0.0.1:40001' */
  readonly address: string;
  /** As CAPTURE_ALLOWED_HOSTS has it. */
  readonly host: string;
  /** How often each path was asked for. */
  readonly requests: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
};

const LOG_PARAGRAPH =
  'The duty log of the fire service counts 118 people who were treated after the old bridge collapsed, of whom 31 were taken to hospital, and it names the hours at which each of them was seen by a doctor.';

/** A report as a site shows it, dated and signed. */
const report = (title: string, words: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
  <meta property="og:site_name" content="Northhaven fire service">
  <meta property="article:published_time" content="2026-03-04T09:00:00Z"></head>
  <body><article><h1>${title}</h1><p>${words}</p><p>${LOG_PARAGRAPH}</p>
  <script>document.title = 'It ran';</script></article></body></html>`;

/** What each path answers, whatever stands after the first part of it: each test takes a path of its own. */
const ANSWERS: Readonly<
  Record<string, (nth: number, of: string) => { status: number; body: string }>
> = {
  // The same under /report/twin-one and /report/twin-two, another under /report/else.
  report: (_nth, of) => ({
    status: 200,
    body: report('Log of the collapse', `Written down that day for ${of.split('-')[0]}.`),
  }),
  // Another text each time it is asked for.
  changing: (nth) => ({
    status: 200,
    body: report('A living page', `As of now ${40 + nth} people are missing after the collapse.`),
  }),
  // Not there at first.
  late: (nth) =>
    nth === 1
      ? { status: 404, body: 'not yet' }
      : { status: 200, body: report('A late report', 'It came a day late.') },
  // Down for a moment.
  busy: (nth) =>
    nth === 1
      ? { status: 503, body: 'busy' }
      : { status: 200, body: report('A busy site', 'It took two tries.') },
  wall: () => ({ status: 200, body: COOKIE_WALL }),
  story: () => ({
    status: 200,
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry traffic falls</title>
      <meta name="author" content="Ida Lund"><meta property="og:site_name" content="The Marl Courier">
      <meta property="article:published_time" content="2026-04-02T07:00:00Z"></head><body><article>
      <h1>Ferry traffic falls</h1><p>The ferry company carried 12,400 passengers in March, 8% fewer than a year earlier, its director, Ole Brandt, said on Wednesday.</p>
      <p>The bridge is around 400 yards long and cost 2.5 million euros. Some 120 people were injured when the old bridge collapsed in 1998, according to the fire service.</p>
      </article></body></html>`,
  }),
  edited: (nth) => ({
    status: 200,
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour news</title></head><body><article>
      <h1>Harbour news</h1>${nth === 1 ? '' : '<p>This article was corrected on Friday, after a reader wrote to us about the number of ferries.</p>'}
      <p>The harbour employs 12,000 people, the port authority said.</p>
      <p>The company runs ${nth === 1 ? 'seven' : 'nine'} ferries across the river Marl every day of the year.</p>
      <p>${nth === 1 ? 'The old crane was built in 1911 and weighs 240 tonnes.' : 'Nothing is known of the crane.'}</p>
      </article></body></html>`,
  }),
};

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

/** Starts the sites. `slowMs` is how long the path /slow waits before it answers. */
export async function startSources(slowMs = 2_000): Promise<Sources> {
  const requests = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const nth = (requests.get(path) ?? 0) + 1;
    requests.set(path, nth);
    const [, kind = '', of = ''] = path.split('/');
    if (kind === 'slow') {
      setTimeout(() => answer(response, 200, report('A slow report', `Of ${path}.`)), slowMs);
      return;
    }
    if (kind === 'picture') {
      response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
      return;
    }
    const { status, body } = ANSWERS[kind]?.(nth, of) ?? { status: 404, body: 'nothing here' };
    answer(response, status, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const answer = (response: ServerResponse, status: number, body: string) =>
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
