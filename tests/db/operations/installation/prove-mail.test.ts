import { expect, test } from "vitest";
import { proveMail } from "@/lib/operations/installation/prove-mail";
import { readFacts } from "@/lib/operations/installation/queries";
import { makeOrg } from "@/tests/support/org";
import { plantTestCode } from "@/tests/support/plant-test-code";

test("the code of the last test mail alone shows that mails arrive, typed in any way", async () => {
  const org = await makeOrg();
  const admin = await org.person("admin");
  const old = await plantTestCode(org, admin);
  const code = await plantTestCode(org, admin);
  expect(code).toMatch(/^[A-Z2-9]{8}$/);
  await expect(proveMail(admin.ctx, { code: old })).rejects.toMatchObject({ code: "conflict" });
  expect((await readFacts(admin.ctx, undefined))?.mailProvedAt).toBeNull();
  await proveMail(admin.ctx, { code: ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} ` });
  expect((await readFacts(admin.ctx, undefined))?.mailProvedAt).toEqual(admin.ctx.now);
});
