import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { linesFromTop, pdfOf } from './pdf-bytes';

/** A paragraph as an article has them: long enough to be no banner. */
export const PARAGRAPH =
  'The convoy lost seven ships of 4,500 tonnes in the night, the ministry said on Thursday, and of the crews some 600 were saved by the escort, which had turned back at first light.';

/** A page of a newspaper with an article on it. */
export const articlePage = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seven ships lost</title>${head}</head><body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Seven ships lost</h1>${body}</article><footer>The Daily Plumb, Harbour Street 1</footer></body></html>`;

export const STORY = articlePage(`<p>${PARAGRAPH}</p>`.repeat(5));

export const COOKIE_WALL = `<!doctype html><html lang="en"><head><title>Before you continue</title></head><body><main><h1>Before you continue</h1><p>We and our partners use cookies to deliver content and to measure who reads it.</p><p>If you choose to accept, we will also use cookies to show you advertisements. You can change your consent at any time.</p><form method="post"><button>Reject all</button><button>Accept all</button></form></main></body></html>`;

export const SCRIPT_PAGE = `<!doctype html><html><head><title>The Daily Plumb</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>${'<script>window.state = {"ships": 7};</script>'.repeat(20)}</body></html>`;

const RUSSIAN = 'Конвой потерял семь судов, сообщило министерство. Погибло шестьсот человек.';

/** What the letters А to я are in windows-1251; everything else here is ASCII. */
const toWindows1251 = (text: string) =>
  Buffer.from(
    [...text].map((each) => {
      const code = each.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );

const MEGABYTE = 1024 * 1024;
// A gzip may be several one after the other, which makes a large one from a small one.
const GZIP_BOMB = Buffer.concat(Array(256).fill(gzipSync(Buffer.alloc(MEGABYTE))));
const BROTLI_BOMB = brotliCompressSync(Buffer.alloc(64 * MEGABYTE), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 0 },
});

/** As servers send it: Node takes each character of a header for a byte. */
const inUtf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

type Page = (response: ServerResponse, request: IncomingMessage, url: URL) => void;

const page =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', status = 200): Page =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };

const packed =
  (encoding: string, body: () => Uint8Array): Page =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding });
    response.end(body());
  };

const PAGES: Readonly<Record<string, Page>> = {
  '/story': page(STORY),
  '/gzip': packed('gzip', () => gzipSync(STORY)),
  '/br': packed('br', () => brotliCompressSync(STORY)),
  '/not-gzip': packed('gzip', () => Buffer.from(STORY)),
  '/half-gzip': packed('gzip', () => gzipSync(STORY).subarray(0, 100)),
  '/unknown-encoding': packed('zstd', () => Buffer.from(STORY)),
  '/gzip-bomb': packed('gzip', () => GZIP_BOMB),
  '/br-bomb': packed('br', () => BROTLI_BOMB),
  '/bomb-in-bomb': packed('gzip, gzip', () => gzipSync(GZIP_BOMB)),
  '/redirect': (response, _request, url) => {
    const status = Number(url.searchParams.get('status') ?? 302);
    response.writeHead(status, { location: inUtf8(url.searchParams.get('to') ?? '/story') }).end();
  },
  '/redirect-nowhere': (response) => void response.writeHead(302).end('nowhere'),
  '/loop': (response) => void response.writeHead(302, { location: '/loop' }).end(),
  '/utf8-redirect': (response) => {
    response.writeHead(302, { location: inUtf8('/echo?é') }).end();
  },
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const part = Buffer.alloc(64 * 1024, 'a');
    const send = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', send);
    send();
  },
  '/announced': (response) => {
    response.writeHead(200, { 'content-length': '99999999999' }).write('a');
  },
  '/drip': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders();
    const timer = setInterval(() => response.write('a'), 1_000);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => {},
  '/half': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half of it');
    setTimeout(() => response.destroy(), 50);
  },
  '/long-header': (response) => {
    response.writeHead(200, { 'x-long': 'a'.repeat(100_000) }).end(STORY);
  },
  '/cookie-first': (response, request) => {
    if (request.headers.cookie === 'seen=yes; step=2') response.end(STORY);
    else {
      const next = request.headers.cookie ? 'step=2; HttpOnly' : 'seen=yes; Path=/; Domain=example';
      response.writeHead(302, { 'set-cookie': next, location: '/cookie-first' }).end();
    }
  },
  '/cookie-elsewhere': (response, _request, url) => {
    const to = url.searchParams.get('to') ?? '';
    response.writeHead(302, { 'set-cookie': 'who=you', location: to }).end();
  },
  '/cookie': (response) => {
    response.writeHead(302, { 'set-cookie': 'who=you', location: '/echo' }).end();
  },
  '/echo': (response, request) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  },
  '/html-called-pdf': page(STORY, 'application/pdf'),
  '/pdf-called-html': page(pdfOf([linesFromTop([PARAGRAPH])]), 'text/html'),
  '/latin-called-utf8': page(
    Buffer.from('<!doctype html><p>Le général a dit : « 600 morts »</p>', 'latin1'),
  ),
  '/utf-16': page(
    Buffer.from(`\uFEFF<!doctype html><title>Конвой</title><p>${RUSSIAN}</p>`, 'utf16le'),
    'text/html',
  ),
  '/windows-1251': page(
    toWindows1251(`<!doctype html><meta charset="windows-1251"><p>${RUSSIAN}</p>`),
    'text/html',
  ),
  '/windows-1251-unsaid': page(toWindows1251(`<!doctype html><p>${RUSSIAN}</p>`), 'text/html'),
  '/broken.pdf': page('%PDF-1.7\n1 0 obj\n<< /Type /Catalog', 'application/pdf'),
  '/long.pdf': (response) => {
    const pages = Array.from({ length: 200 }, (_, n) =>
      linesFromTop([`Chapter ${n + 1} of the report.`, `On this day ${n + 600} ships were lost.`]),
    );
    page(pdfOf(pages, { title: 'A long report' }), 'application/pdf')(
      response,
      {} as never,
      {} as never,
    );
  },
  '/scripts': page(SCRIPT_PAGE),
  '/cookie-wall': page(COOKIE_WALL),
  '/empty': page('<!doctype html><html><body></body></html>'),
  '/missing': page('<h1>Not found</h1>', 'text/html', 404),
  '/failing': page('<h1>Error</h1>', 'text/html', 503),
};

export const NASTY_PATHS = Object.keys(PAGES);

export type NastySources = {
  /** 'http://127.0.0.1:40001' */
  readonly address: string;
  readonly port: number;
  /** Another server of this machine, that nothing may ever reach. */
  readonly canary: { readonly port: number; readonly connections: () => number };
  readonly close: () => Promise<void>;
};

/** Starts a server on this machine with the worst pages of the outside world. */
export async function startNastySources(): Promise<NastySources> {
  const server = createServer({ maxHeaderSize: 200_000 }, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://sources.example');
    (PAGES[url.pathname] ?? page('nothing here', 'text/plain', 404))(response, request, url);
  });
  let connections = 0;
  const canary = createTcpServer((socket) => {
    connections++;
    socket.resume().on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nsecret');
  });
  // Every address of this machine: that of IPv6 too, where there is one.
  await Promise.all([listen(server, '127.0.0.1'), listen(canary, undefined)]);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    canary: { port: (canary.address() as AddressInfo).port, connections: () => connections },
    close: async () => {
      server.closeAllConnections();
      await Promise.all([server, canary].map((each) => new Promise((done) => each.close(done))));
    },
  };
}

const listen = (server: Server, host: string | undefined) =>
  new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen({ port: 0, host }, () => resolve());
  });
