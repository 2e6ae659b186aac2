import { type ConnectionOptions, connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../../support/files";
import { type ProxyInFront, startProxy } from "../../support/proxy-in-front";
import { hidden, statusesOf, tries } from "../../support/smuggling";
import { hasTool } from "../../support/tools";

const forged = {
  "x-forwarded-for": "203.0.113.7",
  "x-forwarded-host": "elsewhere.example",
  "x-forwarded-proto": "http",
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

  test("write again where a request came from, and let nothing through that a stranger says about it", async () => {
    const { got } = await proxy.send("GET", { ...forged, cookie: "sid=1", "x-mine": "kept" });
    expect(got).toMatchObject({
      host: "cases.example",
      cookie: "sid=1",
      "x-mine": "kept",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "cases.example",
      "x-forwarded-proto": "https",
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

  test("lead a person from http to https, and neither a program nor a form", async () => {
    const page = await proxy.sendPlain("GET", "/cases?sort=due");
    expect(page).toMatchObject({ status: 308, location: "https://cases.example/cases?sort=due" });
    for (const [method, path] of [
      ["POST", "/sign-in"],
      ["GET", "/api/calendar/AbC"],
      ["PUT", "/api/evidence/1"],
      ["POST", "/api/find"],
    ] as const)
      expect(await proxy.sendPlain(method, path), path).toMatchObject({ status: 403, location: undefined });
  });

  test.each(Object.entries(tries))("see as many requests as the app behind, whatever is sent: %s", async (_, bytes) => {
    proxy.reached.length = 0;
    const statuses = await statusesOf({ port: proxy.port, tls: true }, bytes);
    const answered = statuses.filter((status) => status === 200).length;
    // What the try left on the way to the app would stand before this one; and nobody has to wait for it.
    const began = performance.now();
    expect(await proxy.send("GET", { "x-mine": "own" })).toMatchObject({ status: 200, got: { "x-mine": "own" } });
    // Who waits for the rest of a request that never comes waits a minute or two.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(proxy.reached).not.toContain(`GET ${hidden}`);
    expect(proxy.reached.pop()).toBe("GET /x");
    expect(proxy.reached.length).toBeLessThanOrEqual(Math.max(answered, 1));
  });

  test("write down nobody's address and no page, also where something went wrong", () => {
    expect(proxy.said()).not.toMatch(/client: |remote_ip|\/first/);
  });

  test.each([
    ["TLS 1.3", {}, "TLSv1.3"],
    ["TLS 1.2", { maxVersion: "TLSv1.2" }, "TLSv1.2"],
    ["TLS 1.1", { minVersion: "TLSv1", maxVersion: "TLSv1.1" }, null],
    ["no forward secrecy", { maxVersion: "TLSv1.2", ciphers: "AES256-GCM-SHA384:AES128-SHA256" }, null],
    ["CBC", { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES256-SHA:ECDHE-ECDSA-AES128-SHA256" }, null],
    ["128 bits in TLS 1.2", { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-GCM-SHA256" }, null],
  ] as const)("of a browser with %s they make %s", async (_, offer, agreed) => {
    expect(await agreedTls(proxy.port, offer)).toBe(agreed);
  });
});

/** The version that both speak; null when they have nothing in common. */
function agreedTls(port: number, offer: ConnectionOptions): Promise<string | null> {
  const weak = { ciphers: "DEFAULT@SECLEVEL=0", rejectUnauthorized: false, servername: "cases.example" };
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, ...weak, ...offer }, () => {
      resolve(socket.getProtocol());
      socket.destroy();
    });
    socket.on("error", () => resolve(null));
  });
}
