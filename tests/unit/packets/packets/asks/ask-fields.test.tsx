import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AskFields } from "@/app/(work)/cases/[caseId]/packets/new/[kind]/_components/ask-fields";
import { inGroups } from "@/lib/packets/packets/drafting/ask-choices";
import type { AskChoice, DraftChoices } from "@/lib/packets/packets/types";

const ask = (change: Partial<AskChoice>): AskChoice => ({
  key: "A1.traffic",
  name: "asks.A1.traffic",
  ranges: "asks.A1.ranges.traffic",
  account: "A1",
  class: "traffic",
  title: "Log-in and session records",
  holder: "X Corp.",
  country: "United States",
  records: "Log-in addresses",
  process: "Order, 18 USC 2703(d)",
  times: [{ from: "2026-10-09T10:00:00Z", to: "2026-10-13T11:00:00Z", acts: ["I-1", "C-1"] }],
  hasTime: true,
  ...change,
});

const choices = (change: Partial<DraftChoices>): DraftChoices => ({
  asks: [],
  grouped: null,
  gaps: [],
  atHome: [],
  authority: null,
  caseId: "0198c0de-0000-7000-8000-000000000001",
  caseCode: "CD-26-0001",
  kind: "mla_dossier",
  accounts: [{ code: "A1", platform: "X", name: "@one", platformId: "42", entity: "X Corp." }],
  exhibits: [],
  releases: [],
  refusals: [],
  emergencyLine: "",
  nextVersion: 1,
  code: "CD-26-0001-P1",
  from: null,
  start: {},
  ...change,
});

const none = { from: "", to: "", why: "" };
const drawn = (change: Partial<DraftChoices>) => renderToStaticMarkup(<AskFields choices={choices(change)} />);

describe("the form of what is asked", () => {
  test("says of each account who holds its data, where, and which time is proposed around which acts", () => {
    const page = drawn({ asks: [ask({})] });
    expect(page).toContain("Held by X Corp.");
    expect(page).toContain("in United States");
    expect(page).toContain("9 Oct 2026, 10:00 UTC to 13 Oct 2026, 11:00 UTC, 24 hours around I-1, C-1");
    expect(page).toContain("Legal basis: Order, 18 USC 2703(d)");
    expect(page).not.toContain('open=""');
  });

  test("has other dates open where a person gave them, with the reason and the way back", () => {
    const traffic = { from: "2026-10-01", to: "2026-10-31", why: "Seen in use." };
    const asks = {
      A1: { subscriber: false, traffic: true, content: false, ranges: { subscriber: none, traffic, content: none } },
    };
    const page = drawn({ asks: [ask({})], start: { asks } });
    expect(page).toMatch(
      /<details [^>]*open=""><summary[^>]*>Other dates<span class="vh">: Log-in and session records, A1</,
    );
    expect(page).toContain('name="asks.A1.ranges.traffic.why" value="Seen in use."');
    expect(page).toContain("Back to the proposed time");
  });

  test("says what the other country is not asked for, and what to get first where nobody at home has the matter", () => {
    const page = drawn({
      asks: [
        ask({ account: null, class: null, name: "help.interview", title: "Interview", hasTime: false, times: [] }),
      ],
      gaps: ["After the providers have answered: the subscriber."],
      atHome: [{ account: "A1", holder: "X Corp.", text: "Had at home." }],
      authority: { isThere: false, missing: "No authority is behind it.", first: ["Report it."] },
    });
    expect(page).toContain("A1, X Corp.: Had at home.");
    expect(page).toContain("After the providers have answered");
    expect(page).toContain("No authority is behind it.");
    expect(page).toContain("/packets/new/docket_pack");
    expect(page).toContain('name="help.interview"');
    expect(page).toContain("Asked of: X Corp.");
  });

  test("names many accounts by number, and offers each class of data once", () => {
    const codes = Array.from({ length: 30 }, (_, at) => `A${at + 1}`);
    const asked = { subscriber: false, traffic: true, content: false };
    const ranges = { subscriber: none, traffic: none, content: none };
    const { asks, grouped } = inGroups(
      choices({
        accounts: codes.map((code) => ({ code, platform: "X", name: code, platformId: null, entity: "" })),
        asks: codes.map((code) => ask({ key: `${code}.traffic`, account: code })),
        start: { asks: Object.fromEntries(codes.map((code) => [code, { ...asked, ranges }])) },
      }),
    );
    expect(asks.map(({ key }) => key)).toEqual(["A1.traffic"]);
    expect(grouped).toMatchObject({ count: 30, unknown: "A1 to A30", groups: [{ codes: "A1 to A30" }] });
    const page = drawn({ accounts: [], asks, grouped });
    expect(page).toContain("Asked of A1 to A30");
    expect(page).not.toContain("No account is on the identity board yet");
  });
});
