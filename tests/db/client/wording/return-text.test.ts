import { beforeAll, expect, test } from "vitest";
import { listTexts } from "@/lib/client/wording/queries";
import { returnText } from "@/lib/client/wording/return-text";
import { rewordText } from "@/lib/client/wording/reword-text";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { makeOrg } from "@/tests/support/org";

let admin: Ctx;

beforeAll(async () => {
  admin = await (await makeOrg()).as("admin");
});

const later = () => ({ ...admin, now: new Date() });

test("our words are put back, and the history has what was there before", async () => {
  const key = { language: "xh", key: "back" };
  await expect(returnText(later(), key)).rejects.toMatchObject({ code: "conflict" });
  await rewordText(later(), { ...key, words: "Umva", speaker: "N. Speaker" });
  await returnText(later(), key);
  expect((await listTexts(later(), "xh")).find(({ key: of }) => of === "back")).toMatchObject({
    isOwn: false,
    state: "unconfirmed",
    changes: [{ words: null }, { words: "Umva" }],
  });
});
