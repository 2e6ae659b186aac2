import { expect, test } from "vitest";
import { ctxFromClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { makePage } from "@/lib/client/pages/make-page";
import { setPages } from "@/lib/client/pages/set-pages";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { opened, plantPage, turnPagesOn } from "@/tests/support/plant-client-page";

test("pages are off until an administrator turns them on; turned off, every open one closes, until they are on again", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const asked = { caseId: await plantCase(worker.ctx), language: "en", agreed: "on" };
  await expect(makePage(worker.ctx, asked)).rejects.toMatchObject({ code: "conflict" });
  await turnPagesOn(org);
  const { browser } = await opened(await plantPage(worker));
  await setPages(await org.as("admin"), { on: false });
  expect(await ctxFromClientPage(browser)).toBeNull();
  await turnPagesOn(org);
  expect(await ctxFromClientPage(browser)).not.toBeNull();
});
