import { afterEach, expect, test } from "vitest";
import { registerClient } from "@/lib/casework/clients/register-client";
import { newClient } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

afterEach(() => {
  delete process.env.KEK_PLACE;
});

test("the first client is refused while the key lies with the data, with what to do; a later one is not", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  process.env.KEK_PLACE = "undecided";
  await expect(registerClient(worker, newClient("Hoopoe"))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/keys -- seal.*KEK_FILE/),
  });
  delete process.env.KEK_PLACE;
  await expect(registerClient(worker, newClient("Hoopoe"))).resolves.toBeTruthy();
  process.env.KEK_PLACE = "undecided";
  await expect(registerClient(worker, newClient("Sugarbird"))).resolves.toBeTruthy();
});
