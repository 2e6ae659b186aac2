import type { DraftContent } from "../input";
import type { CaseRecord } from "../snapshot/read-case";
import { exhibitCode } from "../snapshot/words";

/**
 * The initial content of the next version: that of the last one. An exhibit left out then stays out, though a form does
 * not show that; one added since is preselected.
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
