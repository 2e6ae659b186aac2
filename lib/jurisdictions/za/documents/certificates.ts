import { certificateWords as words } from "@/lib/jurisdictions/common/certificate-words";
import { aside, heading, line, paper, point, table } from "@/lib/jurisdictions/common/documents/blocks";
import { oathBlocks } from "./oath-blocks";
import { hashProves, integrity, oathRules, officerCertificate, reliability } from "./sources";

/** The statement of reliability that is drafted from the custody ledger (domain reference 9). */
export const reliabilityStatement = paper({
  key: "za-ect-s15",
  kind: "evidence_certificate",
  title: "Statement of reliability, ECT Act 25 of 2002, section 15",
  jurisdiction: "ZA",
  purpose: "For a court in South Africa: how the exhibits were made, kept whole and tied to who made them.",
  about: "exhibits",
  steps: [],
  form: "paper",
  addressee: [],
  signers: ["certifier"],
  whoMaySend: "The person who has the knowledge swears it",
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
  blocks: [
    aside(words.draft),
    aside("The person who swears it signs every page in front of the commissioner of oaths.", oathRules),
    aside(
      "A record made in the ordinary course of business is admissible with an officer's certificate, and can be rebutted.",
      officerCertificate,
    ),
    heading("Who states this"),
    line("Full names", ""),
    line("Identity number", ""),
    line("Employed as", ""),
    line("At", "{organisation.name}"),
    point("I am the person named above. I state the following under oath."),
    heading("Generation, storage and communication"),
    point(
      `The exhibits of case {case.code} that the tables list were captured or received as stated there and stored under seal with their hash. ${words.unchanged}`,
      reliability,
    ),
    table("captures", "Capture of each exhibit"),
    heading("Integrity"),
    point(words.chain, integrity),
    point(
      "On the day in the last column the SHA-256 value of each stored file was computed again and was identical to the value recorded on receipt.",
      integrity,
      hashProves,
    ),
    table("hashes", "Receipt and value of each exhibit"),
    table("stamps", "Time stamps that are held over these values"),
    heading("Identification of the originator"),
    point(words.originator, reliability),
    heading("Other factors"),
    line(words.otherFactors, ""),
    ...oathBlocks,
  ],
});
