import {
  aside,
  ask,
  type Block,
  boxed,
  each,
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
import type { LegalSource } from "@/lib/jurisdictions/types";
import { data, emergency, preservation, threat } from "./sources";

const base = {
  jurisdiction: "US",
  about: "account",
  form: "paper",
  addressee: ["{account.company}", "{account.platform}"],
  signers: ["officer"],
  whoMaySend: "Police only",
  sendableByUs: false,
  notifiesSubject:
    "Companies tell the account holder of legal process unless they are barred. Ask for no notice, say why and for how long.",
  authority: null,
} satisfies Partial<PaperDraft>;

const forTheOfficer = (...sources: LegalSource[]) =>
  boxed(
    "For the officer to send, on the letterhead of the service. It was drafted by a victim-support organisation, which sends nothing to the company.",
    ...sources,
  );

const account: Block[] = [
  mustLine("Account number (id)", "{account.platformId}", preservation.contents, {
    hint: "The number that stays when the name changes",
  }),
  line("Account name", "{account.handle}"),
  line("Web address", "{account.url}"),
  line("Name shown", "{account.displayName}"),
];

const period: Block[] = [
  mustLine("From (UTC)", "", preservation.contents, { hint: "For example 2026-09-01T00:00:00Z" }),
  mustLine("To (UTC)", "", preservation.contents),
];

const officer: Block[] = [
  line("Criminal investigation", "{reference.cas}", { hint: "Case number with the name of the station or agency" }),
  line("Officer, rank, force or badge number", ""),
  line("Official e-mail and telephone", ""),
  sign("Officer", "Rank and force or badge number", "Official e-mail", "Telephone", "Date"),
];

const noNotice: Block[] = [
  mustAsk(
    "Why the account holder must not be told",
    "Why must the account holder not be told, and for how long? For example: “After each of three blocks a new account appeared; the holder would delete the account.”",
    preservation.notice,
  ),
];

export const officerPapers = [
  paper({
    ...base,
    key: "us-2703f-preservation",
    kind: "preservation_letter",
    title: "Request to preserve records",
    purpose: "One for each account, drafted for the officer to send. It keeps what exists for 90 days.",
    steps: ["preservation-request"],
    blocks: [
      forTheOfficer(preservation.letter),
      boxed(
        "A “governmental entity” in 18 USC 2703(f) is one of the United States. A request from another country goes through US authorities, or the company honours it as a courtesy.",
        preservation.usEntity,
      ),
      aside(
        "Ask soon: deleted posts are often gone. It is a snapshot of what exists on the day; nothing new is kept.",
        preservation.letter,
      ),
      aside(
        "“All data” and missing dates are refused by some companies. Name kinds of data and a period.",
        preservation.contents,
      ),
      para(
        "Please preserve, for 90 days, the records that you hold for the account and period below, of the types listed here, pending legal process through the United States authorities.",
        preservation.letter,
      ),
      heading("Account"),
      ...account,
      heading("Period"),
      ...period,
      heading("Types of data"),
      point(
        "Subscriber: name, address, telephone, e-mail, means of payment, dates of creation and of deletion.",
        data.subscriber,
      ),
      point("Logs: log-in and session IP addresses with port and UTC time; message headers.", data.traffic),
      point("Content: messages, posts and pictures of the period.", data.content),
      ask(
        "Which posts or messages matter most? Give the number or web address of each. Take out the types above that are not needed.",
      ),
      heading("Why"),
      mustAsk(
        "Why the account matters",
        "In two or three sentences: what was done with this account, to whom in which country, between which days?",
        preservation.contents,
      ),
      table("acts", "What was done with this account"),
      heading("No notice to the account holder"),
      ...noNotice,
      heading("Reply"),
      para("Please confirm with a reference number and the date on which preservation ends."),
      line("Company's reference", "", { hint: "Tell the organisation: it keeps the dates" }),
      line("Preservation ends on", ""),
      ...officer,
    ],
  }),
  paper({
    ...base,
    key: "preservation-renewal",
    kind: "preservation_renewal",
    title: "Request to renew the preservation",
    purpose: "Before the first 90 days end. One renewal gives 90 more.",
    steps: ["provider-preserves"],
    blocks: [
      forTheOfficer(preservation.letter),
      aside(
        "X wants the extension as a separate request, at least 7 days before the end. TikTok and Snap keep it for 90 and 90 days; then it is gone.",
        preservation.x,
        preservation.twice,
      ),
      para(
        "Please preserve for a further 90 days the records that you hold under the reference below. Legal process through the United States authorities is being prepared.",
        preservation.letter,
      ),
      mustLine("Company's reference", "{reference.preservation}", preservation.letter),
      line("Reference given on", "{reference.preservation.date}"),
      mustLine("First period ends on", "", preservation.letter),
      heading("Account"),
      ...account,
      heading("Where the legal process stands"),
      mustAsk(
        "Where the legal process stands",
        "Which request is under way, with whom, since when, and under which number? No date of an answer is promised.",
        preservation.contents,
      ),
      table("references", "Numbers known so far"),
      heading("No notice to the account holder"),
      ...noNotice,
      para("Please confirm with a reference number and the new date on which preservation ends."),
      ...officer,
    ],
  }),
  paper({
    ...base,
    key: "us-emergency-disclosure",
    kind: "emergency_disclosure",
    title: "Emergency request for disclosure",
    purpose: "Only when a person is in danger of death or serious injury now. The police send it.",
    steps: ["emergency"],
    blocks: [
      boxed("Phone first: 10111, or 112 from a mobile phone. In the United States: 911.", emergency.phone),
      forTheOfficer(emergency.rule),
      boxed(
        "The company decides. It may disclose when it believes in good faith that there is a danger of death or serious physical injury that bears no delay (18 USC 2702(b)(8), (c)(4)).",
        emergency.rule,
      ),
      aside("Write only what is known. If it is not known when the danger comes, say so.", emergency.facts),
      heading("The five things that the company asks"),
      mustAsk("Who is in danger", "Who is in danger, and where is this person now?", emergency.facts),
      mustAsk(
        "What the danger is",
        "What is the danger? Quote the words and say what the sender can do.",
        emergency.facts,
      ),
      mustAsk(
        "Why it is imminent",
        "Why now? Name the day, the place, the journey, the weapon. If no date is held, write that no date is held.",
        emergency.facts,
      ),
      mustAsk(
        "Which data would prevent it",
        "Which data would help to prevent it, and how? For example: the log-in IP addresses since a date, to find where the sender is.",
        emergency.facts,
      ),
      mustAsk(
        "Why there is no time for process",
        "Why can it not wait for a court? The officer completes this.",
        emergency.facts,
      ),
      heading("Account"),
      ...account,
      table("acts", "What was sent, from the first to the last"),
      table("knowledge", "What the sender knew"),
      ...officer,
    ],
  }),
  paper({
    ...base,
    key: "data-request-facts",
    kind: "data_request_facts",
    title: "Facts for a request for data",
    purpose: "For the officer or prosecutor: what each class of data needs under US law, and the facts that are held.",
    steps: ["preservation-request", "mla-request"],
    addressee: ["The Investigating Officer or Prosecutor"],
    whoMaySend: "Police, prosecutor or central authority only",
    blocks: [
      boxed(
        "For the officer or prosecutor to use. It is no request: only a prosecutor and the central authorities can make one. It was drafted by a victim-support organisation.",
        data.all,
      ),
      aside("Write a simple clear narrative without legal words. Give the source of each fact.", data.narrative),
      heading("A. For every class"),
      line("Requesting authority, officer, telephone, official e-mail", "", { hint: "For the officer" }),
      line("Case number", "{reference.cas}"),
      line("Stage of the case", ""),
      line("Offence, text of the section and longest sentence", "", {
        hint: "For the officer; see the charges of the case",
      }),
      line("Company (legal entity)", "{account.company}"),
      ...account,
      ...period,
      mustAsk(
        "Nexus",
        "Why does this account matter? What links the account to the crime and to the suspect?",
        data.all,
      ),
      line("Need for secrecy: reason and length", ""),
      line("Urgency: reason and date", ""),
      line("Preservation reference and last day", "{reference.preservation}"),
      line("Certification that is wanted", "", { hint: "For example 902(11)/(13), or an affidavit" }),
      line("Limits on use", ""),
      heading("B. Subscriber data: relevance"),
      point(
        "Name, address, session times, length of service, telephone and assigned IP address, means of payment. A subpoena; the data must be relevant to an official investigation.",
        data.subscriber,
      ),
      ask("What is the crime, how was this account used in it, and why is it needed to know whose it is?", data.all),
      heading("C. Traffic data: specific and articulable facts"),
      point(
        "Message headers, IP logs, contacts. A court order on specific and articulable facts: reasonable grounds that the data is relevant and material to an ongoing criminal investigation.",
        data.traffic,
      ),
      each("acts", "{at}: account {account} (id {platformId}): {what} {words} Shown in {exhibits}."),
      ask(
        "Which exact dates and times (UTC) are needed, and how will the logs decide something in the case?",
        data.all,
      ),
      heading("D. Content: probable cause"),
      point(
        "Messages, pictures, posts, location. A search warrant on probable cause. On a request from abroad the act must be punishable in the United States by more than one year (18 USC 3512).",
        data.content,
        data.overOneYear,
      ),
      ask(
        "For each fact: where does it come from and why is the source reliable? How fresh is it? What links suspect, account and crime? What will be found, and within which dates?",
        data.all,
      ),
      each("knowledge", "The sender knew: {at}: {what} Shown in {exhibits}."),
      point(
        "A threat needs at least recklessness: that the sender was aware that the words could be taken as a threat of violence.",
        threat.counterman,
      ),
      boxed(
        "Insult, defamation and shaming alone are protected speech in the United States and yield no content.",
        data.speech,
      ),
      heading("Numbers and evidence"),
      table("references", "Numbers known so far"),
      table("exhibits", "Evidence that is held"),
      line(
        "Contact for questions",
        "{organisation.name}, {organisation.deskPhone}, {organisation.deskEmail}, case {case.code}",
      ),
      sign("Adopted by (officer or prosecutor)", "Rank or office", "Date"),
    ],
  }),
];
