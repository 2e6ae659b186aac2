import { Panel } from "@/app/_ui/panel";
import type { AnchorState } from "@/lib/kernel/anchors/queries";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

/** How a change of the log would be noticed, and what is not covered yet. */
export function AnchorPanel({ state: { last, waiting, copies }, zone }: { state: AnchorState; zone: string }) {
  return (
    <Panel title={t("How it is kept")} id="anchors">
      <p>
        {last
          ? t("Signed and written outside the database up to entry {seq}, {madeAt}{value}.", {
              seq: last.seq,
              madeAt: formatInstant(last.madeAt, zone),
              value: last.stamped ? t(", with a time stamp") : "",
            })
          : t("Nothing of it is written outside the database yet. That happens within an hour.")}{" "}
        {waiting > 0
          ? t("{waiting} came since and are not anchored yet.", { waiting: plural(waiting, "entry", "entries") })
          : ""}
      </p>
      <p>
        {copies.length > 0
          ? t("Copies leave this installation {value}.", { value: copies.join(", ") })
          : t(
              "No copy leaves this installation. Ask whoever runs it to set up mail, a bucket or a time authority: then nobody there can rewrite the log without a trace.",
            )}
      </p>
    </Panel>
  );
}
