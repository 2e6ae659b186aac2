export type ClockKind = "L" | "P" | "D";

const meanings: Record<ClockKind, string> = {
  L: "set by law",
  P: "the provider’s own rule",
  D: "our default, no legal force",
};
const words: Record<ClockKind, string> = { L: "law", P: "provider", D: "our default" };

/** The mark of a clock. Put `KindLegend` on the same page. */
export function KindMark({ kind }: { kind: ClockKind }) {
  return (
    <abbr className="kind" title={`${kind}: ${meanings[kind]}`}>
      {kind}
    </abbr>
  );
}

export function KindLegend({ kinds = ["L", "P", "D"] }: { kinds?: readonly ClockKind[] }) {
  return (
    <p className="row row--tight small muted">
      {kinds.map((kind) => (
        <span key={kind} className="nowrap">
          <KindMark kind={kind} /> {words[kind]}
        </span>
      ))}
    </p>
  );
}
