import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { SourceMarks } from "../../ladder/[stepKey]/_components/source-marks";

/** The marks of what a piece leans on; the source opens by pointing or tapping. Never printed in the file. */
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
