import type { WaczFacts } from "@/lib/platform/sandbox/types";

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
