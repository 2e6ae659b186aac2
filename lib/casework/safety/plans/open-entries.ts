import "server-only";
import { z } from "zod";
import type { safetyPlans } from "@/db/schema";
import type { Vault } from "@/lib/kernel/access/vault";
import { entriesPlace } from "./rules";
import { type PlanEntry, planSections } from "./types";

const keptEntries = z.array(
  z.object({ id: z.uuid(), section: z.enum(planSections), what: z.string(), detail: z.string().nullable() }),
);

/** The entries of one version. */
export function openEntries(
  vault: Vault,
  { id, entries }: Pick<typeof safetyPlans.$inferSelect, "id" | "entries">,
): PlanEntry[] {
  return keptEntries.parse(JSON.parse(vault.open(entriesPlace(id), entries)));
}
