import { expect, test } from "vitest";
import { carryText } from "@/lib/search/carry-text";
import { makeOrg } from "../../support/org";

test("what was typed on another page opens for the person who typed it, for a minute, and says nothing in between", async () => {
  const org = await makeOrg();
  const [worker, supervisor] = [await org.as("caseworker"), await org.as("supervisor")];
  const sealed = carryText(worker).seal("Naledi Example");
  expect(carryText(worker).open(sealed)).toBe("Naledi Example");
  expect(Buffer.from(sealed, "base64").toString("latin1")).not.toContain("Naledi");
  expect(carryText(supervisor).open(sealed)).toBeNull();
  expect(carryText({ ...worker, now: new Date(worker.now.getTime() + 60_001) }).open(sealed)).toBeNull();
  expect(carryText(worker).open(`${sealed.slice(0, -2)}AA`)).toBeNull();
  expect(carryText(worker).open(undefined)).toBeNull();
});
