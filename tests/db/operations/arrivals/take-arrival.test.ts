import { beforeAll, describe, expect, test } from "vitest";
import { deleteArrival } from "@/lib/operations/arrivals/delete-arrival";
import { listArrivals } from "@/lib/operations/arrivals/queries";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { newId } from "@/lib/platform/ids";
import { type Device, envelope, openedBy, prepareDevice, turnOfflineOn, when } from "@/tests/support/offline-device";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;
let device: Device;
const note = { kind: "note", what: "call", caseName: "", words: "She phoned at noon." };

beforeAll(async () => {
  org = await makeOrg();
  await turnOfflineOn(org);
  worker = await org.person("caseworker");
  device = await prepareDevice(worker);
});

const own = async (person = worker) => (await listArrivals(person.ctx)).map(({ id }) => id);

describe("what a device sealed", () => {
  test("is opened for its person alone: a colleague who sends it gets nothing, and nothing is taken", async () => {
    const sent = await envelope(device, { ...note, ...when() });
    const other = await org.person("caseworker");
    await expect(openedBy(other, sent)).rejects.toMatchObject({ code: "forbidden" });
    expect(await own(other)).toEqual([]);
  });

  test("is refused when it was changed, or was sealed under another id", async () => {
    const sent = await envelope(device, { ...note, ...when() });
    const open = (change: object) => openedBy(worker, { ...sent, ...change });
    await expect(open({ id: newId() })).rejects.toMatchObject({ code: "invalid" });
    await expect(open({ head: { ...sent.head, key: "AAAA" } })).rejects.toMatchObject({ code: "invalid" });
    const body = `${sent.head.body.slice(0, -4)}AAAA`;
    await expect(open({ head: { ...sent.head, body } })).rejects.toMatchObject({ code: "invalid" });
    expect((await open({})).waited).toMatchObject({ words: note.words });
  });
});

describe("something written offline", () => {
  test("comes once, however often it is sent, and only its author sees it", async () => {
    const opened = await openedBy(worker, await envelope(device, { ...note, ...when() }));
    const { id } = await takeArrival(worker.ctx, opened);
    await takeArrival(worker.ctx, opened);
    expect((await own()).filter((known) => known === id)).toHaveLength(1);
    const boss = await org.person("supervisor");
    expect(await own(boss)).toEqual([]);
    await expect(takeArrival(boss.ctx, opened)).rejects.toMatchObject({ code: "conflict" });
    await deleteArrival(worker.ctx, { arrivalId: id });
    expect((await takeArrival(worker.ctx, opened)).state).toBe("aside");
  });

  test("is set right by what the clock of the device said when it sent", async () => {
    const fast = 3_600_000;
    const typed = { ...note, madeAt: Date.now() + fast - 600_000, zone: "Africa/Johannesburg" };
    const sent = { ...(await envelope(device, typed)), sentAt: Date.now() + fast };
    const { id } = await takeArrival(worker.ctx, await openedBy(worker, sent));
    const found = (await listArrivals(worker.ctx)).find((arrival) => arrival.id === id);
    expect(Math.abs((found?.madeAt.getTime() ?? 0) - (Date.now() - 600_000))).toBeLessThan(60_000);
    await deleteArrival(worker.ctx, { arrivalId: id });
  });
});
