import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { getNote } from "@/lib/casework/notes/queries";
import { placeArrival } from "@/lib/operations/arrivals/place-arrival";
import { placeByName } from "@/lib/operations/arrivals/place-by-name";
import { placeChosen } from "@/lib/operations/arrivals/place-chosen";
import { listArrivals } from "@/lib/operations/arrivals/queries";
import { newId } from "@/lib/platform/ids";
import { type Device, prepareDevice, sendFrom, turnOfflineOn, when } from "@/tests/support/offline-device";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let device: Device;
let caseId: string;
const code = `CD-26-${newId().slice(-6).toUpperCase()}`;
const note = { kind: "note", what: "call", caseName: "", words: "She phoned at noon." };

beforeAll(async () => {
  org = await makeOrg();
  await turnOfflineOn(org);
  worker = await org.person("caseworker");
  device = await prepareDevice(worker);
  caseId = await plantCase(worker.ctx, { id: newId(), code });
});

const own = async (person = worker) => (await listArrivals(person.ctx)).map(({ id }) => id);

describe("something written offline", () => {
  test("goes to the case that it names, as a note of the time at which it was written", async () => {
    const at = new Date(Date.now() - 5 * 3_600_000);
    const id = await sendFrom(worker, device, { ...note, caseName: ` ${code.toLowerCase()}`, ...when(at) });
    expect(await placeByName(worker.ctx, id)).toBe("placed");
    const { note: written } = await getNote(worker.ctx, caseId, id);
    expect(written).toMatchObject({ id, kind: "call" });
    expect(Math.abs(written.happenedAt.getTime() - at.getTime())).toBeLessThan(60_000);
    expect(await own()).not.toContain(id);
    await expect(placeArrival(worker.ctx, { arrivalId: id, caseId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("waits for its case where that is closed, somebody else's or nobody's, and is lost in none", async () => {
    const closed = await plantCase(worker.ctx, { id: newId(), code: `CD-26-${newId().slice(-6).toUpperCase()}` });
    const stranger = await org.person("caseworker");
    const theirs = `CD-26-${newId().slice(-6).toUpperCase()}`;
    await plantCase(stranger.ctx, { id: newId(), code: theirs });
    await closeCase(worker.ctx, { caseId: closed, outcome: "client_ended", note: "She asked.", seen: "on" });
    for (const caseName of [theirs, "Nobody", ""]) {
      const id = await sendFrom(worker, device, { ...note, caseName });
      expect(await placeByName(worker.ctx, id)).toBe("here");
      await expect(placeArrival(worker.ctx, { arrivalId: id, caseId: closed })).rejects.toMatchObject({
        code: "conflict",
      });
      await expect(placeChosen(worker.ctx, { arrivalId: id, caseName: theirs })).rejects.toMatchObject({
        fields: { caseName: expect.any(String) },
      });
      expect(await own()).toContain(id);
      await placeChosen(worker.ctx, { arrivalId: id, caseName: code });
      expect(await own()).not.toContain(id);
    }
  });
});
