import { cite } from "@/lib/jurisdictions/common/cite";
import {
  afterNumber,
  aside,
  ask,
  type Block,
  beforeNumber,
  boxed,
  heading,
  line,
  mustAsk,
  mustLine,
  type PaperDraft,
  paper,
  para,
  point,
  sign,
  table,
} from "@/lib/jurisdictions/common/documents/blocks";
import { preservation, threat } from "./sources";

const own = cite("No source on a US department's refusal was read: order and times are ours.", "Our own rule", "G");
const guide = cite("Report to your own police and ask them to channel it abroad.", "Reporting guide", "S");
const parallel = cite("File directly with IC3 and the FBI in parallel.", "Reporting guide", "S");

const base = {
  jurisdiction: "US",
  form: "paper",
  signers: ["client", "advocate"],
  whoMaySend: "Client or advocate",
  sendableByUs: true,
  notifiesSubject: null,
  authority: null,
} satisfies Partial<PaperDraft>;

const refusal = {
  ...base,
  kind: "refusal_complaint",
  law: ["us-875c", "us-2261a2"],
  about: "refusal",
  steps: ["refusal-branch"],
} satisfies Partial<PaperDraft>;

const whatHappened: Block[] = [
  mustLine("Department", "{refusal.office}", own),
  line("Officer", "{refusal.officer}"),
  line("Badge number", "{refusal.forceNumber}"),
  mustLine("Date and time", "{refusal.at}", own),
  line("What was said", "{refusal.words}"),
  line("Who was present", "{refusal.witnesses}"),
];

const offences: Block[] = [
  point(
    "The report is about acts that federal law names: a threat over a border to injure a person (18 USC 875(c)), and a course of conduct that causes fear or substantial distress (18 USC 2261A(2)).",
    threat.s875c,
    threat.s2261A,
  ),
  aside("Name the law of the state as well, if counsel or an advocate there knows it. It differs by state.", own),
];

const reply: Block[] = [
  line("Please reply to", "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}", {
    hint: "Only a way that is safe for the client",
  }),
  line("Our reference", "{case.code}"),
  sign("Complainant, or the person who acts for the complainant", "Full names", "Date"),
];

export const usPoliceLetters = [
  paper({
    ...refusal,
    key: "us-refusal-supervisor",
    title: "Note to the supervisor on duty",
    purpose: "Hand it over on the spot, when an officer will not take a report.",
    rung: "us-supervisor",
    addressee: ["The Supervisor on Duty", "{refusal.office}"],
    blocks: [
      aside("Order and times of these rungs are our own: no rule for all departments was read.", own),
      ...beforeNumber(para("Please have this report taken, and give the report number.")),
      ...afterNumber(para("Please have report {reference.us_police_report} attended to.")),
      ...whatHappened,
      heading("What it is about"),
      para("{case.matter}"),
      ...offences,
      heading("What is asked"),
      ...beforeNumber(point("That an officer takes the report and gives its number.")),
      ...afterNumber(point("The name of the officer who has the report, what was done so far, and what is done next.")),
      point("If you decide otherwise: the reason, your name and badge number, in writing below."),
      sign("Supervisor: received", "Name and rank", "Badge number", "Date and time", "Decision and reason"),
      sign("Complainant", "Full names", "Date"),
    ],
  }),
  paper({
    ...refusal,
    key: "us-refusal-head",
    title: "Complaint to the head of the department",
    purpose: "To the head of the department, with a copy of the declaration.",
    rung: "us-head-of-department",
    addressee: ["The Chief of Police or Sheriff", "{refusal.office}"],
    blocks: [
      aside("Seven days is our own time. Attach the declaration.", own),
      boxed("What is said about the subject is alleged by the complainant. It has not been tested by a court."),
      heading("What happened"),
      line("Complainant", "{client.name}"),
      ...whatHappened,
      mustAsk(
        "What the supervisor said",
        "Was the supervisor on duty asked? Who was it, when, and what was the answer?",
        own,
      ),
      heading("What the report is about"),
      para("{case.matter}"),
      table("acts", "The acts, from the first to the last"),
      ...offences,
      point(
        "That the subject is abroad, or not known by name, does not make the report useless: with a report number the department or the FBI can have it carried abroad by INTERPOL Washington.",
        guide,
      ),
      heading("What is asked"),
      ...beforeNumber(point("That the report is taken, and the number and the officer's name are given.")),
      ...afterNumber(
        point(
          "That the officer who has report {reference.us_police_report} is named, and that it is said in writing what was done and what is done next.",
        ),
      ),
      point("That the officer asks the companies to preserve the accounts before they vanish.", preservation.letter),
      ...beforeNumber(point("That the reason is given in writing if no report is taken.")),
      ...afterNumber(point("That the reason is given in writing if nothing is done.")),
      table("references", "Numbers known so far"),
      ...reply,
    ],
  }),
  paper({
    ...refusal,
    key: "us-refusal-beside",
    title: "Note for the FBI: what the department did not do",
    purpose: "To add to the FBI tip and the IC3 complaint, which stand open beside the department.",
    rung: "us-beside",
    addressee: ["FBI, with the tip or the IC3 complaint"],
    form: "sheet",
    blocks: [
      aside("Send the tip and the complaint in any case: they do not wait for a local report.", parallel),
      heading("Text to paste"),
      ...beforeNumber(para("The department named below took no report of these facts. This is sent to you directly.")),
      ...afterNumber(
        para(
          "The department named below has report {reference.us_police_report} of these facts and did not go on with it. This is sent to you directly.",
        ),
      ),
      ...whatHappened,
      ask("Which steps were tried after that: supervisor, head of the department? Give the dates and the answers."),
      line("IC3 submission ID", "{reference.ic3}"),
      table("references", "Numbers known so far"),
      line("Our reference", "{case.code}"),
    ],
  }),
  paper({
    ...base,
    key: "us-officer-follow-up",
    kind: "follow_up_letter",
    about: "case",
    title: "Request for an update",
    purpose: "To the officer who has the report, now and then, with what is new.",
    steps: ["us-officer"],
    addressee: ["The Officer in charge of the report", "{reference.us_police_report.issuer}"],
    blocks: [
      mustLine("Report number", "{reference.us_police_report}", guide),
      line("Date of the report", "{reference.us_police_report.date}"),
      line("Complainant", "{client.name}"),
      heading("What is asked"),
      point("What has been done so far, and what is the next step?"),
      point("Have the companies been asked to preserve the accounts below, and until when?", preservation.letter),
      point("Has the FBI been told, and is there a number?"),
      point(
        "Will INTERPOL Washington be asked to write to the other country? We can give a briefing for that message.",
        guide,
      ),
      heading("What is new"),
      ask(
        "What happened since the last letter? Give date and time, the account and the exhibit for each. If nothing happened, write “Nothing new since” and the date.",
      ),
      table("accounts", "The accounts"),
      table("identifiers", "What else points to the subject"),
      table("references", "Numbers known so far"),
      ...reply,
    ],
  }),
];
