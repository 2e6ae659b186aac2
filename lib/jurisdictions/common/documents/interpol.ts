import { cite } from "@/lib/jurisdictions/common/cite";
import { aside, ask, boxed, each, heading, line, mustAsk, mustLine, paper, sign, table } from "./blocks";

const channel = cite("I-24/7 secure network; the public cannot submit.", "Domain reference section 6", "V2");
const bureaus = cite("NCB Pretoria sits in SAPS; INTERPOL Washington in the DOJ.", "Reporting guide", "S");
const fields = cite("Fields of an NCB request message; no template was readable.", "Practice", "G", "C");
const purposes = cite("Each message states one purpose (Art 10(2)).", "otherside.law (RPD)", "V2");
const neutral = cite("Nothing political, military, religious or racial.", "INTERPOL Constitution Art 3", "V2", "G");
const rights = cite("Human rights.", "INTERPOL Constitution Art 2", "V2", "G");
const realistic = cite("A plain message or a blue diffusion is realistic.", "General knowledge", "G");
const levels = cite("Confidentiality levels (RPD Art 112).", "euextraditionlaw.com; practice", "V2", "G", "C");
const criteria = cite(
  "Seven things that INTERPOL Washington asks of a request.",
  "Archived Justice Manual, Organization and Functions Manual 5, justice.gov/archives",
  "V",
  "C",
);

const screen = (label: string) => mustLine(label, "", neutral, { choices: ["No", "Yes: stop and ask a supervisor"] });

const met = (label: string) =>
  line(label, "", { choices: ["Met", "Not yet", "For the bureau to say"], sources: [criteria] });

/** What the bureau needs for a message of its own (domain reference 6). */
export const interpolFacts = paper({
  key: "interpol-briefing-facts",
  kind: "interpol_facts",
  title: "Facts for an INTERPOL message",
  jurisdiction: "",
  purpose:
    "For the officer, who asks the National Central Bureau. The fields of a message, with the facts that are held.",
  about: "case",
  steps: ["interpol"],
  form: "sheet",
  addressee: ["The Investigating Officer, for the National Central Bureau"],
  signers: ["officer"],
  whoMaySend: "Police only, through the National Central Bureau",
  sendableByUs: false,
  notifiesSubject: null,
  authority: null,
  blocks: [
    boxed(
      "This is not an INTERPOL message. It was prepared by a victim-support organisation for the investigating officer. Only a National Central Bureau can send a message, over I-24/7; the public cannot. The officer decides whether to ask the bureau.",
      channel,
      bureaus,
    ),
    boxed("What is said about the subject is alleged by the client. It has not been tested by a court."),
    aside("To confirm: no template of a message was readable. The bureau uses its own.", fields),
    heading("1. Screen before anything else (Articles 2 and 3 of the Constitution)"),
    screen("Is the matter political, military, religious or racial?"),
    line("Could the message put somebody's human rights in danger?", "", {
      choices: ["No", "Yes: say how"],
      sources: [rights],
    }),
    ask("Why is it an ordinary crime and not a dispute about opinions? One or two sentences.", neutral),
    heading("2. The message"),
    line("From NCB, to NCB(s)", "", { hint: "For the bureau" }),
    line("Own reference", "", { hint: "For the bureau" }),
    line("Reference of the other side", "{reference.ncb}"),
    line("Priority", "", { choices: ["Normal", "Urgent: the reason is in section 3"] }),
    mustLine("Subject line", "{case.matter}", fields, {
      hint: "Crime, platform, what is asked, case number; no name of the client",
    }),
    mustLine("Purpose (one)", "", purposes, {
      choices: [
        "Identify a person of police interest, or obtain information about them",
        "Support a criminal investigation",
        "Locate a wanted person",
        "Warn of a person or a method",
      ],
    }),
    line("Kind", "", {
      choices: ["Plain message", "Blue diffusion", "For the bureau to decide"],
      sources: [realistic],
    }),
    mustLine("Investigating unit and case number", "{reference.cas}", criteria),
    mustLine("Offence, provision and longest sentence", "", criteria, {
      hint: "In both countries; see the charges of the case",
    }),
    line("If it was done in the other country: offence there", ""),
    mustAsk(
      "Action asked for",
      "What exactly should the other bureau do, and by which date? For example: identify the user of an account from what police there hold; say whether an agency has or would open a case.",
      fields,
    ),
    line("Conditions of use and onward sharing", "", {
      hint: "For example: for this investigation only; not to be shown to the subject",
    }),
    line("Confidentiality", "", {
      choices: ["For official use only", "Restricted", "Confidential"],
      hint: "For the bureau",
      sources: [levels],
    }),
    line("Treaty request", "", { choices: ["None planned", "Being considered", "Sent"] }),
    heading("3. Facts"),
    mustAsk(
      "Summary of the facts",
      "What, when, where, how, and who was harmed: three or four sentences, the worst act first.",
      fields,
    ),
    each("acts", "{at}: {platform}, account {account} (id {platformId}). {what} {words} Shown in {exhibits}."),
    each("knowledge", "The subject knew: {at}: {what}"),
    mustAsk(
      "Known danger",
      "What danger is known: travel, weapons, knowledge of home or work? Say also what is not known.",
      fields,
    ),
    heading("4. Identifiers"),
    line("Name and aliases", "{subjects.names}", { hint: "Not known is an answer. No field is filled by guess" }),
    line("Date of birth, nationality, documents", ""),
    line("Believed to be in", "{subjects.places}"),
    line("Telephone numbers", "{subjects.phones}"),
    line("E-mail addresses", "{subjects.emails}"),
    line("IP addresses, with UTC time", "{subjects.seenAt}"),
    table("accounts", "Accounts"),
    table("identifiers", "What else points to the subject"),
    heading("5. Numbers and evidence"),
    table("references", "Numbers known so far"),
    table("exhibits", "Evidence that is held"),
    heading("6. What INTERPOL Washington asks of a request"),
    met("1. It comes from the police of a member country"),
    met("2. It is to or from a member country or agency"),
    met("3. It is a real international investigation"),
    met("4. The act is a crime in both countries"),
    met("5. It is not military, political, religious or racial"),
    met("6. The subject is linked to the crime"),
    met("7. Reason, type of investigation and fullest identifiers are stated"),
    ask("Which of the seven is still weak, and what would mend it?", criteria),
    line(
      "Contact for questions",
      "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}, case {case.code}",
    ),
    sign("Adopted by the officer", "Rank and force or badge number", "Date"),
  ],
});
