import { beforeAll, describe, expect, test } from "vitest";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { listImports, readImport } from "@/lib/evidence/chats/queries";
import { readExport } from "@/lib/evidence/chats/read-export";
import { chatFixture } from "@/tests/support/chat-file";
import { home, importChat } from "@/tests/support/chat-import";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("caseworker"));
});

describe("startImport", () => {
  const ask = async (change = {}) => {
    const bytes = Buffer.from(`30/12/2021, 10:00 - Sam: ${Math.random()}\n`);
    const { exhibitId } = await addExhibit(await org.as("caseworker"), caseId, bytes);
    return { caseId, exhibitId, zone: home, ...change };
  };

  test("another organisation does not find the reading", async () => {
    const other = await makeOrg();
    const { importId } = await importChat(org, caseId, chatFixture("ios-es.txt"));
    await expect(readImport(await other.as("supervisor"), importId)).rejects.toMatchObject({ code: "not_found" });
    expect((await listImports(await org.as("caseworker"), caseId)).some(({ id }) => id === importId)).toBe(true);
  });

  test("names the field", async () => {
    for (const [field, change] of [
      ["zone", { zone: "Moon/Base" }],
      ["exhibitId", { exhibitId: caseId }],
      ["dateOrder", { dateOrder: "ydm" }],
    ] as const) {
      await expect(startImport(await org.as("caseworker"), await ask(change))).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("twice at once is one reading; with another zone it stands beside the first, which says so", async () => {
    const asked = await ask();
    const both = await Promise.allSettled([
      startImport(await org.as("caseworker"), asked),
      startImport(await org.as("supervisor"), asked),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    const made = both.find((result) => result.status === "fulfilled");
    await readExport(org.service(), { importId: made?.value.id ?? "" });
    await expect(startImport(await org.as("caseworker"), asked)).rejects.toMatchObject({ code: "conflict" });
    const { id } = await startImport(await org.as("caseworker"), { ...asked, zone: "America/New_York" });
    await readExport(org.service(), { importId: id });
    const mine = (await listImports(await org.as("caseworker"), caseId)).filter(
      (import_) => import_.exhibitId === asked.exhibitId,
    );
    expect(mine).toMatchObject([
      { id, zone: "America/New_York", messages: 1, replaced: false },
      { id: made?.value.id, zone: home, messages: 1, replaced: true },
    ]);
  });
});
