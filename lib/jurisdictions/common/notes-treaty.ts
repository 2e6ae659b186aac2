import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const cover = "TIAS 13061, cover and opening (state.gov; purl.access.gpo.gov/GPO/LPS5466)";
const model = "Treaty model, Art 4 (1988 US-HK draft)";
const general = "General knowledge";

/** The treaty between South Africa and the United States, and the ways around it (domain reference 5). */
export const treatyNotes: LawNote[] = [
  {
    key: "treaty",
    section: "5",
    jurisdiction: "",
    title: "Mutual legal assistance treaty, South Africa and United States",
    items: [
      fact(
        "Title: Treaty between the Government of the United States of America and the Government of the Republic of South Africa on Mutual Legal Assistance in Criminal Matters.",
        cover,
        "V",
      ),
      fact("Reference: TIAS 13061; Senate Treaty Doc. 106-36; Senate Exec. Rept. 106-24.", cover, "V"),
      fact("Signed in Washington on 16 September 1999.", cover, "V"),
      fact(
        "Path: to the Senate 13 July 2000; advice and consent 18 October 2000; US ratified 5 January 2001; South Africa ratified 28 March 2001; exchanged at Pretoria.",
        cover,
        "V",
      ),
      fact("In force since 25 June 2001; self-executing in the US.", cover, "V"),
      fact("Text: only the cover and the opening were readable.", cover, "V"),
      fact("Articles seen: 1 Scope, 2 Central Authorities, 3 Limitations. The list was cut off there.", cover, "V"),
      {
        text: "Central authorities: for the US the Attorney General or a designee, Criminal Division, Office of International Affairs; for South Africa the Director-General of the justice department or a designee.",
        sources: [
          cite("The bodies.", "Reporting guide; justice.gov.za/ilr/ilr.html", "S", "V"),
          cite("The treaty's wording.", general, "G"),
        ],
      },
      fact(
        "Kinds of help: testimony and statements; documents, records, evidence; locating or identifying persons; service; transfer of persons in custody; search and seizure; restraint, forfeiture, restitution; other help not prohibited.",
        "President's message",
        "V",
      ),
      fact(
        "Form and contents: in writing; in an emergency another form, confirmed in writing within 10 days; in English. It must name the authority, the matter with the specific offences, the evidence or help sought, and the purpose; where needed persons, places, manner, questions, confidentiality.",
        model,
        "V",
        "G",
        "C",
      ),
      fact(
        "Grounds to refuse: military or political offence; security or similar essential interests; not in conformity with the treaty. Consult and offer conditions first; give reasons.",
        "Treaty model, Art 3",
        "G",
        "C",
      ),
      fact(
        "Dual criminality: generally no condition of the treaty for help, but 18 USC 3512 for warrants, and protected speech, bring it in.",
        general,
        "G",
        "C",
      ),
      fact(
        "Confidentiality and use: kept confidential if asked; used for the stated matter only unless consent is given.",
        general,
        "G",
        "C",
      ),
      fact("Extradition: a separate treaty of the same day (Treaty Doc. 106-24), in force 2001.", general, "V2", "G"),
      fact(
        "From South Africa: detective, prosecutor, judge or magistrate (ICCMA s 2(2)) or treaty request, DG of Justice, OIA, US Attorney, federal court (3512), company, and back. From the United States: FBI or US attorney, OIA, DG of Justice, Minister, DPP and magistrate.",
        general,
        "G",
      ),
      fact(
        "The organisation and the victim are never sender or recipient. Months to over a year; nobody can promise a date.",
        general,
        "G",
      ),
    ],
  },
  {
    key: "request-checklist",
    section: "5.1",
    jurisdiction: "",
    title: "Facts that a request needs",
    items: [
      fact(
        "Always: authority, officer, phone, official e-mail; CAS number; stage; text of the offence and its maximum; the suspect; numeric id, URL, handle, dates seen; the company's legal entity; date range in UTC; why the account matters; secrecy, its reason and length; urgency, reason and date; preservation reference and expiry; form of certification; limits on use; contact.",
        "DOJ slides; CRM 281; provider guidelines",
        "G",
      ),
      fact(
        "Preservation: identifier, date range, kinds of data, that legal process is coming, the officer's letterhead and signature.",
        "Provider guidelines",
        "G",
      ),
      fact(
        "Subscriber: summary of the crime, how this account was used, why identity is needed.",
        "Provider guidelines",
        "G",
      ),
      fact(
        "Traffic and logs: specific articulable facts, the exact dates and times, how the logs are material.",
        "18 USC 2703(d)",
        "G",
      ),
      fact(
        "Content: facts to show probable cause, with the source of each and its reliability; fresh dates; the link between suspect, account and crime; what will be found; date limits; the messages quoted; an offence of more than one year.",
        "DOJ slides",
        "G",
      ),
      fact(
        "Emergency: who is in danger, how, why imminent, what data prevents it, why there is no time for process. Police only.",
        "DOJ slides",
        "G",
      ),
    ],
  },
  {
    key: "treaty-alternatives",
    section: "5.2",
    jurisdiction: "",
    title: "Other ways between the states",
    items: [
      fact(
        "Letter rogatory: court to court through diplomatic channels. The slowest; the last resort.",
        "Reporting guide; general knowledge",
        "S",
        "G",
      ),
      fact(
        "Police to police: INTERPOL, the FBI's legal attache in Pretoria. Intelligence and preservation, no compulsion.",
        general,
        "G",
      ),
      {
        text: "24/7 points of contact serve emergencies. Whether South Africa is a member is to be confirmed.",
        sources: [
          cite("The 24/7 Network.", "DOJ slides", "V2"),
          cite("Membership of South Africa.", "Open point 17 of the reference", "C"),
        ],
      },
      fact(
        "A direct request by SAPS to the company for non-content that it may give of its own will.",
        "DOJ slides",
        "V2",
      ),
      fact(
        "A US domestic case (FBI or state police): then no treaty request is needed for US data.",
        "Reporting guide",
        "S",
      ),
      fact("28 USC 1782, for proceedings.", general, "G"),
      fact("Budapest Convention: South Africa signed in 2001 and has not ratified.", general, "G"),
      {
        text: "UN Convention against Cybercrime: South Africa signed in Hanoi on 25-26 October 2025. Not in force, and not signed by the US, as far as known.",
        sources: [
          cite("Signature.", "itweb; ecofinagency (72 signatories)", "V2"),
          cite("Status and the US position.", general, "G", "C"),
        ],
      },
    ],
  },
];
