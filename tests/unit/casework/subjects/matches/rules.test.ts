import { describe, expect, test } from "vitest";
import { askLine, matchLine } from "@/lib/casework/subjects/matches/rules";
import type { MatchView } from "@/lib/casework/subjects/matches/types";

const match = (ask: MatchView["ask"], ownerId = "a"): MatchView => ({
  ownerKind: "account",
  ownerId,
  field: "handle",
  ask,
  seen: [],
});
const anna = { name: "Anna Sample", cases: 1, isMe: false };
const me = { name: "Me Myself", cases: 1, isMe: true };

describe("whom to ask", () => {
  test.each([
    [[anna], "Ask Anna Sample."],
    [
      [
        { ...anna, cases: 3 },
        { ...anna, name: "Ben Sample" },
      ],
      "Ask Anna Sample (3 cases) or Ben Sample.",
    ],
    [[anna, me], "Ask Anna Sample. You own one of them."],
    [[me], "You own that case."],
    [[{ ...me, cases: 2 }], "You own those 2 cases."],
  ])("%j", (ask, message) => {
    expect(askLine(match(ask))).toBe(message);
  });

  test("in one line for the overview", () => {
    expect(matchLine([])).toBeNull();
    expect(matchLine([match([anna])])).toBe(
      "Possible match: the same handle is on another case too. Speak to Anna Sample.",
    );
    expect(matchLine([match([anna]), match([anna, me], "b")])).toBe(
      "Possible match: 2 identifiers of this case are on another case too. Speak to Anna Sample.",
    );
    expect(matchLine([match([me])])).toBe(
      "Possible match: the same handle is on another case too. You own the other case.",
    );
  });
});
