import { Chip } from "@/app/_ui/chip";
import { ClockMarks } from "@/app/(work)/_components/clock-marks";
import type { CaseClock } from "@/lib/law/clocks/types";

const kinds = { overdue: "overdue", soon: "warning", paused: "line", running: "plain" } as const;

/** By when something is gone through again, and why on that day. */
export function DueLine({ clock }: { clock: CaseClock | undefined }) {
  if (!clock) return null;
  return (
    <p className="row">
      <Chip kind={kinds[clock.state]} icon="timer">
        {clock.words}
      </Chip>
      <span className="small muted">
        {`${clock.why.charAt(0).toUpperCase()}${clock.why.slice(1)}`}{" "}
        <ClockMarks kind={clock.kind} sources={clock.sources} />
      </span>
    </p>
  );
}
