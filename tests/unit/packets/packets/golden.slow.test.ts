import { expect, test } from "vitest";
import { assemblePacket } from "@/lib/packets/packets/sections/assemble-packet";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { collectBytes } from "@/lib/platform/pdf/collect-bytes";
import { expectGolden } from "@/tests/support/golden-packet";
import { sampleOfKind } from "@/tests/support/sample-kinds";
import { samplePrepared, sampleSnapshot } from "@/tests/support/sample-snapshot";
import { sampleSnapshotUsZa } from "@/tests/support/sample-snapshot-us-za";

test.each(
  packetKindKeys
    .filter((kind) => kind !== "mla_dossier")
    .flatMap(
      (kind) =>
        [
          [kind, "ZA-US"],
          [kind, "US-ZA"],
        ] as const,
    ),
)("%s, %s, is the one that was last looked at", async (kind, pair) => {
  const snapshot = sampleOfKind(kind, pair);
  const { bytes } = await collectBytes(assemblePacket(snapshot, await samplePrepared(sampleSnapshot())));
  await expectGolden(`sample-${kind.replaceAll("_", "-")}-${pair.toLowerCase()}`, bytes);
});

test.each([
  ["za-us", () => sampleSnapshot()],
  ["us-za", () => sampleSnapshotUsZa()],
] as const)("dossier, %s, is the one that was last looked at", async (pair, snapshotOf) => {
  const snapshot = snapshotOf();
  const { bytes, pages } = await collectBytes(assemblePacket(snapshot, await samplePrepared(snapshot)));
  expect(pages).toBeGreaterThan(10);
  await expectGolden(`sample-mla-dossier-${pair}`, bytes);
});
