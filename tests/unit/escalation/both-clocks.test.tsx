import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseTime } from "@/app/_ui/case-time";
import { SightingList } from "@/app/(work)/cases/[caseId]/evidence/stop/_components/sighting-list";
import { RefusalLines } from "@/app/(work)/cases/[caseId]/refusals/_components/refusal-lines";
import { DeadlineList } from "@/app/(work)/deadlines/_components/deadline-list";
import type { RefusalView } from "@/lib/escalation/refusals/types";
import type { Deadline } from "@/lib/escalation/reminders/types";

const zones = ["Africa/Johannesburg", "America/New_York"];
const at = new Date("2026-12-15T22:30:00Z");
const home = "16 Dec 2026, 00:30 SAST";
const there = "15 Dec 2026, 17:30 EST";

const draw = (node: React.ReactNode) =>
  renderToStaticMarkup(
    <AppRouterContext value={{} as NonNullable<React.ContextType<typeof AppRouterContext>>}>{node}</AppRouterContext>,
  );

test("a refusal is told on both clocks of its case, also when it was noted on a third", () => {
  const refusal = { id: "r", number: 1, office: "Station", advice: "Ask again", refusedAt: at, zone: "Asia/Kathmandu" };
  const html = draw(<RefusalLines caseId="c" refusals={[refusal as RefusalView]} zones={zones} />);
  for (const time of [home, there, "16 Dec 2026, 04:15"]) expect(html).toContain(time);
});

test("a sighting is told on both clocks of its case", () => {
  const sighting = {
    id: "s",
    url: "https://social.example/x",
    platformName: null,
    account: null,
    platformAccountId: null,
    seenAt: at,
    seenZone: "Africa/Johannesburg",
    reportedTo: "Police",
    reportReference: null,
    reportedAt: new Date("2026-12-16T09:00:00Z"),
    note: null,
    recordedBy: "Ada",
    recordedAt: at,
  };
  const html = draw(<SightingList sightings={[sighting]} zones={zones} />);
  for (const time of [home, there, "16 Dec 2026, 04:00 EST"]) expect(html).toContain(time);
});

test("a deadline with an hour is told on the reader's clock and on both of its case", () => {
  const deadline = {
    key: "k",
    caseId: "c",
    caseCode: "CD-1",
    pseudonym: "Honeybush",
    title: "Answer",
    kind: "D",
    sources: [],
    state: "soon",
    words: "19 h left of 48",
    why: "48 hours",
    dueOn: "2026-12-16",
    dueAt: at,
    zones,
  } as unknown as Deadline;
  const page = { today: "2026-12-15", zone: "Africa/Johannesburg", deadlines: [deadline], after: null };
  const html = draw(<DeadlineList page={page} first={null} next={null} />);
  for (const time of [home, there]) expect(html).toContain(time);
});

test("a clock that says the same is not said twice", () => {
  const html = draw(<CaseTime at={at} zones={["Africa/Johannesburg", "Africa/Johannesburg"]} />);
  expect(html).not.toContain("muted");
});
