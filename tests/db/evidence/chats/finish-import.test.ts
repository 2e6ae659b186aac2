import { beforeAll, describe, expect, test } from "vitest";
import { finishImport } from "@/lib/evidence/chats/commands/finish-import";
import { noteMessages } from "@/lib/evidence/chats/commands/note-messages";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readExport } from "@/lib/evidence/chats/read-export";
import { home } from "@/tests/support/chat-import";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

describe("finishImport", () => {
  const begin = async (text: string) => {
    const { exhibitId } = await addExhibit(await org.as("caseworker"), caseId, Buffer.from(text));
    const { id } = await startImport(await org.as("caseworker"), { caseId, exhibitId, zone: home });
    return { importId: id, exhibitId };
  };
  const piece = (importId: string) => ({
    importId,
    format: "whatsapp",
    messages: [
      {
        seq: 1,
        sentAt: new Date("2021-12-30T08:00:00Z"),
        stamp: "30/12/2021, 10:00",
        sender: "Sam",
        kind: "text",
        words: "kept before the crash",
        media: null,
        nth: 1,
      },
    ],
  });

  test("only the job keeps messages and ends a reading, and only while it is being read", async () => {
    const { importId } = await begin("30/12/2021, 10:00 - Sam: other words\n");
    const end = {
      importId,
      format: "whatsapp",
      problem: null,
      detail: null,
      found: 0,
      unreadable: 0,
      unreadableAt: [],
    };
    for (const role of ["caseworker", "supervisor", "liaison"] as const) {
      await expect(noteMessages(await org.as(role), piece(importId))).rejects.toMatchObject({ code: "forbidden" });
      await expect(finishImport(await org.as(role), end)).rejects.toMatchObject({ code: "forbidden" });
    }
    const other = await makeOrg();
    await expect(noteMessages(other.service(), piece(importId))).rejects.toMatchObject({ code: "not_found" });
    await expect(finishImport(other.service(), end)).rejects.toMatchObject({ code: "not_found" });
    await expect(noteMessages(org.service(), { ...piece(importId), messages: [] })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(finishImport(org.service(), { ...end, problem: "tired" })).rejects.toMatchObject({ code: "invalid" });
    await readExport(org.service(), { importId });
    await expect(noteMessages(org.service(), piece(importId))).rejects.toMatchObject({ code: "conflict" });
    await expect(finishImport(org.service(), end)).rejects.toMatchObject({ code: "conflict" });
  });
});
