import type { Offence } from "@/lib/law/jurisdictions/types";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { ForceView } from "./types";

type Dated = Pick<Offence, "inForce" | "inForceFrom" | "inForceUntil"> & { listing?: Offence["listing"] };

const never = "No charge, paper or packet may rely on it.";

/** The state of a law on a day, in words, and why it may not be used. */
export function computeForce(law: Dated, today: CivilDate): ForceView {
  const { inForceFrom: from, inForceUntil: until } = law;
  if (law.listing === "do_not_list") return refused("abolished", "No longer law", "It was abolished.");
  if (law.listing === "watch") {
    return refused("watched", "Start not known", "It was passed, and no source read says that it has begun.");
  }
  if (law.inForce === "no") return refused("not_in_force", "Not in force", "It has not begun on the text read.");
  if (from && today < from) {
    return refused(
      "not_yet",
      `In force from ${formatDate(from)}`,
      "It has not begun. It counts for acts from that day.",
    );
  }
  if (until && today > until) {
    const words = `In force until ${formatDate(until)}`;
    return { state: "ended", words, refused: "It has ended. It counts for acts up to that day only." };
  }
  const since = from ? ` since ${formatDate(from)}` : "";
  if (law.inForce === "to_confirm") {
    return { state: "to_confirm", words: `To confirm${from ? `: in force${since}` : ""}`, refused: null };
  }
  if (law.inForce === "partly") return { state: "partly", words: `Partly in force${since}`, refused: null };
  return { state: "in_force", words: `In force${since}`, refused: null };
}

function refused(state: ForceView["state"], words: string, why: string): ForceView {
  return { state, words, refused: state === "not_yet" ? why : `${why} ${never}` };
}
