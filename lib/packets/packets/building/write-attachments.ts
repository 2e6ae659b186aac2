import "server-only";
import { createHash } from "node:crypto";
import type { Signer } from "@/lib/packets/signatures/types";
import type { WrittenDocument } from "@/lib/platform/pdf/write-document";
import { makeParts } from "../parts/make-parts";
import { partMimes, partNames } from "../parts/names";
import type { PacketSnapshot, PreparedExhibit } from "../snapshot/snapshot";
import type { KeptPart, PacketPartKey, PartStore } from "../types";

export type Beside = {
  snapshot: PacketSnapshot;
  prepared: readonly PreparedExhibit[];
  written: WrittenDocument;
  annex: KeptPart | null;
  /** Null for an unapproved packet, which is not signed. */
  signer: Signer | null;
  store: PartStore;
};

/**
 * The files next to the PDFs: for the prosecutor, for machines, for the verifier, and the manifest, signed once
 * approved.
 */
export async function writeAttachment({ signer, store, annex, ...facts }: Beside): Promise<void> {
  const signature = signer && { fingerprint: signer.fingerprint, timeStamped: signer.stamped() };
  const sealed = annex && { size: annex.size, sha256: annex.sha256, pages: annex.pages ?? 1 };
  const { made } = await makeParts({ ...facts, annex: sealed, signature });
  const keep = (part: PacketPartKey, name: string, mime: string, bytes: Uint8Array, pages: number | null = null) =>
    store.keep({ part, name, mime, write: () => whole(bytes, pages) });
  for (const { part, name, mime, bytes, pages } of made) await keep(part, name, mime, bytes, pages);
  const manifest = made.find(({ part }) => part === "manifest");
  if (!manifest) throw new Error("a packet has a manifest");
  if (!signer) return;
  const signed = await signer.signFile(createHash("sha256").update(manifest.bytes).digest());
  const { no: code, version } = facts.snapshot.packet;
  const part = "manifest_signature" as const;
  await keep(part, partNames({ code, version })[part], partMimes[part], signed);
}

async function* whole(
  bytes: Uint8Array,
  pages: number | null,
): AsyncGenerator<Uint8Array, { pages: number } | undefined> {
  yield bytes;
  return pages === null ? undefined : { pages };
}
