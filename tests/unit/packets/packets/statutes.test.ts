import { expect, test } from "vitest";
import { houseLaw } from "@/lib/law/jurisdictions/rules";
import type { CaseRecord } from "@/lib/packets/packets/snapshot/read-case";
import { snapshotSchema } from "@/lib/packets/packets/snapshot/snapshot";
import { statuteParts } from "@/lib/packets/packets/snapshot/statutes";
import { bareSnapshot } from "@/tests/support/sample-snapshot";

const charged = (...pairs: [home: string, there: string | null][]) =>
  ({ charges: pairs.map(([homeOffence, thereOffence]) => ({ homeOffence, thereOffence })) }) as unknown as CaseRecord;

test("the statutes of both countries are in a packet in their own words, each once and with its source", () => {
  const { statutes } = statuteParts(
    charged(["za-cca-15", "us-875c"], ["za-cca-15", "us-2261a2"], ["za-cca-16", null]),
    houseLaw,
  );
  expect(statutes.map((statute) => statute.citation)).toEqual([
    "Cybercrimes Act 19 of 2020 s 15",
    "Cybercrimes Act 19 of 2020 s 19",
    "Cybercrimes Act 19 of 2020 s 16",
    "Criminal Procedure Act 51 of 1977 s 18(1)",
    "18 U.S.C. 875(c)",
    "18 U.S.C. 2261A(2)",
    "18 U.S.C. 2261(b)",
    "18 U.S.C. 3282(a)",
  ]);
  expect(statutes[4]).toMatchObject({
    of: "offence",
    unread: null,
    sources: ["18 USC 875 (puryearlaw.com) [V2], read 29 Nov 2026"],
  });
  expect(statutes[4]?.text).toContain("any threat to injure the person of another");
});

test("an offence whose words nobody read has none, and an older snapshot has an empty list", () => {
  expect(statuteParts(charged(["za-ci", null]), houseLaw).statutes).toEqual([]);
  const { statutes: _, ...older } = bareSnapshot();
  expect(snapshotSchema.parse(older).statutes).toEqual([]);
});
