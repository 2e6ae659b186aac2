import { expect, test } from "vitest";
import { discardDraft } from "@/lib/casework/notes/discard-draft";
import { hasDraft, readDraft } from "@/lib/casework/notes/queries";
import { saveDraft } from "@/lib/casework/notes/save-draft";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("what is given up is gone, and a colleague's draft of the same note stays", async () => {
  const org = await makeOrg();
  const { ctx } = await org.person("caseworker");
  const boss = (await org.person("supervisor")).ctx;
  const caseId = await plantCase(ctx);
  const noteId = newId();
  for (const who of [ctx, boss]) await saveDraft(who, { caseId, noteId, revision: 0, typed: { words: "One" } });
  await discardDraft(ctx, { caseId, noteId });
  expect(await hasDraft(ctx, caseId)).toBe(false);
  expect(await readDraft(boss, caseId)).toMatchObject({ typed: { words: "One" } });
});
