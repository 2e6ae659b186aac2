import { expect, test } from "vitest";
import { makeOfflineKey } from "@/lib/auth/offline-keys/make-offline-key";
import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { setOffline } from "@/lib/operations/arrivals/set-offline";
import { prepareDevice, turnOfflineOn } from "@/tests/support/offline-device";
import { makeOrg } from "@/tests/support/org";

test("turned off, no device is prepared any more, and what waits on one is still taken", async () => {
  const org = await makeOrg();
  await turnOfflineOn(org);
  const worker = await org.person("caseworker");
  const device = await prepareDevice(worker);
  await setOffline(await org.as("admin"), { on: false });
  expect(await makeOfflineKey(worker.ctx, worker.token)).toBeNull();
  expect(await openOfflineKey(worker.ctx, worker.token, device.id)).toHaveLength(32);
});
