import "server-only";
import type { Vault } from "@/lib/kernel/access/vault";
import type { CaptureDetails } from "./input";
import { markAddress } from "./mark-address";

/** The encrypted columns with text from the person who adds an exhibit. */
export function sealWords(vault: Vault, id: string, details: CaptureDetails) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.seal(place("description"), details.description),
    words: vault.sealMaybe(place("words"), details.words),
    sourceUrl: vault.sealMaybe(place("source_url"), details.sourceUrl),
    permalink: vault.sealMaybe(place("permalink"), details.permalink),
    addressMark: markAddress(vault, details.permalink ?? details.sourceUrl ?? null),
  };
}
