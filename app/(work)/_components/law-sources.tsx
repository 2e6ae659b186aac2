import { classes } from "@/app/_ui/classes";
import type { LegalSource, Mark } from "@/lib/law/jurisdictions/types";
import { marks as allMarks } from "@/lib/law/jurisdictions/types";
import { markWords } from "@/lib/law/provisions/labels";
import { formatDate } from "@/lib/platform/text/format";

/** Marks without a read source are dark, so that they are visible in greyscale and on paper too. */
const weak: readonly Mark[] = ["G", "C"];

export function LawMark({ mark }: { mark: Mark }) {
  return (
    <abbr className={classes("kind", weak.includes(mark) && "kind--weak")} title={`${mark}: ${markWords[mark]}`}>
      {mark}
    </abbr>
  );
}

/** Each source: marks with words, what it says, where it was read and when. Does not repeat `fact`. */
export function LawSources({ sources, fact }: { sources: readonly LegalSource[]; fact?: string }) {
  return (
    <ul className="stack stack--s">
      {sources.map((source) => (
        <li key={`${source.text}${source.source}`} className="small muted">
          {source.marks.map((mark) => (
            <span key={mark}>
              <LawMark mark={mark} /> {markWords[mark]}.{" "}
            </span>
          ))}
          {source.text === fact ? null : `${source.text} `}
          <span>
            {source.source}. Checked {formatDate(source.checkedOn)}.
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The meaning of the letters; on every page that shows them. */
export function MarkLegend() {
  return (
    <dl className="marklegend small muted">
      {allMarks.map((mark) => (
        <div key={mark}>
          <dt>
            <LawMark mark={mark} />
          </dt>
          <dd>{markWords[mark]}</dd>
        </div>
      ))}
    </dl>
  );
}
