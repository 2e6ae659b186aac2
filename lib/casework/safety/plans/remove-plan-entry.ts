import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { findEntry } from "./find-entry";
import { RemovePlanEntry } from "./input";
import { readPlan } from "./read-plan";
import { writeVersion } from "./write-version";

/** Takes an entry out of the plan. Earlier versions still have it. @throws AppError not_found */
export const removePlanEntry = command({
  needs: "case.write",
  input: RemovePlanEntry,
  async run(ctx, { caseId, entryId }) {
    const row = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const { version, entries } = await readPlan(ctx, vault, caseId);
    const entry = findEntry(entries, entryId);
    const { section } = entry;
    const rest = entries.filter((one) => one !== entry);
    const next = { version: version + 1, change: "removed", section, entries: rest } as const;
    return { value: { id: entryId, caseId }, audit: await writeVersion(ctx, row, vault, next) };
  },
});
