import { expect, test } from "vitest";
import { forOfficers } from "@/lib/handover/handovers/rules";
import { isPart } from "@/lib/packets/packets/rules";
import type { PacketPartKey } from "@/lib/packets/packets/types";

test("an officer is given the letters in their order, and never the sender’s copy or a stamped copy", () => {
  const parts: PacketPartKey[] = [
    "sender",
    "letter-10",
    "verifier",
    "letter-2-docx",
    "withdrawn_copy",
    "letter-2",
    "served",
    "superseded_copy",
    "annex",
  ];
  expect(forOfficers(parts.map((part) => ({ part }))).map(({ part }) => part)).toEqual([
    "served",
    "annex",
    "letter-2",
    "letter-2-docx",
    "letter-10",
    "verifier",
  ]);
});

test("only a letter with a number is a part", () => {
  expect(["letter-1", "letter-99-docx", "sender"].map(isPart)).toEqual([true, true, true]);
  expect(["letter-0", "letter-100", "letter-1-pdf", "letters", "../letter-1"].map(isPart)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
});
