import { describe, expect, it } from "vitest";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { type Leaving, officersWords, receiverCovers } from "@/lib/packets/packets/preflight/releases";
import { brief } from "@/lib/packets/packets/sections/brief/brief";
import { releases } from "@/lib/packets/packets/sections/preflight-result";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";

type Release = Leaving["releases"][number];
type Officer = Release["officers"][number];

const office = "Sergeant, SAPS, Fynbos Road";
const named = (no: number, over: Partial<Officer> = {}): Officer => ({
  id: `01900000-0000-7000-8000-00000000000${no}`,
  office,
  takenOffOn: null,
  ...over,
});
const release = (over: Partial<Release> = {}): Release => ({
  code: "REL-1",
  roles: ["investigating_officer"],
  officers: [named(1)],
  exhibits: ["E-01", "E-02"],
  signedOn: "2026-11-01",
  expiresOn: "2026-11-30",
  revokedOn: null,
  identity: true,
  crossBorderBasis: null,
  ...over,
});
const leaving = (change: Partial<Leaving>): Leaving => ({
  releases: [release()],
  exhibits: [{ code: "E-01" }, { code: "E-02" }],
  receivers: [{ role: "investigating_officer", name: "Officer" }],
  day: "2026-11-24",
  ...change,
});

describe("whom of a receiver the client lets have a packet", () => {
  it.each([
    ["it ran out", { day: "2026-12-01" }, "REL-1 ended on 30 Nov 2026"],
    ["it is not signed yet", { day: "2026-10-31" }, "REL-1 counts only from 1 Nov 2026"],
    ["it was revoked", { releases: [release({ revokedOn: "2026-11-24" })] }, "REL-1 was revoked on 24 Nov 2026"],
    ["it is for another office", { releases: [release({ roles: ["prosecutor"] })] }, "no release is for this receiver"],
    ["it names nobody", { releases: [release({ officers: [] })] }, "REL-1 names no officer yet"],
    [
      "its officer was taken off",
      { releases: [release({ officers: [named(1, { takenOffOn: "2026-11-20" })] })] },
      "REL-1 names no officer yet",
    ],
  ] as [string, Partial<Leaving>, string][])("nobody, when %s", (_, change, without) => {
    expect(receiverCovers(leaving(change))).toMatchObject([{ officers: [], without }]);
  });

  it.each(["2026-11-01", "2026-11-30"])("the officers, on its first day and on its last one: %s", (day) => {
    expect(receiverCovers(leaving({ day }))).toMatchObject([{ officers: [{ exhibits: [] }], without: null }]);
  });

  it("adds up by officer and not by office: two who hold half each have nothing together", () => {
    const first = named(1);
    const second = named(2);
    const half = release({ exhibits: ["E-01"], identity: false });
    const other = release({ code: "REL-2", exhibits: ["E-02"], officers: [second] });
    const [apart] = receiverCovers(leaving({ releases: [half, other] }));
    expect(apart?.officers.map((officer) => officer.exhibits)).toEqual([["E-02"], ["E-01"]]);
    const both = { ...other, officers: [first, second] };
    const [added] = receiverCovers(leaving({ releases: [half, both] }));
    expect(added?.officers.map((officer) => [officer.exhibits, officer.releases])).toEqual([
      [[], ["REL-1", "REL-2"]],
      [["E-01"], ["REL-2"]],
    ]);
  });

  it("counts a release for another office too, for an officer whom both name", () => {
    const releases = [release({ exhibits: ["E-01"] }), release({ code: "REL-2", roles: ["ncb"], exhibits: ["E-02"] })];
    expect(receiverCovers(leaving({ releases }))[0]?.officers).toMatchObject([{ exhibits: [] }]);
  });

  it("the annex opens for an officer under the release on identity that lasts longest, and for no other", () => {
    const short = release({ officers: [named(1), named(2)], identity: false });
    const long = release({ code: "REL-2", expiresOn: "2027-01-31" });
    const longer = release({ code: "REL-3", expiresOn: null });
    const annexes = (...releases: Release[]) =>
      receiverCovers(leaving({ releases }))[0]?.officers.map((officer) => officer.annex);
    expect(annexes(short)).toEqual([null, null]);
    expect(annexes(short, long)).toEqual([{ release: "REL-2", until: "2027-01-31" }, null]);
    expect(annexes(short, long, longer)).toEqual([{ release: "REL-3", until: null }, null]);
  });

  it("reads a snapshot on the day where the client is, not in UTC", () => {
    const golden = goldenSnapshot("docket_pack", "ZA-US");
    const releases = golden.releases.map((release) => ({ ...release, expiresOn: "2026-11-24" }));
    const at = (builtAt: string) => ({ ...golden, releases, packet: { ...golden.packet, builtAt } });
    const without = (snapshot: PacketSnapshot) =>
      receiverCovers(snapshot).filter((receiverCover) => receiverCover.without);
    expect(without(at("2026-11-24T21:59:00Z"))).toEqual([]);
    expect(without(at("2026-11-24T22:01:00Z"))).toHaveLength(2);
  });

  it("counts officers of one rank and unit, whose names are not printed", () => {
    const officers = [
      { office, releases: ["REL-1"] },
      { office, releases: ["REL-1"] },
    ];
    expect(officersWords(officers)).toBe(`2 officers: ${office} (REL-1)`);
  });
});

describe("the lines of preflight on releases", () => {
  const golden = goldenSnapshot("mla_dossier", "ZA-US");
  const line = (id: string, releases: PacketSnapshot["releases"]) =>
    runPreflight({ ...golden, releases }).find((check) => check.id === id);
  const first = golden.releases[0];
  if (!first) throw new Error("the golden snapshot has a release");

  it("say which named officers are covered and that nobody else is", () => {
    const result = line("M-24", golden.releases);
    expect(result?.result).toBe("pass");
    expect(result?.reason).toContain("For Investigating officer: Warrant Officer, SAPS, Voorbeeldfontein (REL-4).");
    expect(result?.reason).toContain("Nobody else may have it.");
  });

  it("pass where one officer may have all of it, and name the other who may not", () => {
    const narrow = { ...first, code: "REL-7", exhibits: ["E-01"], officers: [named(2)] };
    const result = line("M-25", [first, narrow]);
    expect(result?.result).toBe("pass");
    expect(result?.reason).toMatch(/Not to Sergeant, SAPS, Fynbos Road \(REL-7\): E-02, .*E-10\./);
  });

  it("note, and fail nothing, where no scan of the signature is on file; one of before says nothing of it", () => {
    const note = "No scan of the client’s signature is on file for REL-4.";
    for (const scan of [null, undefined, { exhibit: null }, { exhibit: "E-03" }]) {
      const result = line("M-24", [{ ...first, scan }]);
      expect(result?.result).toBe("pass");
      expect(result?.reason.includes(note), JSON.stringify(scan)).toBe(scan === null);
    }
    const idle = { ...first, code: "REL-7", officers: [], scan: null };
    expect(line("M-24", [{ ...first, scan: { exhibit: null } }, idle])?.reason).not.toContain("No scan");
  });

  it("fail where a release is for the office and names nobody", () => {
    const result = line("M-24", [{ ...first, officers: [] }]);
    expect(result).toMatchObject({ result: "fail", reason: expect.stringContaining("(REL-4 names no officer yet)") });
    expect(line("M-25", [{ ...first, officers: [] }])?.result).toBe("na");
  });
});

describe("what the packet says of the signed paper", () => {
  const golden = goldenSnapshot("mla_dossier", "ZA-US");
  const [first] = golden.releases;
  const reasonFor = (...scans: PacketSnapshot["releases"][number]["scan"][]) => {
    const all = scans.map((scan, at) => Object.assign({}, first, { code: `REL-${at + 1}`, scan }));
    return JSON.stringify(releases({ ...golden, releases: all }));
  };

  it("where it can be seen, and that there is none", () => {
    const text = reasonFor({ exhibit: "E-03" }, { exhibit: null }, null);
    expect(text).toContain("The signed paper of REL-1 is E-03.");
    expect(text).toContain("The signed paper of REL-2 is with the organisation and does not travel with this packet.");
    expect(text).toContain("No scan of the client’s signature is on file for REL-3.");
  });

  it("nothing in a packet of before scans were filed", () => {
    expect(reasonFor(undefined)).not.toMatch(/signed paper|No scan/);
  });
});

describe("what the brief says of the sealed annex", () => {
  const golden = goldenSnapshot("mla_dossier", "ZA-US");
  const reasonFor = (change: Partial<PacketSnapshot["releases"][number]>) => {
    const snapshot = { ...golden, releases: golden.releases.map((release) => ({ ...release, ...change })) };
    return JSON.stringify(brief.build({ snapshot, exhibits: [], brevity: 0 }));
  };

  it("names the officers for whom a release that covers identity opens it, and nobody else", () => {
    expect(reasonFor({})).toContain(
      "The sealed annex opens for Warrant Officer, SAPS, Voorbeeldfontein (REL-4) and for nobody else.",
    );
  });

  it.each([
    ["keeps back who the client is", { identity: false }],
    ["names nobody", { officers: [] }],
    ["is over", { expiresOn: "2026-11-20" }],
    ["is for another office", { roles: ["ncb"] }],
  ])("says that there is none when the release %s", (_, change) => {
    expect(reasonFor(change)).toContain("No release of the sealed annex is recorded for anybody.");
  });
});
