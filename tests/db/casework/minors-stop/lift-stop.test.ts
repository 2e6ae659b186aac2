import { beforeAll, describe, expect, test } from "vitest";
import { liftStop } from "@/lib/casework/minors-stop/lift-stop";
import { readStopDesk, readStopState } from "@/lib/casework/minors-stop/queries";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const open = async (over: Record<string, unknown> = {}) => (await openSample(await org.as("caseworker"), over)).id;
const stop = async (caseId: string) =>
  stopImages(await org.as("caseworker"), { caseId, reason: "The client said that she was 16 then" });
const stopped = async (caseId: string) => (await readStopState(await org.as("caseworker"), caseId)).stopped;

describe("liftStop", () => {
  const lift = async (caseId: string, change: Record<string, unknown> = {}) =>
    liftStop(await org.as("supervisor"), { caseId, reason: "It was a picture of a car", sure: "on", ...change });

  test("lets files in again; who set it, who lifted it and both reasons stay", async () => {
    const caseId = await open();
    const { id } = await stop(caseId);
    await lift(caseId);
    expect(await org.auditOf(id)).toEqual(["images.stopped", "images.stop_lifted"]);
    const desk = await readStopDesk(await org.as("caseworker"), caseId);
    expect(desk.stop).toBeNull();
    expect(desk.before).toMatchObject([
      {
        reason: "The client said that she was 16 then",
        lifted: { by: "supervisor person", reason: "It was a picture of a car" },
      },
    ]);
    await addExhibit(await org.as("caseworker"), caseId, Buffer.from("a page"));
    await stop(caseId);
    expect(await stopped(caseId)).toBe(true);
  });

  test("is for a supervisor who did not set it", async () => {
    const caseId = await open();
    await stopImages(await org.as("supervisor"), { caseId, reason: "So it was said" });
    await expect(lift(caseId)).rejects.toMatchObject({ code: "forbidden" });
    expect((await readStopDesk(await org.as("supervisor"), caseId)).mayLift).toBe(false);
    const second = await org.person("supervisor", "Second Supervisor");
    expect((await readStopDesk(second.ctx, caseId)).mayLift).toBe(true);
    await liftStop(second.ctx, { caseId, reason: "Two of us looked", sure: "on" });
    expect(await stopped(caseId)).toBe(false);
  });

  test("names the reason and the tick, and is lifted once", async () => {
    const caseId = await open();
    await stop(caseId);
    await expect(lift(caseId, { reason: "", sure: undefined })).rejects.toMatchObject({
      fields: { reason: expect.any(String), sure: expect.any(String) },
    });
    const both = await Promise.allSettled([lift(caseId), lift(caseId)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
