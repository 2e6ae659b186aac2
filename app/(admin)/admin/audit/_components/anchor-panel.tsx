import { Panel } from "@/app/_ui/panel";
import type { AnchorState } from "@/lib/kernel/anchors/queries";
import { formatInstant, plural } from "@/lib/platform/text/format";

/** How a change of the log would be noticed, and what is not covered yet. */
export function AnchorPanel({ state: { last, waiting, copies }, zone }: { state: AnchorState; zone: string }) {
  return (
    <Panel title="How it is kept" id="anchors">
      <p>
        {last
          ? `Signed and written outside the database up to entry ${last.seq}, ${formatInstant(last.madeAt, zone)}${last.stamped ? ", with a time stamp" : ""}.`
          : "Nothing of it is written outside the database yet. That happens within an hour."}{" "}
        {waiting > 0 ? `${plural(waiting, "entry", "entries")} came since and are not anchored yet.` : ""}
      </p>
      <p>
        {copies.length > 0
          ? `Copies leave this installation ${copies.join(", ")}.`
          : "No copy leaves this installation. Ask whoever runs it to set up mail, a bucket or a time authority: then nobody there can rewrite the log without a trace."}
      </p>
    </Panel>
  );
}
