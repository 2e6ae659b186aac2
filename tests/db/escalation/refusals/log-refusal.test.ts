import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { refusals } from "@/db/schema";
import { logRefusal } from "@/lib/escalation/refusals/log-refusal";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { refused } from "@/tests/support/refusal";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

describe("logRefusal", () => {
  test("keeps who, when and in which words, sealed, and stands on the first rung", async () => {
    const ctx = await org.as("caseworker");
    const proof = await addExhibit(ctx, caseId, Buffer.from("a letter that was not taken"), { fileName: "note.txt" });
    const { id, number } = await logRefusal(ctx, { caseId, ...refused, proofExhibitId: proof.exhibitId });
    expect(number).toBe(1);
    expect(await org.auditOf(id)).toEqual(["refusal.logged"]);
    const desk = await readRefusalDesk(ctx, caseId);
    expect(desk.refusals[0]).toMatchObject({
      office: refused.office,
      officer: refused.officer,
      forceNumber: refused.forceNumber,
      words: refused.words,
      proof: "E-01",
      rung: { key: "shift-commander", number: 1 },
      rungSince: "2026-11-16",
      missing: [],
      settledOn: null,
    });
    expect(desk.refusals[0]?.trail).toHaveLength(1);
    const stored = await withTransaction(ctx, "read only", ({ db }) =>
      db.select().from(refusals).where(eq(refusals.id, id)),
    );
    expect(stored).toHaveLength(1);
    for (const secret of [refused.officer, refused.forceNumber, refused.words, refused.witnesses]) {
      expect(JSON.stringify(stored)).not.toContain(secret);
    }
  });

  test("what to say is there before anybody refuses, with its mark", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    const desk = await readRefusalDesk(await org.as("caseworker"), fresh);
    expect(desk.refusals).toEqual([]);
    const [branch] = desk.branches;
    expect(branch?.onTheSpot.length).toBeGreaterThan(3);
    for (const fact of branch?.onTheSpot ?? []) expect(fact.sources[0]?.marks).toContain("V2");
    expect(branch?.rungs.find((rung) => rung.consent)?.consent).toMatchObject({
      process: "secretariat",
      onFile: false,
    });
  });

  test("what was not given may be left out, and is said", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    const bare = { ...refused, officer: "", forceNumber: " ", words: "", witnesses: "" };
    await logRefusal(await org.as("caseworker"), { caseId: fresh, ...bare });
    const desk = await readRefusalDesk(await org.as("caseworker"), fresh);
    expect(desk.refusals[0]?.missing).toEqual([
      "the officer’s name",
      "the force number",
      "the words used",
      "any proof",
    ]);
  });

  test("where the data knows nobody above, there is the step's own advice and no rung", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    await logRefusal(await org.as("caseworker"), { caseId: fresh, ...refused, stepKey: "us-police-report" });
    const [refusal] = (await readRefusalDesk(await org.as("caseworker"), fresh)).refusals;
    expect(refusal).toMatchObject({ rung: null, above: [], due: null });
    expect(refusal?.advice).not.toBe("");
  });

  test("names the field: no such step or rung, a time to come or none, no office, another case's proof", async () => {
    const other = await plantCase(await org.as("caseworker"));
    const foreign = await addExhibit(await org.as("caseworker"), other, Buffer.from("of another case"));
    const bad: [string, Record<string, unknown>][] = [
      ["stepKey", { stepKey: "safe-contact" }],
      ["rungKey", { rungKey: "the-moon" }],
      ["when", { when: "2999-01-01T00:00" }],
      ["when", { when: "noon" }],
      ["zone", { zone: "Moon/Base" }],
      ["office", { office: " " }],
      ["proofExhibitId", { proofExhibitId: foreign.exhibitId }],
    ];
    for (const [field, over] of bad) {
      const attempt = logRefusal(await org.as("caseworker"), { caseId, ...refused, ...over });
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two who log the same refusal at once log it once; another one gets the next number", async () => {
    const fresh = await plantCase(await org.as("caseworker"));
    const both = await Promise.allSettled([
      logRefusal(await org.as("caseworker"), { caseId: fresh, ...refused }),
      logRefusal(await org.as("supervisor"), { caseId: fresh, ...refused }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    const later = { ...refused, when: "2026-11-17T09:00" };
    expect(await logRefusal(await org.as("caseworker"), { caseId: fresh, ...later })).toMatchObject({ number: 2 });
  });
});
