import { type APIResponse, type Browser, expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { originOf, ownerOf } from "../support/e2e";
import { hasTool } from "../support/tools";
import { maskByKeyboard, windowAs } from "./support/evidence";
import { enrol } from "./support/factors";
import {
  addFilm,
  announcement,
  bringList,
  idBehind,
  keepDirectory,
  makeFolder,
  pictureOf,
  readChat,
  stampOf,
} from "./support/found-ids";
import { bringMail } from "./support/incoming-mail";
import { plantOrganisation } from "./support/organisation";
import { tickThatItIsMe } from "./support/papers";
import { join, signIn } from "./support/people";
import { type Call, callsFor, closedPages, type Ids, unmatchedRoutes } from "./support/routes";

const pseudonym = "Honeybush";
const origin = originOf("demo");

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const elsewhere: Record<string, string> = { origin: "https://elsewhere.example" };

/** What the case and its client are called. No answer to an outsider may hold any of it. */
type Names = string[];

test.describe.configure({ mode: "serial" });

let ids: Ids;
let names: Names;
let insiders: { supervisor: Page; liaison: Page };

test.beforeAll("the ids of a case as those who may see it find them", async ({ browser }) => {
  const supervisor = await windowAs(browser, /^Supervisor/);
  const liaison = await windowAs(browser, /^Police liaison/);
  insiders = { supervisor, liaison };
  ({ ids, names } = await collect(supervisor, liaison));
});

test.afterAll(async () => {
  for (const page of Object.values(insiders)) await page.context().close();
});

test("every route with a parameter is in the table, and no row of the table is out of date", () => {
  expect(unmatchedRoutes()).toEqual([]);
});

test("the ids are real: those who may see the case get every address", async () => {
  test.setTimeout(180_000);
  for (const call of callsFor(ids)) {
    if (call.path.includes("/stamps/") && !hasTool("openssl")) continue;
    const portal = /\/(portal|handovers)\//.test(call.path);
    const answer = await send(portal ? insiders.liaison : insiders.supervisor, call);
    expect(answer.status(), call.path).toBe(expectedOf(call));
  }
});

/** An upload is refused for its size alone, and a still because it is no picture: what they are for was found. */
function expectedOf({ method, path }: Call): number {
  if (path.includes("/stills")) return 409;
  return method === "PUT" ? 422 : 200;
}

test("another organisation gets 404 for every address, and no name in the answer", async ({ browser }) => {
  test.setTimeout(240_000);
  const strangers = await otherOrganisation(browser);
  for (const [who, page] of Object.entries(strangers)) {
    for (const call of callsFor(ids)) await expectNothing(page, call, who);
  }
  for (const path of closedPages()) {
    await expectNoNames(await send(strangers.supervisor, { method: "GET", path }), `supervisor: ${path}`);
  }
  // What was typed stands in the answer again, and nothing beside it.
  for (const path of [`/search?q=${pseudonym}`, `/cases?q=${pseudonym}`]) {
    const answer = await send(strangers.supervisor, { method: "GET", path });
    expect(answer.status(), path).toBe(200);
    await expectNoNames(answer, path, [pseudonym]);
  }
  for (const page of Object.values(strangers)) await page.context().close();
});

test("the liaison and the administrator of the same organisation get 404 for what is not theirs", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const admin = await windowAs(browser, /^Administrator/);
  for (const call of callsFor(ids)) {
    // The directory of bodies is an administrator's own work.
    if (!/^\/bodies\//.test(call.path)) await expectNothing(admin, call, "admin");
    if (!/\/(portal|handovers)\//.test(call.path)) await expectNothing(insiders.liaison, call, "liaison");
  }
  for (const path of ["/cases", "/clients", "/packets", "/references", "/team", "/search"]) {
    for (const page of [admin, insiders.liaison]) await expectNothing(page, { method: "GET", path }, path);
  }
  await admin.context().close();
});

test("a client-side visit and the browser's own title say nothing either", async ({ browser }) => {
  const email = await plantOrganisation("Turnstone Test Trust");
  const page = await newPage(browser);
  await signIn(page, email);
  await enrol(page);
  for (const { method, path } of callsFor(ids)) {
    if (method !== "GET" || path.startsWith("/api/")) continue;
    const asked = await page.context().request.get(`${origin}${path}`, { headers: { rsc: "1" }, maxRedirects: 0 });
    await expectNoNames(asked, `rsc ${path}`);
  }
  for (const id of ["nothing-of-that-name", ids.caseId]) {
    const unknown = await page.goto(`/cases/${id}`);
    expect(unknown?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
    // It is another one for a moment, until the page has come alive.
    await expect(page).toHaveTitle("Case overview - Crossdocket");
  }
  await page.context().close();
});

test("without a session pages lead to the sign-in page and the API answers 401", async ({ browser }) => {
  const page = await newPage(browser);
  const pages = closedPages().map((path) => ({ method: "GET", path }) as const);
  for (const call of [...callsFor(ids), ...pages]) {
    const answer = await send(page, call);
    if (call.path.startsWith("/api/")) {
      expect(answer.status(), call.path).toBe(401);
    } else {
      expect(answer.status(), call.path).toBe(307);
      expect(answer.headers().location, call.path).toBe("/sign-in");
    }
    await expectNoNames(answer, call.path);
  }
  const announced = await page.context().request.post(`${origin}/api/evidence/announce`, {
    headers: { origin },
    data: announcement(ids.caseId),
  });
  expect(announced.status()).toBe(401);
  await page.context().close();
});

test("an upload that a page of another site sends is refused, with the session of its owner", async () => {
  const { request } = insiders.supervisor.context();
  for (const headers of [elsewhere, {}]) {
    const put = await request.put(`${origin}/api/evidence/${ids.uploadId}`, { headers, data: "GIF89a" });
    expect(put.status()).toBe(403);
    const announced = await request.post(`${origin}/api/evidence/announce`, {
      headers,
      data: announcement(ids.caseId),
    });
    expect(announced.status()).toBe(403);
  }
});

test("the sign-in form is refused when it comes from another site, or from nowhere", async ({ browser }) => {
  const page = await newPage(browser);
  for (const headers of [elsewhere, { ...elsewhere, origin: "null" }, {}]) {
    const answer = await postSignIn(page, headers);
    expect(answer.headers()["set-cookie"] ?? "", JSON.stringify(headers)).not.toContain("sid=");
    expect((await send(page, { method: "GET", path: "/" })).headers().location).toBe("/sign-in");
  }
  const answer = await postSignIn(page, { origin });
  expect(answer.status()).toBe(303);
  expect(answer.headers()["set-cookie"]).toContain("sid=");
  await page.context().close();
});

async function newPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: origin, locale: "en-ZA" })).newPage();
}

async function otherOrganisation(browser: Browser) {
  const admin = await newPage(browser);
  const supervisor = await newPage(browser);
  const liaison = await newPage(browser);
  await signIn(admin, await plantOrganisation("Plover Test Trust"));
  await enrol(admin);
  const address = (who: string) => `${who}-${Date.now()}@plover.example`;
  await join(admin, supervisor, { name: "Sipho Fictional", email: address("sipho"), role: "Supervisor" });
  await join(admin, liaison, { name: "Zanele Fictional", email: address("zanele"), role: "Police liaison" });
  return { admin, supervisor, liaison };
}

async function collect(supervisor: Page, liaison: Page): Promise<{ ids: Ids; names: Names }> {
  const caseId = await idBehind(supervisor, `/cases?q=${pseudonym}`, /^\/cases\/([0-9a-f-]{36})$/, pseudonym);
  const exhibitId = await pictureOf(supervisor, caseId);
  const packetId = await idBehind(supervisor, `/cases/${caseId}/packets`, /^\/packets\/([0-9a-f-]{36})$/);
  const clientId = await idBehind(supervisor, "/clients", /^\/clients\/([0-9a-f-]{36})$/, pseudonym);
  const row = supervisor.locator("main a").filter({ hasText: pseudonym }).first();
  // In one piece per line of the row: side by side, code and words would run into each other.
  const listed = (await row.locator("*").allTextContents()).join("\n");
  const clientCode = listed.match(/\b[A-Z]{2}-\d+\b/)?.[0] ?? "no client code";
  const caseCode = listed.match(/\b[A-Z]+-\d{2}-\d{4}\b/)?.[0] ?? "no case code";
  const handoverId = await idBehind(liaison, "/portal", /^\/portal\/([0-9a-f-]{36})$/, caseCode);
  const announced = await supervisor.context().request.post(`${origin}/api/evidence/announce`, {
    headers: { origin },
    data: announcement(caseId),
  });
  expect(announced.status()).toBe(201);
  const { id: uploadId } = (await announced.json()) as { id: string };
  await supervisor.goto(`/cases/${caseId}/evidence/${exhibitId}/mask`);
  await maskByKeyboard(supervisor);
  const { importId, textId } = await readChat(supervisor, caseId);
  const filmId = await addFilm(supervisor, caseId);
  const stampId = hasTool("openssl") ? await stampOf(supervisor, `/cases/${caseId}/evidence/${textId}`) : newId();
  const documentId = await draftPaper(supervisor, caseId);
  const referenceId = await recordNumber(supervisor, caseId);
  const ids = {
    caseId,
    importId,
    clientId,
    exhibitId,
    textId,
    filmId,
    stampId,
    packetId,
    handoverId,
    uploadId,
    documentId,
  };
  const listId = await bringList(supervisor);
  const directory = await keepDirectory(supervisor);
  const exportId = await makeFolder(supervisor, caseId);
  const desk = await leaveOnDesk(supervisor, caseId);
  return {
    ids: {
      ...ids,
      takedownId: await idBehind(supervisor, `/cases/${caseId}/takedowns`, /\/takedowns\/([0-9a-f-]{36})$/),
      enquiryId: await idBehind(supervisor, "/enquiries", /^\/enquiries\/([0-9a-f-]{36})$/),
      mailId: await bringMail(supervisor, caseId),
      referenceId,
      listId,
      ...directory,
      exportId,
      ...desk,
      recallId: await plantRecall(handoverId),
      paperId: await paperOf(handoverId),
      noteId: await writeNote(supervisor, caseId),
    },
    names: [pseudonym, clientCode, caseCode, "Nomsa", "harrow.example.one"],
  };
}

async function writeNote(supervisor: Page, caseId: string): Promise<string> {
  await supervisor.goto(`/cases/${caseId}/notes/new`);
  const form = supervisor.locator("main").getByRole("form", { name: "Note or contact" });
  await form.getByLabel("What happened, or what was said").fill("A note that another organisation looks for.");
  await form.getByRole("button", { name: "Save the note" }).click();
  await supervisor.waitForURL(/\/timeline/);
  return idBehind(supervisor, `/cases/${caseId}/timeline`, /\/notes\/([0-9a-f-]{36})$/);
}

/** A recall that was settled: one that is open is made by revoking, which other stories must not meet. */
async function plantRecall(handoverId: string): Promise<string> {
  const owner = await ownerOf("demo");
  const recallId = newId();
  const orgs = await owner<{ id: string }[]>`select org_id as id from auth.logins group by 1 order by count(*) desc`;
  await owner.begin(async (tx) => {
    await tx`select ctx.put(${orgs[0]?.id ?? ""}::uuid, null::uuid, 'service')`;
    await tx`insert into app.recalls
        (id, org_id, case_id, packet_id, handover_id, made_by, made_at, outcome, settled_by, settled_at)
      select ${recallId}, org_id, case_id, packet_id, id, delivered_by, now(), 'returned', delivered_by, now()
      from app.handovers where id = ${handoverId}`;
  });
  await owner.end();
  return recallId;
}

/** The certificate of the handover, which the worker signs by itself. */
async function paperOf(handoverId: string): Promise<string> {
  const owner = await ownerOf("demo");
  const orgs = await owner<{ id: string }[]>`select org_id as id from auth.logins group by 1 order by count(*) desc`;
  const signed = () =>
    owner.begin(async (tx) => {
      await tx`select ctx.put(${orgs[0]?.id ?? ""}::uuid, null::uuid, 'service')`;
      return tx<{ id: string }[]>`select id from app.handover_papers
        where handover_id = ${handoverId} and paper = 'certificate'`;
    });
  await expect.poll(async () => (await signed()).length, { timeout: 60_000 }).toBeGreaterThan(0);
  const [paper] = await signed();
  await owner.end();
  return paper?.id ?? "";
}

/** A sworn statement: it names the client, so nobody else may open it. */
async function draftPaper(supervisor: Page, caseId: string): Promise<string> {
  await supervisor.goto(`/cases/${caseId}/documents/new?template=za-sworn-statement`);
  await tickThatItIsMe(supervisor.getByRole("form", { name: "Draft a document" }));
  await supervisor.getByRole("button", { name: "Draft this document" }).click();
  await supervisor.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  return supervisor.url().split("/").at(-1) ?? "";
}

/** A number that is waited for: it has a page of its own. */
async function recordNumber(supervisor: Page, caseId: string): Promise<string> {
  await supervisor.goto(`/cases/${caseId}/references?kind=ncb`);
  const form = supervisor.getByRole("form", { name: "Record a number" });
  await form.getByRole("radio", { name: "Not yet issued" }).check();
  await form.getByRole("button", { name: "Save the number" }).click();
  await expect(form.getByText("Saved: not yet issued")).toBeVisible();
  return idBehind(supervisor, `/cases/${caseId}/references`, /\/references\/([0-9a-f-]{36})$/);
}

/** An open offer, a list of cases given to whoever owns them already, and the page of a person of the team. */
async function leaveOnDesk(supervisor: Page, caseId: string): Promise<Pick<Ids, "offerId" | "batchId" | "memberId">> {
  const memberId = await idBehind(supervisor, "/team", /^\/team\/([0-9a-f-]{36})$/);
  await supervisor.goto(`/cases/assign?case=${caseId}`);
  const form = supervisor.getByRole("form", { name: "Assign cases" });
  const owner = (await form.getByText(/^Owner: /).textContent())?.replace("Owner: ", "") ?? "";
  const person = form.getByRole("combobox", { name: "New owner" });
  const value = await person
    .locator("option")
    .filter({ hasText: new RegExp(`^${owner}\\b`) })
    .getAttribute("value");
  await person.selectOption(value);
  await form.getByLabel("Why").fill("To see that nothing changes.");
  await form.getByRole("button", { name: "Assign the ticked cases" }).click();
  await supervisor.waitForURL(/\/cases\/assign\/[0-9a-f-]{36}$/);
  await expect(supervisor.locator("#results")).toContainText("Already theirs");
  const batchId = supervisor.url().split("/").at(-1) ?? "";
  await supervisor.goto(`/cases/${caseId}/transfer`);
  const offer = supervisor.getByRole("form", { name: "Offer this case" });
  await offer.getByRole("combobox", { name: "Offer it to" }).selectOption({ index: 1 });
  await offer.getByLabel("Why").fill("Nearer to you.");
  await offer.getByRole("button", { name: "Offer this case" }).click();
  const back = supervisor.getByRole("form", { name: "Take the offer back" });
  const offerId = (await back.locator("input[name=offerId]").getAttribute("value")) ?? "";
  return { offerId, batchId, memberId };
}

/** As a page of ours sends it, redirects not followed. */
function send(page: Page, { method, path }: Call): Promise<APIResponse> {
  const body = method === "PUT" ? { data: "GIF89a" } : {};
  return page.context().request.fetch(`${origin}${path}`, { method, headers: { origin }, maxRedirects: 0, ...body });
}

/** A role that may not do such a thing at all is told so, but never whether the record exists. */
async function expectNothing(page: Page, call: Call, who: string): Promise<void> {
  const answer = await send(page, call);
  const where = `${who}: ${call.path}`;
  await expectNoNames(answer, where);
  if (answer.status() !== 403) return expect(answer.status(), where).toBe(404);
  expect(call.path, where).toMatch(/^\/api\//);
  const invented = await send(page, { ...call, path: call.path.replace(uuid, newId()) });
  expect([invented.status(), await invented.text()], where).toEqual([403, await answer.text()]);
}

/** The whole answer is searched, title and scripts included. */
async function expectNoNames(answer: APIResponse, where: string, typed: Names = []): Promise<void> {
  const body = await answer.text();
  const title = body.match(/<title>([^<]*)/)?.[1] ?? "";
  for (const name of names.filter((label) => !typed.includes(label))) {
    expect(title, where).not.toContain(name);
    expect(body.includes(name), `${where} says ${name}`).toBe(false);
  }
}

/** The form of a door as a browser without script sends it. */
async function postSignIn(page: Page, headers: Record<string, string>): Promise<APIResponse> {
  const { request } = page.context();
  const html = await (await request.get(`${origin}/sign-in`)).text();
  const form = html.split("<form").find((part) => part.includes('value="caseworker"')) ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)];
  expect(hidden.length).toBeGreaterThan(0);
  const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]));
  return request.post(`${origin}/sign-in`, {
    headers,
    multipart: { ...fields, role: "caseworker" },
    maxRedirects: 0,
  });
}
