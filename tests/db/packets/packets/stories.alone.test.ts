import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { expectGolden, expectGoldenLetters } from "@/tests/support/golden-packet";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { at, type Demo, loadDemoAt } from "@/tests/support/month-of-mail";

// Letters by chance are wider or narrower, and move the ends of lines.
vi.mock(import("@/lib/casework/clients/rules"), async (real) => ({
  ...(await real()),
  clientCode: (number: number) => `KM-${number}`,
}));

/** Three stories told by the loader of the demonstration, and every packet that their advocates build. */
let demo: Demo;

beforeAll(async () => {
  demo = await loadDemoAt(at("2026-11-24", "08:00"), join(import.meta.dirname, "../../../fixtures/stories"));
}, 240_000);

test.each([
  ["Hoopoe", "interpol_briefing"],
  ["Hoopoe", "preservation_briefing"],
  ["Bokmakierie", "mla_dossier"],
  ["Bokmakierie", "docket_pack"],
  ["Bokmakierie", "preservation_briefing"],
  ["Heron", "mla_dossier"],
  ["Heron", "interpol_briefing"],
  ["Heron", "preservation_briefing"],
  ["Heron", "docket_pack"],
  ["Heron", "refusal_complaint"],
] as const)("%s, %s, is the one that was last looked at", async (pseudonym, kind) => {
  const { ctx } = demo.cast.supervisor;
  const { rows } = await listCasePackets(ctx, demo.opened.get(pseudonym) ?? "");
  const packet = rows.find((row) => row.kind === kind);
  if (!packet) throw new Error(`${pseudonym} has no ${kind}.`);
  const name = `${pseudonym.toLowerCase()}-${kind.replaceAll("_", "-")}`;
  const parts = await keptParts(ctx, packet.id);
  await expectGoldenLetters(name, parts);
  const served = onePart(parts, "served");
  expect(served.pages).toBeGreaterThan(2);
  await expectGolden(name, served.bytes);
});
