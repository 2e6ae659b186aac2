import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WaitingPanel } from "@/app/(work)/_components/waiting-panel";
import type { Queue, WaitingItem } from "@/lib/oversight/my-work/types";

const caseId = "0198c0de-0000-7000-8000-000000000001";
const waits = (part: string): WaitingItem => ({
  id: `0198c0de-0000-7000-8000-00000000000${part.length}`,
  caseId,
  pseudonym: "Reed Warbler",
  stepKey: "platform-reports",
  part,
  title: `Platform reports: ${part}`,
  waitsOn: part,
  submittedOn: "2026-11-22",
  askOn: "2026-11-29",
  href: `/cases/${caseId}/ladder/platform-reports${part && `#report-${part}`}`,
});

function drawn(waiting: Queue["waiting"]): string {
  return renderToStaticMarkup(<WaitingPanel waiting={waiting} today="2026-11-24" />);
}

test("each report that waits leads to its own place, and says when we ask again", () => {
  const html = drawn({ items: [waits("instagram"), waits("facebook"), waits("")], count: 3 });
  const to = (part: string) => `href="/cases/${caseId}/ladder/platform-reports${part}"`;
  for (const part of ["#report-instagram", "#report-facebook", ""]) expect(html).toContain(to(part));
  expect(html).toContain("Ask again 29 Nov.");
  expect(html).not.toMatch(/longest waits/);
});

test("a list that is cut says so", () => {
  expect(drawn({ items: [waits("instagram")], count: 240 })).toContain("The 1 longest waits of 240 are listed.");
});
