import { expect, test } from "vitest";
import { askTestMail } from "@/lib/operations/installation/ask-test-mail";
import { readSteps } from "@/lib/operations/installation/queries";
import { writeTestMail } from "@/lib/operations/installation/write-test-mail";
import { makeOrg } from "@/tests/support/org";

test("one mail is written for each time it is asked for, to whoever asked", async () => {
  const org = await makeOrg();
  const { ctx, memberId } = await org.person("admin");
  const other = await org.person("admin");
  await askTestMail(ctx, {});
  expect((await readSteps(ctx)).mailAskedAt).toEqual(ctx.now);
  expect(await writeTestMail(org.service(), { memberId: other.memberId })).toBe(0);
  expect(await writeTestMail(org.service(), { memberId })).toBe(1);
  expect(await writeTestMail(org.service(), { memberId })).toBe(0);
});
