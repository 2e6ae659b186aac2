import { markMeanings } from "@/lib/law/jurisdictions/labels";
import type { Mark } from "@/lib/law/jurisdictions/types";

/** How well a source was read: V primary, V2 secondary, S the guide, G general knowledge, C to confirm. */
export function SourceMarks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark) => (
        <abbr key={mark} className="kind" title={markMeanings[mark]}>
          {mark}
        </abbr>
      ))}
    </>
  );
}
