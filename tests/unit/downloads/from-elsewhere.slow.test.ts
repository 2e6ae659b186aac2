import { NextRequest } from "next/server";
import { beforeAll, describe, expect, test } from "vitest";

const id = "0190a0b0-0000-7000-8000-000000000001";

/** Every route that hands out a file and writes a line about it. */
const downloads = [
  ["an original", () => import("@/app/api/evidence/[id]/original/route"), { id }],
  ["a copy without metadata", () => import("@/app/api/evidence/[id]/stripped/route"), { id }],
  ["a masked copy", () => import("@/app/api/evidence/[id]/masked/route"), { id }],
  ["a time stamp", () => import("@/app/api/evidence/[id]/stamps/[stampId]/route"), { id, stampId: id }],
  ["a packet", () => import("@/app/api/packets/[packetId]/file/route"), { packetId: id }],
  ["a packet for its officer", () => import("@/app/api/handovers/[handoverId]/file/route"), { handoverId: id }],
  ["a paper", () => import("@/app/api/documents/[documentId]/[format]/route"), { documentId: id, format: "pdf" }],
] as const;

/** What is refused is counted in the log, and the log reads its level from the settings. */
beforeAll(() => {
  const key = Buffer.alloc(32, 7).toString("base64");
  const keys = { KEK: key, AUTH_SECRET: "s".repeat(40), SERVICE_TOKEN: key };
  Object.assign(process.env, { ...keys, DATABASE_URL: "postgres://a@127.0.0.1/c", LOG_LEVEL: "silent" });
});

type Route = { GET: (request: NextRequest, context: { params: Promise<never> }) => Promise<Response> };

describe.each(downloads)("the download of %s", (_what, load, params) => {
  test.each(["cross-site", "same-site"])("is not set off by a page that is %s", async (site) => {
    const { GET } = (await load()) as unknown as Route;
    const request = new NextRequest("http://localhost/x", { headers: { "sec-fetch-site": site } });
    const { status, headers } = await GET(request, { params: Promise.resolve(params as never) });
    expect([403, 404]).toContain(status);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("is not logged for a HEAD, which takes nothing", async () => {
    const { HEAD } = await load();
    expect(HEAD().status).toBe(405);
  });
});
