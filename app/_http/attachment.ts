/**
 * An answer with bytes that may come from anybody: a browser saves it, whatever it contains, and
 * never shows it, since a page served from the desk's own address could act in the desk's name.
 * proxy.ts adds a policy under which nothing in it would run.
 */
export function toAttachment(bytes: Uint8Array, name: string): Response {
  const plain = name.replace(/[^\w.-]+/g, '_').slice(-100);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}
