import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { SourceMarks } from "../../ladder/[stepKey]/_components/source-marks";

/** The marks of what a piece leans on; the source opens by pointing or tapping. Never printed in the file. */
export function PieceSources({ sources }: { sources: readonly LegalSource[] | undefined }) {
  if (!sources || sources.length === 0) return null;
  return (
    <span className="noprint">
      {" "}
      {sources.map((one) => (
        <span key={`${one.text}${one.source}`} title={`${one.text} (${one.source})`}>
          <SourceMarks marks={one.marks} />
        </span>
      ))}
    </span>
  );
}
