import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { formatDate } from "@/lib/platform/text/format";

/** Where a legal fact was read, how well, and when it was last checked. */
export function SourceLine({ sources }: { sources: readonly LegalSource[] }) {
  return (
    <ul className="stack stack--s small muted">
      {sources.map((source) => (
        <li key={`${source.text} ${source.source}`}>
          {source.marks.map((mark) => (
            <abbr className="kind" key={mark}>
              {mark}
            </abbr>
          ))}{" "}
          {source.text} {source.source}. Checked {formatDate(source.checkedOn)}.
        </li>
      ))}
    </ul>
  );
}
