import { SourceNote } from "@/app/(work)/_components/law-sources";
import { isWeakMark, weakMarkWords } from "@/lib/law/jurisdictions/labels";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/** The sources of a block, opened by a click; unconfirmed ones are announced before. Never printed in the file. */
export function PieceSources({ sources }: { sources: readonly LegalSource[] | undefined }) {
  if (!sources || sources.length === 0) return null;
  const weak = [...new Set(sources.flatMap(({ marks }) => marks).filter(isWeakMark))];
  const words = weak.map((mark) => weakMarkWords[mark].toLowerCase());
  return (
    <details className="disclosure disclosure--small noprint">
      <summary>{[t("Source"), ...words].join(", ")}</summary>
      {sources.map((source) => (
        <p key={`${source.text}${source.source}`} className="small">
          {source.text} <SourceNote source={source} />
        </p>
      ))}
    </details>
  );
}
