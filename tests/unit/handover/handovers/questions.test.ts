import { expect, test } from "vitest";
import { sectionLabels } from "@/lib/handover/handovers/labels";
import { correctionOf, partsToAskAbout, partWords } from "@/lib/handover/handovers/rules";
import { questionReasons } from "@/lib/handover/handovers/types";
import { kindPlans } from "@/lib/packets/packets/sections/kinds";
import { packetKindKeys } from "@/lib/packets/packets/types";

test("an officer can ask about sections that this kind of packet really has", () => {
  for (const kind of packetKindKeys) {
    const built = kindPlans[kind].sections.map((section) => section.id);
    for (const id of Object.keys(sectionLabels[kind])) expect(built, kind).toContain(id);
  }
});

test("sections come before exhibits, and a part reads as it is printed", () => {
  const offered = partsToAskAbout("docket_pack", ["E-01", "E-12"]);
  expect(offered.map((partChoice) => partChoice.value).slice(-3)).toEqual(["filing", "E-01", "E-12"]);
  expect([partWords("docket_pack", "diary"), partWords("docket_pack", "E-12"), partWords("docket_pack", null)]).toEqual(
    ["3. Chronology", "E-12", null],
  );
  const earlier = ["summary", "identifiers", "annex-z"].map((part) => partWords("mla_dossier", part));
  expect(earlier).toEqual(["Summary", "The letters", "A section of an earlier layout"]);
});

test("each reason leads to where it is corrected", () => {
  const packet = { packetId: "p", caseId: "c", kind: "mla_dossier" };
  const places = questionReasons.map((reason) => correctionOf({ reason, exhibitId: null }, packet).href);
  expect(places).toEqual([
    "/cases/c/subjects",
    "/cases/c/packets/new/mla_dossier#draft-asks",
    "/cases/c/packets/new/mla_dossier",
    "/cases/c/evidence",
    "/cases/c/incidents",
    "/cases/c",
    "/packets/p#file",
  ]);
  expect(correctionOf({ reason: "manifest_error", exhibitId: "x" }, packet).href).toBe("/cases/c/evidence/x");
});
