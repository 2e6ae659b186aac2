import { beforeAll, describe, expect, test } from "vitest";
import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { listExhibits, readExhibit } from "@/lib/evidence/exhibits/queries";
import { deleteArrival } from "@/lib/operations/arrivals/delete-arrival";
import { heldOfArrival } from "@/lib/operations/arrivals/held-of-arrival";
import { placeByName } from "@/lib/operations/arrivals/place-by-name";
import { listArrivals } from "@/lib/operations/arrivals/queries";
import { receiveArrivedFile } from "@/lib/operations/arrivals/receive-arrived-file";
import { pieceBytes } from "@/lib/operations/arrivals/rules";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId } from "@/lib/platform/ids";
import { freshBytes, webStreamOf } from "@/tests/support/files";
import { type Device, openedBy, prepareDevice, sealedFile, turnOfflineOn } from "@/tests/support/offline-device";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Person;
let device: Device;
let caseId: string;
const code = `CD-26-${newId().slice(-6).toUpperCase()}`;

beforeAll(async () => {
  org = await makeOrg();
  await turnOfflineOn(org);
  worker = await org.person("caseworker");
  device = await prepareDevice(worker);
  caseId = await plantCase(worker.ctx, { id: newId(), code });
});

describe("a file added offline", () => {
  const bytes = freshBytes(2 * pieceBytes + 1000);
  const send = async (arrivalId: string, key: string, from: number, body: Buffer, person = worker) =>
    receiveArrivedFile(person.ctx, {
      arrivalId,
      privateKey: await openOfflineKey(person.ctx, person.token, device.id),
      key,
      from,
      body: webStreamOf(body),
      signal: new AbortController().signal,
    });
  const take = async (sent: { device: string }) => (await takeArrival(worker.ctx, await openedBy(worker, sent))).id;

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
    expect(JSON.stringify(ledger)).toContain("Added on a device that was offline");
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
