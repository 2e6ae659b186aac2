import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { takeCounted } from "@/lib/auth/attempts/budgets";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { operations } from "@/lib/integrations/api/operations/all";
import { agreeToApiToken } from "@/lib/integrations/api-tokens/agree-to-api-token";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { apiScopes } from "@/lib/integrations/api-tokens/types";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import type { ApiClient } from "@/tests/support/api-client";
import { clientWith, send as sendTo } from "@/tests/support/api-requests";
import { bySql } from "@/tests/support/by-sql";
import { account, caseForm, openSample } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { about, addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantApiToken } from "@/tests/support/plant-api-token";
import { stopImages } from "@/tests/support/stop";

type Fields = Record<string, unknown>;

let org: Org;
let worker: Person;
let api: ApiClient;
let caseId: string;
let exhibitId: string;
/** A case of a colleague, and one of another organisation, each with an exhibit. */
let hidden: { caseId: string; exhibitId: string };
let foreign: { caseId: string; exhibitId: string };

const number = { kind: "cas", raw: "Voorbeeldfontein CAS 7/4/2026", receivedVia: "sms", keepAsTyped: true };
const note = () => ({ id: newId(), kind: "note", words: "Nomvula said so.", visibility: "working" });
const packet = {
  kind: "mla_dossier",
  investigatingOfficer: "Sgt Example",
  stage: "Investigation",
  screened: "clear",
  minors: "no",
};

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  api = await clientWith((await plantApiToken(org, worker)).token);
  caseId = await plantCase(worker.ctx);
  exhibitId = (await addExhibit(worker.ctx, caseId, freshBytes(50))).exhibitId;
  const within = async (person: Person) => {
    const id = await plantCase(person.ctx);
    return { caseId: id, exhibitId: (await addExhibit(person.ctx, id, freshBytes(50))).exhibitId };
  };
  hidden = await within(await org.person("caseworker"));
  foreign = await within(await (await makeOrg()).person("caseworker"));
});

const kindOf = ({ body }: { body: Fields }) => String(body.type).replace("urn:crossdocket:problem:", "");

describe("a token that opens nothing", () => {
  const tokens: Record<string, () => Promise<string | null>> = {
    "that is not there": async () => null,
    "that is none": async () => "cdt_short",
    "that nobody made": async () => `cdt_${"A".repeat(43)}`,
    "without its beginning": async () => (await plantApiToken(org, worker)).token.slice(4),
    "that its member did not agree to": async () => (await plantApiToken(org, worker, { agreed: false })).token,
    "that was ended": async () => {
      const { id, token } = await plantApiToken(org, worker);
      await endApiToken(await org.as("admin"), { tokenId: id });
      return token;
    },
    "that has run out": async () => {
      const { id, token } = await plantApiToken(org, worker);
      await bySql(org.service(), sql`update app.api_tokens set expires_at = now() where id = ${id}`);
      return token;
    },
    "of a member who was removed": async () => {
      const member = await org.person("caseworker");
      const { token } = await plantApiToken(org, member);
      await removeMember(await org.confirmed("admin"), { memberId: member.memberId });
      return token;
    },
    "from another network": async () => (await plantApiToken(org, worker, { networks: "203.0.113.0/24" })).token,
    "that is a session": async () => worker.token.toString("base64url"),
  };
  test.for(Object.entries(tokens))("%s: 401 and nothing more", async ([, make]) => {
    const stranger = await clientWith(await make());
    for (const id of ["readToken", "listCases"]) {
      const answered = await stranger.call(id);
      expect([answered.status, kindOf(answered)]).toEqual([401, "unauthenticated"]);
      expect(answered.headers.get("www-authenticate")).toBe("Bearer");
    }
  });

  test("in a cookie or in the address is not read", async () => {
    const { token } = await plantApiToken(org, worker);
    const cookie = { cookie: `token=${token}; __Host-session=${token}; authorization=Bearer ${token}` };
    const inCookie = await sendTo("/api/v1/me", { method: "GET", headers: cookie });
    const inAddress = await sendTo(`/api/v1/me?access_token=${token}`, { method: "GET", headers: {} });
    expect([inCookie.status, inAddress.status]).toEqual([401, 401]);
  });
});

describe("the scopes of a token", () => {
  const asked = (): Record<string, Fields> => ({
    openCase: caseForm(),
    changeRisk: { caseId, risk: "high", reason: "Tried" },
    recordReference: { caseId, ...number },
    addNote: { caseId, ...note() },
    announceUpload: { caseId, ...about, size: 5 },
    putUpload: { uploadId: newId() },
    downloadOriginal: { exhibitId },
    buildPacket: { caseId, ...packet },
    readPacket: { packetId: newId() },
    downloadPacket: { packetId: newId() },
  });
  test.for(operations.filter(({ scope }) => scope))("without $scope: no $id", async ({ id, scope }) => {
    const others = apiScopes.filter((one) => one !== scope);
    const { token } = await plantApiToken(org, worker, { scopes: others });
    const answered = await (await clientWith(token)).call(id, asked()[id] ?? { caseId });
    expect([answered.status, kindOf(answered)]).toEqual([403, "scope-missing"]);
  });
});

describe("the walls of its member", () => {
  const ofCase: Record<string, () => Fields> = {
    readCase: () => ({}),
    changeRisk: () => ({ risk: "high", reason: "Tried" }),
    listReferences: () => ({}),
    recordReference: () => number,
    addNote: note,
    listDeadlines: () => ({}),
    listExhibits: () => ({}),
    announceUpload: () => ({ ...about, size: 5 }),
    listPackets: () => ({}),
    buildPacket: () => packet,
    listReferrals: () => ({}),
    listReleases: () => ({}),
  };
  test.for(Object.entries(ofCase))(
    "%s: a case of a colleague, of another organisation and of nobody are the same",
    async ([id, fields]) => {
      for (const other of [hidden.caseId, foreign.caseId, newId()]) {
        const answered = await api.call(id, { caseId: other, ...fields() });
        expect([answered.status, kindOf(answered)]).toEqual([404, "not-found"]);
      }
    },
  );
  test("with the scopes, these are more than forty ways in which it is refused", () => {
    const byScope = operations.filter(({ scope }) => scope).length;
    const byWall = Object.keys(ofCase).length * 3;
    expect(byScope + byWall).toBeGreaterThanOrEqual(40);
    const told = operations.filter(({ path }) => path.startsWith("/cases/{caseId}")).map(({ id }) => id);
    expect(Object.keys(ofCase).toSorted()).toEqual(told.toSorted());
  });
  test("neither has it the files and packets of others", async () => {
    for (const other of [hidden.exhibitId, foreign.exhibitId, newId()])
      expect((await api.call("downloadOriginal", { exhibitId: other })).status).toBe(404);
    for (const id of ["readPacket", "downloadPacket"])
      expect((await api.call(id, { packetId: newId() })).status).toBe(404);
    expect((await api.call("putUpload", { uploadId: newId() })).status).toBe(404);
  });
  test("a conflict of interest keeps it from a case as the member", async () => {
    const { id } = await openSample(worker.ctx);
    const reader = await org.person("supervisor");
    const theirs = await clientWith((await plantApiToken(org, reader)).token);
    expect((await theirs.call("readCase", { caseId: id })).status).toBe(200);
    const boss = await org.confirmed("supervisor");
    await recordConflict(boss, { caseId: id, memberId: reader.memberId, reason: "They are cousins of one another." });
    expect((await theirs.call("readCase", { caseId: id })).status).toBe(404);
  });
  test("a closed case and one that takes no files refuse it as they refuse the member", async () => {
    const closed = await plantCase(worker.ctx);
    await closeCase(worker.ctx, { caseId: closed, outcome: "client_ended", note: "It ended.", seen: "on" });
    const change = await api.call("changeRisk", { caseId: closed, risk: "high", reason: "Tried" });
    expect([change.status, kindOf(change)]).toEqual([409, "conflict"]);
    const stopped = await plantCase(worker.ctx);
    await stopImages(worker.ctx, stopped);
    const upload = await api.call("announceUpload", { caseId: stopped, ...about, size: 5 });
    expect([upload.status, kindOf(upload)]).toEqual([409, "conflict"]);
  });
  test("what needs fresh proof of a person is refused, and in the log with the token", async () => {
    const intimate = await addExhibit(worker.ctx, caseId, freshBytes(60), { sensitivity: "intimate" });
    const answered = await api.call("downloadOriginal", { exhibitId: intimate.exhibitId });
    expect([answered.status, kindOf(answered)]).toEqual([403, "step-up-required"]);
    const [entry] = await bySql<{ action: string; token: string | null }>(
      org.service(),
      sql`select action, detail ->> 'apiToken' as token from audit.entries order by seq desc limit 1`,
    );
    expect(entry).toEqual({ action: "access.unconfirmed", token: expect.any(String) });
  });
});

describe("bad input", () => {
  const bad: Record<string, [id: string, fields: () => Fields, pointer: string]> = {
    "an id that is none": ["readCase", () => ({ caseId: "none" }), "#/caseId"],
    "a page of a thousand rows": ["listCases", () => ({ limit: 1000 }), "#/limit"],
    "a risk that is none": ["changeRisk", () => ({ caseId, risk: "huge", reason: "Tried" }), "#/risk"],
    "no reason": ["changeRisk", () => ({ caseId, risk: "high" }), "#/reason"],
    "a number without its text": ["recordReference", () => ({ caseId, kind: "cas", receivedVia: "sms" }), "#/raw"],
    "a date that is two": ["recordReference", () => ({ caseId, ...number, issuedOn: "03/04/2026" }), "#/issuedOn"],
    "a field within a field": [
      "openCase",
      () => caseForm({ accounts: [{ ...account, confidence: "sure" }] }),
      "#/accounts/0/confidence",
    ],
    "a file that is too large": ["announceUpload", () => ({ caseId, ...about, size: 1e12 }), "#/size"],
    "a hash that is none": ["announceUpload", () => ({ caseId, ...about, size: 5, sha256: "x" }), "#/sha256"],
  };
  test.for(Object.entries(bad))("%s is named at its field", async ([, [id, fields, pointer]]) => {
    const answered = await api.call(id, fields(), { unchecked: true });
    expect([answered.status, kindOf(answered)]).toEqual([422, "invalid"]);
    expect(answered.headers.get("content-type")).toBe("application/problem+json");
    expect((answered.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  const asIs = (method: string, path: string, body?: string | null, headers: Record<string, string> = {}) =>
    (async () => {
      const { token } = await plantApiToken(org, worker);
      const sent = body == null ? undefined : new TextEncoder().encode(body);
      const length: Record<string, string> = sent
        ? { "content-length": String(sent.byteLength), "content-type": "application/json" }
        : {};
      const response = await sendTo(`/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...length, ...headers },
        ...(sent ? { body: sent } : {}),
      });
      return [response.status, ((await response.json()) as { type: string }).type.split(":").at(-1)];
    })();

  test("a request that is no operation, or no JSON, is refused before anything is read", async () => {
    expect(await asIs("GET", "/clients")).toEqual([404, "no-operation"]);
    expect(await asIs("DELETE", `/cases/${caseId}`)).toEqual([405, "method"]);
    expect(await asIs("POST", "/cases", "{")).toEqual([400, "malformed"]);
    expect(await asIs("POST", "/cases", "[]")).toEqual([400, "malformed"]);
    expect(await asIs("POST", "/cases", "{}", { "content-type": "text/plain" })).toEqual([415, "media"]);
    expect(await asIs("POST", "/cases", "{}", { "content-length": "999999999" })).toEqual([413, "too-large"]);
    expect(await asIs("POST", "/cases")).toEqual([411, "length"]);
    expect(await asIs("PUT", `/uploads/${newId()}`, "x", { "content-length": "1000000000000" })).toEqual([
      413,
      "too-large",
    ]);
    expect(await asIs("GET", "/cases?cursor=bm9uZQ")).toEqual([422, "cursor"]);
    expect(await asIs("GET", `/cases/${caseId}/exhibits?cursor=bm9uZQ`)).toEqual([422, "cursor"]);
    expect(await asIs("POST", "/cases", "{}", { "idempotency-key": "with a blank" })).toEqual([422, "key"]);
  });

  test("a case in the body does not take the place of the one in the address", async () => {
    const answered = await api.call("recordReference", { caseId: hidden.caseId, ...number });
    expect(answered.status).toBe(404);
    const { token } = await plantApiToken(org, worker);
    const sent = new TextEncoder().encode(JSON.stringify({ ...note(), caseId }));
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": String(sent.byteLength),
    };
    const response = await sendTo(`/api/v1/cases/${hidden.caseId}/notes`, { method: "POST", headers, body: sent });
    expect(response.status).toBe(404);
  });

  test("no problem repeats what was sent, or says what is on record", async () => {
    const first = caseForm();
    await api.call("openCase", first);
    const told = [
      await api.call("openCase", { ...caseForm(), client: first.client }),
      await api.call("openCase", { ...first }),
      await api.call("recordReference", { caseId, ...number, issuedOn: "03/04/2026" }),
      await api.call("recordReference", { caseId, ...number, raw: "Voorbeeldfontein CAS 8/4/2026" }),
      await api.call("recordReference", { caseId, ...number, raw: "Voorbeeldfontein CAS 8/4/2026" }),
      await api.call("addNote", { caseId, ...note(), when: "03/04/2026 10:00" }),
    ].filter(({ status }) => status >= 400);
    expect(told.length).toBeGreaterThan(3);
    const words = [first.client.pseudonym, first.client.name, "555 0101", "Voorbeeld", "03/04", "Nomvula", "CAS 8"];
    for (const { body } of told) for (const word of words) expect(JSON.stringify(body)).not.toContain(word);
  });
});

/** Leaves a budget empty for a minute, however slow this machine is. */
async function drain(of: string): Promise<void> {
  await takeCounted({ of, burst: 1, perSecond: 0.001 });
  const key = keyedToken(deriveKey(env().KEK, "bucket"), of);
  await owner()`update auth.buckets set level = 0, at = now() + interval '1 minute' where key = ${key}`;
}

describe("the pace of a token", () => {
  test("has an end, after which it has to wait; the other tokens are not slowed", async () => {
    const { id, token } = await plantApiToken(org, worker);
    const slow = await clientWith(token);
    expect((await slow.call("readToken")).headers.get("ratelimit")).toMatch(/"token";r=\d+;t=\d+/);
    await drain(`api|${id}`);
    const refused = await slow.call("readToken");
    expect([refused.status, kindOf(refused)]).toEqual([429, "too-often"]);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(refused.headers.get("ratelimit")).toMatch(/r=0/);
    expect((await api.call("readToken")).status).toBe(200);
  });

  test("of those who have no token is one for each network", async () => {
    const from = (network: string) =>
      sendTo("/api/v1/me", { method: "GET", headers: { "x-forwarded-for": network } }).then(({ status }) => status);
    expect(await from("198.51.100.77")).toBe(401);
    await drain("api|198.51.100.77");
    expect([await from("198.51.100.77"), await from("198.51.100.78")]).toEqual([429, 401]);
  });
});

test("a member who agreed for one token agreed for no other", async () => {
  const member = await org.person("caseworker");
  const one = await plantApiToken(org, member, { agreed: false });
  const other = await plantApiToken(org, member, { agreed: false });
  await agreeToApiToken(await org.confirmed(member), { tokenId: one.id });
  expect((await (await clientWith(one.token)).call("readToken")).status).toBe(200);
  expect((await (await clientWith(other.token)).call("readToken")).status).toBe(401);
});
