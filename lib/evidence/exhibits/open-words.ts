import "server-only";
import type { Vault } from "@/lib/kernel/access/vault";
import type { ExhibitRow } from "./access";

type SealedWords = Pick<ExhibitRow, "description" | "words" | "sourceUrl" | "permalink" | "originalName">;

/** The encrypted columns, decrypted. */
export function openWords(vault: Vault, id: string, row: SealedWords) {
  const place = (column: string) => ({ table: "exhibits", column, row: id });
  return {
    description: vault.open(place("description"), row.description),
    words: vault.openMaybe(place("words"), row.words),
    sourceUrl: vault.openMaybe(place("source_url"), row.sourceUrl),
    permalink: vault.openMaybe(place("permalink"), row.permalink),
    originalName: vault.open(place("original_name"), row.originalName),
  };
}
