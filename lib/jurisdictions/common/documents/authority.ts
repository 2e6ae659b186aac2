import { cite } from "@/lib/jurisdictions/common/cite";
import type { DocumentTemplateDraft } from "@/lib/jurisdictions/document-types";
import { processes } from "../processes";
import {
  apart,
  aside,
  ask,
  boxed,
  heading,
  line,
  mustAsk,
  mustLine,
  type PaperDraft,
  paper,
  point,
  sign,
} from "./blocks";

const record = cite("What a record of consent holds.", "Advocacy practice, domain reference 10.2", "G");
const withdraw = cite(
  "Consent may be withdrawn at any time; what was done before stays lawful.",
  "POPIA s 11 (popia.co.za)",
  "V",
);
const transfer = cite(
  "A transfer abroad needs a ground, such as consent.",
  "POPIA s 72 (Gazette page via ictpolicyafrica.org)",
  "V",
);
const timeLimited = cite(
  "Informed, written, reasonably time-limited; signing is no condition of service.",
  "34 USC 12291(b)(2); 28 CFR 90.4 (techsafety.org; OVW FAQ Oct 2017)",
  "V2",
);
const shortTerm = cite("15 to 30 days is the practice.", "techsafety.org, domain reference 10.2", "G");
const guardian = cite("One who abuses a minor may not consent for them.", "General knowledge", "G");

const base = {
  jurisdiction: "",
  about: "case",
  form: "paper",
  addressee: [],
  signers: ["client"],
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
} satisfies Partial<PaperDraft>;

const understood = [
  heading("What was explained to me"),
  point("I need not sign. I get the same help if I do not.", timeLimited),
  point(
    "I can take this back at any time, by telling the organisation. What was done before that stays done.",
    withdraw,
  ),
  ask(
    "Which risks were talked about: that the other person may come to know of it, that the information leaves the country, that it may have to be shown in court? Write what was said.",
    record,
    transfer,
  ),
  line("Interpreter, if there was one", ""),
];

const signing = [
  sign("Client", "Full names", "Place", "Date"),
  sign("If the client is under 18: parent or guardian", "Full names", "Relationship", "Date"),
  line("What the young person wants", "", { hint: "For a client under 18: ask, and write it down" }),
  aside("Never a parent or guardian who is part of the harm.", guardian),
  sign("Witness", "Full names", "Date"),
  aside(
    "Scan the signed paper, add it as an exhibit of the case, and record the authority on the page Releases.",
    record,
  ),
];

type Kind = { process: string; step: string; allows: string; may: string };

/** One written authority for each process of the law data that asks for one. */
const kinds: Kind[] = [
  {
    process: "harassment_order",
    step: "protection-order",
    allows: "apply for a protection order for me",
    may: "apply to the court for a protection order in my name, sign and lodge the application and the affidavits of others, and receive papers of the court for me",
  },
  {
    process: "secretariat",
    step: "refusal-branch",
    allows: "lodge a complaint about the police for me",
    may: "lodge a complaint with the Civilian Secretariat for Police Service or the provincial secretariat about the way in which my report was handled, give what the complaint needs, and receive the answer for me",
  },
  {
    process: "takedown",
    step: "take-it-down",
    allows: "ask for the removal of pictures of me",
    may: "sign and send notices and requests for the removal of intimate pictures of me, real or made to look real, to any service that shows them, and to report late removal",
  },
  {
    process: "ic3",
    step: "ic3",
    allows: "file a complaint with IC3 for me",
    may: "file complaints with the FBI Internet Crime Complaint Center (IC3) and send tips to the FBI for me, give what the forms ask for, and receive answers for me",
  },
];

function authorityFor({ process: key, step, allows, may }: Kind): DocumentTemplateDraft {
  const process = processes.find((one) => one.key === key);
  return paper({
    ...base,
    key: `authority-${key.replaceAll("_", "-")}`,
    kind: "authority",
    title: `Authority to ${allows.replace(/\bme\b/g, "the client").replace("the client for the client", "the client")}`,
    purpose: process?.why ?? "The client allows us in writing to act in one process.",
    steps: [step],
    whoMaySend: "The client signs; we keep it and attach it",
    blocks: [
      aside(`Why it is needed: ${process?.why ?? ""}`, ...(process?.sources ?? [record])),
      aside(
        "One paper for one process. Read it aloud, in the client's own language where you can. The client keeps a copy.",
        record,
      ),
      mustLine("I am", "{client.name}", record),
      line("Identity or passport number", "{client.identityNumber}"),
      point(`I authorise {organisation.name} and those who work there to ${may}.`, ...(process?.sources ?? [record])),
      mustLine("The matter", "{case.matter}, case {case.code}", record),
      heading("Limits"),
      mustAsk(
        "What may be given",
        "Which information and which exhibits may be given for this purpose? Name them. What must stay out, such as the home address?",
        record,
      ),
      line("To whom", "", { hint: "Name the court, office, service or agency" }),
      line("Not without asking me first", "", { hint: "For example: anything about my children, any call to my work" }),
      mustLine("It ends on", "", timeLimited, { hint: "A day. A short time is better: it can be signed again" }),
      ...understood,
      ...signing,
      apart("Safe way and safe hours to reach me", ""),
    ],
    sources: [record, ...(process?.sources ?? [])],
  });
}

export const authorityPapers: DocumentTemplateDraft[] = [
  ...kinds.map(authorityFor),
  paper({
    ...base,
    key: "release-of-information",
    kind: "release",
    title: "Release of information",
    purpose: "The client lets us give named items to one named receiver, for one purpose and a limited time.",
    steps: [],
    whoMaySend: "The client signs; we keep it",
    blocks: [
      aside(
        "One receiver on each release. 15 to 30 days is the practice. Record it on the page Releases when it is signed.",
        record,
        shortTerm,
      ),
      mustLine("I am", "{client.name}", record),
      mustLine("Who may receive it", "", record, { hint: "One person or body by name, with the office" }),
      mustLine("What for", "", record),
      mustAsk(
        "What may be given",
        "Name the exhibits by number and the information exactly. What must stay out?",
        record,
      ),
      line("How it is given", "", {
        choices: ["In person, on paper", "Through the secure portal", "By e-mail, encrypted", "By phone"],
      }),
      mustLine("From", "{today}", record),
      mustLine("Until", "", timeLimited, { hint: "15 to 30 days. It is not renewed by itself" }),
      line("Conditions", "", { hint: "For example: not to be passed on; not to be shown to the subject" }),
      heading("Over the border"),
      line("It may be sent to another country", "", {
        choices: ["Yes, to the country named here", "No"],
        sources: [transfer],
      }),
      line("Which country", "{case.there}"),
      boxed("Once it is given, the organisation cannot take it back from the receiver."),
      ...understood,
      ...signing,
    ],
    sources: [record],
  }),
];
