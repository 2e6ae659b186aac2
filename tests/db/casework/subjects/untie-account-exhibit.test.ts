import { beforeAll, describe, expect, test } from "vitest";
import { tieAccountExhibit } from "@/lib/casework/subjects/commands/tie-account-exhibit";
import { untieAccountExhibit } from "@/lib/casework/subjects/commands/untie-account-exhibit";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let tie: { caseId: string; accountId: string; exhibitId: string };

const shown = async () =>
  (await listSubjects(await org.as("caseworker"), tie.caseId))[0]?.accounts[0]?.shownBy.map((one) => one.code);

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx);
  const accountId = (await listSubjects(ctx, caseId))[0]?.accounts[0]?.id ?? "";
  const { exhibitId } = await addExhibit(ctx, caseId, Buffer.from("the profile page"));
  tie = { caseId, accountId, exhibitId };
});

describe("untieAccountExhibit", () => {
  test("takes the exhibit from the account; the log keeps both, and it can be tied again", async () => {
    const ctx = await org.as("caseworker");
    await tieAccountExhibit(ctx, tie);
    await untieAccountExhibit(ctx, tie);
    expect(await shown()).toEqual([]);
    await tieAccountExhibit(ctx, tie);
    expect(await shown()).toEqual(["E-01"]);
    expect((await org.auditOf(tie.accountId)).slice(-3)).toEqual([
      "account.exhibit_tied",
      "account.exhibit_untied",
      "account.exhibit_tied",
    ]);
  });

  test("is for those who keep cases, and another organisation finds no such case", async () => {
    for (const role of ["admin", "liaison"] as const) {
      await expect(untieAccountExhibit(await org.as(role), tie)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await makeOrg();
    await expect(untieAccountExhibit(await other.as("supervisor"), tie)).rejects.toMatchObject({ code: "not_found" });
    expect(await shown()).toEqual(["E-01"]);
  });

  test("names the exhibit when none was chosen, and one that is not tied is not found", async () => {
    const ctx = await org.as("caseworker");
    await expect(untieAccountExhibit(ctx, { ...tie, exhibitId: "" })).rejects.toMatchObject({
      fields: { exhibitId: expect.any(String) },
    });
    const second = await addExhibit(ctx, tie.caseId, Buffer.from("another page"));
    const attempt = untieAccountExhibit(ctx, { ...tie, exhibitId: second.exhibitId });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("twice at once, it goes once", async () => {
    const both = await Promise.allSettled([
      untieAccountExhibit(await org.as("caseworker"), tie),
      untieAccountExhibit(await org.as("supervisor"), tie),
    ]);
    expect(both.filter((one) => one.status === "rejected")).toMatchObject([{ reason: { code: "not_found" } }]);
  });
});
