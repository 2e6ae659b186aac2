import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { openVault } from "@/lib/kernel/access/vault";
import { findEntry } from "./find-entry";
import { AmendPlanEntry } from "./input";
import { readPlan } from "./read-plan";
import { writeVersion } from "./write-version";

/** Changes an entry, in a new version of the plan. @throws AppError not_found; ClashError when somebody changed it since */
export const amendPlanEntry = command({
  needs: "case.write",
  input: AmendPlanEntry,
  async run(ctx, { caseId, entryId, what, detail, version: seen }) {
    const row = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const { version, entries } = await readPlan(ctx, vault, caseId);
    const entry = findEntry(entries, entryId);
    const now = () => ({ what: entry.what, detail: entry.detail });
    await bumpRecordVersion(ctx, { record: entryId, seen, now });
    const { section } = entry;
    const changed = entries.map((one) => (one === entry ? { id: entryId, section, what, detail } : one));
    const next = { version: version + 1, change: "changed", section, entries: changed } as const;
    return { value: { id: entryId, caseId }, audit: await writeVersion(ctx, row, vault, next) };
  },
});
