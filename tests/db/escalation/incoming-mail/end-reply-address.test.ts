import { beforeAll, expect, test } from "vitest";
import { endReplyAddress } from "@/lib/escalation/incoming-mail/commands/end-reply-address";
import { readMail } from "@/lib/escalation/incoming-mail/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { mailOf } from "@/tests/support/mail-text";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { newestMail, plantReplyAddress, take } from "@/tests/support/plant-incoming-mail";

let org: Org;
let worker: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
});

test("what comes to an address that was ended waits and says so", async () => {
  const { id: addressId, address } = await plantReplyAddress(worker, await plantCase(worker));
  await endReplyAddress(worker, { addressId });
  await expect(endReplyAddress(worker, { addressId })).rejects.toThrow("already");
  expect(await take(mailOf({ to: address }))).toBe("held");
  expect((await readMail(worker, await newestMail(worker))).reasons).toEqual(["ended"]);
});
