import type { BriefingWords } from "@/lib/jurisdictions/briefing-types";

/** The United States to South Africa (domain reference 3.4, 5, 6, and the sources of the playbook). */
export const briefingWords: BriefingWords = {
  police: {
    service: "Police department or sheriff",
    letterhead: "the letterhead of the department",
    rank: "rank, badge number",
    staffNumber: "badge number",
    caseNumber: "Police report number",
    file: "case file",
  },
  ncb: {
    from: "interpol_washington",
    to: "ncb_pretoria",
    criteriaNote: "interpol-washington-criteria",
    criteria: {
      text: "The seven criteria are those that the US National Central Bureau has published for requests. The published text is archived; whether it is still used was not confirmed. No criteria of NCB Pretoria were read; the same facts are printed so that either bureau can check them.",
      sources: ["L48"],
    },
    kind: { text: "plain message or blue diffusion; for the bureau", sources: ["L49"] },
    oneSender: ["L46"],
    filedOnline: ["L36"],
    follow: { text: "A request under the treaty is for the US attorney to consider.", sources: ["L4"] },
  },
  preservation: {
    clockLaw: { "T-2703F": "L38", "T-X-EXT": "L24" },
    gap: {
      text: "How long the legal process takes that follows is not known, so preserved records may lapse before it is served. No date of answer is known.",
      sources: ["F11"],
    },
    notRelied: null,
    emergency: {
      text: "Voluntary by the provider, on its good-faith belief of danger of death or serious physical injury that leaves no time for process. Police only.",
      sources: ["L40"],
    },
  },
  docket: {
    title: "Pack for the case file",
    notice: {
      text: "It was prepared by a victim-support organisation for the officer, who decides what is filed. Nothing in it makes, registers or numbers a report by itself.",
      sources: ["product rule"],
    },
    order: {
      text: "Statements first, then documents, then a chronology that names every document and exhibit.",
      sources: ["product rule"],
    },
    diary: null,
    lines: [
      "Police report number and department",
      "Received by (name, rank, badge number)",
      "Statements filed under",
      "Documents and exhibits filed under",
    ],
  },
  refusal: {
    notice: {
      text: "It was prepared by a victim-support organisation for the client and goes where the client has agreed in writing that it may go, and no further. What was said is printed as it was recorded; nobody has tested it. The office is asked to answer in writing.",
      sources: ["product rule"],
    },
    lead: "About a refusal to take a report",
  },
};
