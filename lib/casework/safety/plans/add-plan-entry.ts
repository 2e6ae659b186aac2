import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { AddPlanEntry, mostEntries } from "./input";
import { readPlan } from "./read-plan";
import { writeVersion } from "./write-version";

/** Adds an entry to the safety plan, in a new version of it. @throws AppError not_found; conflict when it is full */
export const addPlanEntry = command({
  needs: "case.write",
  input: AddPlanEntry,
  async run(ctx, { caseId, section, what, detail }) {
    const row = await lockCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const { version, entries } = await readPlan(ctx, vault, caseId);
    if (entries.length >= mostEntries)
      throw new AppError("conflict", t("The plan has {mostEntries} entries. Remove one first.", { mostEntries }));
    const entry = { id: newId(), section, what, detail };
    const next = { version: version + 1, change: "added", section, entries: [...entries, entry] } as const;
    return { value: { id: entry.id, caseId, section }, audit: await writeVersion(ctx, row, vault, next) };
  },
});
