import { expect, test } from "vitest";
import { picturesOutcome } from "@/lib/packets/packets/preflight/pictures";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { goldenSnapshot } from "@/tests/support/golden-snapshot";

test("what a machine could not read in pictures is named, with the reason", () => {
  const look = { by: "S-07", at: "2026-11-12T08:00:00Z", found: "nothing" as const };
  const picture = (page: number, read?: "words" | "no_words" | "took_too_long" | "not_pictured") => ({
    page,
    sha256: String(page).repeat(64),
    look,
    ...(read ? { read } : {}),
  });
  const [first, second, ...rest] = snapshotSchema.parse(goldenSnapshot("mla_dossier", "ZA-US")).exhibits;
  if (!first || !second) throw new Error("The golden packet has two exhibits.");
  const exhibits = [
    { ...first, code: "E-01", pictures: [picture(1, "words"), picture(2, "took_too_long"), picture(3, "no_words")] },
    { ...second, code: "E-02", pictures: [picture(0, "not_pictured")] },
    ...rest.map((exhibit) => ({ ...exhibit, pictures: [] })),
  ];
  const { zones } = snapshotSchema.parse(goldenSnapshot("mla_dossier", "ZA-US"));
  const outcome = picturesOutcome({ exhibits, zones });
  expect(outcome).toMatchObject({ result: "pass" });
  expect(outcome.reason).toContain("Words read by machine in E-01, pages 1, 3: no protected value among them.");
  expect(outcome.reason).toContain(
    "Not read by machine, looked at by the person alone: E-01, page 2 (it took too long); E-02, the file itself (it is not drawn here).",
  );
});

test("a version that was built before pictures were read says nothing of it", () => {
  const { exhibits, zones } = snapshotSchema.parse(goldenSnapshot("mla_dossier", "ZA-US"));
  expect(picturesOutcome({ exhibits, zones }).reason).not.toMatch(/machine/);
});
