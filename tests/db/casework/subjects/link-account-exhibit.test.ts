import { beforeAll, describe, expect, test } from "vitest";
import { amendAccount as write } from "@/lib/casework/subjects/commands/amend-account";
import { linkAccountExhibit } from "@/lib/casework/subjects/commands/link-account-exhibit";
import { unlinkAccountExhibit } from "@/lib/casework/subjects/commands/unlink-account-exhibit";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { account, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendAccount = seeing(write, "accountId");

let org: Org;
let caseId: string;
let accountId: string;
let exhibitIds: string[];

const board = async () => (await listSubjects(await org.as("caseworker"), caseId))[0]?.accounts[0];

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx, { accounts: [{ ...account, confidence: "possible" }] }));
  accountId = (await board())?.id ?? "";
  const first = await addExhibit(ctx, caseId, Buffer.from("first"));
  const second = await addExhibit(ctx, caseId, Buffer.from("second"));
  exhibitIds = [first.exhibitId, second.exhibitId];
});

const link = (at: number) => ({ caseId, accountId, exhibitId: exhibitIds[at] });

describe("linkAccountExhibit and unlinkAccountExhibit", () => {
  test("several exhibits show whose an account is, and one can be taken back; both are logged", async () => {
    const ctx = await org.as("caseworker");
    await linkAccountExhibit(ctx, link(0));
    await linkAccountExhibit(ctx, link(1));
    expect((await board())?.shownBy.map((exhibit) => exhibit.code)).toEqual(["E-01", "E-02"]);
    await unlinkAccountExhibit(ctx, link(1));
    expect((await board())?.shownBy.map((exhibit) => exhibit.code)).toEqual(["E-01"]);
    expect(await org.auditOf(accountId)).toEqual([
      "account.linked",
      "account.exhibit_tied",
      "account.exhibit_tied",
      "account.exhibit_untied",
    ]);
  });

  test("another organisation and another case find no such account, case or exhibit", async () => {
    const other = await makeOrg();
    const ctx = await org.as("caseworker");
    const elsewhere = await openSample(ctx);
    for (const act of [linkAccountExhibit, unlinkAccountExhibit]) {
      await expect(act(await other.as("supervisor"), link(0))).rejects.toMatchObject({ code: "not_found" });
      await expect(act(ctx, { ...link(0), caseId: elsewhere.id })).rejects.toMatchObject({ code: "not_found" });
    }
    const foreign = await addExhibit(ctx, elsewhere.id, Buffer.from("foreign"));
    await expect(linkAccountExhibit(ctx, { ...link(0), exhibitId: foreign.exhibitId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("the same link twice at once is one, and taken back once", async () => {
    const twice = async (act: typeof linkAccountExhibit) =>
      (await Promise.allSettled([act(await org.as("caseworker"), link(1)), act(await org.as("supervisor"), link(1))]))
        .filter((result) => result.status === "rejected")
        .map((promiseRejectedResult) => promiseRejectedResult.reason.code);
    expect(await twice(linkAccountExhibit)).toEqual(["conflict"]);
    expect(await twice(unlinkAccountExhibit)).toEqual(["not_found"]);
  });
});

test("an account becomes confirmed with its reason, and with an exhibit or the word that there is none", async () => {
  const ctx = await org.as("caseworker");
  const next = { caseId, accountId, handle: account.handle, platformId: account.platformId, confidence: "confirmed" };
  await expect(amendAccount(ctx, next)).rejects.toMatchObject({ fields: { linkReason: expect.any(String) } });
  await amendAccount(ctx, { ...next, linkReason: "The page shows both names" });
  expect(await board()).toMatchObject({ confidence: "confirmed", needsProof: false });
  await unlinkAccountExhibit(ctx, link(0));
  await amendAccount(ctx, { ...next, linkReason: "The page shows both names", confidence: "possible" });
  const bare = { ...next, linkReason: "The page shows both names" };
  await expect(amendAccount(ctx, bare)).rejects.toMatchObject({ fields: { keepConfirmed: expect.any(String) } });
  await amendAccount(ctx, { ...bare, keepConfirmed: "on" });
  expect(await board()).toMatchObject({ confidence: "confirmed", needsProof: true });
});
