import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { startPostgres } from "../../db/embedded";
import { builtActions, sentForm } from "../support/built-actions";
import { dataDirOf, originOf } from "../support/e2e";
import { askRaw } from "./support/ask-raw";

// What was found in November 2026 by attacking the running product, asked once more over HTTP: docs/security/findings.json.
test.describe.configure({ mode: "serial" });

const origin = originOf("demo");

type Who =
  | "worker"
  | "workerProved"
  | "supervisor"
  | "supervisorProved"
  | "otherSupervisor"
  | "colleague"
  | "meant"
  | "namesake"
  | "author";

type Planted = {
  ids: Record<
    "clientId" | "hiddenCaseId" | "caseId" | "packetId" | "releaseId" | "lookId" | "alertId" | "draftedCaseId",
    string
  >;
  officers: Record<"meant" | "namesake", string>;
  cookies: Record<Who, string>;
};

let planted: Planted;

/** Of the client that `plant-wrong-hands` registers. */
const pseudonym = "Wheatear";
const client = { name: "Nomvula Dlamini", phone: "+27 82 555 0101", place: "Voorbeeld Street" };

test.beforeAll("people, a client and a packet in an organisation of its own", async () => {
  test.setTimeout(120_000);
  const { appUrl, ownerUrl } = await startPostgres({ dataDir: dataDirOf("demo") });
  const env = {
    ...process.env,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATA_DIR: dataDirOf("demo"),
    KEK_BESIDE_DATA: "i-accept-the-risk",
    NODE_OPTIONS: "",
  };
  const script = ["--conditions=react-server", "--import", "tsx", "tests/e2e/support/plant-wrong-hands.ts"];
  planted = JSON.parse(execFileSync(process.execPath, script, { env, encoding: "utf8" })) as Planted;
});

type Sent = { status: number; to: string; cookie: string; text: string };
type Options = { headers?: Record<string, string>; alone?: boolean; words?: readonly string[] };

type Plain = { method?: string; headers?: Record<string, string>; body?: string };

/** A form as a page of ours sends it to a Server Action. */
async function send(who: Who, name: string, fields: Record<string, string>, options: Options = {}): Promise<Sent> {
  const action = builtActions().find((builtAction) => builtAction.name === name);
  if (!action) throw new Error(`The build has no ${name}.`);
  const { headers = {}, ...shape } = options;
  const answer = await fetch(`${origin}${action.page}`, {
    method: "POST",
    redirect: "manual",
    body: sentForm(fields, shape),
    headers: {
      accept: "text/x-component",
      "next-action": action.id,
      origin,
      "sec-fetch-site": "same-origin",
      cookie: planted.cookies[who],
      ...headers,
    },
  });
  return {
    status: answer.status,
    to: answer.headers.get("x-action-redirect") ?? answer.headers.get("location") ?? "",
    cookie: answer.headers.get("set-cookie") ?? "",
    text: await answer.text(),
  };
}

const ask = (who: Who, path: string, init: Plain = {}) =>
  fetch(`${origin}${path}`, {
    ...init,
    redirect: "manual",
    headers: { origin, "sec-fetch-site": "same-origin", cookie: planted.cookies[who], ...init.headers },
  });

async function statusOf(who: Who, path: string, init: Plain = {}): Promise<number> {
  const answer = await ask(who, path, init);
  await answer.body?.cancel();
  return answer.status;
}

/** What a page says, without the frame around it and its scripts. */
const mainOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<script[\s\S]*?<\/script>/g, "");

const isSaved = ({ text }: Sent) => /"status":"saved"/.test(text);
const wantsProof = ({ text }: Sent) => /Type your password and a new code|Confirm that it is you/.test(text);

test("a session alone shows nobody, releases no emergency access and hands nothing over", async () => {
  const { ids, officers } = planted;
  const acts: [Who, Who, string, Record<string, string>][] = [
    ["supervisor", "supervisorProved", "revealClientAction", { clientId: ids.clientId, reason: "To call back." }],
    ["supervisor", "supervisorProved", "decideEmergencyAccessAction", { lookId: ids.lookId, decision: "release" }],
    ["worker", "workerProved", "deliverPacketAction", { packetId: ids.packetId, liaisonId: officers.meant }],
  ];
  for (const [alone, proved, name, fields] of acts) {
    const refused = await send(alone, name, fields);
    expect([isSaved(refused), wantsProof(refused)], name).toEqual([false, true]);
    for (const word of Object.values(client)) expect(refused.text, name).not.toContain(word);
    const done = await send(proved, name, fields);
    expect(isSaved(done), `${name}: ${done.text.slice(0, 500)}`).toBe(true);
    if (name === "revealClientAction") expect(done.text).toContain(client.name);
  }
});

test("an officer of the same name gets nothing, and revoking closes what the one who is meant had", async () => {
  const { ids, officers } = planted;
  const toNamesake = { packetId: ids.packetId, liaisonId: officers.namesake };
  const other = await send("workerProved", "deliverPacketAction", toNamesake);
  expect(isSaved(other)).toBe(false);
  expect(other.text).toContain("No release names this officer");

  const inbox = await (await ask("meant", "/portal")).text();
  const handoverId = /\/portal\/([0-9a-f-]{36})/.exec(inbox)?.[1] ?? "";
  expect(handoverId).not.toBe("");
  expect(await (await ask("namesake", "/portal")).text()).not.toContain(handoverId);
  const files = ["file", "parts/request", "parts/originals"].map((part) => `/api/handovers/${handoverId}/${part}`);
  const statuses = async (who: Who) => Promise.all(files.map((path) => statusOf(who, path)));
  expect(await statuses("meant")).toEqual([200, 200, 200]);
  expect(await statuses("namesake")).toEqual([404, 404, 404]);

  const revoked = { caseId: ids.caseId, releaseId: ids.releaseId, reason: "The client is afraid" };
  expect(isSaved(await send("worker", "revokeReleaseAction", revoked))).toBe(true);
  expect(await statuses("meant")).toEqual([410, 410, 410]);
  expect(await (await ask("meant", "/portal")).text()).toContain("Consent withdrawn");
});

test("a search tells a colleague of a hidden client no more than of nobody", async () => {
  /** What is answered, with what was typed taken out of it. */
  const answers = async (who: Who, typed: string, field: string) => {
    const { to, cookie } = await send(who, "seekAction", { q: typed }, { alone: true });
    expect([to, cookie]).toEqual([expect.stringMatching(/^\/search/), expect.stringContaining("=")]);
    expect(`${to}${decodeURIComponent(cookie)}`).not.toContain(typed);
    const carried = `${planted.cookies[who]}; ${cookie.split(";")[0]}`;
    const answered = await ask(who, "/search", { headers: { cookie: carried } });
    const found = {
      status: answered.status,
      text: `${answered.headers.get("location") ?? ""} ${mainOf(await answered.text())}`,
    };
    const sought = await send(who, "searchAction", { [field]: typed });
    return [found, sought]
      .map(({ status, text }) => `${status} ${text.replaceAll(typed, "…")}`)
      .concat(await offered(who, typed));
  };
  /** What the palette offers. */
  const offered = async (who: Who, text: string) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ text, caseId: null });
    return (await ask(who, "/api/find", { method: "POST", headers, body })).text();
  };
  const pairs = [
    ["phone", client.phone, "+27 82 555 0909"],
    ["name", client.name, "Qnamara Qsurname"],
    ["identityNumber", "800101 5009 087", "810202 5009 082"],
    ["email", "nomvula@mail.example", "qnamara@mail.example"],
  ] as const;
  for (const [field, hidden, nobody] of pairs) {
    expect(await answers("colleague", hidden, field), field).toEqual(await answers("colleague", nobody, field));
  }
  // The same asked by whose client it is, so that there is something to find: the only case that is found is opened.
  const [opened, shown] = await answers("worker", client.phone, "phone");
  expect(opened).toContain(`/cases/${planted.ids.hiddenCaseId}`);
  expect(shown).toContain(pseudonym);
  expect(await offered("worker", pseudonym)).toContain(planted.ids.hiddenCaseId);
  expect(await offered("colleague", pseudonym)).toBe(await offered("colleague", "Qsurname"));
});

test("what is typed into a search box stands in no address, and no form sends words by one", async () => {
  const typed = "Qnamara Qsurname";
  const { to, cookie } = await send("worker", "searchCasesAction", { q: typed }, { alone: true });
  expect(to).toMatch(/^\/cases\?(.*&)?q=(~|%7E)[\w-]{12}/);
  expect(`${to}${decodeURIComponent(cookie)}`).not.toMatch(/Qnamara|Qsurname/);
  const boxes: string[] = [];
  for (const path of ["/", "/cases", "/cases/new", "/clients", "/search", "/references", "/deadlines/add", "/team"]) {
    const html = await (await ask("supervisor", path)).text();
    for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
      if (!/<textarea|<input[^>]*type="(?:search|text)"/.test(form)) continue;
      boxes.push(path);
      expect(form.slice(0, form.indexOf(">")), path).toMatch(/method="POST"/i);
    }
  }
  expect(new Set(boxes).size).toBeGreaterThan(6);
});

test("whom an alert is about does not close it, and another supervisor does", async () => {
  const { alertId } = planted.ids;
  const own = await send("supervisor", "acknowledgeAlertAction", { alertId });
  expect(isSaved(own)).toBe(false);
  expect(own.text).toContain("This alert is about you");
  expect(isSaved(await send("otherSupervisor", "acknowledgeAlertAction", { alertId }))).toBe(true);
});

test("version 2 starts without the exhibit that version 1 left out", async () => {
  const path = `/cases/${planted.ids.draftedCaseId}/packets/new/mla_dossier`;
  const html = await (await ask("author", path)).text();
  const box = (code: string) =>
    [...html.matchAll(/<input\b[^>]*>/g)].find(([input]) => input.includes(`name="exhibits.${code}"`))?.[0] ?? "";
  expect(box("E-01")).toMatch(/\schecked/);
  expect(box("E-02")).toContain("exhibits.E-02");
  expect(box("E-02")).not.toMatch(/\schecked/);
});

test("what a stranger or the wrong role asks is refused, and breaks nothing", async () => {
  const foreign = { headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" } };
  expect((await send("worker", "seekAction", { q: "x" }, foreign)).status).toBe(403);
  expect((await send("meant", "runPieceAction", {}, { words: [planted.ids.caseId] })).status).toBe(404);
  for (const path of ["callback/ticket", "signout", "signin", "csrf", "providers", "verify-request"]) {
    for (const method of ["GET", "POST"])
      expect(await statusOf("worker", `/api/auth/${path}`, { method }), path).toBe(404);
  }
  expect(await statusOf("worker", "/cases"), "the session still stands").toBe(200);
});

test("the doors of the demonstration are there for this machine's own names alone", async () => {
  const { port } = new URL(origin);
  const action = builtActions().find(({ name }) => name === "signInAsAction")?.id ?? "";
  const form = new Response(sentForm({ role: "caseworker" }));
  const type = form.headers.get("content-type") ?? "";
  const body = await form.text();
  /** Whether the page shows the doors, and whether one lets somebody in who asks under that name of the server. */
  const doors = async (host: string, claims: Record<string, string> = {}) => {
    const headers = { host, origin: `http://${host}`, "sec-fetch-site": "same-origin", ...claims };
    const page = await askRaw(origin, "/sign-in", { headers });
    const post = { ...headers, "next-action": action, "content-type": type, accept: "text/x-component" };
    const { cookies } = await askRaw(origin, "/sign-in", { method: "POST", headers: post, body });
    return [page.body.includes('value="caseworker"'), cookies.some((cookie) => cookie.startsWith("sid="))];
  };
  for (const host of ["localhost", "127.0.0.1"]) expect(await doors(`${host}:${port}`), host).toEqual([true, true]);
  for (const host of ["cases.example", "127.0.0.1.nip.io", "0.0.0.0", "localhost.evil.example"]) {
    expect(await doors(`${host}:${port}`), host).toEqual([false, false]);
    expect(await doors(`${host}:${port}`, { "x-forwarded-host": `localhost:${port}` }), host).toEqual([false, false]);
  }
});
