import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { eraseAgain } from "@/db/erase-again";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import { listIncidents } from "@/lib/casework/incidents/queries";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { addSubject } from "@/lib/casework/subjects/commands/add-subject";
import { openMasked } from "@/lib/evidence/copies/open-masked";
import { openStripped } from "@/lib/evidence/copies/open-stripped";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { listExhibits } from "@/lib/evidence/exhibits/queries";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { askCertificate } from "@/lib/handover/papers/commands/ask-certificate";
import { takePaper } from "@/lib/handover/papers/commands/take-paper";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { askExport } from "@/lib/operations/exports/ask-export";
import { buildExport } from "@/lib/operations/exports/build-export";
import { takeExport } from "@/lib/operations/exports/take-export";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { eraseRecords } from "@/lib/privacy/erasures/erase-records";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm, safeContact } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { addMasked } from "@/tests/support/masked";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { asService } from "@/tests/support/plant-everywhere";
import { askFor } from "@/tests/support/plant-export";
import { plantHandover } from "@/tests/support/plant-handover";
import { plantCertificate } from "@/tests/support/plant-papers";
import { signRelease } from "@/tests/support/sign-release";

const reason = "The client contests the dates";
let org: Org;
let supervisor: Person;
let caseId: string;
let clientId: string;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  ({ id: caseId, clientId } = await openCase(supervisor.ctx, caseForm()));
  await placeRestriction(supervisor.ctx, { caseId, reason });
});

const refused = { code: "conflict", message: expect.stringMatching(/restricted/) };

describe("a restricted case", () => {
  test("is read, and not changed by any command that locks it", async () => {
    expect(await listIncidents(supervisor.ctx, caseId)).not.toHaveLength(0);
    const ctx = supervisor.ctx;
    await expect(
      recordReference(ctx, { caseId, kind: "cas", raw: "1/1/2026", receivedVia: "sms" }),
    ).rejects.toMatchObject(refused);
    await expect(addSubject(ctx, { caseId, allegedName: "Nobody" })).rejects.toMatchObject(refused);
    await expect(signRelease(ctx, caseId)).rejects.toMatchObject(refused);
    await expect(
      askExport(await org.confirmed(supervisor), { caseId, reason: "A copy for the client" }),
    ).rejects.toMatchObject(refused);
  });

  test("a folder that lies ready does not leave it any more", async () => {
    const { id } = await openCase(supervisor.ctx, caseForm());
    const exportId = await askFor(org, supervisor, id);
    await buildExport(org.service(), { exportId });
    await placeRestriction(supervisor.ctx, { caseId: id, reason });
    await expect(takeExport(await org.confirmed(supervisor), { exportId })).rejects.toMatchObject(refused);
  });

  test("lets in evidence, danger and a new way to reach the client, and lets consent be taken back", async () => {
    const { id, clientId: other } = await openCase(supervisor.ctx, caseForm());
    const releaseId = await signRelease(supervisor.ctx, id);
    await placeRestriction(supervisor.ctx, { caseId: id, reason });
    await addExhibit(supervisor.ctx, id, seededBytes(100, 3));
    await changeRisk(supervisor.ctx, { caseId: id, risk: "high", inDanger: "on", reason: "He is at the gate" });
    await setSafeContact(supervisor.ctx, { clientId: other, ...safeContact });
    await revokeRelease(supervisor.ctx, { caseId: id, releaseId, reason: "She took it back" });
    expect(await listExhibits(supervisor.ctx, id)).toHaveLength(1);
    expect(await listReleases(supervisor.ctx, id)).toMatchObject([{ state: "revoked" }]);
    expect(await readCaseHeader(supervisor.ctx, id)).toMatchObject({ risk: "high", inDanger: true });
  });

  test("gives an officer no file of it any more, and other cases go on", async () => {
    const parties = { org, worker: supervisor, officer: await org.person("liaison") };
    const held = await plantHandover(parties);
    const free = await plantHandover(parties);
    await placeRestriction(supervisor.ctx, { caseId: held.caseId, reason });
    const isHeld = async (packetId: string) =>
      (await bySql<{ held: boolean }>(parties.officer.ctx, sql`select app.packet_held(${packetId}::uuid) as held`))[0]
        ?.held;
    expect(await isHeld(held.packetId)).toBe(true);
    expect(await isHeld(free.packetId)).toBe(false);
  });

  test("gives no copy of its evidence and no certificate out; copies are still looked at, and originals opened", async () => {
    const parties = { org, worker: supervisor, officer: await org.person("liaison") };
    const { caseId: held, handoverId, paperId } = await plantCertificate(parties);
    const { exhibitId, copyId } = await addMasked(org, supervisor.ctx, held);
    await openMasked(supervisor.ctx, exhibitId, { page: 1, version: 1 });
    await takePaper(supervisor.ctx, { paperId });
    await placeRestriction(supervisor.ctx, { caseId: held, reason });
    await expect(openMasked(supervisor.ctx, exhibitId, { page: 1, version: 1 })).rejects.toMatchObject(refused);
    await expect(openStripped(supervisor.ctx, exhibitId)).rejects.toMatchObject(refused);
    await expect(takePaper(supervisor.ctx, { paperId })).rejects.toMatchObject(refused);
    await expect(askCertificate(supervisor.ctx, { handoverId })).rejects.toMatchObject(refused);
    await revealExhibit(supervisor.ctx, { exhibitId, what: "picture", page: null, derivativeId: copyId });
    await noteHandling(supervisor.ctx, { exhibitId, handling: "downloaded" });
  });

  test("is not erased", async () => {
    const { id } = await openCase(supervisor.ctx, caseForm());
    await asService(org.id, supervisor.memberId, (tx) => tx`update app.cases set closed_at = now() where id = ${id}`);
    const ask = { of: "case", id, ground: "client_asked", reason: "She asked for it in writing" };
    const { id: requestId } = await askErasure(supervisor.ctx, ask);
    const second = await org.person("supervisor");
    await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
    await placeRestriction(supervisor.ctx, { caseId: id, reason });
    const erase = bySql(org.service(), sql`select app.erase(${requestId}::uuid)`);
    await expect(erase).rejects.toSatisfy(refusedByPostgres);
    expect(await eraseRecords(org.service(), { requestId })).toBeNull();
    await expect(askErasure(supervisor.ctx, ask)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an older backup", () => {
  test("is erased again although the case was restricted on its day", async () => {
    const { id } = await openCase(supervisor.ctx, caseForm());
    await placeRestriction(supervisor.ctx, { caseId: id, reason });
    const line = {
      org: org.id,
      of: "case",
      id,
      code: "CD-26-0001",
      keys: [],
      ground: "client_asked",
      askedBy: supervisor.memberId,
      releasedBy: supervisor.memberId,
      at: "2026-11-26T10:00:00.000Z",
    };
    const other = await org.person("supervisor");
    const lines = [{ ...line, releasedBy: other.memberId }];
    expect(await eraseAgain(process.env.DATABASE_OWNER_URL ?? "", lines)).toBe(1);
    const left = await bySql(org.service(), sql`select id from app.cases where id = ${id}`);
    expect(left).toEqual([]);
  });
});

describe("the walls", () => {
  test("every table of a case is frozen, but for what decision 0015 names", async () => {
    const rows = await owner()<{ name: string; found: string[] }[]>`
      select c.relname as name, coalesce((select array_agg(p.polname::text order by p.polname) from pg_policy p
          where p.polrelid = c.oid and p.polname like 'restricted%' and not p.polpermissive), '{}') as found
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace order by 1`;
    const all = ["restricted_add", "restricted_change", "restricted_remove"];
    const open = rows.filter(({ found }) => found.length === 0).map(({ name }) => name);
    expect(open).toEqual(
      [
        "assignment_rows",
        "case_access",
        "case_denials",
        "case_restrictions",
        "case_words",
        "custody_heads",
        "emergency_looks",
        "emergency_notices",
        "hand_clocks",
        "holds",
        "image_sightings",
        "image_stops",
        "import_rows",
        "reminders",
        "retention_changes",
        "rights_requests",
        "uploads",
        // What other systems are told of a case: nothing of a restricted one is sent (app.may_tell_outside).
        "webhook_messages",
      ].toSorted(),
    );
    const half = rows.filter(({ found }) => found.length > 0 && found.join() !== all.join()).map(({ name }) => name);
    expect(half).toEqual([
      "authorities",
      "captures",
      "client_page_events",
      "client_pages",
      "consents",
      "custody_events",
      "derivatives",
      "enquiries",
      "exhibits",
      "exposures",
      "first_link_events",
      "first_links",
      "handovers",
      "incident_exhibits",
      "likenesses",
      "pairings",
      "recalls",
      "release_recipients",
      "releases",
      "timestamps",
    ]);
    expect(rows.length - open.length - half.length).toBeGreaterThan(30);
  });

  test.each([
    ["an incident changed", sql`update app.incidents set zone = 'UTC' where case_id = `],
    ["the case closed", sql`update app.cases set closed_at = now() where id = `],
    [
      "somebody let in",
      sql`insert into app.case_members (org_id, member_id, since, case_id)
      select org_id, owner_id, now(), id from app.cases where id = `,
    ],
  ])("past the code: %s", async (_, statement) => {
    await expect(bySql(supervisor.ctx, sql`${statement}${caseId}`)).rejects.toSatisfy(refusedByPostgres);
  });

  test("past the code: nothing is taken out, and nobody but a supervisor lifts it", async () => {
    await bySql(supervisor.ctx, sql`delete from app.incidents where case_id = ${caseId}`).catch(() => undefined);
    expect(await listIncidents(supervisor.ctx, caseId)).not.toHaveLength(0);
    const lift = sql`update app.case_restrictions set lifted_at = now(), lifted_by = placed_by where case_id = ${caseId} returning id`;
    expect(await bySql((await org.person("caseworker")).ctx, lift)).toEqual([]);
    await expect(bySql(supervisor.ctx, sql`delete from app.case_restrictions`)).rejects.toSatisfy(refusedByPostgres);
    expect(clientId).toMatch(/-/);
  });
});
