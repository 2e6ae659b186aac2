import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import * as fc from "fast-check";
import { badName, badText } from "../support/bad-input/values";
import { dataDirOf, originOf, ownerOf } from "../support/e2e";
import { askRaw } from "./support/ask-raw";
import { type Cast, type Player, plantCast } from "./support/cast";
import { built, builtFile, namedCallsFor } from "./support/routes";

const origin = originOf("demo");
const seed = 20_261_126;
type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/**
 * Not sent: what would end the session, and what changes factors, which a session that was only planted has no standing
 * for: those acts say "sign in again" by the page of errors, with its status.
 */
const apart =
  /^(signOut|enrolTotp|proveSecond|prove|makeCodes|changePassword|removeTotp|setTotp|removePasskey|endOtherSessions|endSession|forgetDevice)Action$/;
/** Their first argument is the secret of a link, bound by its page. */
const ofLink = /^(redeem|acknowledgeFirst|numberFirst|askFirst)Action$/;

const actions = Object.entries(
  (JSON.parse(readFileSync(builtFile("server/server-reference-manifest.json"), "utf8")) as Manifest).node,
).filter(([, { exportedName }]) => !apart.test(exportedName));

let cast: Cast;
test.beforeAll(async () => {
  cast = await plantCast("Honeybush");
});
test.afterAll(() => cast?.end());

/** A path or a query may hold whatever percent signs can say. */
const written = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 1500);
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });
const boss = () => cast.players.find((player) => player.name === "supervisor") as Player;

/** What every list, report and page reads somewhere. */
const names = [
  "q",
  "page",
  "after",
  "before",
  "sort",
  "from",
  "to",
  "until",
  "month",
  "kind",
  "find",
  "counted",
  "version",
  "step",
];

test("no page and no route breaks over what stands in an address, a header or a body", async () => {
  test.setTimeout(180_000);
  const texts = sample(badText, 400);
  const next = () => written(texts.shift() ?? "\u0000");
  const calls = [
    ...namedCallsFor(cast.ids),
    ...built.filter((route) => !/[[_]/.test(route)).map((route) => ({ route, method: "GET", path: route })),
  ];
  const broken: string[] = [];
  for (const { route, method, path } of calls) {
    const query = names.map((name) => `${name}=${next().slice(0, 120)}`).join("&");
    const bent = route.includes("[") ? path.replace(/[0-9a-f-]{36}(?!.*[0-9a-f-]{36})/, next().slice(0, 200)) : path;
    for (const address of new Set([`${path.split("?")[0]}?${query}`, bent])) {
      const body = method === "GET" ? undefined : decodeURIComponent(next());
      const headers = {
        cookie: boss().cookie,
        "user-agent": "node",
        "sec-fetch-site": "same-origin",
        range: "bytes=9-1",
      };
      const answer = await askRaw(origin, address, { method, headers, body });
      if (answer.status >= 500) broken.push(`${method} ${route} ${answer.status} ${address.slice(0, 300)}`);
    }
  }
  expect(broken).toEqual([]);
});

test("no action breaks over a form of anything, and none of it is kept", async () => {
  test.setTimeout(180_000);
  const forms = sample(fc.array(fc.tuple(badName, badText), { maxLength: 6 }), actions.length);
  const before = await rowsKept();
  const broken: string[] = [];
  for (const [at, [id, { exportedName, workers }]] of actions.entries()) {
    const page = `/${(Object.keys(workers).find((key) => !key.includes("@")) ?? "")
      .split("/")
      .slice(1, -1)
      .filter((part) => !part.startsWith("("))
      .map((part) => (part.startsWith("[") ? cast.ids.caseId : part))
      .join("/")}`;
    const form = new FormData();
    for (const [name, text] of forms[at] ?? []) form.append(`1_${name.slice(0, 5_000)}`, text);
    const bound = ofLink.test(exportedName) ? ["A".repeat(43)] : [];
    form.set("0", JSON.stringify([...bound, { status: "idle", message: "", fields: {}, values: {} }, "$K1"]));
    const headers = {
      origin,
      cookie: boss().cookie,
      "sec-fetch-site": "same-origin",
      accept: "text/x-component",
      "next-action": id,
    };
    const answer = await fetch(`${origin}${page}`, { method: "POST", body: form, redirect: "manual", headers });
    if (answer.status >= 500)
      broken.push(`${exportedName} ${answer.status} ${JSON.stringify(forms[at]).slice(0, 300)}`);
    await answer.body?.cancel();
  }
  expect(broken).toEqual([]);
  expect(await rowsKept()).toEqual(before);
});

test("no cookie breaks the sign-in or a page", async () => {
  for (const text of sample(badText, 60)) {
    const value = written(text);
    const cookie = `sid=${value}; __Host-sid=${value}; csrf=${value}; device=${value}; sought=${value}; callback=${value}`;
    for (const path of ["/", "/sign-in", "/api/session", "/search"]) {
      expect((await askRaw(origin, path, { headers: { cookie } })).status, value).toBeLessThan(500);
    }
  }
});

/** How many rows each table holds, but for what every request may leave: sessions and refusals are not among them. */
async function rowsKept(): Promise<Record<string, number>> {
  expect(dataDirOf("demo")).not.toBe("");
  const owner = await ownerOf("demo");
  const tables = [
    "cases",
    "clients",
    "incidents",
    "exhibits",
    "packets",
    "references",
    "members",
    "documents",
    "case_flags",
  ];
  const counts: Record<string, number> = {};
  await owner.begin(async (tx) => {
    const [org] = await tx<{ id: string }[]>`select org_id as id from auth.logins group by 1 order by count(*) desc`;
    await tx`select ctx.put(${org?.id ?? ""}, ${null}, 'service')`;
    for (const table of tables) {
      const [row] = await tx.unsafe<{ n: number }[]>(`select count(*)::int as n from app."${table}"`);
      counts[table] = row?.n ?? -1;
    }
  });
  await owner.end();
  return counts;
}
