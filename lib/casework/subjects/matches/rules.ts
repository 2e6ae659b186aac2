import type { MatchView } from "./types";

/** `Ask Thandi Mokoena (2 cases) or Anele Fortuin. You keep one of them.` */
export function askLine(match: MatchView): string {
  const others = match.ask.filter((member) => !member.isMe);
  const mine = match.ask.reduce((sum, member) => sum + (member.isMe ? member.cases : 0), 0);
  const names = others.map((member) => `${member.name}${member.cases > 1 ? ` (${member.cases} cases)` : ""}`);
  const ask = names.length > 0 ? `Ask ${names.join(" or ")}.` : "";
  if (mine === 0) return ask;
  if (names.length === 0) return mine === 1 ? "You keep that case." : `You keep those ${mine} cases.`;
  return `${ask} You keep ${mine === 1 ? "one" : mine} of them.`;
}

/** One line for the overview of a case; null when nothing agrees. */
export function matchLine(matches: readonly MatchView[]): string | null {
  if (matches.length === 0) return null;
  const owners = new Set(matches.map((match) => match.ownerId)).size;
  const what = owners === 1 ? "An identifier of this case is" : `${owners} identifiers of this case are`;
  const names = [
    ...new Set(matches.flatMap((match) => match.ask.filter((member) => !member.isMe).map((member) => member.name))),
  ];
  const ask = names.length > 0 ? `Ask ${names.join(" or ")}.` : "You keep the other case.";
  return `${what} on another case too. ${ask}`;
}
