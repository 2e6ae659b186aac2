import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { SourceMarks } from "../../ladder/[stepKey]/_components/source-marks";

/** The marks of a block's sources; the source opens on hover or tap. Never printed in the file. */
export function PieceSources({ sources }: { sources: readonly LegalSource[] | undefined }) {
  if (!sources || sources.length === 0) return null;
  return (
    <span className="noprint">
      {" "}
      {sources.map((source) => (
        <span key={`${source.text}${source.source}`} title={`${source.text} (${source.source})`}>
          <SourceMarks marks={source.marks} />
        </span>
      ))}
    </span>
  );
}
