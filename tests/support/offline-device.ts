import { sealing, sealWords } from "@/app/offline/_device/store.mjs";
import { makeOfflineKey } from "@/lib/auth/offline-keys/make-offline-key";
import { openOfflineKey } from "@/lib/auth/offline-keys/open-offline-key";
import { openEnvelope } from "@/lib/operations/arrivals/open-envelope";
import { pieceBytes } from "@/lib/operations/arrivals/rules";
import { setOffline } from "@/lib/operations/arrivals/set-offline";
import { takeArrival } from "@/lib/operations/arrivals/take-arrival";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId } from "@/lib/platform/ids";
import type { Org, Person } from "./org";

export type Device = { id: string; publicKey: string };

export const turnOfflineOn = async (org: Org) => setOffline(await org.as("admin"), { on: "on" });

/** A device of this person, as the page prepares one. The organisation works offline. */
export async function prepareDevice({ ctx, token }: Person): Promise<Device> {
  const device = await makeOfflineKey(ctx, token);
  if (!device) throw new Error("No device was prepared.");
  return device;
}

export const when = (at = new Date()) => ({ madeAt: at.getTime(), zone: "Africa/Johannesburg" });

/** What the worker of the page sends for something typed. */
export async function envelope(device: Device, typed: object, more: object | null = null) {
  const id = newId();
  const sealed = more && (await sealWords(device, id, more));
  return { device: device.id, id, sentAt: Date.now(), head: await sealWords(device, id, typed), more: sealed };
}

/** What the server opens when this person sends it. */
export const openedBy = async ({ ctx, token }: Person, sent: { device: string }) =>
  openEnvelope(await openOfflineKey(ctx, token, sent.device), sent);

/** Sealed on the device and taken. Says its id. */
export async function sendFrom(person: Person, device: Device, typed: object): Promise<string> {
  const sent = await envelope(device, { ...when(), ...typed });
  return (await takeArrival(person.ctx, await openedBy(person, sent))).id;
}

/** A file as the page seals it: what is said of it, and its pieces. */
export async function sealedFile(device: Device, bytes: Uint8Array, said: object = {}) {
  const id = newId();
  const { part, words } = await sealing(device, id);
  const about = { kind: "file", fileName: "a.jpg", fileType: "image/jpeg", size: bytes.length, ...when() };
  const head = await words({ ...about, sha256: sha256(bytes).toString("hex") });
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const plain = new Uint8Array(bytes.subarray(at, at + pieceBytes));
    pieces.push(Buffer.from(await part(pieces.length + 1, plain)));
  }
  const more = await sealWords(device, id, { caseName: "", description: "", ...said });
  return { sent: { device: device.id, id, sentAt: Date.now(), head, more }, key: head.key, pieces };
}
