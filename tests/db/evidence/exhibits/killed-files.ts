import { seededBytes } from "@/tests/support/files";

/** Stands in every file that is sent, so that a plain byte anywhere on the disk is found. */
export const canary = "CANARY-sent-7b1f";

/** File number `index`: no two alike, every tenth of several pieces. */
export function fileOf(index: number): Uint8Array {
  const bytes = seededBytes(index % 10 === 0 ? 2_500_000 : 20_000 + index, index);
  for (let at = 1_000; at < bytes.length; at += 10_000) bytes.set(Buffer.from(canary), at);
  return bytes;
}
