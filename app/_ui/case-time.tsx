import { formatInstant } from "@/lib/platform/text/format";

/** An instant of a case: first on the wall of the reader, beneath it and small on each other wall that matters. */
export function CaseTime({ at, zones }: { at: Date; zones: readonly string[] }) {
  const [first, ...others] = [...new Set(zones.map((zone) => formatInstant(at, zone)))];
  return (
    <time dateTime={at.toISOString()}>
      {first}
      {others.map((other) => (
        <span key={other} className="block small muted">
          <span className="vh">, </span>
          {other}
        </span>
      ))}
    </time>
  );
}
