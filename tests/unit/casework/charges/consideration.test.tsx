import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ConsiderationPanel } from "@/app/(work)/cases/[caseId]/charges/_components/consideration-panel";
import type { CandidateView } from "@/lib/casework/charges/types";

const caseId = "0198c0de-0000-7000-8000-000000000001";
const candidate: CandidateView = {
  key: "us-2261a2",
  title: "Cyberstalking",
  citation: "18 USC 2261A(2)",
  maxPenalty: "Up to 5 years",
  inForceFrom: null,
  note: null,
  inForce: true,
  sources: [],
  country: "United States",
  acts: ["I-1", "I-2", "I-3"],
};
const considered = {
  key: "za-cca-14",
  title: "Message that incites",
  citation: "s 14",
  why: "Nobody else is asked to act.",
  by: "Thandi Fictional",
  at: new Date("2026-11-23T23:00:00Z"),
};

const given = { caseId, mayAdd: [candidate.key], zone: "Africa/Johannesburg" };

test("an offence that nobody looked at says which acts reach it, and asks why it is not relied on", () => {
  const html = renderToStaticMarkup(<ConsiderationPanel {...given} candidates={[candidate]} considered={[]} />);
  expect(html).toContain("United States: 18 USC 2261A(2), Cyberstalking");
  expect(html).toContain("I-1 to I-3");
  expect(html).toMatch(/name="offence" value="us-2261a2"/);
  expect(html).toMatch(/<input[^>]*name="why"/);
  expect(html).toContain(`href="/cases/${caseId}/charges?add=us-2261a2#name"`);
  expect(html).not.toContain("Considered and not relied on</");
});

test("what was considered stands with its reason and who gave it; without either, nothing is drawn", () => {
  const html = renderToStaticMarkup(<ConsiderationPanel {...given} candidates={[]} considered={[considered]} />);
  expect(html).toContain("Nobody else is asked to act.");
  expect(html).toContain("Thandi Fictional, 24 Nov 2026");
  expect(html).not.toContain("nobody has looked");
  expect(renderToStaticMarkup(<ConsiderationPanel {...given} candidates={[]} considered={[]} />)).toBe("");
});
