import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, type Page, test } from "@playwright/test";
import { startPostgres } from "../../db/embedded";
import { filesWith } from "../support/canaries";
import { dataDirOf, originOf, ownerOf } from "../support/e2e";
import { onCase } from "../support/model/who-may";
import { alive } from "./support/alive";
import { type Cast, type Player, plantCast } from "./support/cast";
import { windowAs } from "./support/evidence";
import { inTurns } from "./support/in-turns";
import { allPaths, builtFile, callsFor } from "./support/routes";

const origin = originOf("demo");
const pseudonym = `Kingfisher ${Date.now() % 100_000}`;

type Planted = { caseId: string; stem: string; numbers: string[]; made: number };

test.describe.configure({ mode: "serial" });

let planted: Planted;
let cast: Cast;
let inner: Map<string, string>;

test.beforeAll("a matter with a word in every field, and people who stand to it in every way", async () => {
  test.setTimeout(120_000);
  const { appUrl, ownerUrl } = await startPostgres({ dataDir: dataDirOf("demo") });
  const script = ["--conditions=react-server", "--import", "tsx", "tests/e2e/support/plant-canaries.ts"];
  const env = { ...process.env, DATABASE_URL: appUrl, DATA_DIR: dataDirOf("demo"), NODE_OPTIONS: "" };
  const message = execFileSync(process.execPath, [...script, ownerUrl, pseudonym], { env, encoding: "utf8" });
  planted = JSON.parse(message) as Planted;
  cast = await plantCast(pseudonym);
  inner = await innerValues();
});

test.afterAll(() => cast?.end());

/** Every address by which a page or a file is asked for, with this matter's ids. */
const asked = () => [
  ...allPaths(),
  ...callsFor(cast.ids).flatMap(({ method, path }) => (method === "GET" ? [path] : [])),
];

type Answer = { who: Player; path: string; kind: "page" | "rsc"; type: string; text: string };

/** What one person is answered, as a page and as the router of a page that is open asks. */
async function crawl(who: Player, look: (answer: Answer) => void): Promise<number> {
  let seen = 0;
  await inTurns(asked(), who.cookie, async (path) => {
    for (const kind of ["page", "rsc"] as const) {
      if (kind === "rsc" && path.startsWith("/api/")) continue;
      const headers: Record<string, string> = { cookie: who.cookie, origin, ...(kind === "rsc" ? { rsc: "1" } : {}) };
      const answer = await fetch(`${origin}${path}`, { headers, redirect: "manual" });
      const type = answer.headers.get("content-type") ?? "";
      seen += 1;
      look({ who, path, kind, type, text: await answer.text() });
    }
  });
  return seen;
}

test("nobody without access is answered one word of it; whoever has access is; nobody is answered what is only ours", async () => {
  test.setTimeout(300_000);
  expect(planted.made).toBeGreaterThanOrEqual(50);
  const wrong: string[] = [];
  const found = new Map<string, number>();
  let answers = 0;
  for (const who of cast.players) {
    const reads = who.role !== null && onCase(who.role, who.relation, false).read;
    answers += await crawl(who, ({ path, kind, text, type }) => {
      const where = `${who.name}: ${path} (${kind})`;
      const words = [planted.stem, ...planted.numbers, pseudonym].filter((word) => text.includes(word));
      if (words.length > 0) found.set(who.name, (found.get(who.name) ?? 0) + 1);
      if (words.length > 0 && !reads) wrong.push(`${where} says ${words[0]}`);
      if (!/^(text|application\/json)/.test(type)) return;
      const sealed = text.match(/\bv1\.[\w-]{16}\.[\w-]{22,}/)?.[0] ?? text.match(/\$argon2\w+\$/)?.[0];
      if (sealed) wrong.push(`${where} holds a sealed value`);
      for (const [value, what] of inner) if (text.includes(value)) wrong.push(`${where} holds ${what}`);
    });
  }
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(1500);
  for (const name of ["supervisor", "member"]) expect(found.get(name), name).toBeGreaterThan(20);
  test.info().annotations.push({ type: "answers", description: String(answers) });
});

test("no word that somebody typed became a link, and no page loads anything from elsewhere", async () => {
  test.setTimeout(120_000);
  const supervisor = cast.players.find(({ name }) => name === "supervisor") as Player;
  const wrong: string[] = [];
  let pages = 0;
  let count = 0;
  await crawl(supervisor, ({ path, kind, type, text }) => {
    if (kind !== "page" || !type.startsWith("text/html")) return;
    pages += 1;
    if (text.includes(`https://${planted.stem}`)) count += 1;
    for (const [, to = ""] of text.matchAll(
      /<[a-z][^>]*\s(?:href|src|srcset|action|formaction|data|poster|ping)="([^"]*)"/gi,
    )) {
      if (/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(to) && !/^(tel|data:image\/svg)/.test(to))
        wrong.push(`${path}: ${to}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(pages).toBeGreaterThan(60);
  expect(count).toBeGreaterThan(8);
});

test("the same in a browser, once the pages have come alive; an address is copied with a caution", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const page = await windowAs(browser, /^Supervisor/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const { caseId, exhibitId } = cast.ids;
  const below = [
    "",
    "/incidents",
    "/subjects",
    "/evidence",
    `/evidence/${exhibitId}`,
    "/refusals",
    "/flags",
    "/reviews",
  ];
  let shown = 0;
  for (const path of below) {
    await page.goto(`/cases/${caseId}${path}`);
    await alive(page.locator("main"));
    if (((await page.locator("main").textContent()) ?? "").includes(planted.stem)) shown += 1;
    const links = await page
      .locator("a, area, form, iframe, img, link, script, object, embed")
      .evaluateAll((all) =>
        all.map((element) =>
          ["href", "src", "action", "data"]
            .map((name) => (element as never)[name])
            .find((to) => typeof to === "string" && to),
        ),
      );
    const foreign = links.filter((to) => to && !/^(tel:|data:|blob:)/.test(to) && new URL(to).origin !== origin);
    expect(foreign, path).toEqual([]);
  }
  expect(shown).toBeGreaterThan(5);
  expect(requests.filter((url) => new URL(url).origin !== origin && /^http/.test(url))).toEqual([]);
  await page.goto(`/cases/${caseId}/evidence/${exhibitId}`);
  const copy = page.getByRole("button", { name: /^Copy address/ }).first();
  await alive(copy);
  await copy.click();
  await expect(page.getByText(/Opening it can tell whoever is behind it that you looked/).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^https:\/\/social\.example\//);
  await page.context().close();
});

test("nothing of it stays in a browser's own files after signing out", async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "profile-"));
  const { executablePath, args } = test.info().project.use.launchOptions ?? {};
  const context = await chromium.launchPersistentContext(folder, { executablePath, args, baseURL: origin });
  const page = await context.newPage();
  await signInAsSupervisor(page);
  for (const path of ["/incidents", "/subjects", "/evidence", `/evidence/${cast.ids.exhibitId}`]) {
    await page.goto(`/cases/${planted.caseId}${path}`);
    await expect(page.locator("main")).toContainText(planted.stem);
  }
  await page.goBack();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL(/sign-in/);
  await context.close();
  const { hits, searched } = filesWith([folder], words());
  rmSync(folder, { recursive: true, force: true });
  expect(hits).toEqual([]);
  expect(searched).toBeGreaterThan(20);
});

test("nothing of it is in what the server said, nor in the build", async () => {
  const message = join(process.env.E2E_FOLDER ?? "", "demo-record", "said");
  expect(existsSync(message)).toBe(true);
  const places = [message, builtFile("server"), builtFile("static")];
  const { hits, searched } = filesWith(places, words());
  expect(hits).toEqual([]);
  expect(searched).toBeGreaterThan(100);
  const cache = builtFile("cache");
  if (existsSync(cache)) expect(filesWith([cache], [planted.stem]).hits).toEqual([]);
});

const words = () => [planted.stem, ...planted.numbers];

async function signInAsSupervisor(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /^Supervisor/ }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** What no answer has a use for: whose row it is, under which key and in which object it lies, what a session is. */
async function innerValues(): Promise<Map<string, string>> {
  const owner = await ownerOf("demo");
  const values = new Map<string, string>();
  try {
    const [org] = await owner<
      { id: string }[]
    >`select org_id as id from auth.logins group by 1 order by count(*) desc limit 1`;
    await owner.begin(async (tx) => {
      await tx`select ctx.put(${org?.id ?? ""}, null, 'service')`;
      const rows = await tx<{ value: string; what: string }[]>`
        select id::text as value, 'the id of an organisation' as what from app.organisations
        union all select id::text, 'the id of a key' from app.data_keys
        union all select file_id::text, 'the id of a stored file' from app.exhibits where file_id is not null
        union all select upload_id::text, 'the id of an upload' from app.exhibits`;
      for (const { value, what } of rows) values.set(value, what);
    });
    const logins = await owner<{ value: string }[]>`select id::text as value from auth.logins`;
    for (const { value } of logins) values.set(value, "the id of a login");
    const sessions = await owner<{ value: string }[]>`select encode(token_hash, 'hex') as value from auth.sessions`;
    for (const { value } of sessions) values.set(value, "the hash of a session");
  } finally {
    await owner.end();
  }
  return values;
}
