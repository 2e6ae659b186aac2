import { describe, expect, test } from "vitest";
import { askWordsFor } from "@/lib/law/jurisdictions/rules";
import { chosenAsks } from "@/lib/packets/packets/asks/choose";
import { whereHeld } from "@/lib/packets/packets/asks/holder";
import { proposeAsks, proposeKeeping } from "@/lib/packets/packets/asks/propose";
import type { AskAccount, AskGiven } from "@/lib/packets/packets/asks/types";
import { DraftContent } from "@/lib/packets/packets/input";

const account = (code: string, country: string | null, pair: string, change: Partial<AskAccount> = {}): AskAccount => ({
  code,
  platform: "Sample",
  entity: { name: "Sample Inc.", law: [] },
  country,
  where: whereHeld(country, pair),
  identifier: `${code}-id`,
  gives: {},
  ...change,
});

const act = (code: string, of: string | null) => ({
  code,
  account: of,
  at: new Date("2026-10-01T08:00:00Z"),
  exact: true,
  zone: "UTC",
});

const given = (pair: string, change: Partial<AskGiven> = {}): AskGiven => ({
  accounts: [],
  acts: [],
  addresses: [],
  numbers: [],
  persons: [],
  words: askWordsFor(pair),
  ...change,
});

const all = (code: string) => ({ [code]: { subscriber: true, traffic: true, content: true } });
const draft = (content: Record<string, unknown>) => DraftContent.parse(content);

describe("who is asked", () => {
  test("is a holder in the other country: one at home, in a third country or unknown is no item, and is said", () => {
    const pair = "ZA-US";
    const accounts = [
      account("A1", "US", pair),
      account("A2", "ZA", pair),
      account("A3", "SG", pair),
      account("A4", null, pair),
    ];
    const { proposals, gaps, atHome } = proposeAsks(given(pair, { accounts, acts: [act("I-1", "A1")] }));
    expect(new Set(proposals.flatMap((one) => one.accounts))).toEqual(new Set(["A1"]));
    expect(atHome.map((one) => one.account)).toEqual(["A2"]);
    expect(gaps.map((gap) => [gap.for, ...gap.accounts])).toEqual([
      ["sender", "A3"],
      ["sender", "A4"],
    ]);
  });

  test("is an operator for an address with its time, and nobody for one without", () => {
    const pair = "US-ZA";
    const from = new Date("2026-10-01T08:00:00Z");
    const one = { value: "198.51.100.23, port 51812", accounts: [], from, to: from };
    const help = { "ip-subscriber": { ask: true } };
    const dated = proposeAsks(given(pair, { addresses: [one], acts: [act("I-1", null)] }));
    expect(chosenAsks(dated.proposals, draft({ help }))).toMatchObject([
      {
        kind: "ip-subscriber",
        records: expect.stringContaining("198.51.100.23, port 51812"),
        from: "2026-10-01T08:00:00Z",
        accounts: [],
      },
    ]);
    const undated = proposeAsks(given(pair, { addresses: [{ ...one, from: null, to: null }] }));
    expect(undated.gaps).toContainEqual(
      expect.objectContaining({ for: "sender", text: expect.stringContaining("198.51.100.23") }),
    );
    expect(undated.proposals.find((other) => other.key === "ip-subscriber")?.ranges).toEqual([]);
  });

  test("is nobody who is not known: what follows once the user is identified is said to the receiver", () => {
    const { proposals, gaps } = proposeAsks(given("US-ZA"));
    expect(proposals.map(({ key }) => key)).toEqual(["magistrate-evidence"]);
    expect(gaps.map((gap) => gap.kind)).toEqual([
      "ip-subscriber",
      "number-registration",
      "identity-records",
      "interview",
      "device-search",
      "service",
    ]);
    expect(new Set(gaps.map((gap) => gap.for))).toEqual(new Set(["receiver"]));
  });
});

describe("what is asked", () => {
  const pair = "ZA-US";
  const gives = { subscriber: "Name and sign-up address", content: null };
  const accounts = [account("A1", "US", pair, { gives })];

  test("is named in the holder’s words, unless a person wrote others; what earlier forms filled in is not that", () => {
    const { proposals } = proposeAsks(given(pair, { accounts, acts: [act("I-1", "A1")] }));
    const records = (what: object) => chosenAsks(proposals, draft({ asks: all("A1"), what })).map((ask) => ask.records);
    const logs = "Log-in and session IP addresses, with port and UTC time";
    expect(records({})).toEqual(["Name and sign-up address", logs]);
    expect(records({ traffic: `${logs}; message headers` })).toEqual(["Name and sign-up address", logs]);
    expect(records({ traffic: "Log-ins from a telephone" })).toEqual([
      "Name and sign-up address",
      "Log-ins from a telephone",
    ]);
  });

  test("has no time where nothing can be asked around, so that the checklist fails", () => {
    const { proposals } = proposeAsks(given(pair, { accounts }));
    const [, logs] = chosenAsks(proposals, draft({ asks: all("A1") }));
    expect(logs).toMatchObject({ class: "traffic", from: null, to: null });
  });

  test("is kept by a letter of every account, at the time of all acts where an account has none of its own", () => {
    const kept = proposeKeeping(
      given(pair, { accounts: [account("A1", "US", pair), account("A2", null, pair)], acts: [act("I-1", "A1")] }),
    );
    expect(kept.map(({ key }) => key)).toEqual([
      "A1.subscriber",
      "A1.traffic",
      "A1.content",
      "A2.subscriber",
      "A2.traffic",
      "A2.content",
    ]);
    expect(kept.find(({ key }) => key === "A2.traffic")?.ranges).toEqual([
      { from: "2026-09-30T08:00:00Z", to: "2026-10-02T08:00:00Z", acts: ["I-1"] },
    ]);
  });
});

test("an address from the route of a mail is asked for around the act that the mail shows, each for its own time", () => {
  const at = (value: string, acts: string[]) => ({ value, accounts: [], from: null, to: null, acts });
  const later = { ...act("I-2", null), at: new Date("2026-11-05T20:30:00Z") };
  const addresses = [at("102.165.1.7", ["I-1"]), at("41.13.4.9", ["I-2"])];
  const { proposals, gaps } = proposeAsks(
    given("US-ZA", { acts: [act("I-1", null), later], addresses, mails: ["E-03"] }),
  );
  const asked = chosenAsks(proposals, draft({ help: { "ip-subscriber": { ask: true } } }));
  expect(asked.map(({ identifier, from, to, because }) => [identifier, from, to, because.incidents])).toEqual([
    ["102.165.1.7", "2026-09-30T08:00:00Z", "2026-10-02T08:00:00Z", ["I-1"]],
    ["41.13.4.9", "2026-11-04T20:00:00Z", "2026-11-06T21:00:00Z", ["I-2"]],
  ]);
  expect(asked[0]?.records).toContain("102.165.1.7 was assigned at the stated port and time");
  expect(asked[0]?.records).not.toContain("41.13.4.9");
  const said = gaps.filter(({ kind }) => kind === "ip-subscriber");
  expect(said.map(({ for: reader }) => reader)).toEqual(["receiver", "sender"]);
  expect(said[0]?.text).toContain("102.165.1.7 and 41.13.4.9 belong is not on record, nor is the port");
  expect(said[1]?.text).toContain("E-03: if the route of the mail shows from where it was sent");
});

test("no kind of assistance from abroad rests on a power for domestic investigations", () => {
  const words = askWordsFor("US-ZA");
  const said = (words?.kinds ?? []).flatMap((kind) => [kind.process, kind.records, kind.standard ?? ""]);
  expect(said.filter((text) => /\b205\b|direction/i.test(text))).toEqual([]);
});
