/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', '@prisma/adapter-better-sqlite3', '@prisma/client'],
  // A page comes with its title: streamed after it, there would be a moment without one.
  htmlLimitedBots: /.*/,
  experimental: {
    // `forbidden()` answers with app/forbidden.tsx and status 403.
    authInterrupts: true,
    serverActions: {
      // 5 MB of text is allowed (MAX_TEXT_BYTES); what is somewhat longer must still arrive whole,
      // to be shown again with the reason, or what was typed is lost.
      bodySizeLimit: '24mb',
    },
    // The proxy keeps a copy of the body, and would cut it at 10 MB.
    proxyClientMaxBodySize: '24mb',
  },
  // No picture is shown that would have to be made smaller: its address answers nothing.
  images: { unoptimized: true },
};

export default config;
