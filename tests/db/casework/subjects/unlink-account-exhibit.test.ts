import { beforeAll, describe, expect, test } from "vitest";
import { linkAccountExhibit } from "@/lib/casework/subjects/commands/link-account-exhibit";
import { unlinkAccountExhibit } from "@/lib/casework/subjects/commands/unlink-account-exhibit";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let link: { caseId: string; accountId: string; exhibitId: string };

const shown = async () =>
  (await listSubjects(await org.as("caseworker"), link.caseId))[0]?.accounts[0]?.shownBy.map((exhibit) => exhibit.code);

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx);
  const accountId = (await listSubjects(ctx, caseId))[0]?.accounts[0]?.id ?? "";
  const { exhibitId } = await addExhibit(ctx, caseId, Buffer.from("the profile page"));
  link = { caseId, accountId, exhibitId };
});

describe("unlinkAccountExhibit", () => {
  test("takes the exhibit from the account; the log keeps both, and it can be linked again", async () => {
    const ctx = await org.as("caseworker");
    await linkAccountExhibit(ctx, link);
    await unlinkAccountExhibit(ctx, link);
    expect(await shown()).toEqual([]);
    await linkAccountExhibit(ctx, link);
    expect(await shown()).toEqual(["E-01"]);
    expect((await org.auditOf(link.accountId)).slice(-3)).toEqual([
      "account.exhibit_tied",
      "account.exhibit_untied",
      "account.exhibit_tied",
    ]);
  });

  test("is for those who keep cases, and another organisation finds no such case", async () => {
    for (const role of ["admin", "liaison"] as const) {
      await expect(unlinkAccountExhibit(await org.as(role), link)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await makeOrg();
    await expect(unlinkAccountExhibit(await other.as("supervisor"), link)).rejects.toMatchObject({ code: "not_found" });
    expect(await shown()).toEqual(["E-01"]);
  });

  test("names the exhibit when none was chosen, and one that is not linked is not found", async () => {
    const ctx = await org.as("caseworker");
    await expect(unlinkAccountExhibit(ctx, { ...link, exhibitId: "" })).rejects.toMatchObject({
      fields: { exhibitId: expect.any(String) },
    });
    const second = await addExhibit(ctx, link.caseId, Buffer.from("another page"));
    const attempt = unlinkAccountExhibit(ctx, { ...link, exhibitId: second.exhibitId });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });

  test("twice at once, it goes once", async () => {
    const both = await Promise.allSettled([
      unlinkAccountExhibit(await org.as("caseworker"), link),
      unlinkAccountExhibit(await org.as("supervisor"), link),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "not_found" } }]);
  });
});
