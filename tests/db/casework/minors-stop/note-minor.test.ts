import { expect, test } from "vitest";
import { readClient } from "@/lib/casework/clients/queries";
import { noteMinor } from "@/lib/casework/minors-stop/note-minor";
import { readStopState } from "@/lib/casework/minors-stop/queries";
import { incident, newClient, openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("a client who turns out to be under 18 stops files on the case with an intimate image, and on no other", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  const stopped = async (id: string) => (await readStopState(ctx, id)).stopped;
  const shown = { ...incident, nature: "image_shared", when: "" };
  const { id: caseId, clientId } = await openSample(ctx, { client: newClient("Nightjar"), incidents: [shown] });
  const { id: other } = await openSample(ctx, { client: undefined, clientId });
  expect(await noteMinor(ctx, { clientId, isMinor: "on" })).toEqual({ id: clientId, stopped: 1 });
  expect((await readClient(ctx, clientId)).isMinor).toBe(true);
  expect(await stopped(caseId)).toBe(true);
  expect(await stopped(other)).toBe(false);
  await expect(noteMinor(ctx, { clientId, isMinor: "on" })).rejects.toHaveProperty("code", "conflict");
});
