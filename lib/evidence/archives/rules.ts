import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import type { WaczFacts } from "@/lib/platform/sandbox/types";

const inOneFile = new Set(["text/html", "multipart/related"]);
const archives = new Set(["application/zip", "application/wacz", "application/warc"]);

/** An archive that is opened: its members and pages are listed. */
export const isArchive = (look: ExhibitLook | null): boolean => look?.kind === "text" && archives.has(look.mime);

/** A saved web page, in one file or in an archive, of which a picture may be drawn. */
export const maySavePages = (look: ExhibitLook | null): boolean =>
  isArchive(look) || ((look?.kind === "text" || look?.kind === "eml") && inOneFile.has(look.mime));

/** The last part of a member's name, as the name of a file. */
export const fileNameIn = (name: string): string => name.split(/[\\/]/).findLast((part) => part !== "") ?? name;

/** Every listed file has its digest, none is missing or not listed, and the list has its own. */
export const digestsMatch = ({ listed, same, unlisted, manifest }: WaczFacts): boolean =>
  listed > 0 && same === listed && unlisted.length === 0 && manifest === "same";

/** `valid` only for a signature over the list of this archive. */
export function signatureStanding({ signature }: WaczFacts): "valid" | "invalid" | "none" {
  if (!signature) return "none";
  return signature.holds === "valid" && signature.ofManifest ? "valid" : "invalid";
}
