import { certificateWords as words } from "@/lib/jurisdictions/common/certificate-words";
import {
  aside,
  type Block,
  boxed,
  heading,
  line,
  type PaperDraft,
  paper,
  point,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { copies, notice, processes, s1746, stampTime } from "./sources";

/** Certifications that are drafted from the custody ledger (domain reference 9). */

const base = {
  kind: "evidence_certificate",
  jurisdiction: "US",
  about: "exhibits",
  form: "paper",
  steps: [],
  addressee: [],
  signers: ["certifier"],
  whoMaySend: "The person who certifies signs; counsel gives it on with notice to the other side",
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
} satisfies Partial<PaperDraft>;

const certifier: Block[] = [
  aside(words.draft),
  heading("Who certifies"),
  line("Name in full", ""),
  line("Employed or engaged as", ""),
  line("By", "{organisation.name}"),
  line("Qualified to make this certification by", ""),
];

const records: Block[] = [
  heading("The records"),
  point(
    "The records are the exhibits of case {case.code} that the tables below list, each with its SHA-256 value. They are kept by {organisation.name}.",
  ),
];

const declaration: Block[] = [
  aside(words.compare, s1746, notice),
  {
    kind: "oath",
    heading: "Declaration (28 USC 1746)",
    lines: [words.perjury],
    blanks: ["Signature", "Name in full", "Executed at (place)", "Date"],
  },
];

const stamps: Block[] = [
  table("stamps", "Time stamps that are held over these values"),
  aside("A time stamp is a token of an authority over the hash: its name, time, number and policy.", stampTime),
];

export const certificatePapers = [
  paper({
    ...base,
    key: "us-fre-902-13",
    title: "Certification of records made by an electronic process, Federal Rule of Evidence 902(13)",
    purpose: "For a court in the United States: says how a record was made by an electronic process.",
    blocks: [
      ...certifier,
      ...records,
      heading("How they were made"),
      point(
        "Each record was captured by the method, by the person, on the device and with the program that stands beside it. The time of capture was read from the clock that stands beside it.",
        processes,
      ),
      table("captures", "Capture of each record"),
      point(`${words.chain} ${words.unchanged}`, processes),
      table("hashes", "Receipt and value of each record"),
      ...stamps,
      heading("Accuracy"),
      line(words.accuracy, ""),
      ...declaration,
    ],
  }),
  paper({
    ...base,
    key: "us-fre-902-14",
    title: "Certification of copies by digital identification, Federal Rule of Evidence 902(14)",
    purpose: "For a court in the United States: says by its hash that a copy equals the original.",
    blocks: [
      ...certifier,
      ...records,
      heading("How they were captured and copied"),
      table("captures", "Capture of each record"),
      heading("Digital identification"),
      point(`${words.chain} ${words.unchanged}`, copies),
      point(
        "On the day in the last column the SHA-256 value of each stored file was computed again and was identical to the value recorded on receipt. A copy with the same value is identical to the stored file.",
        copies,
      ),
      table("hashes", "Receipt and value of each record"),
      ...stamps,
      boxed(words.hashProves, copies),
      heading("Accuracy"),
      line(words.accuracy, ""),
      ...declaration,
    ],
  }),
];
