/** The desk's own address as the browser knows it, 'http://127.0.0.1:3000'. */
export function originOf(headers: Headers): string {
  const host = first(headers.get('x-forwarded-host')) ?? headers.get('host') ?? '127.0.0.1';
  const protocol = first(headers.get('x-forwarded-proto')) ?? 'http';
  return `${protocol}://${host}`;
}

/** Of several proxies, one behind the other, the first is the one that the browser asked. */
const first = (list: string | null) => list?.split(',')[0]?.trim();
