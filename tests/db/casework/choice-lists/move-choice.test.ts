import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { moveChoice } from "@/lib/casework/choice-lists/commands/move-choice";
import { saveChoice } from "@/lib/casework/choice-lists/commands/save-choice";
import { readChoiceList } from "@/lib/casework/choice-lists/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";

const list = "outcome";

test("a draft is moved, and a caseworker's rows have none of it", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const { choice } = await saveChoice(admin, { list, nearest: "other", en: "Moved away" });
  await moveChoice(admin, { list, choice, way: "up" });
  const { choices } = await readChoiceList(admin, list);
  expect(choices.slice(-2).map(({ label }) => label)).toEqual(["Moved away", "Something else"]);
  await expect(moveChoice(admin, { list, choice: "stopped", way: "up" })).rejects.toHaveProperty("code", "conflict");
  const seen = await withTransaction(await org.as("caseworker"), "read only", ({ db }) =>
    db.execute(sql`select id from app.choice_versions`),
  );
  expect(seen).toHaveLength(0);
});
