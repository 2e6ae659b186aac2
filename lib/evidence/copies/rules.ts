import { exhibitLabel, hasPicture } from "@/lib/evidence/exhibits/rules";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { pagesOf } from "@/lib/evidence/exposure/rules";

/** A copy without metadata is made of one picture; a file of several pages is printed page by page instead. */
export function canStrip(look: ExhibitLook | null): boolean {
  return hasPicture(look) && look?.kind !== "pdf" && pagesOf(look) === 1;
}

/** `E-01_without metadata.png`, `E-01_page 2_masked 3.png`: never the original file name, which is untrusted. */
export function copyName(
  number: number,
  copy: { kind: "stripped" | "redacted"; page: number; version: number; format: "jpeg" | "png" },
): string {
  const what = copy.kind === "stripped" ? "without metadata" : `page ${copy.page}_masked ${copy.version}`;
  return `${exhibitLabel(number)}_${what}.${copy.format === "jpeg" ? "jpg" : "png"}`;
}
