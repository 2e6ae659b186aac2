import { createServer, type Server } from "node:http";
import { type APIResponse, expect, type Page, test } from "@playwright/test";
import { type Inert, makeInert } from "../fixtures/hostile/inert";
import { originOf, ownerOf } from "../support/e2e";
import { openCase } from "./support/case";
import { somebody } from "./support/evidence";
import { announcement } from "./support/found-ids";
import { plantTeam } from "./support/own-team";

const origin = originOf("demo");

type Kept = Inert & { exhibitId: string };

test.describe.configure({ mode: "serial" });

let page: Page;
let canary: Server;
let files: Inert[];
const kept: Kept[] = [];
const heard: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  canary = createServer((request, response) => {
    heard.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const address = canary.address();
  files = await makeInert(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
  page = await (await plantTeam("Inert Test Trust"))(browser, "caseworker");
  const caseId = await openCase(page, `Inert ${Date.now() % 100_000}`, { client: somebody() });
  await inTurns(files, async (file) => void kept.push({ ...file, exhibitId: await keep(caseId, file) }));
  await leaveAlone(kept.map(({ exhibitId }) => exhibitId));
});

test.afterAll(async () => {
  await page?.context().close();
  await new Promise((resolve) => canary?.close(resolve));
});

test("there are at least sixty, and what they do is heard where nothing holds it", async () => {
  expect(kept.length).toBeGreaterThanOrEqual(60);
  expect(new Set(kept.map(({ name }) => name)).size).toBe(kept.length);
  // In a browser of its own: a window that one of them opens late ends with it.
  const apart = await page.context().browser()?.newContext({ baseURL: origin });
  const loose = await apart?.newPage();
  await loose?.route("**/loose", (route) =>
    route.fulfill({ contentType: "text/html", body: Buffer.from(files[0]?.bytes ?? []) }),
  );
  await loose?.goto("/loose").catch(() => undefined);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  await apart?.close();
  await quiet();
  heard.length = 0;
});

test("each is handed out as a download that a browser can do nothing with", async () => {
  await inTurns(kept, async ({ name, exhibitId }) => {
    const { request } = page.context();
    expectInert(name, await request.get(`/api/evidence/${exhibitId}/original`));
    for (const address of ["preview", "words"]) {
      const answer = await request.get(`/api/evidence/${exhibitId}/${address}`);
      expect(answer.status(), `${name} ${address}`).toBe(405);
    }
  });
});

test("each is opened at its own address: it is saved, and nothing of it runs", async () => {
  test.setTimeout(120_000);
  await onPages(async (shown, { name, exhibitId }) => {
    const saved = shown.waitForEvent("download");
    await shown.goto(`/api/evidence/${exhibitId}/original`).catch(() => undefined);
    await (await saved).cancel();
    expect(shown.url(), name).toBe("about:blank");
  });
  await expectSilence();
});

test("each is opened as if something on the way had made a page of it: nothing of it runs either", async () => {
  test.setTimeout(120_000);
  const { request } = page.context();
  await onPages(async (shown, { name, type, exhibitId }) => {
    const address = `${origin}/api/evidence/${exhibitId}/original`;
    const answer = await request.get(address);
    const { "content-disposition": _, "content-encoding": __, "content-length": ___, ...headers } = answer.headers();
    const body = await answer.body();
    await shown.route(address, (route) =>
      route.fulfill({ headers: { ...headers, "content-type": type || "text/html" }, body }),
    );
    await shown.goto(address).catch(() => undefined);
    expect(await shown.title().catch(() => ""), name).not.toBe("ran");
    expect(["about:blank", address], name).toContain(shown.url().replace(/^chrome-error:.*/, "about:blank"));
    if (shown.url() !== "about:blank") await shown.goto("about:blank");
  });
  await expectSilence();
  await page.goto("/");
  expect(await page.evaluate(() => localStorage.getItem("ran"))).toBeNull();
});

/** All of them on four pages at once. */
async function onPages(act: (shown: Page, file: Kept) => Promise<void>): Promise<void> {
  const left = [...kept];
  const lane = async () => {
    const shown = await page.context().newPage();
    shown.on("dialog", (dialog) => {
      heard.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    for (let file = left.shift(); file; file = left.shift()) await act(shown, file);
    await shown.close();
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

/** Nothing called, and no window was opened. */
async function expectSilence(): Promise<void> {
  await quiet();
  expect(heard).toEqual([]);
  const others = () =>
    page
      .context()
      .pages()
      .filter((candidate) => candidate !== page);
  await expect.poll(() => others().map((page) => page.url())).toEqual([]);
}

/** Until what was still on its way has come. */
async function quiet(): Promise<void> {
  let before = -1;
  while (before < heard.length) {
    before = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function expectInert(name: string, answer: APIResponse): void {
  const headers = answer.headers();
  expect(answer.status(), name).toBe(200);
  expect(headers["content-disposition"], name).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
  expect(headers["content-type"], name).toBe("application/octet-stream");
  expect(headers["x-content-type-options"], name).toBe("nosniff");
  expect(headers["content-security-policy"], name).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
  expect(headers["cross-origin-resource-policy"], name).toBe("same-origin");
  expect(headers["cross-origin-opener-policy"], name).toBe("same-origin");
  expect(headers["cache-control"], name).toBe("no-store");
  expect(headers["referrer-policy"], name).toBe("no-referrer");
}

async function keep(caseId: string, { name, type, bytes }: Inert): Promise<string> {
  const { request } = page.context();
  const data = { ...announcement(caseId), fileName: name, fileType: type.slice(0, 127), size: bytes.byteLength };
  const announced = await request.post("/api/evidence/announce", { headers: { origin }, data });
  const { id } = (await announced.json()) as { id: string };
  const headers = { origin, "content-type": "application/octet-stream" };
  const sent = await request.put(`/api/evidence/${id}`, { headers, data: Buffer.from(bytes) });
  expect(sent.status(), name).toBe(201);
  return ((await sent.json()) as { exhibitId: string }).exhibitId;
}

/** What the sandbox makes of such files is tested elsewhere; here the worker need not look at each. */
async function leaveAlone(exhibitIds: string[]): Promise<void> {
  const owner = await ownerOf("demo");
  await owner`delete from pgboss.job where state = 'created' and data->>'exhibitId' = any(${exhibitIds})`;
  await owner.end();
}

async function inTurns<T>(all: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let item = left.shift(); item; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: 5 }, lane));
}
