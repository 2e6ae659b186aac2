import { expect, test } from "vitest";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { makeOrg } from "@/tests/support/org";

const list = "outcome";

test("words are not used twice in a list, and a choice of their own needs some and something that it counts as", async () => {
  const admin = await (await makeOrg()).as("admin");
  const at = (field: string) => ({ fields: { [field]: expect.any(String) } });
  await expect(saveChoice(admin, { list, nearest: "other", en: "something  ELSE" })).rejects.toMatchObject(at("en"));
  await expect(saveChoice(admin, { list, nearest: "other", af: "Verhuis" })).rejects.toMatchObject(at("en"));
  await expect(saveChoice(admin, { list, en: "Moved away" })).rejects.toMatchObject(at("nearest"));
  await expect(saveChoice(admin, { list, nearest: "doxxing", en: "Moved away" })).rejects.toMatchObject(at("nearest"));
  await expect(saveChoice(admin, { list, choice: "order" })).rejects.toHaveProperty("code", "conflict");
});
