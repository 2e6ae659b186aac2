import type { NextConfig } from "next";
import { ofBuild } from "./lib/platform/network/headers.ts";

const clear = [{ key: "Clear-Site-Data", value: '"cache"' }];
const empty = [{ key: "Clear-Site-Data", value: '"cache", "storage"' }];

/** Features with remote code execution advisories in 2026 stay off: image optimiser, next/og, cache components. */
const config: NextConfig = {
  poweredByHeader: false,
  // `page.dev.tsx` is a page under `npm run dev` alone, such as the gallery of app/_ui: no build has its address.
  pageExtensions: [...(process.env.NODE_ENV === "development" ? ["dev.tsx"] : []), "tsx", "ts"],
  productionBrowserSourceMaps: false,
  headers: async () => [
    ...ofBuild(),
    // What a signed-in person saw does not stay on a disk that others use.
    { source: "/away", headers: clear },
    { source: "/sign-in", has: [{ type: "query", key: "ended" }], headers: clear },
    // Signed out on purpose: what waited on this device goes too.
    { source: "/sign-in", has: [{ type: "query", key: "out" }], headers: empty },
  ],
  // Types are checked by `npm run verify` and in CI, three times as fast. A newcomer's first start does not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  typedRoutes: true,
  distDir: process.env.CROSSDOCKET_DIST ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pg-boss", "postgres", "@hyzyla/pdfium", "pino"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
};

export default config;
