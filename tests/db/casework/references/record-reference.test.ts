import { beforeAll, describe, expect, test } from "vitest";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { listSought } from "@/lib/casework/clients/list-sought";
import { noteSought } from "@/lib/casework/clients/note-sought";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { findByNumber, listReferences } from "@/lib/casework/references/queries";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import { readStepPage } from "@/lib/escalation/ladder/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { JobPayload } from "@/lib/kernel/jobs/names";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 10_000;
/** Far apart, so that no two are taken for a slip of the pen. */
const next = () => {
  serial += 1_111;
  return serial;
};
const cas = () => ({ kind: "cas", raw: `cas no. ${next()}/04/2026, voorbeeldfontein`, receivedVia: "sms" });
const held = async (caseId: string, by = worker) =>
  (await listReferences(by, caseId)).map((reference) => reference.display);

describe("recordReference", () => {
  test("keeps the canonical form, says so in the log, and one box finds it however it is typed", async () => {
    const caseId = await plantCase(worker);
    const input = cas();
    const { id } = await recordReference(worker, { caseId, ...input });
    expect(await org.auditOf(id)).toEqual(["reference.recorded"]);
    const [row] = await listReferences(worker, caseId);
    expect(row?.display).toBe(`Voorbeeldfontein CAS ${serial}/4/2026`);
    for (const text of [
      `${serial}/4/2026`,
      `CAS ${serial}/04/2026`,
      `Your case: Voorbeeldfontein CAS ${serial}/4/2026. SAPS`,
    ]) {
      expect(
        (await findByNumber(worker, text)).map((numberMatch) => numberMatch.caseId),
        text,
      ).toEqual([caseId]);
    }
  });

  test("an IC3 id and a platform report are found in any spelling", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, kind: "ic3", raw: "4f1c 9a07 e2d8 f012", receivedVia: "portal" });
    await recordReference(worker, { caseId, kind: "platform_report", raw: "FG-PR 0088-213", receivedVia: "email" });
    for (const text of ["4F1C9A07E2D8F012", "ic3 4f1c-9a07-e2d8-f012", "fg pr 0088213", "FG-PR-0088213"]) {
      expect(
        (await findByNumber(worker, text)).map((numberMatch) => numberMatch.caseId),
        text,
      ).toEqual([caseId]);
    }
  });

  test("not yet issued is a state, and the number takes its place", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, kind: "cas", state: "not_yet_issued" });
    expect((await listReferences(worker, caseId)).map((reference) => reference.state)).toEqual(["not_yet_issued"]);
    await recordReference(worker, { caseId, ...cas() });
    expect((await listReferences(worker, caseId)).map((reference) => reference.state)).toEqual(["issued"]);
  });

  test("a number of one platform does not end the waiting for another's", async () => {
    const caseId = await plantCase(worker);
    const report = { caseId, kind: "platform_report", receivedVia: "email" };
    const waiting = async () =>
      (await listReferences(worker, caseId)).filter((reference) => reference.state !== "issued").length;
    await recordReference(worker, { ...report, state: "not_yet_issued", issuer: "Facebook" });
    await recordReference(worker, { ...report, raw: "IG-0002-31", issuer: "Instagram" });
    expect(await waiting()).toBe(1);
    await recordReference(worker, { ...report, raw: "FB-0077-54", issuer: "facebook" });
    expect(await waiting()).toBe(0);
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = recordReference(worker, { caseId, ...cas(), raw: "Voorbeeldfontein CAS 12/13/2026" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { raw: expect.any(String) } });
  });

  test("a kind must be known, and a proof must be the case's own", async () => {
    const caseId = await plantCase(worker);
    const attempts: [object, string][] = [
      [{ ...cas(), kind: "spell" }, "kind"],
      [{ ...cas(), proofExhibitId: caseId }, "proofExhibitId"],
    ];
    for (const [input, field] of attempts) {
      const attempt = recordReference(worker, { caseId, ...input });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("of two at once on one case, one wins and the other is told its number", async () => {
    const caseId = await plantCase(worker);
    const input = cas();
    const both = await Promise.allSettled([1, 2].map(() => recordReference(worker, { caseId, ...input })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const again = recordReference(worker, { caseId, ...input, seenDuplicate: "on", keepAsTyped: "on" });
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      fields: { raw: `Voorbeeldfontein CAS ${serial}/4/2026 is on this case already.` },
    });
  });

  test("another organisation finds nothing", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, ...cas() });
    expect(await findByNumber(await (await makeOrg()).as("supervisor"), `${serial}/4/2026`)).toEqual([]);
  });
});

describe("a number that looks odd is never refused and never lost", () => {
  test.each([
    ["Voorbeeldfontein CAS 12/13/2026", "raw", "Month 13", "month"],
    ["Voorbeeldfontein CAS 12/1/2031", "raw", "in the future", "future"],
    ["Voorbeeldfontein CAS 12/1/1926", "raw", "too long ago", "too_old"],
    ["Voorbeeldfontein CAS 0/1/2026", "raw", "cannot be 0", "zero"],
    ["CAS 12/4/2026 and CAS 56/4/2026", "raw", "several numbers", "several"],
    ["CAS 9912/4/2026", "station", "Add the station", "no_station"],
    ["Voorbeeldfontein 2026-A-77", "raw", "cannot find number", "no_number"],
  ])("%j is said at its field, and kept after the tick", async (raw, field, words, warning) => {
    const caseId = await plantCase(worker);
    const input = { caseId, kind: "cas", raw, receivedVia: "sms" };
    await expect(recordReference(worker, input)).rejects.toMatchObject({
      code: "invalid",
      fields: { [field]: expect.stringContaining(words), keepAsTyped: expect.any(String) },
    });
    expect(await held(caseId)).toEqual([]);
    await recordReference(worker, { ...input, keepAsTyped: "on" });
    const [row] = await listReferences(worker, caseId);
    expect(row).toMatchObject({ raw, warnings: [warning] });
    expect((await findByNumber(worker, raw)).map((numberMatch) => numberMatch.caseId)).toContain(caseId);
  });

  test("a very long text is kept whole, in any script", async () => {
    const caseId = await plantCase(worker);
    for (const kind of ["cas", "ic3"]) {
      const raw = "字7".repeat(1_000);
      await recordReference(worker, { caseId, kind, raw, receivedVia: "sms", keepAsTyped: "on" });
      expect((await listReferences(worker, caseId)).find((reference) => reference.kind === kind)?.raw).toBe(raw);
    }
  });

  test("nothing at all stays refused", async () => {
    const caseId = await plantCase(worker);
    for (const raw of ["", "   ", " -- "]) {
      const attempt = recordReference(worker, { caseId, kind: "cas", raw, receivedVia: "sms", keepAsTyped: "on" });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { raw: expect.any(String) } });
    }
  });

  test("an occurrence-book number is offered as what it is; kept as a CAS number it completes nothing", async () => {
    const caseId = await plantCase(worker);
    const input = { caseId, kind: "cas", raw: `Voorbeeldfontein OB ${next()}/4/2026`, receivedVia: "sms" };
    await recordReference(worker, { caseId, kind: "cas", state: "not_yet_issued" });
    await expect(recordReference(worker, input)).rejects.toMatchObject({
      fields: { raw: expect.stringContaining("no docket is open"), saveAs: expect.stringContaining("Occurrence book") },
    });
    await recordReference(worker, { ...input, keepAsTyped: "on" });
    await advanceLadder(org.service(), { caseId });
    expect((await readStepPage(worker, caseId, "csc-report")).view.status).not.toBe("done");
    // The number is still waited for.
    expect((await listReferences(worker, caseId)).map((reference) => reference.state)).toEqual([
      "not_yet_issued",
      "issued",
    ]);
  });

  test("or it is saved as the other kind", async () => {
    const caseId = await plantCase(worker);
    const input = { caseId, kind: "cas", raw: `Voorbeeldfontein OB ${next()}/4/2026`, receivedVia: "sms" };
    await recordReference(worker, { ...input, saveAs: "ob" });
    expect(await listReferences(worker, caseId)).toMatchObject([{ kind: "ob", warnings: [] }]);
  });

  test("what stands around a free number is not kept: it may hold a PIN", async () => {
    const caseId = await plantCase(worker);
    const raw = "StopNCII case number c-48299, PIN 993311";
    await recordReference(worker, { caseId, kind: "stopncii", raw, receivedVia: "portal" });
    expect(await listReferences(worker, caseId)).toMatchObject([{ raw: "c-48299", display: "c-48299" }]);
  });
});

describe("a number that is known", () => {
  test("on a visible case it names the case, and is kept after the tick", async () => {
    const first = await plantCase(worker);
    const second = await plantCase(worker);
    const input = cas();
    await recordReference(worker, { caseId: first, ...input });
    const { code } = await getCaseCode(first);
    await expect(recordReference(worker, { caseId: second, ...input })).rejects.toMatchObject({
      code: "conflict",
      fields: { raw: expect.stringContaining(code), seenDuplicate: expect.any(String) },
    });
    await recordReference(worker, { caseId: second, ...input, seenDuplicate: "on" });
    expect((await listReferences(worker, second))[0]?.warnings).toEqual(["same_elsewhere"]);
  });

  test("on a case that is not seen it says nothing; the owner there is told, and a supervisor sees both", async () => {
    const asker = await org.person("caseworker", "Number Person");
    const keeper = (await org.person("caseworker")).ctx;
    const mine = await plantCase(asker.ctx);
    const hidden = await plantCase(keeper);
    const input = cas();
    await recordReference(keeper, { caseId: hidden, ...input });
    const { id } = await recordReference(asker.ctx, { caseId: mine, ...input });
    expect((await listReferences(asker.ctx, mine))[0]?.warnings).toEqual([]);
    expect(await org.auditOf(id)).toEqual(["reference.recorded"]);
    const [job] = await owner()<{ data: JobPayload["search.watch"] }[]>`select data from pgboss.job
      where name = 'search.watch' and data->>'searcherId' = ${asker.memberId}`;
    if (job) await noteSought(org.service(), job.data);
    expect(await listSought(keeper)).toMatchObject([{ by: "Number Person", caseId: hidden }]);
    const found = await findByNumber(await org.as("supervisor"), `${serial}/4/2026`);
    expect(found.map((numberMatch) => numberMatch.caseId).sort()).toEqual([hidden, mine].sort());
  });

  test("a number that nobody has is asked about by a job of the same kind", async () => {
    const asker = await org.person("caseworker");
    await recordReference(asker.ctx, { caseId: await plantCase(asker.ctx), ...cas() });
    const rows = await owner()`select data from pgboss.job
      where name = 'search.watch' and data->>'searcherId' = ${asker.memberId}`;
    expect(rows).toMatchObject([{ data: { hits: [] } }]);
  });

  test.each([
    ["Voorbeeldfontein CAS 58231/5/2026", "another month"],
    ["Voorbeeldfontein CAS 58241/4/2026", "one digit is different"],
    ["Voorbeeldfontein CAS 52831/4/2026", "two digits change places"],
    ["Anderdorp CAS 58231/4/2026", "another station"],
  ])("nearly the same, %s, is asked about", async (raw, words) => {
    const fresh = await makeOrg();
    const ctx = await fresh.as("caseworker");
    const first = await plantCase(ctx);
    const second = await plantCase(ctx);
    const by = { kind: "cas", receivedVia: "sms" };
    await recordReference(ctx, { ...by, caseId: first, raw: "Voorbeeldfontein CAS 58231/4/2026" });
    await expect(recordReference(ctx, { ...by, caseId: second, raw })).rejects.toMatchObject({
      code: "conflict",
      fields: { raw: expect.stringMatching(new RegExp(`Voorbeeldfontein CAS 58231/4/2026: .*${words}`)) },
    });
    await recordReference(ctx, { ...by, caseId: second, raw, seenDuplicate: "on" });
    expect((await listReferences(ctx, second))[0]?.warnings).toEqual(["near"]);
  });

  test("equal ids of two platforms are two numbers, and are asked about", async () => {
    const caseId = await plantCase(worker);
    const by = { caseId, kind: "platform_report", raw: "8829104471", receivedVia: "email" };
    await recordReference(worker, { ...by, issuer: "Instagram" });
    await expect(recordReference(worker, { ...by, issuer: "instagram" })).rejects.toMatchObject({
      fields: { raw: expect.stringContaining("on this case already") },
    });
    await expect(recordReference(worker, { ...by, issuer: "TikTok" })).rejects.toMatchObject({
      fields: { raw: expect.stringContaining("another body") },
    });
    await recordReference(worker, { ...by, issuer: "TikTok", seenDuplicate: "on" });
    expect(await held(caseId)).toEqual(["8829104471", "8829104471"]);
  });
});

const getCaseCode = async (caseId: string) => readCaseHeader(await org.as("supervisor"), caseId);
