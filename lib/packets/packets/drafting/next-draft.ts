import type { DraftContent } from "../input";
import type { CaseRecord } from "../snapshot/read-case";
import { exhibitCode } from "../snapshot/words";

/**
 * What the next version starts with: what was written for the last one. An exhibit that was left out then stays out,
 * though a form says nothing of it; one that came since is offered ticked.
 */
export function nextDraft(
  written: DraftContent,
  { record, writtenAt }: { record: Pick<CaseRecord, "exhibits">; writtenAt: Date },
): DraftContent {
  const chosen = written.exhibits;
  if (!chosen) return written;
  const exhibits = record.exhibits.map((row) => {
    const code = exhibitCode(row);
    return [code, row.receivedAt > writtenAt || chosen[code] === true] as const;
  });
  return { ...written, exhibits: { offered: true, ...Object.fromEntries(exhibits) } };
}
