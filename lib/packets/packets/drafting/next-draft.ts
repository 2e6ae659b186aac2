import type { DraftContent } from "../input";
import type { CaseRecord } from "../snapshot/read-case";
import { exhibitCode } from "../snapshot/words";

/**
 * The initial content of the next version: that of the last one. Dates for which nobody gave a reason were proposed, or
 * come from a time when nobody was asked for one: they follow the acts again. An exhibit left out then stays out, though a form does
 * not show that; one added since is preselected.
 */
export function nextDraft(
  written: DraftContent,
  { record, writtenAt, papers }: { record: Pick<CaseRecord, "exhibits">; writtenAt: Date; papers: ReadonlySet<string> },
): DraftContent {
  const followed = { ...written, asks: asksNow(written.asks) };
  const chosen = written.exhibits;
  if (!chosen) return followed;
  const exhibits = record.exhibits.map((row) => {
    const code = exhibitCode(row);
    const isNew = row.receivedAt > writtenAt && !papers.has(row.id);
    return [code, isNew || chosen[code] === true] as const;
  });
  return { ...followed, exhibits: { offered: true, ...Object.fromEntries(exhibits) } };
}

function asksNow(asks: DraftContent["asks"]): DraftContent["asks"] {
  const kept = (range: { from: string; to: string; why: string }) =>
    range.why ? range : { from: "", to: "", why: "" };
  return Object.fromEntries(
    Object.entries(asks).map(([code, ask]) => {
      const { subscriber, traffic, content } = ask.ranges;
      return [
        code,
        { ...ask, ranges: { subscriber: kept(subscriber), traffic: kept(traffic), content: kept(content) } },
      ];
    }),
  );
}
