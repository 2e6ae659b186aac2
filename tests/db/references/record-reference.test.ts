import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/access/ctx";
import { findByNumber, listReferences } from "@/lib/references/queries";
import { recordReference } from "@/lib/references/record-reference";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

let serial = 100;
const cas = () => ({ kind: "cas", raw: `cas no. ${++serial}/04/2026, voorbeeldfontein`, receivedVia: "sms" });

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
        (await findByNumber(worker, text)).map((one) => one.caseId),
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
        (await findByNumber(worker, text)).map((one) => one.caseId),
        text,
      ).toEqual([caseId]);
    }
  });

  test("not yet issued is a state, and the number takes its place", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, kind: "cas", state: "not_yet_issued" });
    expect((await listReferences(worker, caseId)).map((one) => one.state)).toEqual(["not_yet_issued"]);
    await recordReference(worker, { caseId, ...cas() });
    expect((await listReferences(worker, caseId)).map((one) => one.state)).toEqual(["issued"]);
  });

  test("is not for a liaison or an administrator", async () => {
    const caseId = await plantCase(worker);
    for (const role of ["liaison", "admin"] as const) {
      const attempt = recordReference(await org.as(role), { caseId, ...cas() });
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("does not know the cases of another organisation, nor of a colleague", async () => {
    const caseId = await plantCase(worker);
    const stranger = await (await makeOrg()).as("supervisor");
    const colleague = (await org.person("caseworker")).ctx;
    for (const ctx of [stranger, colleague]) {
      await expect(recordReference(ctx, { caseId, ...cas() })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("names the field that needs another look", async () => {
    const caseId = await plantCase(worker);
    const attempt = recordReference(worker, { caseId, ...cas(), raw: "Voorbeeldfontein CAS 12/13/2026" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { raw: expect.any(String) } });
  });

  test("an occurrence-book number is not a CAS number, a number needs its station, and a kind must be known", async () => {
    const caseId = await plantCase(worker);
    const attempts: [object, string][] = [
      [{ ...cas(), raw: "OB 123/4/2026" }, "raw"],
      [{ ...cas(), raw: "123/4/2026" }, "station"],
      [{ ...cas(), kind: "spell" }, "kind"],
      [{ ...cas(), proofExhibitId: caseId }, "proofExhibitId"],
    ];
    for (const [input, field] of attempts) {
      const attempt = recordReference(worker, { caseId, ...input });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("of two at once, one wins; on another case it says to check", async () => {
    const [caseId, other] = [await plantCase(worker), await plantCase(worker)];
    const input = cas();
    const both = await Promise.allSettled([1, 2].map(() => recordReference(worker, { caseId, ...input })));
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(recordReference(worker, { caseId: other, ...input })).rejects.toMatchObject({
      code: "conflict",
      fields: { raw: expect.stringMatching(/another case/) },
    });
  });

  test("another organisation finds nothing", async () => {
    const caseId = await plantCase(worker);
    await recordReference(worker, { caseId, ...cas() });
    expect(await findByNumber(await (await makeOrg()).as("supervisor"), `${serial}/4/2026`)).toEqual([]);
  });
});
