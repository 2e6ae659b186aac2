import type { NextConfig } from "next";
import { ofBuild } from "./lib/platform/headers.ts";

/** Features with remote code execution advisories in 2026 stay off: image optimiser, next/og, cache components. */
const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  headers: async () => ofBuild(),
  images: { unoptimized: true },
  typedRoutes: true,
  distDir: process.env.CROSSDOCKET_DIST ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pg-boss", "postgres", "@hyzyla/pdfium", "pino"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
