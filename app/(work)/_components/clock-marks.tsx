import { clockKindWords, type WeakMark, weakMarks, weakMarkWords } from "@/lib/law/jurisdictions/labels";
import type { ClockKind, LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/** Who set a time limit, in words. `KindLegend` on the same page explains our own defaults. */
export function KindMark({ kind }: { kind: ClockKind }) {
  return <span className="kind">{clockKindWords[kind]}</span>;
}

/** Marks something for which no source was read, or which is to be confirmed. */
export function WeakMarkWord({ mark }: { mark: WeakMark }) {
  return <span className="kind kind--weak">{weakMarkWords[mark]}</span>;
}

/** Who sets a time limit, with a word if the limit was not read in a source or is to be confirmed. */
export function ClockMarks({ kind, sources }: { kind: ClockKind; sources: readonly LegalSource[] }) {
  return (
    <>
      <KindMark kind={kind} />
      {weakMarks(kind, sources).map((mark) => (
        <span key={mark}>
          {" "}
          <WeakMarkWord mark={mark} />
        </span>
      ))}
    </>
  );
}

/** The full meaning of the short words shown with clocks. */
export function KindLegend() {
  return (
    <span className="small muted">
      {t(
        "“Set by law”, “Provider’s own rule” and “Our default” say who sets a time limit. Our own defaults have no legal force.",
      )}
    </span>
  );
}

/** The same for the words of a weak source. */
export function WeakLegend() {
  return (
    <span className="small muted">
      {t("“{value}” and “{value2}”: check before you rely on it.", { value: weakMarkWords.G, value2: weakMarkWords.C })}
    </span>
  );
}
