import type { BriefingWords } from "@/lib/jurisdictions/briefing-types";

const product = ["product rule"];

/** The words for a pair that has none of its own. They name no country and rest on no law of one. */
export const neutralWords: BriefingWords = {
  police: {
    service: "Police",
    letterhead: "the letterhead of the service",
    rank: "rank, service number",
    staffNumber: "service number",
    caseNumber: "Police case number",
    file: "case file",
  },
  ncb: {
    from: null,
    to: null,
    criteriaNote: "interpol-washington-criteria",
    criteria: {
      text: "No criteria of the bureaus of these two countries were read. The seven below are those that one bureau, that of the United States, has published; they are printed so that any bureau can see what is held.",
      sources: ["justice.gov, Organization and Functions Manual 5 (archived) [V C]"],
    },
    kind: { text: "plain message or blue diffusion; for the bureau", sources: ["general knowledge [G]"] },
    oneSender: [],
    filedOnline: [],
    follow: { text: "A request from state to state is for the prosecutor to consider.", sources: product },
  },
  preservation: {
    clockLaw: {},
    gap: {
      text: "How long the legal process takes that follows is not known, so preserved records may lapse before it is answered. No date of answer is known.",
      sources: ["F11"],
    },
    notRelied: null,
    emergency: {
      text: "A company may disclose of its own will when it believes that there is danger of death or serious injury and no time for process. Police only.",
      sources: ["DOJ slides on 18 USC 2702 [V2]"],
    },
  },
  docket: {
    title: "Pack for the case file",
    notice: {
      text: "It was prepared by a victim-support organisation for the officer, who decides what is filed. Nothing in it opens, registers or numbers a case by itself.",
      sources: product,
    },
    order: {
      text: "Statements first, then documents, then a chronology that names every document and exhibit.",
      sources: product,
    },
    diary: null,
    lines: ["Case number", "Investigating officer", "Filed by, date"],
  },
  refusal: {
    notice: {
      text: "It was prepared by a victim-support organisation for the client and goes where the client has agreed in writing that it may go, and no further. What was said is printed as it was recorded. The office is asked to answer in writing.",
      sources: product,
    },
    lead: "About a refusal to act on a report",
  },
};
