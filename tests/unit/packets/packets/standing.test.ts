import { describe, expect, test } from "vitest";
import { planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { sampleOfKind } from "@/tests/support/sample-kinds";

const withdrawn = { at: "2026-11-30T22:30:00Z", reason: "A wrong account is named in it." };
const message = "WITHDRAWN on 1 Dec 2026";

describe.each(packetKindKeys)("a version of the %s", (kind) => {
  const snapshot = sampleOfKind(kind);

  test("that was withdrawn says so on every page, in the running head and in the first line of a table", () => {
    const { plan } = planPacket({ ...snapshot, packet: { ...snapshot.packet, withdrawn } }, []);
    expect(plan.watermark).toBe("WITHDRAWN");
    expect(plan.head.leftRest).toContain(message);
    expect(plan.foot).toContain(message);
    expect(plan.foot).toContain(`Ask which version stands: ${snapshot.org.liaisonPhone}`);
    const table = plan.blocks.find(({ b }) => b === "table");
    expect(table?.b === "table" && JSON.stringify(table.rows[0])).toContain(`${message}. ${withdrawn.reason}`);
    expect(plan.meta.title).toMatch(/, withdrawn$/);
  });

  test("that a newer one replaced says so there too, and one that was withdrawn as well says withdrawn", () => {
    const superseded = { version: 3, at: "2026-11-30T22:30:00Z" };
    const copyOf = "ab".repeat(32);
    const { plan } = planPacket({ ...snapshot, packet: { ...snapshot.packet, superseded, copyOf } }, []);
    expect(plan.watermark).toBe("SUPERSEDED");
    expect(plan.head.leftRest).toContain("SUPERSEDED by version 3 on 1 Dec 2026");
    const table = plan.blocks.find(({ b }) => b === "table");
    expect(table?.b === "table" && JSON.stringify(table.rows[0])).toContain(copyOf);
    expect(plan.meta.title).toMatch(/, superseded$/);
    const both = planPacket({ ...snapshot, packet: { ...snapshot.packet, superseded, withdrawn } }, []);
    expect(both.plan.watermark).toBe("WITHDRAWN");
    expect(both.plan.head.leftRest).not.toContain("SUPERSEDED");
  });

  test("that nobody approved says so there too, and nothing else does", () => {
    const { plan } = planPacket({ ...snapshot, packet: { ...snapshot.packet, approval: null } }, []);
    expect(plan.watermark).toBe("DRAFT - not approved");
    expect(plan.head.leftRest).toContain("DRAFT - not approved");
    expect(plan.foot).toContain(`Ask which version stands: ${snapshot.org.liaisonPhone}`);
    const table = plan.blocks.find(({ b }) => b === "table");
    expect(table?.b === "table" && JSON.stringify(table.rows[0])).toContain("do not act on it");
    expect(plan.meta.title).toMatch(/, not approved$/);
  });

  test("and says nothing of it otherwise", () => {
    const { plan } = planPacket(snapshot, []);
    expect(plan.watermark).toBeUndefined();
    expect(plan.foot).not.toContain("Ask which");
    expect(plan.head.leftRest + plan.meta.title).not.toMatch(/withdrawn|approved/i);
  });
});
