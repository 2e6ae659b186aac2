import { describe, expect, test } from "vitest";
import { whatMustComeOut } from "@/lib/packets/release-cover/rules";
import type { CoveringRelease } from "@/lib/packets/release-cover/types";

const release = (over: Partial<CoveringRelease> = {}): CoveringRelease => ({
  code: "REL-1",
  officers: ["officer"],
  takenOff: [],
  exhibits: ["E-01", "E-02"],
  identity: false,
  signedOn: "2026-11-01",
  expiresOn: "2026-11-30",
  revokedOn: null,
  ...over,
});
const leaving = { officerId: "officer", exhibits: ["E-01", "E-02"], identity: false, day: "2026-11-24" };

describe("whatMustComeOut", () => {
  test("nothing, when a release stands for this receiver and names each exhibit", () => {
    expect(whatMustComeOut({ ...leaving, releases: [release()] })).toEqual({
      named: true,
      standing: ["REL-1"],
      exhibits: [],
      identity: false,
      ended: [],
    });
  });

  test("releases add up, and the rest is named", () => {
    const releases = [release({ exhibits: ["E-02"] }), release({ code: "REL-2", exhibits: ["E-01"] })];
    expect(whatMustComeOut({ ...leaving, releases }).exhibits).toEqual([]);
    expect(whatMustComeOut({ ...leaving, exhibits: ["E-01", "E-02", "E-10"], releases }).exhibits).toEqual(["E-10"]);
  });

  test.each([
    ["one that names somebody else", { officers: ["another"] }, []],
    ["one that ended yesterday", { expiresOn: "2026-11-23" }, [{ code: "REL-1", why: "expired", on: "2026-11-23" }]],
    ["one that was revoked", { revokedOn: "2026-11-20" }, [{ code: "REL-1", why: "revoked", on: "2026-11-20" }]],
    [
      "one that they were taken off",
      { takenOff: [{ id: "officer", on: "2026-11-24" }] },
      [{ code: "REL-1", why: "taken_off", on: "2026-11-24" }],
    ],
    ["one of tomorrow", { signedOn: "2026-11-25" }, [{ code: "REL-1", why: "not_yet", on: "2026-11-25" }]],
  ] as const)("%s lets nothing out", (_, over, ended) => {
    expect(whatMustComeOut({ ...leaving, releases: [release(over)] })).toEqual({
      named: !("officers" in over),
      standing: [],
      exhibits: ["E-01", "E-02"],
      identity: false,
      ended,
    });
  });

  test("one officer who was taken off takes nothing from the others", () => {
    const releases = [release({ officers: ["officer", "another"], takenOff: [{ id: "another", on: "2026-11-02" }] })];
    expect(whatMustComeOut({ ...leaving, releases }).standing).toEqual(["REL-1"]);
    expect(whatMustComeOut({ ...leaving, officerId: "another", releases })).toMatchObject({
      named: true,
      standing: [],
    });
  });

  test("it counts on its first and on its last day, and one without an end goes on", () => {
    for (const over of [{ expiresOn: "2026-11-24" }, { signedOn: "2026-11-24" }, { expiresOn: null }]) {
      expect(whatMustComeOut({ ...leaving, releases: [release(over)] }).standing).toEqual(["REL-1"]);
    }
  });

  test("identity is held back unless a standing release allows it, and it says which one did", () => {
    const asked = { ...leaving, identity: true };
    expect(whatMustComeOut({ ...asked, releases: [release()] })).toMatchObject({ identity: true, ended: [] });
    expect(whatMustComeOut({ ...asked, releases: [release({ identity: true })] }).identity).toBe(false);
    const ended = release({ code: "REL-2", identity: true, expiresOn: "2026-11-02" });
    expect(whatMustComeOut({ ...asked, releases: [release(), ended] })).toMatchObject({
      identity: true,
      ended: [{ code: "REL-2", why: "expired" }],
    });
  });
});
