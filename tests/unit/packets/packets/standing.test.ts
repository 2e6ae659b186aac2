import { describe, expect, test } from "vitest";
import {
  describeCallBack,
  standingLine,
  standingNote,
  standingOf,
} from "@/lib/packets/packets/parts/verifier/standing.mjs";
import { assemblePacket, planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { flatPagesOf } from "@/tests/support/pdf";
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

test("a copy that another release lays out says so at the foot, where the number to ask still fits", async () => {
  const snapshot = sampleOfKind("refusal_complaint");
  const superseded = { version: 12, at: "2026-11-30T22:30:00Z" };
  const packet = { ...snapshot.packet, superseded, copyOf: "ab".repeat(32), laidOutAnew: true };
  const org = { ...snapshot.org, liaisonPhone: "+27 12 000 0200", liaisonEmail: "liaison.desk@organisation.example" };
  const { bytes } = await collectBytes(assemblePacket({ ...snapshot, org, packet }, []));
  const [first] = await flatPagesOf(bytes);
  expect(first).toContain(
    "SUPERSEDED by version 12 on 1 Dec 2026. Not laid out as served. Ask which stands: +27 12 000 0200",
  );
  expect(first).toContain("printed by a later release of the software");
});

describe("the verifier", () => {
  const packet = { no: "CD-2026-0147", version: 2, approvedAt: "2026-11-24T09:31:00Z", withdrawnAt: null };
  const list = { packet, organisation: { name: "Desk", phone: "+27 12 000 0200" } };

  test.each([
    ["withdrawn", { ...packet, withdrawnAt: "2026-11-30T22:30:00Z" }, [], "This version was withdrawn."],
    ["withdrawn", packet, ["WITHDRAWN.txt"], "This version was withdrawn."],
    ["superseded", packet, ["CD-2026-0147-v2-superseded-by-v3.pdf"], "A newer version took the place of this one."],
    ["draft", { ...packet, approvedAt: null }, [], "Nobody approved this version. It is a draft."],
  ] as const)("says of a version that it is %s, and which number to ask", (standing, of, names, said) => {
    const given = { ...list, packet: of };
    expect(standingOf(given, names)).toBe(standing);
    const line = standingLine(standing, given);
    expect(line).toMatchObject({ state: "stop", said: `${said} ${describeCallBack(given)}` });
    expect(line.said).toContain("CD-2026-0147, version 2, at the liaison desk (this packet prints +27 12 000 0200");
  });

  test("a note in the folder names the number too, where the organisation has one", () => {
    const told = { code: "CD-2026-0147", version: 2 };
    expect(standingNote("superseded", { ...told, phone: "+27 12 000 0200" })).toBe(
      "CD-2026-0147, version 2, was replaced by a newer version. Do not act on it. Ask the liaison desk: +27 12 000 0200.\n",
    );
    expect(standingNote("withdrawn", { ...told, phone: null })).toMatch(/Ask the liaison desk\.\n$/);
  });
});
