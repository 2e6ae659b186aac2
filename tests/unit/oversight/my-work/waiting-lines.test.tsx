import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WorkPanels } from "@/app/(work)/_components/work-panels";
import type { MyWork, WaitingItem } from "@/lib/oversight/my-work/types";

const caseId = "0198c0de-0000-7000-8000-000000000001";
const none = { items: [], count: 0 };
const waits = (part: string): WaitingItem => ({
  caseId,
  pseudonym: "Reed Warbler",
  stepKey: "platform-reports",
  part,
  title: `Platform reports: ${part}`,
  waitsOn: part,
  submittedOn: "2026-11-22",
});

function drawn(waiting: MyWork["waiting"]): string {
  const work: MyWork = {
    covering: [],
    offers: [],
    flags: [],
    reviews: [],
    sent: [],
    returned: [],
    acknowledged: [],
    overdue: none,
    soon: none,
    action: none,
    stalled: none,
    questions: none,
    refusals: none,
    firstContacts: none,
    releases: none,
    approvals: none,
    waiting,
  };
  return renderToStaticMarkup(<WorkPanels work={work} decides={false} today="2026-11-24" zone="UTC" />);
}

test("each report that waits leads to its own place", () => {
  const html = drawn({ items: [waits("instagram"), waits("facebook"), waits("")], count: 3, cut: false });
  const to = (part: string) => `href="/cases/${caseId}/ladder/platform-reports${part}"`;
  for (const part of ["#report-instagram", "#report-facebook", ""]) expect(html).toContain(to(part));
  expect(html).not.toMatch(/longest waits|looked through/);
});

test("a list that is cut says so, and how", () => {
  const html = drawn({ items: [waits("instagram")], count: 240, cut: true });
  expect(html).toContain("of 240 are listed");
  expect(html).toContain("more open cases than are checked here");
});
