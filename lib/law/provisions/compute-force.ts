import type { Offence } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { ForceView } from "./types";

type Dated = Pick<Offence, "inForce" | "inForceFrom" | "inForceUntil"> & { listing?: Offence["listing"] };

const never = t("No charge, document or packet may rely on it.");

/** The state of a law on a day, in words, and why it may not be used. */
export function computeForce(law: Dated, today: CivilDate): ForceView {
  const { inForceFrom: from, inForceUntil: until } = law;
  if (law.listing === "do_not_list") return refused("abolished", t("No longer law"), t("It was abolished."));
  if (law.listing === "watch") {
    return refused("watched", t("Start not known"), t("It was passed, and no source read says that it has begun."));
  }
  if (law.inForce === "no")
    return refused("not_in_force", t("Not in force"), t("According to the text read, it is not in force yet."));
  if (from && today < from) {
    return refused(
      "not_yet",
      `In force from ${formatDate(from)}`,
      t("It is not in force yet. It applies to acts from that day."),
    );
  }
  if (until && today > until) {
    const words = t("In force until {until}", { until: formatDate(until) });
    return { state: "ended", words, refused: t("It is no longer in force. It applies only to acts up to that day.") };
  }
  const since = from ? t(" since {from}", { from: formatDate(from) }) : "";
  if (law.inForce === "to_confirm") {
    return {
      state: "to_confirm",
      words: t("To confirm{value}", { value: from ? t(": in force{since}", { since }) : "" }),
      refused: null,
    };
  }
  if (law.inForce === "partly")
    return { state: "partly", words: t("Partly in force{since}", { since }), refused: null };
  return { state: "in_force", words: t("In force{since}", { since }), refused: null };
}

function refused(state: ForceView["state"], words: string, why: string): ForceView {
  return { state, words, refused: state === "not_yet" ? why : `${why} ${never}` };
}
