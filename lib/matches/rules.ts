import type { MatchView } from "./types";

/** `Thandi Mokoena (2 cases), you` */
export function askWords(ask: MatchView["ask"]): string {
  return ask.map((one) => `${one.isMe ? "you" : one.name}${one.cases > 1 ? ` (${one.cases} cases)` : ""}`).join(", ");
}

/** Everybody to be asked on a case, each once, other people first. */
export function peopleToAsk(matches: readonly MatchView[]): string[] {
  const all = matches.flatMap((match) => match.ask).toSorted((a, b) => Number(a.isMe) - Number(b.isMe));
  return [...new Set(all.map((one) => (one.isMe ? "you" : one.name)))];
}
