import { describe, expect, test } from "vitest";
import { stableId } from "@/lib/casework/cases/rules";
import { entityOf } from "@/lib/law/jurisdictions/rules";
import { runPreflight } from "@/lib/packets/packets/preflight/preflight";
import { planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { overrides } from "@/lib/packets/packets/sections/preflight-result";
import { providerOf } from "@/lib/packets/packets/snapshot/people";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";
import { sampleOfKind } from "@/tests/support/sample-kinds";

const printed = (snapshot: PacketSnapshot): string => JSON.stringify(planPacket(snapshot, []).plan.blocks);

describe("who is addressed", () => {
  test.each([
    ["whatsapp", "WhatsApp LLC"],
    ["discord", "Discord Inc."],
    ["reddit", "Reddit, Inc."],
    ["snapchat", "Snap Inc."],
    ["linkedin", "LinkedIn Corporation"],
  ])("%s is %s, with the mark of what named it", (platform, entity) => {
    expect(providerOf(platform)).toEqual({ entity, law: ["providers' guidelines [V2 C]"] });
  });

  test("follows from where the account is used, and never carries a note", () => {
    expect(entityOf("x")?.name).toBe("X Corp.");
    expect(entityOf("tiktok", undefined, "ZA-US")?.name).toBe("TikTok Inc.");
    expect(entityOf("tiktok", undefined, "US-ZA")?.name).toBe("TikTok Pte. Limited");
    for (const platform of ["tiktok", "telegram", "cloudflare", "host"])
      expect(entityOf(platform), platform).toBeNull();
  });

  test("without a source is left to the prosecutor, and is not offered to tick", () => {
    const sample = sampleOfKind("preservation_briefing");
    const { preservation } = sample;
    const rows = preservation?.rows.map((row) => ({ ...row, entity: row.account === "A3" ? null : row.entity })) ?? [];
    const text = printed({ ...sample, preservation: preservation && { ...preservation, rows } });
    expect(text).toContain("legal entity to be confirmed by the prosecutor");
    expect(text).not.toMatch(/"t":"check"[^}]*to be confirmed/);
  });
});

describe("an account whose number is its id", () => {
  const golden = goldenSnapshot("preservation_briefing", "ZA-US");
  const phone = (change: Partial<PacketSnapshot["accounts"][number]>): PacketSnapshot => ({
    ...golden,
    accounts: golden.accounts.map((account) =>
      account.code === "A3" ? { ...account, url: null, ...change } : account,
    ),
  });

  test("has its id once its number is there, and no other account gets one from its name", () => {
    const account = { platform: "whatsapp", platformId: null, handle: " +1 202 555 0147 " };
    expect(stableId(account)).toBe("+1 202 555 0147");
    expect(stableId({ ...account, handle: "Harrow" })).toBeNull();
    expect(stableId({ ...account, platform: "instagram" })).toBeNull();
    expect(stableId({ ...account, platformId: "4477" })).toBe("4477");
  });

  test("needs no web address; another one does", () => {
    const result = (snapshot: PacketSnapshot) => runPreflight(snapshot).find((line) => line.id === "S-03")?.result;
    expect(result(phone({ idIs: "phone", platformId: "+1 202 555 0147" }))).toBe("pass");
    expect(result(phone({ idIs: "phone", platformId: null }))).toBe("fail");
    expect(result(phone({}))).toBe("fail");
  });
});

test("one reason for several lines is printed as that", () => {
  const golden = goldenSnapshot("mla_dossier", "ZA-US");
  const override = { by: "S-02", at: golden.packet.builtAt, reason: "The officer is told." };
  const results = ["M-13", "M-14", "M-22"].map((id) => ({
    id,
    result: "fail" as const,
    reason: "Something is missing.",
    field: "account",
    override: id === "M-13" ? { ...override, reason: "Asked for." } : override,
  }));
  const preflight = { checkedAt: golden.packet.builtAt, checklistVersion: 1, results };
  const text = JSON.stringify(overrides({ ...golden, preflight }));
  expect(text).toContain("The same reason was given for M-22.");
  expect(text).toContain("The same reason was given for M-14.");
  expect(text).not.toContain("was given for M-13");
});
