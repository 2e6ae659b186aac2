import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { addNote } from "@/lib/casework/notes/add-note";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { noteView } from "@/lib/kernel/audit/note-view";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { newId } from "@/lib/platform/ids";
import type { ApiClient } from "@/tests/support/api-client";
import { clientWith } from "@/tests/support/api-requests";
import { bySql } from "@/tests/support/by-sql";
import { caseForm, incident } from "@/tests/support/case-form";
import { about, send } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;
let tokenId: string;
let api: ApiClient;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  const planted = await plantApiToken(org, worker);
  tokenId = planted.id;
  api = await clientWith(planted.token);
});

/** Nothing in it asks whether there is danger, so that a packet can be built at once. */
const quiet = () =>
  caseForm({ incidents: [{ ...incident, nature: "insult", words: "You sing badly" }], risk: "standard" });
const number = {
  kind: "cas",
  raw: "Voorbeeldfontein CAS 123/4/2026",
  receivedVia: "sms",
  keepAsTyped: true,
  seenDuplicate: true,
};
const note = () => ({
  id: newId(),
  kind: "call",
  words: "She called back.",
  party: "client",
  direction: "in",
  visibility: "working",
});
const risk = { risk: "elevated", reason: "He found the new address." };
const packet = {
  kind: "mla_dossier",
  investigatingOfficer: "Sgt Example",
  stage: "Investigation",
  screened: "clear",
  minors: "no",
};

async function asPerson(): Promise<string> {
  const { ctx } = worker;
  const bytes = freshBytes(90);
  const { id: caseId } = await openCase(ctx, quiet());
  await noteView(ctx, { action: "case.viewed", subjectId: caseId, caseId });
  await recordReference(ctx, { caseId, ...number });
  await addNote(ctx, { caseId, ...note() });
  await changeRisk(ctx, { caseId, ...risk, version: 0 });
  const upload = await announceUpload(ctx, { caseId, ...about, size: bytes.byteLength });
  const { receipt } = await send(ctx, upload.id, bytes);
  await noteHandling(ctx, { exhibitId: receipt.exhibitId, handling: "downloaded" });
  await draftPacket(ctx, { caseId, ...packet });
  return caseId;
}

async function asProgram(): Promise<{ caseId: string; packetId: string }> {
  const bytes = freshBytes(90);
  const opened = await api.call("openCase", quiet());
  expect(opened.status).toBe(201);
  const caseId = String(opened.body.id);
  const found = await api.call("readCase", { caseId });
  expect(found.body).toMatchObject({ id: caseId, risk: "standard", version: 0 });
  // Another than the person's, which would be odd.
  const own = { ...number, raw: "Elders CAS 981/7/2026" };
  const recorded = await api.call("recordReference", { caseId, ...own });
  expect(recorded.status).toBe(201);
  expect((await api.call("addNote", { caseId, ...note() })).status).toBe(201);
  expect((await api.call("changeRisk", { caseId, ...risk, version: found.body.version })).status).toBe(200);
  const upload = await api.call("announceUpload", {
    caseId,
    ...about,
    size: bytes.byteLength,
    sha256: sha256Hex(bytes),
  });
  expect(upload.body.knownExhibitId).toBeNull();
  const uploadId = String(upload.body.id);
  const sent = await api.call("putUpload", { uploadId }, { bytes });
  expect(sent).toMatchObject({ status: 201, body: { label: "E-01", sha256: sha256Hex(bytes) } });
  expect(await api.call("putUpload", { uploadId }, { bytes })).toMatchObject({ status: 200, body: sent.body });
  const original = await api.call("downloadOriginal", { exhibitId: sent.body.exhibitId });
  expect(sha256Hex(original.bytes)).toBe(sha256Hex(bytes));
  const built = await api.call("buildPacket", { caseId, ...packet });
  expect(built.status).toBe(202);
  const packetId = String(built.body.id);
  expect((await api.call("readPacket", { packetId })).body).toMatchObject({ status: "building", caseId });
  const lists = ["listReferences", "listDeadlines", "listExhibits", "listPackets", "listReferrals", "listReleases"];
  for (const id of lists) expect((await api.call(id, { caseId })).status).toBe(200);
  const { rows } = (await api.call("listReferences", { caseId })).body as { rows: object[] };
  expect(rows).toMatchObject([{ id: recorded.body.id, kind: "cas", display: "Elders CAS 981/7/2026" }]);
  expect((await api.call("listCases")).body).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ id: caseId })]),
  });
  return { caseId, packetId };
}

/** The packet, built by the job. */
async function takePacket(packetId: string) {
  await assemblePacket(org.service(), { packetId });
  expect((await api.call("readPacket", { packetId })).body).toMatchObject({ status: "ready" });
  const file = await api.call("downloadPacket", { packetId });
  expect(new TextDecoder().decode(file.bytes.subarray(0, 5))).toBe("%PDF-");
}

type Entry = { action: string; member_id: string | null; role: string; detail: Record<string, unknown> };

/** What the log says of a case, without what is by chance another each time. */
async function entriesOf(caseId: string): Promise<Entry[]> {
  const rows = await bySql<Entry>(
    org.service(),
    sql`select action, member_id, role, detail from audit.entries where case_id = ${caseId} order by seq`,
  );
  return rows.map((row) => ({ ...row, detail: row.detail }));
}
const withoutToken = ({ action, member_id, role, detail }: Entry) => ({
  action,
  member_id,
  role,
  kinds: Object.keys(detail)
    .filter((key) => key !== "apiToken")
    .toSorted(),
});

describe("a program with a token", () => {
  test("does the work of a case, and the log has the same entries as of a person, with the token in each", async () => {
    const byPerson = await entriesOf(await asPerson());
    const { caseId, packetId } = await asProgram();
    const byProgram = await entriesOf(caseId);
    expect(byProgram.map(withoutToken)).toEqual(byPerson.map(withoutToken));
    expect(byProgram.length).toBeGreaterThan(10);
    for (const { member_id, detail } of byProgram) expect(detail.apiToken).toBe(member_id ? tokenId : undefined);
    for (const { detail } of byPerson) expect(detail).not.toHaveProperty("apiToken");
    await takePacket(packetId);
    const last = (await entriesOf(caseId)).at(-1);
    expect(last).toMatchObject({
      action: "packet.downloaded",
      member_id: worker.memberId,
      detail: { apiToken: tokenId },
    });
  }, 300_000);

  test("sees who it is, and its requests are counted", async () => {
    const { body, headers } = await api.call("readToken");
    expect(body).toMatchObject({ id: tokenId, member: { id: worker.memberId, role: "caseworker" } });
    expect(headers.get("ratelimit-policy")).toBe('"token";q=300;w=60');
    expect(headers.get("ratelimit")).toMatch(/^"token";r=\d+;t=\d+$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("reads lists in pages, each row once, also when one is added meanwhile", async () => {
    const { ctx } = worker;
    const { id: caseId } = await openCase(ctx, quiet());
    const add = (serial: number) =>
      recordReference(ctx, { caseId, ...number, raw: `Voorbeeldfontein CAS ${serial}/4/2026` });
    for (const serial of [201, 202, 203, 204, 205]) await add(serial);
    const seen: string[] = [];
    let cursor: unknown;
    do {
      const { body } = await api.call("listReferences", { caseId, limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...(body.rows as { id: string }[]).map(({ id }) => id));
      if (!cursor) await add(206);
      cursor = body.next;
    } while (cursor);
    expect(seen.length).toBe(6);
    expect(new Set(seen).size).toBe(6);
    const first = await api.call("listCases", { limit: 1 });
    const second = await api.call("listCases", { limit: 1, cursor: first.body.next });
    expect(second.body.rows).not.toEqual(first.body.rows);
  });
});
