/** The desk's own address as the browser knows it, 'http://127.0.0.1:3000'. */
export function originOf(headers: Headers): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? '127.0.0.1';
  const protocol = headers.get('x-forwarded-proto')?.split(',')[0] ?? 'http';
  return `${protocol}://${host}`;
}
