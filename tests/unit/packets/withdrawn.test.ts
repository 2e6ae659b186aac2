import { describe, expect, test } from "vitest";
import { planPacket } from "@/lib/packets/assembly/assemble-packet";
import { packetKindKeys } from "@/lib/packets/types";
import { sampleOfKind } from "@/tests/support/sample-kinds";

const withdrawn = { at: "2026-11-30T22:30:00Z", reason: "A wrong account is named in it." };
const said = "WITHDRAWN on 1 Dec 2026";

describe.each(packetKindKeys)("a withdrawn %s", (kind) => {
  const snapshot = sampleOfKind(kind);

  test("says so on every page, in the running head and in the first line of a table", () => {
    const { plan } = planPacket({ ...snapshot, packet: { ...snapshot.packet, withdrawn } }, []);
    expect(plan.watermark).toBe("WITHDRAWN");
    expect(plan.head.leftRest).toContain(said);
    const table = plan.blocks.find(({ b }) => b === "table");
    expect(table?.b === "table" && JSON.stringify(table.rows[0])).toContain(`${said}. ${withdrawn.reason}`);
    expect(plan.meta.title).toMatch(/, withdrawn$/);
  });

  test("and says nothing of it otherwise", () => {
    const { plan } = planPacket(snapshot, []);
    expect(plan.watermark).toBeUndefined();
    expect(plan.head.leftRest + plan.meta.title).not.toMatch(/withdrawn/i);
  });
});
