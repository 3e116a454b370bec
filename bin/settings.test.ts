import { describe, expect, test } from 'vitest';
import { readSettings, toDatabaseUrl } from './settings.mjs';
import { toStudioUrl } from './studio-on-desk.mjs';

describe.skipIf(process.platform === 'win32')('the settings of a desk', () => {
  test('have these defaults', () => {
    expect(readSettings({}, '/desk')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: '/desk/data',
      databaseFile: '/desk/data/plumbline.db',
      databaseUrl: 'file:///desk/data/plumbline.db',
      anchorFile: '/desk/data/record.anchor',
      clientHeader: null,
      sessionIdleHours: 12,
      sessionDays: 30,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      publicUrl: null,
      logLevel: process.stdout.isTTY ? 'warn' : 'info',
      metricsToken: null,
      diskMinimum: 200 * 1024 * 1024,
      backsUp: false,
    });
    expect(readSettings({ CLIENT_HEADER: 'X-Real-IP' }).clientHeader).toBe('x-real-ip');
    expect(readSettings({ ANCHOR_FILE: '/elsewhere/anchor' }).anchorFile).toBe('/elsewhere/anchor');
  });

  test('resolve relative paths from the project, in any working folder', () => {
    expect(readSettings({ DATA_DIR: '../elsewhere' }, '/news/desk')).toMatchObject({
      dataDir: '/news/elsewhere',
      databaseFile: '/news/elsewhere/plumbline.db',
    });
  });

  test.each([
    ['file:./desk.db', '/desk/desk.db'],
    ['file:desk.db', '/desk/desk.db'],
    ['file:/news/desk.db', '/news/desk.db'],
    ['file:///news/desk.db', '/news/desk.db'],
    ['file:///news/our desk.db?connection_limit=1', '/news/our desk.db'],
  ])('read the address %s as %s', (address, file) => {
    const settings = readSettings({ DATABASE_URL: address }, '/desk');
    expect(settings.databaseFile).toBe(file);
    expect(settings.databaseUrl).toBe(`file://${file}`);
    expect(settings.dataDir).toBe('/desk/data');
  });

  test.each(['postgres://desk', 'desk.db', 'file:'])('refuse the address %j', (address) => {
    expect(() => readSettings({ DATABASE_URL: address })).toThrow(
      `DATABASE_URL must be the address of a file, such as file:./data/plumbline.db, but is "${address}".`,
    );
  });

  test.each(['0', '721', '12h', '1.5'])('refuse %j as the idle hours of a session', (hours) => {
    expect(() => readSettings({ SESSION_IDLE_HOURS: hours })).toThrow(
      `SESSION_IDLE_HOURS must be a whole number from 1 to 720, but is "${hours}".`,
    );
    expect(readSettings({ SESSION_IDLE_HOURS: '8', SESSION_DAYS: '7' })).toMatchObject({
      sessionIdleHours: 8,
      sessionDays: 7,
    });
  });

  test.each([
    ['https://desk.example', 'https://desk.example'],
    ['https://Desk.example:443/', 'https://desk.example'],
    ['http://192.0.2.1:3000', 'http://192.0.2.1:3000'],
    ['https://[2001:DB8::1]:8443', 'https://[2001:db8::1]:8443'],
    ['https://prüfer.example', 'https://xn--prfer-lva.example'],
  ])('read the public address %s', (text, publicUrl) => {
    expect(readSettings({ PUBLIC_URL: text }).publicUrl).toBe(publicUrl);
  });

  test.each([
    'desk.example',
    'ftp://desk.example',
    'https://',
    'https://desk.example/desk',
    'https://desk.example/?a',
    'https://desk.example/#',
    'https://ada:secret@desk.example',
    'https://desk.example, https://other.example',
    'javascript:alert(1)',
  ])('refuse the public address %j', (text) => {
    expect(() => readSettings({ PUBLIC_URL: text })).toThrow(
      /^PUBLIC_URL must be the address .* such as https:\/\/desk\.example, but is ".*"\.$/,
    );
  });

  test.each(['http', '-1', '65536', '3000.5'])('refuse the port %j', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow(
      `PORT must be a whole number from 0 to 65535, but is "${port}".`,
    );
  });
});

test.each([
  [
    { LOG_LEVEL: 'loud' },
    /^LOG_LEVEL must be one of debug, info, warn, error, silent, but is "loud"\.$/,
  ],
  [{ METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must be at least 16 letters, digits and signs/],
  [{ METRICS_TOKEN: 'with a space in its midst' }, /^METRICS_TOKEN must be at least 16/],
  [
    { TIME_ZONE: 'Berlin' },
    /^TIME_ZONE must be a name such as Europe\/Berlin or UTC, but is "Berlin"\.$/,
  ],
  [{ TIME_ZONE: '+01:00' }, /^TIME_ZONE must be a name/],
  [{ DISK_MINIMUM: '1 GB' }, /^DISK_MINIMUM must be a whole number of megabytes, but is "1 GB"\.$/],
])('a setting of how the desk is run that cannot be is refused: %j', (env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence);
});

test('an address on Windows keeps its drive for Prisma and loses it for Studio', () => {
  const address = toDatabaseUrl('C:\\news\\desk.db');
  expect(address).toBe('file:C:/news/desk.db');
  expect(toStudioUrl(address)).toBe('file:///news/desk.db');
});
