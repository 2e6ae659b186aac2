import type { BriefingWords } from "@/lib/jurisdictions/briefing-types";

/** South Africa to the United States (domain reference 1.1, 1.3, 3.4, 6; fixed text F15 to F18 of the model packets). */
export const briefingWords: BriefingWords = {
  police: {
    service: "South African Police Service",
    letterhead: "SAPS letterhead",
    rank: "rank, force number",
    staffNumber: "force number",
    caseNumber: "CAS number",
    file: "docket",
  },
  ncb: {
    from: "ncb_pretoria",
    to: "interpol_washington",
    criteriaNote: "interpol-washington-criteria",
    criteria: {
      text: "The seven criteria are those published for requests to the US National Central Bureau. The published text is archived; whether it is still used was not confirmed.",
      sources: ["L39"],
    },
    kind: { text: "plain message or blue diffusion; for the bureau", sources: ["L41"] },
    oneSender: ["L37"],
    filedOnline: ["L36"],
    follow: { text: "A request under the treaty is for the prosecutor to consider.", sources: ["L42"] },
  },
  preservation: {
    clockLaw: { "T-2703F": "L21", "T-X-EXT": "L24" },
    gap: {
      text: "A treaty request may take months to over a year, so preserved records may lapse before an answer. No date of answer is known.",
      sources: ["L42", "F11"],
    },
    notRelied: {
      text: "Cybercrimes Act ss 41 and 42 (preservation directions) are not in force on the text read and are not cited in the drafts.",
      sources: ["L11"],
    },
    emergency: {
      text: "Voluntary by the provider, on its good-faith belief of danger of death or serious physical injury that leaves no time for process. Police only.",
      sources: ["L22"],
    },
  },
  docket: {
    title: "Docket pack",
    notice: {
      text: "It was prepared by a victim-support organisation for the investigating officer, who decides what is filed. Nothing in it opens, registers or numbers a docket by itself. Only the police register a matter and give the CAS number.",
      sources: ["product rule", "L35"],
    },
    order: {
      text: "The order is that of a docket: statements, then documents, then a chronology in the manner of the investigation diary that names every document and exhibit.",
      sources: ["peers 3.13"],
    },
    diary: "SAPS 5",
    lines: [
      "CAS number and station",
      "Docket received by (name, rank, force number)",
      "Statements filed under",
      "Documents and exhibits filed under",
      "Entered in the SAPS 5 on",
    ],
  },
  refusal: {
    notice: {
      text: "It was prepared by a victim-support organisation for the client and goes where the client has agreed in writing that it may go, and no further. What was said is printed as it was recorded; nobody has tested it. The office is asked to answer in writing.",
      sources: ["product rule"],
    },
    lead: "About a refusal to take or register a report",
  },
};
