import { anyOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { matchLabels } from "./labels";
import type { MatchView } from "./types";

/** `Ask Thandi Mokoena (2 cases) or Anele Fortuin. You keep one of them.` */
export function askLine(match: MatchView): string {
  const others = match.ask.filter((member) => !member.isMe);
  const mine = match.ask.reduce((sum, member) => sum + (member.isMe ? member.cases : 0), 0);
  const names = others.map((member) => `${member.name}${member.cases > 1 ? ` (${member.cases} cases)` : ""}`);
  const ask = names.length > 0 ? t("Ask {value}.", { value: anyOf(names) }) : "";
  if (mine === 0) return ask;
  if (names.length === 0) return mine === 1 ? t("You own that case.") : t("You own those {mine} cases.", { mine });
  return t("{ask} You own {value} of them.", { ask, value: mine === 1 ? t("one") : mine });
}

/** One line for the overview of a case; null when nothing agrees. */
export function matchLine(matches: readonly MatchView[]): string | null {
  if (matches.length === 0) return null;
  const [first] = matches;
  const owners = new Set(matches.map((match) => match.ownerId)).size;
  const what =
    owners === 1 && first
      ? t("Possible match: the same {field} is", { field: matchLabels[first.field] })
      : t("Possible match: {owners} identifiers of this case are", { owners });
  const names = [
    ...new Set(matches.flatMap((match) => match.ask.filter((member) => !member.isMe).map((member) => member.name))),
  ];
  const speak = names.length > 0 ? t("Speak to {value}.", { value: anyOf(names) }) : t("You own the other case.");
  return t("{what} on another case too. {speak}", { what, speak });
}
