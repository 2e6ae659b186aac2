import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askPage, mostBytes, mostUnpacked } from "@/lib/platform/network/ask-page";
import { proxyWay } from "@/lib/platform/network/open-way";
import type { Ways } from "@/lib/platform/network/reach-host";
import { otherHost, type Site, siteHost, startSite } from "@/tests/support/platform-site";

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(() => {
  site.asked.length = 0;
  site.connected.length = 0;
  site.names = {};
});

const ask = (path = "/p/1", ways: Partial<Ways> = {}) =>
  askPage(new URL(`https://${siteHost}${path}`), { ...site.ways, ...ways });
const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (error: { problem?: string }) => error.problem,
  );

describe("a page that is read", () => {
  test("is asked for at the address that was looked at, and says nothing of who asks", async () => {
    site.says(200, "hello", { "set-cookie": "track=1" });
    const answer = await ask("/p/1?v=2");
    await ask();
    expect(answer).toMatchObject({ status: 200, body: Buffer.from("hello") });
    expect(site.connected).toEqual(["93.184.215.14:443", "93.184.215.14:443"]);
    const [first, second] = site.asked;
    expect(first).toMatchObject({ host: siteHost, path: "/p/1?v=2" });
    expect(first?.headers).toEqual({
      host: siteHost,
      accept: "text/html,application/xhtml+xml",
      "accept-language": "en",
      "accept-encoding": "identity",
      "user-agent": "Mozilla/5.0",
      connection: "close",
    });
    expect(second?.headers.cookie).toBeUndefined();
  });

  test("a redirect is told and not followed", async () => {
    site.says(302, "", { location: "https://127.0.0.1/" });
    expect(await ask()).toMatchObject({ status: 302, headers: { location: "https://127.0.0.1/" } });
    expect(site.asked).toHaveLength(1);
  });

  test("nothing of a picture is read", async () => {
    site.answer = (_, response) => {
      response.writeHead(200, { "content-type": "image/jpeg" });
      response.write("never ends");
    };
    expect(await ask()).toMatchObject({ status: 200, body: null });
  });
});

describe("an address that is not public", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "172.20.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "2001:db8::1",
  ])("%s is not connected to", async (address) => {
    site.names[siteHost] = [address];
    expect(await problemOf(ask())).toBe("own_network");
    expect(site.connected).toEqual([]);
  });

  test("nor is a name that also resolves to a public one", async () => {
    site.names[siteHost] = ["93.184.215.14", "127.0.0.1"];
    expect(await problemOf(ask())).toBe("own_network");
  });

  test("a name that changes between question and connection is asked once", async () => {
    const answers = [["93.184.215.14"], ["127.0.0.1"]];
    let questions = 0;
    site.says(200, "ok");
    await ask("/", {
      resolve: async () => {
        questions += 1;
        return answers.shift() ?? [];
      },
    });
    expect([questions, site.connected]).toEqual([1, ["93.184.215.14:443"]]);
  });
});

describe("a site that means harm", () => {
  test("with a certificate of another name is not believed, nor one that nobody signed", async () => {
    expect(await problemOf(askPage(new URL("https://not-named.example/"), site.ways))).toBe("not_trusted");
    expect(await problemOf(ask("/", { ca: undefined }))).toBe("not_trusted");
    expect(site.asked).toEqual([]);
  });

  test("a body that never ends is not waited for", async () => {
    site.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(drip));
    };
    expect(await problemOf(ask("/", { timeoutMs: 400 }))).toBe("too_slow");
  });

  test("a name that nobody resolves in time is not waited for", async () => {
    expect(await problemOf(ask("/", { timeoutMs: 200, resolve: () => new Promise(() => undefined) }))).toBe("too_slow");
  });

  test("a body that is too large is not read on", async () => {
    let sent = 0;
    site.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const piece = Buffer.alloc(256 * 1024, "x");
      const more = () => {
        while (!response.destroyed && sent < 64 * 1024 * 1024) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once("drain", more);
        }
      };
      more();
    };
    expect(await problemOf(ask())).toBe("too_large");
    expect(sent).toBeLessThan(mostBytes * 6);
  });

  test("a small file that unpacks to a large one is not unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(mostUnpacked * 4));
    site.answer = (_, response) =>
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(bomb);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(ask())).toBe("too_large");
    site.answer = (_, response) =>
      response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(gzipSync("small"));
    expect((await ask()).body?.toString()).toBe("small");
  });

  test("headers that never end are not read", async () => {
    site.answer = ({ socket }) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const more = setInterval(() => socket.write(`x-${Math.random()}: ${"y".repeat(8000)}\r\n`), 5);
      socket.on("close", () => clearInterval(more));
    };
    expect(await problemOf(ask())).toBe("too_large");
  });

  test("what breaks off in the middle says nothing", async () => {
    site.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "100" });
      response.write("half", () => response.destroy());
    };
    expect(await problemOf(ask())).toBe("closed_early");
  });
});

test("through a proxy the way leads to the address, never to a name, and TLS goes through it", async () => {
  const wanted: [string | undefined, string | undefined][] = [];
  const proxy = createServer();
  proxy.on("connect", (request, client) => {
    wanted.push([request.url, request.headers["proxy-authorization"]]);
    if (wanted.length > 1) return void client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    site.ways.open("behind the proxy", 443, AbortSignal.timeout(2000)).then((socket) => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(client).pipe(socket);
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const open = proxyWay(`http://user:p%40ss@127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  site.says(200, "through");
  const answer = await askPage(new URL(`https://${otherHost}/x`), { ...site.ways, open });
  expect(answer.body?.toString()).toBe("through");
  expect(wanted).toEqual([["93.184.215.14:443", `Basic ${Buffer.from("user:p@ss").toString("base64")}`]]);
  expect(await problemOf(ask("/", { open }))).toBe("proxy_refused");
  proxy.close();
});
