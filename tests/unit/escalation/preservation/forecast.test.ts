import { describe, expect, test } from "vitest";
import { forecastGap, preservationClocks } from "@/lib/escalation/preservation/rules";
import type { PreservationFact } from "@/lib/escalation/preservation/types";
import { houseLaw } from "@/lib/law/jurisdictions/rules";

const today = "2026-12-20";
const keep = (change: Partial<PreservationFact> = {}): PreservationFact => ({
  id: "k",
  accountId: "a",
  accountNumber: 1,
  platform: "reddit",
  askedOn: "2026-12-10",
  acceptedOn: "2026-12-14",
  refusedOn: null,
  renewedOn: null,
  expiresOn: null,
  ...change,
});
const look = (preservation: PreservationFact | null, on = today, sent: string | null = null) =>
  forecastGap(preservation, on, houseLaw, sent);

describe("forecastGap", () => {
  test("nothing was asked", () => {
    expect(look(null)).toMatchObject({ state: "nothing", sentence: "Nothing is kept for this account." });
  });

  test("asked, and refused", () => {
    expect(look(keep({ acceptedOn: null }))).toMatchObject({ state: "asked", coveredUntil: null });
    expect(look(keep({ acceptedOn: null, refusedOn: "2026-12-15" })).sentence).toContain("Nothing is kept");
  });

  test("kept for 90 days, once more for 90, and no answer is ever dated", () => {
    expect(look(keep())).toEqual({
      state: "covered",
      coveredUntil: "2027-03-14",
      renewFrom: "2027-02-27",
      renewUntil: "2027-03-14",
      goneAfter: "2027-06-12",
      sentence:
        "Kept until 14 Mar 2027, or until 12 Jun 2027 if renewed. No state-to-state request has been sent yet. Nobody can say when one will be answered: evidence may lapse first.",
    });
    expect(look(keep(), today, "2026-12-18").sentence).toContain(
      "was sent on 18 Dec 2026. There is no date for an answer",
    );
  });

  test("renewed once, it is kept to the end and not longer", () => {
    const found = look(keep({ renewedOn: "2027-03-01" }), "2027-03-02");
    expect(found).toMatchObject({ coveredUntil: "2027-06-12", goneAfter: "2027-06-12", renewFrom: null });
    expect(found.sentence).toContain("Kept until 12 Jun 2027, and not longer.");
  });

  test("the letter's own day goes before ours", () => {
    expect(look(keep({ expiresOn: "2027-03-01" }))).toMatchObject({
      coveredUntil: "2027-03-01",
      goneAfter: "2027-05-30",
    });
  });

  test("a platform that wants to be asked a week before is asked by then", () => {
    expect(look(keep({ platform: "x" }))).toMatchObject({ renewUntil: "2027-03-07", coveredUntil: "2027-03-14" });
  });

  test.each(["tiktok", "snapchat"])("%s: 90 and 90, then gone", (platform) => {
    expect(look(keep({ platform }))).toMatchObject({ coveredUntil: "2027-03-14", goneAfter: "2027-06-12" });
  });

  test("lapsed is said, with no promise", () => {
    expect(look(keep(), "2027-03-15")).toMatchObject({
      state: "lapsed",
      sentence: expect.stringContaining("may be gone"),
    });
  });
});

describe("preservationClocks", () => {
  const moment = { today, now: null, zone: "Africa/Johannesburg" };
  const clocks = (preservation: PreservationFact) => preservationClocks(preservation, moment, houseLaw, () => ({}));

  test("the account's platform picks the rules", () => {
    const codes = (platform: string) => clocks(keep({ platform })).map(({ rule }) => rule.code);
    expect(codes("reddit")).toEqual(["T-2703F"]);
    expect(codes("x").toSorted()).toEqual(["T-2703F", "T-X-EXT"]);
    expect(codes("tiktok").toSorted()).toEqual(["T-2703F", "T-TT"]);
  });

  test("alerts on days 60, 75 and 83, then at the end, which cannot wait for a digest", () => {
    expect(clocks(keep())[0]?.running.alerts.map((alert) => `${alert.name} ${alert.on} ${alert.urgency}`)).toEqual([
      "60 2027-02-12 digest",
      "75 2027-02-27 digest",
      "83 2027-03-07 digest",
      "due 2027-03-14 urgent",
      "overdue 2027-03-15 urgent",
    ]);
  });

  test("nothing accepted, nothing counted", () => {
    expect(clocks(keep({ acceptedOn: null }))).toEqual([]);
  });
});
