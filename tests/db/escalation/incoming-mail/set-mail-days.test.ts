import { beforeAll, expect, test } from "vitest";
import { setMailDays } from "@/lib/escalation/incoming-mail/commands/set-mail-days";
import { readMailSetting } from "@/lib/escalation/incoming-mail/queries";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

test("an administrator sets after how many days a mail is erased, within bounds", async () => {
  const admin = await org.as("admin");
  expect(await readMailSetting(admin)).toBe(90);
  await setMailDays(admin, { days: "30" });
  expect(await readMailSetting(admin)).toBe(30);
  for (const days of ["3", "400", "x"])
    await expect(setMailDays(admin, { days })).rejects.toMatchObject({ fields: { days: expect.any(String) } });
});
