import { expect, test } from "vitest";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { lookAt } from "@/lib/oversight/team/labels";

const calm: TeamRow = {
  id: "0198c0de-0000-7000-8000-000000000001",
  name: "Thandi Example",
  open: 4,
  overdue: 0,
  acts: { overdue: 0, today: 1, soon: 1, waiting: 3 },
  high: 1,
  stalled: 0,
  toApprove: 0,
  flags: 0,
  reviews: 0,
  notReviewed: 0,
  lastActivityAt: null,
  lastReviewedAt: null,
  away: null,
  covers: [],
};

test("the worst thing comes first, and a calm person is said to be so", () => {
  const late = { overdue: 2, today: 0, soon: 0, waiting: 0 };
  const said = (row: Partial<TeamRow>, talk = false) => lookAt({ ...calm, ...row }, talk).words;
  expect(said({ acts: late, stalled: 3 })).toBe("2 acts overdue");
  expect(said({ stalled: 3, notReviewed: 1 }, true)).toMatch(/ask how they are/);
  expect(said({ stalled: 1, notReviewed: 1 })).toBe("1 case without activity");
  expect(said({ notReviewed: 2 })).toBe("2 cases not reviewed");
  expect(said({})).toBe("Nothing stands out");
  expect(said({ open: 0 })).toBe("No open case");
});
