import { createHash } from "node:crypto";
import { request } from "node:http";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { originOf } from "../support/e2e";
import { statusesOf, tries } from "../support/smuggling";
import { askRaw, type Raw } from "./support/ask-raw";
import { windowAs } from "./support/evidence";
import { inTurns } from "./support/in-turns";
import { cookiesOf } from "./support/raw-put";
import { allPaths, type Call, callsFor, idNames } from "./support/routes";

const origin = originOf("demo");

test.describe.configure({ mode: "serial" });

let cookie = "";
let caseId = "";
let page: Page;

test.beforeAll("somebody signs in", async ({ browser }: { browser: Browser }) => {
  page = await windowAs(browser, /^Supervisor/);
  await page.goto("/cases");
  const shape = /^\/cases\/([0-9a-f-]{36})$/;
  const links = await page
    .locator("main a[href]")
    .evaluateAll((all) => all.map((element) => element.getAttribute("href")));
  caseId = links.map((link) => link?.match(shape)?.[1]).find(Boolean) ?? "";
  expect(caseId).not.toBe("");
  cookie = await cookiesOf(page);
});

test.afterAll(() => page?.context().close());

test("every route answers a stranger with all headers, and loads nothing from elsewhere", async () => {
  await walk("");
});

test("every route answers somebody who is signed in with all headers, and loads nothing from elsewhere", async () => {
  await walk(cookie);
});

test("pages load sound and film from this site alone, and a recording only into the player of a page", async () => {
  const path = `/cases/${caseId}/evidence/${newId()}`;
  const policy = String((await askRaw(origin, path, { headers: { cookie } })).headers["content-security-policy"]);
  expect(policy.split("; ").filter((part) => part.startsWith("media-src"))).toEqual(["media-src 'self'"]);
  for (const use of ["document", "iframe", "script", "image", "object"]) {
    const headers = { cookie, "sec-fetch-dest": use };
    expect((await askRaw(origin, `/api/evidence/${newId()}/play`, { headers })).status, use).toBe(403);
  }
  const elsewhere = { cookie, "sec-fetch-dest": "audio", "sec-fetch-site": "cross-site" };
  expect((await askRaw(origin, `/api/evidence/${newId()}/play`, { headers: elsewhere })).status).toBe(403);
});

test("what goes wrong has the same headers", async () => {
  const wrong: Call[] = [
    { method: "GET", path: `/cases/${newId()}` },
    { method: "GET", path: "/no-such-page" },
    { method: "GET", path: "/cases/" },
    { method: "GET", path: "/%" },
    { method: "GET", path: "/api/no-such-route" },
    { method: "GET", path: "/api/evidence/%E0%A4%A" },
    { method: "GET", path: "/_next/static/no-such-file.js" },
    { method: "GET", path: "/_next/image?url=%2Ficon.svg&w=64&q=75" },
    { method: "GET", path: "/_next/data/x/index.json" },
    { method: "POST", path: "/api/health" },
    { method: "PUT", path: "/sign-in" },
    { method: "POST", path: "/sign-in" },
    { method: "GET", path: "/sign-in?ended" },
  ];
  for (const call of wrong) expectClosed(call.path, await ask(call, { cookie }));
});

test("a request whose end can be seen at two places, or that names two hosts, is refused and ends the line", async () => {
  const door = { port: Number(new URL(origin).port), tls: false };
  for (const [name, bytes] of Object.entries(tries)) expect(await statusesOf(door, bytes), name).toEqual([400]);
  expect((await askRaw(origin, "/api/health")).status).toBe(200);
});

test("styles, scripts and letters may be kept, and have every other header", async () => {
  const { body } = await askRaw(origin, "/sign-in");
  const files = [...new Set(body.match(/\/_next\/static\/[^"'\\ ]+\.(?:css|js|woff2)/g))];
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const answer = await askRaw(origin, path);
    expect(answer.status, path).toBe(200);
    expectEverywhere(path, answer);
    expect(answer.headers["cache-control"], path).toContain("immutable");
  }
});

test("over https every answer asks for https from then on", async () => {
  const { body } = await askRaw(origin, "/sign-in");
  const script = body.match(/\/_next\/static\/[^"'\\ ]+\.js/)?.[0] ?? "";
  for (const path of [script, "/icon.svg", "/api/health", "/sign-in", `/api/evidence/${newId()}/original`]) {
    const answer = await askRaw(origin, path, { headers: { "x-forwarded-proto": "https" } });
    expect(answer.headers["strict-transport-security"], path).toBe("max-age=63072000; includeSubDomains");
    const plain = await askRaw(origin, path);
    expect(plain.headers["strict-transport-security"], path).toBeUndefined();
  }
});

test("methods that nothing here needs are refused before anything looks at them", async () => {
  for (const method of ["TRACE", "PATCH", "PROPFIND"]) {
    for (const path of ["/sign-in", "/cases", "/api/health", "/icon.svg", `/api/evidence/${newId()}`]) {
      const answer = await askRaw(origin, path, { method, headers: { "x-probe": "a7c1-probe" } });
      expect(answer.status, `${method} ${path}`).toBe(405);
      expect(`${JSON.stringify(answer.headers)}${answer.body}`, `${method} ${path}`).not.toContain("a7c1-probe");
      expectClosed(path, answer);
    }
  }
});

test("a connection is not upgraded to anything", async () => {
  const message = await new Promise<string>((resolve, reject) => {
    const headers = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==" };
    const { hostname, port } = new URL(origin);
    const asking = request({ hostname, port, path: "/_next/webpack-hmr", headers, agent: false });
    asking.on("upgrade", () => resolve("upgraded"));
    asking.on("response", ({ statusCode }) => resolve(String(statusCode)));
    asking.on("error", reject).end();
  });
  expect(message).toBe("400");
});

test("headers by which the framework speaks to itself change nothing", async () => {
  const forged: Record<string, string>[] = [
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
    { "x-middleware-rewrite": "/cases" },
    { "x-middleware-override-headers": "cookie" },
    { "x-invoke-path": "/cases", "x-invoke-output": "/cases" },
    { "x-matched-path": "/cases" },
    { "x-nextjs-data": "1" },
    { "next-resume": "1" },
    { "x-nonce": "AAAA", "content-security-policy": "script-src 'nonce-AAAA'" },
  ];
  for (const headers of forged) {
    const where = JSON.stringify(headers);
    const closed = await askRaw(origin, "/cases", { headers });
    expect([closed.status, closed.headers.location], where).toEqual([307, "/sign-in"]);
    const open = await askRaw(origin, "/sign-in", { headers });
    expect(open.status, where).toBe(200);
    expect(open.body, where).not.toContain('nonce="AAAA"');
    expectClosed(where, open);
  }
});

test("cookies are out of reach for scripts and other sites", async ({ browser }) => {
  const set = await page.context().cookies();
  expect(set.map(({ name }) => name)).toContain("sid");
  for (const { name, httpOnly, sameSite, path, domain } of set) {
    expect([httpOnly, path, domain], name).toEqual([true, "/", "localhost"]);
    expect(["Lax", "Strict"], name).toContain(sameSite);
  }
  const other = await windowAs(browser, /^Caseworker/);
  await other.goto("/search");
  await other.getByLabel("Number, name or message").fill("Honeybush");
  const carried = other.waitForResponse(
    (answer) => answer.request().method() === "POST" && new URL(answer.url()).pathname === "/search",
  );
  await other.getByRole("button", { name: "Find", exact: true }).click();
  const sought = (await (await carried).headersArray()).filter(({ name }) => name.toLowerCase() === "set-cookie");
  expect(sought.map(({ value }) => value).join("\n")).toMatch(/^sought=[^;]+; Path=\/;.*HttpOnly; SameSite=strict/im);
  await other.context().close();
});

/** Every route of the build; where a parameter names a record, it is this case's id or one of nothing. */
async function walk(sent: string): Promise<void> {
  const ids = Object.fromEntries(idNames.map((name) => [name, newId()])) as Parameters<typeof callsFor>[0];
  const fixed = allPaths().map((path): Call => ({ method: "GET", path }));
  const calls = [...fixed, ...callsFor({ ...ids, caseId })];
  expect(calls.length).toBeGreaterThan(90);
  await inTurns(calls, sent, async (call) => {
    expectClosed(`${call.method} ${call.path}`, await ask(call, sent === "" ? {} : { cookie: sent }));
  });
}

const ask = ({ method, path }: Call, headers: Record<string, string>) => askRaw(origin, path, { method, headers });

function expectClosed(where: string, answer: Raw): void {
  expectEverywhere(where, answer);
  expect(answer.headers["cache-control"] ?? "none", where).toContain("no-store");
  expect(answer.headers["content-security-policy"] ?? "none", where).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  );
  expect(answer.headers["x-powered-by"] ?? answer.headers.server, where).toBeUndefined();
  for (const value of answer.cookies) {
    expect(value, where).toMatch(/; HttpOnly/i);
    expect(value, where).toMatch(/; SameSite=(lax|strict)/i);
    expect(value, where).not.toMatch(/; Domain=/i);
  }
  if (answer.headers["content-type"]?.startsWith("text/html")) expectOwnPage(where, answer);
}

function expectEverywhere(where: string, { headers }: Raw): void {
  expect(headers["x-content-type-options"], where).toBe("nosniff");
  expect(headers["x-frame-options"], where).toBe("DENY");
  expect(headers["cross-origin-resource-policy"], where).toBe("same-origin");
  expect(headers["referrer-policy"] ?? "none", where).toMatch(/^(no-referrer|same-origin)$/);
}

/** Tags that load or send something by their address; a link that a person follows is none of them. */
const loading =
  /<(script|link|img|iframe|frame|source|video|audio|track|object|embed|form|button|input|base|use)\b[^>]*>/gi;
const address = /\s(?:src|href|srcset|action|formaction|data|poster|xlink:href)=["']?\s*([^"'\s>]+)/gi;

function expectOwnPage(where: string, { body, headers }: Raw): void {
  const policy = String(headers["content-security-policy"]);
  const nonce = policy.match(/'nonce-([^']+)'/)?.[1];
  // Where no nonce is named, a script stands in its page and is allowed by its own hash.
  for (const [, script = ""] of body.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    expect(policy, where).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  }
  for (const [tag, name] of body.matchAll(loading)) {
    if (name?.toLowerCase() === "script" && tag !== "<script>") expect(tag, where).toContain(`nonce="${nonce}"`);
    for (const [, to = ""] of tag.matchAll(address))
      expect(to, `${where}: ${tag}`).not.toMatch(/^([a-z][a-z0-9+.-]*:)?\/\//i);
  }
  expect(body, where).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
  expect(body.match(/url\(\s*["']?(?:https?:)?\/\//i), where).toBeNull();
}
