import { beforeAll, describe, expect, test } from "vitest";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { getNote } from "@/lib/casework/notes/queries";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import { deleteArrival } from "@/lib/operations/arrivals/delete-arrival";
import { heldOfArrival } from "@/lib/operations/arrivals/held-of-arrival";
import { openEnvelope } from "@/lib/operations/arrivals/open-envelope";
import { placeArrival } from "@/lib/operations/arrivals/place-arrival";
import { placeByName } from "@/lib/operations/arrivals/place-by-name";
import { placeChosen } from "@/lib/operations/arrivals/place-chosen";
import { listArrivals } from "@/lib/operations/arrivals/queries";
import { receiveArrivedFile } from "@/lib/operations/arrivals/receive-arrived-file";
import { pieceBytes } from "@/lib/operations/arrivals/rules";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId } from "@/lib/platform/ids";
import { freshBytes, webStreamOf } from "@/tests/support/files";
import {
  type Device,
  envelope,
  prepareDevice,
  sealedFile,
  sendFrom,
  turnOfflineOn,
  when,
} from "@/tests/support/offline-device";
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

describe("what a device sealed", () => {
  test("is opened for its person alone: a colleague who sends it gets nothing, and nothing is taken", async () => {
    const sent = await envelope(device, { ...note, ...when() });
    const other = await org.person("caseworker");
    await expect(openEnvelope(other.ctx, other.token, sent)).rejects.toMatchObject({ code: "forbidden" });
    expect(await own(other)).toEqual([]);
  });

  test("is refused when it was changed, or was sealed under another id", async () => {
    const sent = await envelope(device, { ...note, ...when() });
    const open = (change: object) => openEnvelope(worker.ctx, worker.token, { ...sent, ...change });
    await expect(open({ id: newId() })).rejects.toMatchObject({ code: "invalid" });
    await expect(open({ head: { ...sent.head, key: "AAAA" } })).rejects.toMatchObject({ code: "invalid" });
    const body = `${sent.head.body.slice(0, -4)}AAAA`;
    await expect(open({ head: { ...sent.head, body } })).rejects.toMatchObject({ code: "invalid" });
    expect((await open({})).waited).toMatchObject({ words: note.words });
  });
});

describe("something written without a line", () => {
  test("comes once, however often it is sent, and only its author sees it", async () => {
    const opened = await openEnvelope(worker.ctx, worker.token, await envelope(device, { ...note, ...when() }));
    const { id } = await takeArrival(worker.ctx, opened);
    await takeArrival(worker.ctx, opened);
    expect((await own()).filter((known) => known === id)).toHaveLength(1);
    const boss = await org.person("supervisor");
    expect(await own(boss)).toEqual([]);
    await expect(takeArrival(boss.ctx, opened)).rejects.toMatchObject({ code: "conflict" });
    await deleteArrival(worker.ctx, { arrivalId: id });
    expect((await takeArrival(worker.ctx, opened)).state).toBe("aside");
  });

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

  test("is set right by what the clock of the device said when it sent", async () => {
    const fast = 3_600_000;
    const typed = { ...note, madeAt: Date.now() + fast - 600_000, zone: "Africa/Johannesburg" };
    const sent = { ...(await envelope(device, typed)), sentAt: Date.now() + fast };
    const { id } = await takeArrival(worker.ctx, await openEnvelope(worker.ctx, worker.token, sent));
    const found = (await listArrivals(worker.ctx)).find((arrival) => arrival.id === id);
    expect(Math.abs((found?.madeAt.getTime() ?? 0) - (Date.now() - 600_000))).toBeLessThan(60_000);
    await deleteArrival(worker.ctx, { arrivalId: id });
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

describe("a file added without a line", () => {
  const bytes = freshBytes(2 * pieceBytes + 1000);
  const send = (arrivalId: string, key: string, from: number, body: Buffer, person = worker) =>
    receiveArrivedFile(person.ctx, {
      session: person.token,
      arrivalId,
      device: device.id,
      key,
      from,
      body: webStreamOf(body),
      signal: new AbortController().signal,
    });
  const take = async (sent: object) =>
    (await takeArrival(worker.ctx, await openEnvelope(worker.ctx, worker.token, sent))).id;

  test("goes on where the line broke, and becomes evidence with the hash of the device, once", async () => {
    const { sent, key, pieces } = await sealedFile(device, bytes, { caseName: code, description: "A shop front" });
    const id = await take(sent);
    const all = Buffer.concat(pieces);
    await expect(send(id, key, 1, all.subarray(0, pieceBytes + 500))).rejects.toThrow();
    const held = await heldOfArrival(worker.ctx, id);
    expect(held).toBe(pieceBytes);
    await expect(send(id, key, 1, all)).rejects.toMatchObject({ held });
    await send(id, key, 2, Buffer.concat(pieces.slice(1)));
    await send(id, key, 1, all);
    expect(await placeByName(worker.ctx, id)).toBe("placed");
    expect(await placeByName(worker.ctx, id)).toBe("placed");
    const [exhibit, more] = await listExhibits(worker.ctx, caseId);
    expect(more).toBeUndefined();
    const hash = sha256(bytes).toString("hex");
    expect(exhibit).toMatchObject({ sha256: hash, description: "A shop front" });
    const { ledger } = await readExhibit(worker.ctx, caseId, exhibit?.id ?? "");
    expect(JSON.stringify(ledger)).toContain("Added on a device without a line");
  });

  test("is not taken when a piece was changed, left out or put in the place of another", async () => {
    const { sent, key, pieces } = await sealedFile(device, bytes);
    const id = await take(sent);
    const [one, two, three] = pieces as [Buffer, Buffer, Buffer];
    await expect(send(id, key, 1, Buffer.concat([two, one, three]))).rejects.toThrow();
    await expect(send(id, key, 1, Buffer.concat([one, three]))).rejects.toThrow();
    expect((await listArrivals(worker.ctx)).find((arrival) => arrival.id === id)).toMatchObject({ state: "coming" });
    await deleteArrival(worker.ctx, { arrivalId: id });
  });
});
