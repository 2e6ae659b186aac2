import { expect, test } from "vitest";
import { discardChoices } from "@/lib/casework/choice-lists/commands/discard-choices";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import { makeOrg } from "@/tests/support/org";

test("a draft that is thrown away leaves the list as it was, and nothing in its history", async () => {
  const admin = await (await makeOrg()).as("admin");
  const list = "service";
  await saveChoice(admin, { list, nearest: "partner", en: "Church" });
  await discardChoices(admin, { list });
  const after = await readChoiceList(admin, list);
  expect(after).toMatchObject({ draft: null, changes: [] });
  expect(after.choices.map(({ label }) => label)).not.toContain("Church");
  await expect(discardChoices(admin, { list })).rejects.toHaveProperty("code", "conflict");
});
