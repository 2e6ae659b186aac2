import { expect, test } from "vitest";
import { planPacket } from "@/lib/packets/assembly/assemble-packet";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import { packetKindKeys } from "@/lib/packets/types";
import { sampleOfKind } from "@/tests/support/sample-kinds";

const printed = (snapshot: PacketSnapshot): string => JSON.stringify(planPacket(snapshot, []).plan.blocks);

test.each(packetKindKeys)("a name that somebody typed keeps its letters in a %s", (kind) => {
  const sample = sampleOfKind(kind);
  const exhibits = sample.exhibits.map((one) => ({ ...one, collector: "Thabo Maker", device: "Galaxy A14" }));
  const text = printed({ ...sample, exhibits, case: { ...sample.case, matter: "WhatsApp threats" } });
  expect(text).toMatch(/Galaxy A14|Thabo Maker|WhatsApp threats/);
  expect(text).not.toMatch(/galaxy A14|thabo Maker|whatsApp threats/);
});
