import type { NextConfig } from "next";

const clear = [{ key: "Clear-Site-Data", value: '"cache"' }];

/** Features with remote code execution advisories in 2026 stay off: image optimiser, next/og, cache components. */
const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  typedRoutes: true,
  distDir: process.env.CROSSDOCKET_DIST ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pg-boss", "postgres", "@hyzyla/pdfium", "pino"],
  // What a signed-in person saw does not stay on a disk that others use.
  headers: async () => [
    { source: "/away", headers: clear },
    { source: "/sign-in", has: [{ type: "query", key: "ended" }], headers: clear },
  ],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
