import { expect, test } from "@playwright/test";
import { newId } from "@/lib/platform/ids";
import { entriesOf, routes, whoMayEnter } from "@/tests/support/policy/policy";
import { actions } from "@/tests/support/policy/policy-actions";
import { pages } from "@/tests/support/policy/policy-pages";
import { type BuiltAction, builtActions, sentForm, whoMayAct } from "../support/built-actions";
import { originOf } from "../support/e2e";
import { everyPermission, mayRole, onCase, type PermissionName } from "../support/model/who-may";
import { type Cast, type Player, plantCast } from "./support/cast";
import { inTurns } from "./support/in-turns";
import { built, namedCallsFor } from "./support/routes";

const origin = originOf("demo");

const listed = builtActions();

let cast: Cast;
test.beforeAll(async () => {
  cast = await plantCast("Honeybush");
});
test.afterAll(() => cast?.end());

test("every action, page and route of the build has one row of the policy, and every row is in the build", () => {
  const rows = Object.entries(actions).flatMap(([file, table]) => entriesOf(table).map((name) => `${file} ${name}`));
  expect(listed.map(({ file, name }) => `${file} ${name}`).toSorted()).toEqual(rows.toSorted());
  const addresses = [...new Set(built)].filter((value) => !value.startsWith("/_") && value !== "/icon.svg");
  const handlers = [...new Set(entriesOf(routes).map((entry) => entry.split(" ")[1] ?? ""))];
  expect(addresses.toSorted()).toEqual([...entriesOf(pages), ...handlers].toSorted());
  for (const builtAction of listed) expect(whoMayAct(builtAction), builtAction.name).toHaveLength(1);
});

type Outcome = "in" | "out" | "sign in";
type Knock = { route: string; method: string; path: string };

async function knock({ method, path }: Knock, { cookie }: Player): Promise<Outcome | string> {
  const headers = { origin, cookie, "sec-fetch-site": "same-origin" };
  const body = method === "GET" ? undefined : "x";
  const answer = await fetch(`${origin}${path}`, { method, headers, body, redirect: "manual" });
  await answer.body?.cancel();
  const { status } = answer;
  if (status === 401 || answer.headers.get("location")?.endsWith("/sign-in")) return "sign in";
  if (status === 403 || status === 404) return "out";
  return status < 500 ? "in" : `${status}`;
}

/** Records of these addresses are given to one person by name; nobody of the cast is that person. */
const personal = /^\/(portal\/|offers\/|api\/handovers|api\/exports)/;
/** Not shown in an emergency, or only by leaving a line in the case's ledger. */
const notInEmergency =
  /^\/(api\/evidence|api\/packets\/\[packetId\]\/(folder|file|parts)|api\/packets\/papers|api\/documents|api\/cases\/\[caseId\]\/timeline)|\/(mask|packets\/new)/;

function promised(knocked: Knock, { role, relation }: Player): Outcome | "any" {
  const { route, method, path } = knocked;
  const api = route.startsWith("/api/");
  const [who] = api ? whoMayEnter(routes, `${method} ${route}`) : whoMayEnter(pages, route);
  if (who === "public") return "any";
  if (role === null) return "sign in";
  if (!who || !(who in everyPermission) || !mayRole(role, who as PermissionName)) return "out";
  // It names its record after the question mark, and there is no such page without one.
  if (route === "/erased") return "out";
  if (!route.includes("[")) return "in";
  if (personal.test(route) || [...cast.missing].some((id) => path.includes(id))) return "out";
  // One that is part of no case is read by every caseworker.
  if (route === "/enquiries/[enquiryId]") return relation === "other organisation" ? "out" : "in";
  if (route === "/team/[memberId]") return relation === "other organisation" ? "out" : "in";
  const { read, work } = onCase(role, relation, false);
  if (!read) return "out";
  // A mail waits for those who work on the case; an emergency look shows what was filed.
  if (route === "/mail/[mailId]") return work ? "in" : "out";
  // The case may have no masked copy.
  if (route.endsWith("/masked") || (!work && notInEmergency.test(route))) return "any";
  return "in";
}

test("each page and route lets in whom the model says, over HTTP", async () => {
  test.setTimeout(240_000);
  const closed = entriesOf(pages).filter((route) => !route.includes("["));
  const knocks: Knock[] = [
    ...closed.map((route) => ({ route, method: "GET", path: route })),
    ...namedCallsFor(cast.ids),
  ];
  const wrong: string[] = [];
  let cells = 0;
  for (const player of cast.players) {
    await inTurns(knocks, player.cookie, async (attempt) => {
      // The front page sends an administrator and an officer to theirs.
      if (attempt.route === "/" && (player.role === "admin" || player.role === "liaison")) return;
      const expected = promised(attempt, player);
      const found = await knock(attempt, player);
      cells += 1;
      const right = expected === "any" ? !/^\d/.test(found) : found === expected;
      if (!right) wrong.push(`${player.name}: ${attempt.method} ${attempt.route} ${found}, not ${expected}`);
    });
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(800);
  test.info().annotations.push({ type: "cells", description: String(cells) });
});

const roleMessage = "Your role may not do this.";
/** Beside a form without a word in it there is no account to name: it does nothing, and its command is not asked. */
const idle = "nameAccountAction";
const originMessage = "This request did not come from a page of this site.";

type Sent = { status: number; to: string; text: string };

/** A form without a word in it, as React sends it to a Server Action. When the server is busy it tries again, as it is told. */
async function send({ id, page }: Pick<BuiltAction, "id" | "page">, headers: Record<string, string>): Promise<Sent> {
  const answer = await fetch(`${origin}${page}`, {
    method: "POST",
    body: sentForm(),
    redirect: "manual" as const,
    headers: { accept: "text/x-component", "next-action": id, ...headers },
  });
  if (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return send({ id, page }, headers);
  }
  return {
    status: answer.status,
    to: answer.headers.get("x-action-redirect") ?? answer.headers.get("location") ?? "",
    text: await answer.text(),
  };
}

/** What would end the session, and so the test. */
const acting = listed.filter(({ name }) => name !== "signOutAction");

test("each action refuses whoever the model refuses, over HTTP", async () => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  let cells = 0;
  for (const name of ["supervisor", "caseworker", "admin", "liaison", "nobody"]) {
    const player = cast.players.find((candidate) => candidate.name === name) as Player;
    await inTurns(acting, player.cookie, async (action) => {
      const [who] = whoMayAct(action);
      if (who === "public") return;
      const { status, to, text } = await send(action, {
        origin,
        cookie: player.cookie,
        "sec-fetch-site": "same-origin",
      });
      cells += 1;
      const where = `${name}: ${action.name} ${status}`;
      const saved = /"status":"saved"/.test(text) && action.name !== idle;
      if (player.role === null) {
        // A form that is not filled in may be sent back before anybody asks who sent it.
        if (saved || !(to.includes("/sign-in") || /"status":"failed"/.test(text))) wrong.push(`${where}, not sign in`);
        return;
      }
      const allowed = who === "session" || mayRole(player.role, who as PermissionName);
      if (!allowed && saved) wrong.push(`${where} saved`);
      if (allowed && text.includes(roleMessage)) wrong.push(`${where} refused`);
    });
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(600);
  test.info().annotations.push({ type: "cells", description: String(cells) });
});

const foreign = "https://elsewhere.example";
/** From pages that are not ours, and from no page at all. */
const variants: Record<string, Record<string, string>> = {
  "no origin": {},
  "no origin, cross-site": { "sec-fetch-site": "cross-site" },
  "no origin, same-site": { "sec-fetch-site": "same-site" },
  "null origin": { origin: "null", "sec-fetch-site": "cross-site" },
  foreign: { origin: foreign, "sec-fetch-site": "cross-site" },
  "foreign that says same-origin": { origin: foreign, "sec-fetch-site": "same-origin" },
  "foreign with its own forwarded host": { origin: foreign, "x-forwarded-host": "elsewhere.example" },
  "foreign that begins as ours": { origin: `${origin}.elsewhere.example` },
};

test("each action and each route that changes something refuses eight kinds of foreign requests", async () => {
  test.setTimeout(240_000);
  const boss = cast.players.find((player) => player.name === "supervisor") as Player;
  const wrong: string[] = [];
  let cells = 0;
  for (const [variant, headers] of Object.entries(variants)) {
    await inTurns(acting, boss.cookie, async (action) => {
      const { status, text } = await send(action, { ...headers, cookie: boss.cookie });
      cells += 1;
      // A form that is not filled in may be sent back before anybody asks where it came from.
      const refused = status >= 400 || text.includes(originMessage) || /"status":"failed"/.test(text);
      if (!refused || /"status":"saved"/.test(text)) wrong.push(`${variant}: ${action.name} ${status}`);
    });
    const changing = entriesOf(routes).filter((entry) => /^(POST|PUT) /.test(entry) && !entry.includes("nextauth"));
    for (const value of changing) {
      const [method = "", route = ""] = value.split(" ");
      const path = route.replaceAll(/\[\w+\]/g, () => newId());
      const answer = await fetch(`${origin}${path}`, {
        method,
        body: "x",
        headers: { ...headers, cookie: boss.cookie },
        redirect: "manual",
      });
      cells += 1;
      const back = answer.status === 303 && route.startsWith("/api/first/");
      // A cookie is nothing to the API: from wherever it comes, nobody is there.
      const isApi = answer.status === 401 && route.startsWith("/api/v1/");
      if (![403, 404].includes(answer.status) && !back && !isApi) wrong.push(`${variant}: ${value} ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(1200);
  test.info().annotations.push({ type: "cells", description: String(cells) });
});
