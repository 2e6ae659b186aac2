import type { Manifest } from "@/lib/packets/packets/parts/manifest";
import { findSignature } from "@/lib/platform/cms/find-signature";
import { sha256 } from "./sample-parts";

/** Hashes of what holds a signature: the two PDFs, the stretch of the last page, and the bundle that names them. */
export function hashesOfSigned(read: (part: string) => Buffer): string[] {
  const listed: Manifest = JSON.parse(read("manifest").toString());
  return [...["served", "annex", "case_uco"].map((part) => sha256(read(part))), listed.pages.at(-1)?.sha256 ?? ""];
}

/** The hash of a part without what a signature leaves in it: its own value, and the hashes `signed` of what holds one. */
export function unsignedHash(part: string, bytes: Buffer, signed: ReadonlySet<string>): string {
  if (part === "manifest_signature") return "a signature";
  if (part === "manifest" || part === "case_uco") {
    const plain = (hash: string) => (signed.has(hash.toLowerCase()) ? "" : hash);
    return sha256(bytes.toString().replaceAll(/[0-9a-f]{64}/gi, plain));
  }
  if (part !== "served" && part !== "annex") return sha256(bytes);
  const found = findSignature(bytes.subarray(-1_000_000), bytes.length);
  if (typeof found === "string") throw new Error(`The ${part} is ${found}.`);
  return sha256(Buffer.concat([bytes.subarray(0, found.from), bytes.subarray(found.to)]));
}

/** The coded pixels of a JPEG, from the head of its scan to its end. */
export function scanOf(jpeg: Buffer): string {
  const from = jpeg.indexOf(Buffer.from([0xff, 0xda]));
  return jpeg.subarray(from, jpeg.indexOf(Buffer.from([0xff, 0xd9]), from)).toString("hex");
}
