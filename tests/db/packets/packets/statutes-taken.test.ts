import { expect, test } from "vitest";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg } from "@/tests/support/org";

test("a packet holds the words of the statutes that its charges name", async () => {
  const org = await makeOrg();
  const worker = await org.person("caseworker");
  const of = await makeCaseToPrint(org, worker, { files: [] });
  const { charges, pairs, statutes } = await takeFor(worker, { of, kind: "mla_dossier" });
  expect(charges.map((charge) => charge.provision)).toContain("Cybercrimes Act 19 of 2020 s 15");
  expect(pairs.map((pair) => pair.other.provision)).toContain("18 USC 875(c)");
  expect(statutes.map((statute) => [statute.of, statute.citation])).toEqual([
    ["offence", "Cybercrimes Act 19 of 2020 s 15"],
    ["penalty", "Cybercrimes Act 19 of 2020 s 19"],
    ["limitation", "Criminal Procedure Act 51 of 1977 s 18(1)"],
    ["offence", "18 U.S.C. 875(c)"],
    ["limitation", "18 U.S.C. 3282(a)"],
  ]);
});
