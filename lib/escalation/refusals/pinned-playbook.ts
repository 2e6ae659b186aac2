import "server-only";
import type { cases } from "@/db/schema";
import { findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";

/** The playbook that the case pinned, under the organisation's law. @throws Error when the release lost it */
export function pinnedPlaybook(row: Pick<typeof cases.$inferSelect, "pair" | "playbookVersion">, law: Law): Playbook {
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  return playbook;
}
