import { describe, expect, test } from "vitest";
import { digestText, reasonWords, standsWords, teamDigestText, urgentText } from "@/lib/escalation/reminders/labels";
import type { MailLine } from "@/lib/escalation/reminders/types";
import { sampleClock } from "@/tests/support/sample-clock";

const zone = "Africa/Johannesburg";
const origin = "https://cases.example";
const line: MailLine = {
  caseId: "0195",
  code: "CD-26-0012",
  dueOn: "2026-11-22",
  overdue: true,
  stands: "2 days overdue",
  why: "A legal deadline, due 22 Nov 2026, counted from 8 Nov 2026. No answer is on record yet. The next move is ours.",
};

describe("the reason", () => {
  test("says the kind, the day, what it is counted from and whose move it is", () => {
    expect(reasonWords(sampleClock({ dueOn: "2026-11-22", startedOn: "2026-11-08" }), zone)).toBe(line.why);
    expect(reasonWords(sampleClock({ kind: "P", waitsOn: "Fotogrid" }), zone)).toBe(
      "A deadline of a provider, due 24 Nov 2026, counted from 10 Nov 2026. No answer is on record yet. We wait for somebody else.",
    );
    const own = sampleClock({ kind: "D", startedOn: "2026-11-24", dueAt: new Date("2026-11-24T09:00:00Z") });
    expect(reasonWords(own, zone)).toBe(
      "A date of our own, due 24 Nov 2026, 11:00 SAST. No answer is on record yet. The next move is ours.",
    );
  });

  test("never says what the clock, the step or the other side is called", () => {
    const named = sampleClock({ title: "Canary-title", stepTitle: "Canary-step", waitsOn: "Canary-platform" });
    const words = reasonWords({ ...named, words: "Canary-words", why: "Canary-why", afterwards: "Canary-after" }, zone);
    expect(words).not.toMatch(/canary/i);
  });
});

test.each([
  ["2026-11-22", "overdue", "2 days overdue"],
  ["2026-11-24", "soon", "due today"],
  ["2026-11-24", "overdue", "overdue since today"],
  ["2026-11-25", "soon", "due tomorrow"],
  ["2026-12-02", "running", "due 2 Dec"],
  ["2027-02-09", "running", "due 9 Feb 2027"],
] as const)("on 24 Nov what is due on %s and %s stands so: %s", (dueOn, state, words) => {
  expect(standsWords({ dueOn, state }, "2026-11-24")).toBe(words);
});

describe("the mails", () => {
  test("a case of a colleague says whom its reader covers for, by code, and until when", () => {
    const covered = { ...line, cover: { code: "S-02", untilOn: "2026-11-30" } };
    const { body } = digestText([covered], "2026-11-24", origin);
    expect(body).toContain(`${line.why}\n  You cover for S-02 until 30 Nov 2026.\n  https://cases.example`);
  });

  test("a digest names each case by its number and says why", () => {
    const coming = { ...line, code: "CD-26-0015", overdue: false, stands: "due today", why: "A date of our own." };
    expect(digestText([line, coming], "2026-11-24", origin)).toEqual({
      subject: "Crossdocket: 2 things for today",
      body: [
        "2 things in your cases on 24 Nov 2026.",
        "OVERDUE",
        `CD-26-0012: 2 days overdue.\n  ${line.why}\n  https://cases.example/cases/0195/deadlines`,
        "DUE AND COMING",
        "CD-26-0015: due today.\n  A date of our own.\n  https://cases.example/cases/0195/deadlines",
        [
          "--",
          "You get this at most once a day. Names, places and what a case is about are never sent by e-mail.",
          "Change what you get and when: https://cases.example/account#reminders",
        ].join("\n"),
      ].join("\n\n"),
    });
  });

  test("a long digest names forty and counts the rest", () => {
    const lines = Array.from({ length: 43 }, (_, at) => ({ ...line, code: `CD-26-${at + 1000}` }));
    const { subject, body } = digestText(lines, "2026-11-24", origin);
    expect(subject).toBe("Crossdocket: 43 things for today");
    expect(body.match(/^CD-26-/gm)).toHaveLength(40);
    expect(body).toContain("And 3 more things: https://cases.example/deadlines");
  });

  test("an urgent one is about one case and has nothing of it in its subject", () => {
    const { subject, body } = urgentText([line], origin);
    expect(subject).toBe("Crossdocket: 1 thing that should not wait");
    expect(body).toContain(`CD-26-0012: 2 days overdue.\n  ${line.why}`);
  });

  test("a supervisor's counts for each person, lists late law by number and adds their own cases", () => {
    const people = [
      { code: "M-02", open: 12, overdue: 3, stalled: 1, toApprove: 2, flags: 4, reviews: 5 },
      { code: "M-03", open: 0, overdue: 0, stalled: 0, toApprove: 0, flags: 0, reviews: 0 },
    ];
    const { subject, body } = teamDigestText({ people, lawOverdue: [line], more: 2 }, [line], "2026-11-24", origin);
    expect(subject).toBe("Crossdocket: your team today");
    expect(body).toContain(
      [
        "Member            Open Cases overdue Quiet 30 days    To approve         Flags         Notes",
        "M-02                12             3             1             2             4             5",
        "M-03                 0             0             0             0             0             0",
      ].join("\n"),
    );
    expect(body).toContain(
      "LEGAL DEADLINES THAT ARE OVERDUE\n\nCD-26-0012: 2 days overdue, due 22 Nov 2026.\nAnd 2 more.",
    );
    expect(body).toContain("YOUR OWN CASES\n\nOVERDUE\n\nCD-26-0012: 2 days overdue.");
  });
});
