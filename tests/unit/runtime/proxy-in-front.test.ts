import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../../support/files";
import { type ProxyInFront, startProxy } from "../../support/proxy-in-front";
import { hasTool } from "../../support/tools";

const forged = {
  "x-forwarded-for": "203.0.113.7",
  "x-forwarded-host": "elsewhere.example",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "1",
  "x-real-ip": "203.0.113.7",
  forwarded: "for=203.0.113.7;host=elsewhere.example",
  "next-resume": "1",
  "x-middleware-subrequest": "proxy:proxy:proxy",
  "x-middleware-rewrite": "/cases",
  "x-nextjs-data": "1",
  "x-invoke-path": "/cases",
  "x-matched-path": "/cases",
  "x-nonce": "AAAA",
};

const folder = await scratchFolder();
afterAll(folder.remove);

describe.each(["caddy", "nginx"] as const)("the settings for %s", (program) => {
  if (!hasTool(program)) return test.skip(`${program} is not installed here`, () => {});
  let proxy: ProxyInFront;
  beforeAll(async () => {
    proxy = await startProxy(program, `${folder.path}/${program}`);
  });
  afterAll(() => proxy?.stop());

  test("write anew where a request came from, and let nothing through that a stranger says about it", async () => {
    const { got } = await proxy.send("GET", { ...forged, cookie: "sid=1", "x-mine": "kept" });
    expect(got).toMatchObject({
      host: "cases.example",
      cookie: "sid=1",
      "x-mine": "kept",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "cases.example",
      "x-forwarded-proto": "http",
    });
    const through = Object.keys(got ?? {}).filter((name) => name in forged && !name.startsWith("x-forwarded-"));
    expect(through).toEqual([]);
    expect(JSON.stringify(got)).not.toMatch(/203\.0\.113\.7|elsewhere|AAAA/);
  });

  test("refuse an upgrade and methods that nothing here needs", async () => {
    const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==" };
    expect(await proxy.send("GET", upgrade)).toMatchObject({ status: 400 });
    for (const method of ["TRACE", "PATCH"]) expect(await proxy.send(method, {})).toMatchObject({ status: 405 });
    expect(await proxy.send("PUT", {})).toMatchObject({ status: 200 });
  });
});
