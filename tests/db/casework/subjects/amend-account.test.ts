import { beforeAll, describe, expect, test } from "vitest";
import { amendAccount as write } from "@/lib/casework/subjects/commands/amend-account";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { account, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

const amendAccount = seeing(write, "accountId");

let org: Org;
let caseId: string;
let accountId: string;

const facts = { handle: account.handle, confidence: "confirmed", firstSeenOn: "2026-09-01" };
const board = async () => (await listSubjects(await org.as("caseworker"), caseId))[0]?.accounts ?? [];

beforeAll(async () => {
  org = await makeOrg();
  const unnamed = { ...account, platformId: undefined, idNotKnown: "on" };
  ({ id: caseId } = await openSample(await org.as("caseworker"), {
    accounts: [unnamed, { ...account, platform: "x", handle: "@other", platformId: "777" }],
  }));
  accountId = (await board())[0]?.id ?? "";
});

const amend = async (change: Record<string, unknown>) =>
  amendAccount(await org.as("caseworker"), { caseId, accountId, ...facts, ...change });

describe("amendAccount", () => {
  test("sets the id when it becomes known, and a rename keeps the earlier handle", async () => {
    await amend({ platformId: "178400001" });
    await amend({ platformId: "178400001", handle: "@new.name", handleSeenOn: "2026-11-01" });
    const [first] = await board();
    expect(first).toMatchObject({ needsId: false, platformId: "178400001", handle: "@new.name" });
    expect(first?.handles.map((handle) => handle.handle)).toEqual(["@new.name", account.handle]);
    expect(await org.auditOf(accountId)).toEqual(["account.linked", "account.amended", "account.amended"]);
  });

  test("another id is another account, unless it corrects a slip; and none is taken away", async () => {
    for (const change of [{ platformId: "178499999" }, { platformId: "", idNotKnown: "on" }]) {
      await expect(amend({ ...change, handle: "@new.name" })).rejects.toMatchObject({
        code: "invalid",
        fields: { platformId: expect.any(String) },
      });
    }
    await amend({ platformId: "178400002", handle: "@new.name", correctsId: "on" });
    expect((await board())[0]).toMatchObject({ platformId: "178400002" });
  });

  test("the same change twice at once is made once, and an empty handle is named", async () => {
    const change = {
      caseId,
      accountId,
      ...facts,
      handle: "@new.name",
      platformId: "178400002",
      confidence: "probable",
    };
    const both = await Promise.allSettled([
      amendAccount(await org.as("caseworker"), change),
      amendAccount(await org.as("supervisor"), change),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    await expect(amend({ platformId: "178400002", handle: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: { handle: expect.any(String) },
    });
  });
});
