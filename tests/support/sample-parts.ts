import { createHash } from "node:crypto";
import type { ManifestPart } from "@/lib/packets/packets/parts/manifest";
import type { ManifestFacts } from "@/lib/packets/packets/parts/manifest-of";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import type { PacketSnapshot, PreparedExhibit } from "@/lib/packets/packets/snapshot/snapshot";
import type { WrittenDocument } from "@/lib/platform/pdf/write-document";
import { samplePrepared, sampleSnapshot } from "./sample-snapshot";

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

export type BuiltSample = {
  snapshot: PacketSnapshot;
  prepared: PreparedExhibit[];
  pdf: Uint8Array;
  written: WrittenDocument;
};

/** The invented case as a served PDF, with the record of what was written. */
export async function builtSample(change: Partial<PacketSnapshot["packet"]> = {}): Promise<BuiltSample> {
  const sample = sampleSnapshot();
  const snapshot = { ...sample, packet: { ...sample.packet, ...change } };
  const prepared = await samplePrepared(snapshot);
  const stream = assemblePacket(snapshot, prepared);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done)
      return { snapshot, prepared, pdf: Buffer.concat(pieces), written: withStretches(next.value, pieces) };
    pieces.push(next.value);
  }
}

/** Stretches as the writer gives them; while it gives none, equal parts of the file stand for the pages. */
function withStretches(written: WrittenDocument, pieces: readonly Uint8Array[]): WrittenDocument {
  if (written.stretches.length > 0) return written;
  const pdf = Buffer.concat(pieces);
  const each = Math.floor(pdf.length / written.pages);
  const stretches = Array.from({ length: written.pages }, (_, i) => {
    const from = i * each;
    const to = (i + 1) * each;
    return { page: i + 1, from, to, sha256: sha256(pdf.subarray(from, to)) };
  });
  return { ...written, stretches };
}

export function partOf(
  part: ManifestPart["part"],
  name: string,
  bytes: Uint8Array,
  pages: number | null,
): ManifestPart {
  const mime = name.endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
  return {
    part,
    name,
    mime,
    bytes: bytes.length,
    sha256: sha256(bytes),
    pages,
    travels: part === "annex" ? "apart" : "here",
  };
}

/** What the manifest of the sample is made from: a served PDF, and an annex that is named by its hash. */
export function sampleFacts(built: BuiltSample): ManifestFacts {
  const { snapshot, prepared, pdf, written } = built;
  return {
    snapshot,
    prepared,
    written,
    parts: [
      partOf("served", "CD-2026-0147-v2.pdf", pdf, written.pages),
      partOf("annex", "CD-2026-0147-v2-annex.pdf", Buffer.from("annex"), 6),
    ],
    signature: { fingerprint: sha256("certificate"), timeStamped: true },
  };
}
