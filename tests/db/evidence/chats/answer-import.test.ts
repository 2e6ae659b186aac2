import { beforeAll, describe, expect, test } from "vitest";
import { answerImport } from "@/lib/evidence/chats/commands/answer-import";
import { chatFixture } from "@/tests/support/chat-file";
import { importChat } from "@/tests/support/chat-import";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

describe("answerImport", () => {
  test("a wrong word, and twice at once", async () => {
    const { importId } = await importChat(org, caseId, chatFixture("ambiguous.txt"));
    const ask = { importId, dateOrder: "dmy" };
    await expect(answerImport(await org.as("caseworker"), { ...ask, dateOrder: "ydm" })).rejects.toMatchObject({
      code: "invalid",
      fields: { dateOrder: expect.any(String) },
    });
    const both = await Promise.allSettled([
      answerImport(await org.as("caseworker"), ask),
      answerImport(await org.as("supervisor"), ask),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    expect(await org.auditOf(importId)).toEqual(["chat.reading_begun", "chat.reading_ended", "chat.order_answered"]);
  });
});
