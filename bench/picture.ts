import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright';
import { findOrInstallBrowser } from '../bin/browser.mjs';
import { endOnRefusal } from '../bin/refusal.mjs';
import { PROJECT } from '../bin/settings.mjs';

const PICTURE = join(PROJECT, 'docs', 'claim.png');
const QUOTE = 'The destroyer Choe Hyon displaces 5,000 tonnes.';

/**
 * `npx tsx bench/picture.ts`: takes the picture of the README anew, of the sample story on a desk of its
 * own. The source in it is an example, and says so: the project invents no source of a news report.
 */
async function takePicture(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-picture-'));
  const server = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: PROJECT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const executablePath = await findOrInstallBrowser(PROJECT);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const link = await new Promise<string>((resolve, reject) => {
      let output = '';
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const [, found] = /first account at (\S+)\n/.exec(output) ?? [];
        if (found) resolve(found);
      });
      server.once('exit', () => reject(new Error(`The desk ended:\n${output}`)));
    });
    writeFileSync(PICTURE, await shrink(browser, await photograph(browser, link)));
    console.log(`${PICTURE}: look at it`);
  } finally {
    await browser.close();
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function photograph(browser: Browser, link: string): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL: new URL(link).origin,
    colorScheme: 'light',
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await createAccount(page, link);
  await page.goto('/claims?words=destroyer');
  const claim = await page.locator('a[href^="/claims/C-"]').first().getAttribute('href');
  await acceptOnArticle(page, claim?.split('/').at(-1) ?? '');
  await attachExample(page, `${claim}`);
  await page
    .getByRole('button', { name: /^Compare “/ })
    .first()
    .click();
  const comparison = page.getByRole('list', { name: /^Comparisons of/ });
  await comparison.waitFor();
  await page.goto(`${claim}`);
  const section = await page.locator('section', { has: comparison }).last().boundingBox();
  const height = Math.ceil((section?.y ?? 0) + (section?.height ?? 900)) + 8;
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: 1280, height } });
}

async function createAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('input[name=name]').fill('Ada Moreno');
  await page.locator('input[name=email]').fill('ada@example.org');
  await page.locator('input[type=password]').fill('plumb lines hang straight');
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/set-up'));
}

async function acceptOnArticle(page: Page, code: string): Promise<void> {
  await page.goto('/articles');
  await page.locator('main a[href^="/articles/0"]').first().click();
  const card = page.locator(`#${code}`);
  await card.getByRole('button', { name: 'Accept' }).click();
  await card.getByText('Open').first().waitFor();
}

async function attachExample(page: Page, claim: string): Promise<void> {
  await page.goto(`${claim}/evidence/new`);
  await page.getByLabel('Address, text or earlier source').fill(`An example source.\n${QUOTE}`);
  await page.locator('summary', { hasText: /^Details/ }).click();
  await page.locator('[name=title]').fill('An example source');
  await page.locator('[name=publisher]').fill('Typed in for this picture');
  await page.locator('[name=publishedOn]').fill('26 April 2025');
  await page.getByText('I have the words already').click();
  await page.getByLabel('Quote', { exact: true }).fill(QUOTE);
  await page.getByRole('radio', { name: /Refutes/ }).check();
  await page.getByRole('radio', { name: /Primary/ }).check();
  await page.getByRole('button', { name: 'Attach the evidence' }).click();
  await page.locator('.evidence').filter({ hasText: QUOTE }).waitFor();
}

/** Writes a picture with a palette of at most 256 colours: a quarter of the bytes. */
async function shrink(browser: Browser, picture: Buffer): Promise<Buffer> {
  const { width, height, pixels } = await readPixels(browser, picture);
  const colours = Array.from({ length: width * height }, (_, n) => pixels.readUIntBE(n * 4, 3));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const palette: number[] = [];
  for (const colour of common) {
    if (palette.length < 256 && palette.every((each) => distance(each, colour) > 8)) {
      palette.push(colour);
    }
  }
  const nearest = new Map(
    common.map((colour) => {
      const distances = palette.map((each) => distance(each, colour));
      return [colour, distances.indexOf(Math.min(...distances))];
    }),
  );
  // Each line begins with the number of its filter: none.
  const lines = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, n) => {
    lines[n + Math.floor(n / width) + 1] = nearest.get(colour) ?? 0;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((each) => [...channels(each)]))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255] as const;

function distance(one: number, other: number): number {
  const [red, green, blue] = channels(one);
  const [otherRed, otherGreen, otherBlue] = channels(other);
  return Math.abs(red - otherRed) + Math.abs(green - otherGreen) + Math.abs(blue - otherBlue);
}

/** @see https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** The pixels as red, green, blue and opacity, a byte each. */
async function readPixels(browser: Browser, picture: Buffer) {
  const page = await browser.newPage();
  const { pixels, ...size } = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const { width, height } = image;
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      if (!pen) throw new Error('This browser draws nothing.');
      pen.drawImage(image, 0, 0);
      const bytes = pen.getImageData(0, 0, width, height).data;
      const pixels = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return { width, height, pixels };
    },
    `data:image/png;base64,${picture.toString('base64')}`,
  );
  return { ...size, pixels: Buffer.from(pixels, 'base64') };
}

await endOnRefusal(takePicture);
