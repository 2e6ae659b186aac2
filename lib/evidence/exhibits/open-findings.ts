import "server-only";
import type { Vault } from "@/lib/kernel/access/vault";
import type { ExhibitRow } from "./access";
import { Findings } from "./input";

/** A file's metadata as read on arrival: EXIF, GPS and the like. Empty before, and for a file that says nothing. */
export function openFindings(vault: Vault, { id, metadata }: Pick<ExhibitRow, "id" | "metadata">): Findings {
  if (metadata === null) return { metadata: [], fingerprint: null };
  return Findings.parse(JSON.parse(vault.open({ table: "exhibits", column: "metadata", row: id }, metadata)));
}
