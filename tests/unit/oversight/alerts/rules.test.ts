import { describe, expect, test } from "vitest";
import { alertMail, alertWords, ruleWords } from "@/lib/oversight/alerts/labels";
import {
  alertRules,
  isOf,
  raiseFrom,
  raiseFromBrowsers,
  raiseFromReveals,
  raiseFromViews,
  raiseMissing,
} from "@/lib/oversight/alerts/rules";
import type { AlertKey, DayOfViews, Seen } from "@/lib/oversight/alerts/types";

const noon = new Date("2026-11-26T12:00:00Z");
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
let seq = 100;

function entry(action: string, change: Partial<Seen> = {}): Seen {
  seq += 1;
  return { seq, at: minutes(seq / 1000), memberId: "m1", subjectId: "m1", action, detail: {}, ...change };
}
const many = (count: number, action: string, change: (at: number) => Partial<Seen> = () => ({})) =>
  Array.from({ length: count }, (_, at) => entry(action, change(at)));
const rulesOf = (entries: Seen[]) => raiseFrom(entries).map(({ rule }) => rule);

describe("each rule fires for what it is about, and not for a little less", () => {
  const cases: [AlertKey, Seen[], Seen[]][] = [
    ["log_broken", [entry("audit.broken")], [entry("audit.checked")]],
    ["evidence_broken", many(3, "evidence.check_failed"), [entry("evidence.checked")]],
    ["virus_found", [entry("exhibit.virus_found")], [entry("exhibit.scanned"), entry("exhibit.scan_waits")]],
    ["refusals_many", many(15, "access.not_found"), many(14, "access.not_found")],
    ["pace_kept", [entry("access.too_often")], many(3, "access.refused")],
    ["reveals_many", many(5, "client.revealed"), many(4, "client.revealed")],
    ["files_many", many(25, "exhibit.downloaded"), many(24, "exhibit.downloaded")],
    [
      "sign_in_failures",
      many(5, "session.refused"),
      [...many(4, "session.refused"), entry("session.started"), ...many(4, "session.refused")],
    ],
    ["confirm_failures", many(5, "session.confirm_refused"), many(4, "access.unconfirmed")],
    [
      "organisation_exported",
      [entry("export.asked", { detail: { kind: "organisation" } })],
      [entry("export.asked", { detail: { kind: "case" } })],
    ],
    [
      "administrator_new",
      [entry("member.role_changed", { detail: { from: "supervisor", to: "admin" } })],
      [entry("member.role_changed", { detail: { from: "supervisor", to: "caseworker" } })],
    ],
    [
      "access_given",
      [entry("member.joined", { detail: { role: "caseworker" } })],
      [entry("member.joined", { detail: { role: "liaison" } }), entry("member.access_refused")],
    ],
    ["roles_changed", [entry("role.change_asked")], [entry("role.change_refused"), entry("role.change_withdrawn")]],
    [
      "authenticator_added",
      [entry("factor.passkey_added", { detail: { enrols: false } })],
      [
        entry("factor.passkey_added", { detail: { enrols: true } }),
        entry("factor.codes_made", { detail: { enrols: true } }),
      ],
    ],
    [
      "codes_new",
      [entry("factor.codes_made", { detail: { codes: 10 } })],
      [entry("factor.codes_made", { detail: { codes: 10, enrols: true } })],
    ],
    ["browser_new", [entry("device.added", { detail: { device: "Firefox on Mac" } })], [entry("device.forgotten")]],
    ["authenticator_removed", [entry("factor.passkey_removed")], [entry("factor.notice_dismissed")]],
    ["client_sought", [entry("client.sought")], [entry("client.viewed")]],
    ["client_twice", [entry("client.duplicate_found")], [entry("client.viewed")]],
    ["codes_locked", [entry("factor.totp_locked")], [entry("factor.totp_unlocked")]],
    ["denial_lifted", [entry("denial.lifted")], [entry("denial.set")]],
    ["glass_used", [entry("look.released")], [entry("looks.released")]],
    ["webhook_failing", [entry("webhook.given_up")], [entry("webhook.tested")]],
    [
      "check_failed",
      many(3, "installation.check_failed", () => ({ detail: { check: "mail" } })),
      [entry("installation.check_mended", { detail: { check: "mail" } })],
    ],
  ];

  test.each(cases)("%s", (rule, enough, less) => {
    expect(rulesOf(enough)).toEqual([rule]);
    expect(rulesOf(less)).toEqual([]);
  });

  test("backup_missing", () => {
    const old = new Date("2026-11-01T00:00:00Z");
    expect(raiseMissing(old, false, noon)).toMatchObject([{ rule: "backup_missing", occasion: "week:2026-11-23" }]);
    expect(raiseMissing(old, true, noon)).toEqual([]);
    expect(raiseMissing(new Date("2026-11-25T00:00:00Z"), false, noon)).toEqual([]);
  });

  test("cases_many: once for the odd person of a synthetic week, and never for the steady ones", () => {
    const week = ["20", "23", "24", "25", "26"].map((day) => `2026-11-${day}`);
    const before = ["13", "16", "17", "18", "19"].map((day) => `2026-11-${day}`);
    const steady = [...before, ...week].map((day, at) => ({ memberId: "steady", day, cases: 18 + (at % 4), seq: at }));
    const quiet = [...before, ...week].map((day, at) => ({ memberId: "quiet", day, cases: at % 3, seq: at }));
    const odd = [...before, ...week].map((day, at) => ({ memberId: "odd", day, cases: at === 8 ? 16 : 4, seq: at }));
    const busy = [{ memberId: "busy", day: "2026-11-24", cases: 31, seq: 1 }];
    const all: DayOfViews[] = [...steady, ...quiet, ...odd, ...busy];
    const raised = week.flatMap((day) =>
      raiseFromViews(
        all.filter((dayOfViews) => dayOfViews.day <= day),
        day,
      ),
    );
    expect(raised.map(({ memberId, occasion, count }) => [memberId, occasion, count])).toEqual([
      ["busy", "busy:2026-11-24", 31],
      ["odd", "odd:2026-11-25", 16],
    ]);
  });

  test("reveals_share: a fifth of all clients in a day, two at least", () => {
    const day = "2026-11-26";
    const by = (clients: number) => [{ memberId: "m1", day, clients, seq: 7 }];
    const raised = (revealed: number, all: number, today = day) =>
      raiseFromReveals(by(revealed), today, all).map(({ rule, occasion, count }) => [rule, occasion, count]);
    expect(raised(3, 15)).toEqual([["reveals_share", `m1:${day}`, 3]]);
    expect([raised(2, 15), raised(3, 16), raised(1, 3), raised(3, 15, "2026-11-27")]).toEqual([[], [], [], []]);
    expect(raised(2, 3)).toHaveLength(1);
  });

  test("no rule is left without such a case", () => {
    const tested = [...cases.map(([rule]) => rule), "backup_missing", "cases_many", "one_browser", "reveals_share"];
    expect(tested.toSorted()).toEqual(Object.keys(alertRules).toSorted());
  });
});

describe("the rules", () => {
  test("look at one person, one hour and one day", () => {
    const spread = many(20, "access.not_found", (at) => ({ at: minutes(at * 10) }));
    expect(rulesOf(spread)).toEqual([]);
    expect(rulesOf(many(20, "access.not_found", (at) => ({ memberId: `m${at}` })))).toEqual([]);
    const twoDays = [...many(15, "access.refused"), ...many(15, "access.refused", () => ({ at: minutes(24 * 60) }))];
    expect(raiseFrom(twoDays).map(({ occasion }) => occasion)).toEqual(["m1:2026-11-26", "m1:2026-11-27"]);
  });

  test("leave out the first two entries of a log: who set the organisation up", () => {
    expect(rulesOf([entry("member.joined", { seq: 2, detail: { role: "admin" } })])).toEqual([]);
    expect(rulesOf([entry("member.joined", { seq: 3, detail: { role: "admin" } })])).toEqual(["administrator_new"]);
  });

  test("say of each access to cases whom it is about and who took part, also when nobody joined yet", () => {
    const raised = raiseFrom([
      entry("member.access_asked", { memberId: "admin", subjectId: "change", detail: { memberId: "friend" } }),
      entry("member.access_asked", { memberId: "admin", subjectId: "change", detail: {} }),
      entry("member.role_changed", {
        memberId: "supervisor",
        subjectId: "friend",
        detail: { from: "caseworker", to: "supervisor", askedBy: "admin" },
      }),
      entry("member.access_renewed", { memberId: null, subjectId: "friend" }),
    ]);
    expect(raised.map(({ rule, memberId, byId }) => [rule, memberId, byId])).toEqual([
      ["access_given", "friend", "admin"],
      ["access_given", null, "admin"],
      ["access_given", "friend", "admin"],
      ["access_given", "friend", null],
    ]);
  });

  test("of new browsers and codes tell once a day for each person and kind of browser", () => {
    const added = (device: string, change: Partial<Seen> = {}) =>
      entry("device.added", { detail: { device }, ...change });
    const raised = raiseFrom([
      added("Firefox on Mac"),
      added("Firefox on Mac"),
      added("Chrome on Windows"),
      added("Firefox on Mac", { at: minutes(24 * 60) }),
      added("Firefox on Mac", { subjectId: "m2", memberId: "m2" }),
    ]);
    expect(raised.map(({ memberId, occasion, count }) => [memberId, occasion, count])).toEqual([
      ["m1", "m1:2026-11-26:Firefox on Mac", 2],
      ["m1", "m1:2026-11-26:Chrome on Windows", 1],
      ["m1", "m1:2026-11-27:Firefox on Mac", 1],
      ["m2", "m2:2026-11-26:Firefox on Mac", 1],
    ]);
  });

  test("of how somebody signs in are about that person, also where somebody else or nobody acted", () => {
    const about = (action: string, memberId: string | null) =>
      raiseFrom([entry(action, { memberId, subjectId: "m1" })]).map((raised) => [raised.memberId, raised.byId]);
    expect(about("factor.passkey_allowed", "second")).toEqual([["m1", "second"]]);
    expect(about("factor.all_removed", null)).toEqual([["m1", null]]);
    expect(about("factor.passkey_removed", "m1")).toEqual([["m1", null]]);
  });

  test("know one browser by the entries that the database found, each once", () => {
    expect(raiseFromBrowsers([{ seq: 7, memberId: "two", byId: "one" }])).toEqual([
      { rule: "one_browser", occasion: "entry:7", memberId: "two", byId: "one", count: 1, seq: 7 },
    ]);
  });

  test("know a group by the word before the dot", () => {
    expect([isOf("recovery.used", ["recovery.*"]), isOf("recovery", ["recovery.*"]), isOf("a.b", ["a.c"])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("say in words what they count", () => {
    for (const [key, look] of Object.entries(alertRules) as [AlertKey, (typeof alertRules)[AlertKey]][]) {
      const numbers =
        look.how === "views"
          ? [look.most, look.least]
          : look.how === "missing"
            ? [look.hours]
            : "least" in look && look.least > 1
              ? [look.least]
              : [];
      for (const number of numbers) expect(ruleWords[key], key).toContain(String(number));
      expect(alertWords[key].sentence(2).length, key).toBeGreaterThan(10);
    }
  });

  test("a mail says that there is something and no more", () => {
    const { subject, body } = alertMail(2, "https://cases.example");
    expect(`${subject}\n${body}`).not.toMatch(/sign-in|passkey|person|case\b.*CD-|refus|break/i);
    expect(body).toContain("https://cases.example/admin/alerts");
  });
});
