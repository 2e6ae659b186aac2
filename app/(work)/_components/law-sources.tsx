import { isWeakMark, markWords } from "@/lib/law/jurisdictions/labels";
import type { LegalSource, Mark } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** How well something was read, in words: the letters are for print. Unread sources are highlighted, in greyscale and on paper too. */
export function SourceMarks({ marks }: { marks: readonly Mark[] }) {
  return (
    <span className="small muted">
      {marks.map((mark, at) => (
        <span key={mark} className={isWeakMark(mark) ? "strong" : undefined}>
          {at > 0 ? " " : null}
          {markWords[mark]}.
        </span>
      ))}
    </span>
  );
}

/** `Source: POPIA s 22, checked 24 Nov 2026. Read in a secondary source.` */
export function SourceNote({ source }: { source: Omit<LegalSource, "text"> }) {
  return (
    <span className="small muted">
      {t("Source: {source}, checked {checkedOn}.", { source: source.source, checkedOn: formatDate(source.checkedOn) })}{" "}
      <SourceMarks marks={source.marks} />
    </span>
  );
}

/** Each source: what it says, where it was read, when and how well. Does not repeat `fact`. */
export function LawSources({ sources, fact }: { sources: readonly LegalSource[]; fact?: string }) {
  return (
    <ul className="stack stack--s">
      {sources.map((source) => (
        <li key={`${source.text}${source.source}`} className="small muted">
          {source.text === fact ? null : `${source.text} `}
          <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
