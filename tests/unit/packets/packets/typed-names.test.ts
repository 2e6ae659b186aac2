import { expect, test } from "vitest";
import { planPacket } from "@/lib/packets/packets/sections/assemble-packet";
import type { PacketSnapshot } from "@/lib/packets/packets/snapshot/snapshot";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { sampleOfKind } from "@/tests/support/sample-kinds";

const printed = (snapshot: PacketSnapshot): string => JSON.stringify(planPacket(snapshot, []).plan.blocks);

test("a name that somebody typed keeps its letters", () => {
  const texts = packetKindKeys.map((kind) => {
    const sample = sampleOfKind(kind);
    const exhibits = sample.exhibits.map((exhibit) => ({ ...exhibit, collector: "Thabo Maker", device: "Galaxy A14" }));
    return printed({ ...sample, exhibits, case: { ...sample.case, matter: "WhatsApp threats" } });
  });
  const all = texts.join("\n");
  for (const name of ["Galaxy A14", "Thabo Maker", "WhatsApp threats"]) expect(all).toContain(name);
  expect(all).not.toMatch(/galaxy A14|thabo Maker|whatsApp threats/);
});
