import { createHash } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { request } from "node:http";
import { join as joined } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import postgres from "postgres";
import { anyPort } from "../../bin/support/ports.mjs";
import { startPostgres } from "../../db/embedded";
import { createDatabase } from "../../db/embedded/roles";
import { dataDirOf } from "../support/e2e";
import { seededBytes } from "../support/files";
import { type S3Server, startS3Server } from "../support/s3-server";
import { hasTool } from "../support/tools";
import { askRaw, type Raw, userAgent } from "./support/ask-raw";
import { openCase, secrets } from "./support/case";
import { enrol } from "./support/factors";
import { announcement } from "./support/found-ids";
import { ended, type Launched, launch } from "./support/launch";
import { join, password } from "./support/people";
import { cookiesOf } from "./support/raw-put";

/** Two of everything over one database and one bucket, each with a folder of its own, as on two machines. */
test.describe.configure({ mode: "serial" });
test.skip(!hasTool("moto_server"), "moto_server is not installed here");

const MIB = 1024 * 1024;

let bucket: S3Server;
let sql: postgres.Sql;
let one: Launched;
let other: Launched;
let admin: Page;
let caseworker: Page;
let caseId = "";
let cookie = "";
let folderOfOne = "";

test.beforeAll("two launchers, started in the same moment on an empty database", async ({ browser }) => {
  test.setTimeout(240_000);
  bucket = await startS3Server("two");
  const urls = await emptyDatabase();
  sql = postgres(urls.superuser, { max: 1, onnotice: () => {} });
  const settings = { LOG_LEVEL: "trace", ...urls.settings, ...kept, ...bucketSettings() };
  const ports = [await anyPort(), await anyPort()] as const;
  const folder = () => mkdtempSync(joined(process.env.E2E_FOLDER ?? "/tmp", "two-"));
  folderOfOne = folder();
  [one, other] = await Promise.all([
    launch(ports[0], { ...settings, DATA_DIR: folderOfOne }),
    launch(ports[1], { ...settings, DATA_DIR: folder() }),
  ]);
  admin = await windowAt(browser, one);
  caseworker = await windowAt(browser, other);
});

test.afterAll(async () => {
  for (const page of [admin, caseworker]) await page?.context().close();
  for (const launched of [one, other]) if (launched) await ended(launched);
  await sql?.end();
  await bucket?.stop();
});

test("who signs in at one is known at the other, and what is done there is seen here", async () => {
  test.setTimeout(180_000);
  for (const { origin } of [one, other]) {
    await expect.poll(async () => (await askRaw(origin, "/api/ready")).status, { timeout: 30_000 }).toBe(200);
  }
  await setUp(admin, one);
  await admin.goto(`${other.origin}/admin/invitations`);
  await expect(admin.locator("main").getByRole("form", { name: "Invite a person" })).toBeVisible();
  await join(admin, caseworker, { name: "Bea Fictional", email: "bea@two.example", role: "Caseworker" });
  await caseworker.goto(`${other.origin}/`);
  caseId = await openCase(caseworker, "Protea Two");
  cookie = await cookiesOf(caseworker);
  for (const { origin } of [one, other]) {
    expect((await askRaw(origin, `/cases/${caseId}`, { headers: { cookie } })).status).toBe(200);
  }
});

test("a file that was begun at one says at the other that it starts again, and is kept there once", async () => {
  const bytes = seededBytes(3 * MIB + 11, 5);
  const id = await announce(one, bytes);
  await sendPart(one, id, bytes, 2 * MIB + 5);
  await expect.poll(async () => heldAt(one, id)).toBeGreaterThan(0);
  expect(await heldAt(other, id)).toBe(0);
  const end = bytes.byteLength - 16;
  const refused = await put(other, id, bytes.subarray(end), end);
  expect([refused.status, JSON.parse(refused.body)]).toMatchObject([409, { held: 0 }]);
  const whole = await put(other, id, bytes);
  expect(whole.status).toBe(201);
  const receipt = JSON.parse(whole.body) as { exhibitId: string };
  const again = await put(one, id, bytes);
  expect([again.status, JSON.parse(again.body)]).toEqual([200, receipt]);
  for (const { origin } of [one, other]) {
    const file = await fetch(`${origin}/api/evidence/${receipt.exhibitId}/original`, {
      headers: { cookie, origin, "user-agent": userAgent },
    });
    expect(file.status).toBe(200);
    expect(hashOf(new Uint8Array(await file.arrayBuffer()))).toBe(hashOf(bytes));
  }
});

test("one that is told to end finishes what is on its way, and nothing is lost or done twice", async () => {
  test.setTimeout(120_000);
  const files = Array.from({ length: 6 }, (_, at) => seededBytes(40_000, 20 + at));
  for (const [at, bytes] of files.entries()) {
    const place = at % 2 === 0 ? one : other;
    expect((await put(place, await announce(place, bytes), bytes)).status).toBe(201);
  }
  const slow = seededBytes(MIB, 40);
  const upload = await announce(one, slow);
  const begun = beginPut(one, upload, slow, 0);
  await expect.poll(() => existsSync(joined(folderOfOne, "files/parts", `${upload}.open`))).toBe(true);
  const code = ended(one);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(one.child.exitCode).toBeNull();
  begun.goOn();
  expect((await begun.answer).status).toBe(201);
  expect(await code).toBe(0);

  const looks = () => sql<{ state: string; retry_count: number }[]>`
    select state, retry_count from pgboss.job where name = 'exhibit.look'`;
  const once = Array.from({ length: 8 }, () => ({ state: "completed", retry_count: 0 }));
  await expect.poll(async () => [...(await looks())], { timeout: 60_000 }).toEqual(once);
  const [found] = await sql`select count(*)::int as n, count(distinct upload_id)::int as different from app.exhibits`;
  expect(found).toEqual({ n: 8, different: 8 });
  const [received] = await sql`select count(*)::int as n from app.custody_events where action = 'received'`;
  expect(received).toEqual({ n: 8 });
  expect((await askRaw(other.origin, `/cases/${caseId}/evidence`, { headers: { cookie } })).status).toBe(200);
});

test("what they wrote to their logs meanwhile, errors too, names nobody and gives no secret away", async () => {
  const { origin } = other;
  const file = await announce(other, seededBytes(900, 77));
  await bucket.stop();
  expect((await put(other, file, seededBytes(900, 77))).status).toBe(503);
  const typed = encodeURIComponent(secrets.name);
  const headers = { cookie, "user-agent": `${userAgent} Planted-agent`, "x-forwarded-for": "203.0.113.77" };
  for (const path of [`/search?q=${typed}`, `/api/evidence/%E0%A4%A?${typed}`, `/no-such-page/${typed}`]) {
    await askRaw(origin, path, { headers });
  }
  const ways: Record<string, string>[] = [
    { "next-action": "0".repeat(40) },
    { "content-type": "multipart/form-data; boundary=x" },
  ];
  for (const extra of ways) {
    const body = `--x\r\ncontent-disposition: form-data; name="email"\r\n\r\nplanted@two.example\r\n--x`;
    await askRaw(origin, "/sign-in", { method: "POST", headers: { ...headers, ...extra }, body });
  }
  const message = [one, other].map((launched) => launched.output()).join("");
  expect(message).toContain("Crossdocket is ready");
  const [first] = cookie.split("; ");
  const planted = [...Object.values(secrets), typed, "Protea Two", "dark.finch_0", "two.example", "bytes.bin"]
    .concat(["Bea Fictional", password, "203.0.113.77", "Planted-agent", first?.split("=")[1] ?? "no cookie"])
    .concat(Object.values(kept));
  for (const word of planted) expect(message.includes(word), word).toBe(false);
});

async function emptyDatabase() {
  const server = await startPostgres({ dataDir: dataDirOf("plain") });
  const name = `two_${Date.now()}`;
  const maker = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
  await createDatabase(maker, name);
  await maker.end();
  const at = (url: string) => url.replace(/[^/]+$/, name);
  const settings = { DATABASE_URL: at(server.appUrl), DATABASE_OWNER_URL: at(server.ownerUrl) };
  return { superuser: at(server.superuserUrl), settings };
}

function newKey(name: string): string {
  return createHash("sha256").update(`${name} ${Date.now()}`).digest("base64url");
}
const kept = { KEK: newKey("kek"), AUTH_SECRET: newKey("auth"), SERVICE_TOKEN: newKey("service") };

function bucketSettings(): Record<string, string> {
  const { bucket: name, endpoint = "", accessKeyId, secretAccessKey } = bucket.settings;
  const place = { S3_BUCKET: name, S3_ENDPOINT: endpoint, S3_PATH_STYLE: "1" };
  return { ...place, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
}

const windowAt = async (browser: Browser, { origin }: Launched): Promise<Page> =>
  (await browser.newContext({ baseURL: origin, locale: "en-ZA" })).newPage();

/** By the link that one of the two printed; the first that is used closes the other. */
async function setUp(page: Page, { setupLink, output }: Launched): Promise<void> {
  if (!setupLink) throw new Error(`No link to set it up: ${output()}`);
  await page.goto(setupLink);
  await page.getByLabel("Name of the organisation").fill("Two Advice Trust");
  await page.getByLabel("Your name").fill("Ada Fictional");
  await page.getByLabel("Your work e-mail").fill("ada@two.example");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Set up and sign in" }).click();
  await enrol(page);
  await expect(page).toHaveURL(/\/admin/);
}

async function announce({ origin }: Launched, bytes: Uint8Array): Promise<string> {
  const about = { ...announcement(caseId), fileName: "bytes.bin", fileType: "application/octet-stream" };
  const body = JSON.stringify({ ...about, size: bytes.byteLength });
  const headers = { cookie, "content-type": "application/json" };
  const answer = await askRaw(origin, "/api/evidence/announce", { method: "POST", headers, body });
  expect(answer.status, answer.body).toBe(201);
  return (JSON.parse(answer.body) as { id: string }).id;
}

async function heldAt({ origin }: Launched, id: string): Promise<number> {
  const answer = await askRaw(origin, `/api/evidence/${id}`, { headers: { cookie } });
  return (JSON.parse(answer.body) as { held: number }).held;
}

const put = (at: Launched, id: string, bytes: Uint8Array, offset?: number): Promise<Raw> => {
  const sent = beginPut(at, id, bytes, offset);
  sent.goOn();
  return sent.answer;
};

const ours = (origin: string) => ({ cookie, origin, "user-agent": userAgent });

/** Half of the bytes are sent first, the rest when it is told to go on. */
function beginPut({ origin }: Launched, id: string, bytes: Uint8Array, offset?: number) {
  const more = offset === undefined ? {} : { "upload-offset": String(offset) };
  const headers = { ...ours(origin), "content-type": "application/octet-stream", "content-length": bytes.byteLength };
  const sending = request(`${origin}/api/evidence/${id}`, {
    method: "PUT",
    agent: false,
    headers: { ...headers, ...more },
  });
  const answer = new Promise<Raw>((resolve, reject) => {
    sending.on("error", reject);
    sending.on("response", async (came) => {
      let body = "";
      for await (const chunk of came) body += String(chunk);
      resolve({ status: came.statusCode ?? 0, headers: came.headers, cookies: [], body });
    });
  });
  const half = bytes.byteLength >> 1;
  sending.write(bytes.subarray(0, half));
  return { answer, goOn: () => void sending.end(bytes.subarray(half)) };
}

/** The line breaks after so many bytes. */
async function sendPart({ origin }: Launched, id: string, bytes: Uint8Array, sent: number): Promise<void> {
  const headers = { ...ours(origin), "content-length": bytes.byteLength, "upload-offset": "0" };
  const sending = request(`${origin}/api/evidence/${id}`, { method: "PUT", agent: false, headers });
  sending.on("error", () => {});
  sending.write(bytes.subarray(0, sent), () => setTimeout(() => sending.destroy(), 1_000));
  await new Promise((resolve) => sending.on("close", resolve));
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
