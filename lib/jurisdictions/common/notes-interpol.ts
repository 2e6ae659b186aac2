import { fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const rules = "RPD (euextraditionlaw.com)";

/** INTERPOL: what it is for, and what a message needs (domain reference 6). */
export const interpolNotes: LawNote[] = [
  {
    key: "interpol",
    section: "6",
    jurisdiction: "",
    title: "INTERPOL",
    items: [
      fact(
        "Role: each member has an NCB. NCB Pretoria sits in SAPS; the US NCB is INTERPOL Washington in the DOJ; 196 members.",
        "Reporting guide",
        "S",
      ),
      fact("Channel: the I-24/7 secure network. The public cannot submit.", "Secondary source", "V2"),
      fact(
        "Rules on the Processing of Data (III/IRPD/GA/2011): in force 1 July 2012, amended 2019, 2023 and 2024.",
        "interpol.int data-protection page",
        "V",
      ),
      fact(
        "Layout: purposes and principles Arts 10-18; NCBs 19-21; databases 29-53; notices and diffusions 73-81; red 82-87; other notices 88-96; diffusions 97-101; confidentiality 112-114.",
        rules,
        "V2",
      ),
      fact(
        "Purposes (Art 10(2)): locate wanted persons; identify or obtain information; support an investigation or criminal history; warn; identify bodies; forensics; security checks; border control (2023); trends. Each message states one.",
        "otherside.law",
        "V2",
      ),
      fact(
        "Direct messages: since 2024 (Art 22(6)) the General Secretariat does not read messages between NCBs unless authorised or alerted.",
        "otherside.law",
        "V2",
      ),
      fact("Retention: at first normally at most 5 years.", "ngm.com.au", "V2"),
      fact(
        "Neutrality: nothing political, military, religious or racial (Constitution Art 3); human rights (Art 2). Screen before sending.",
        "Constitution Arts 2 and 3",
        "V2",
        "G",
      ),
      fact(
        "Notices: Red locate or arrest for extradition; Blue identify, locate, obtain information; Green warn; Yellow missing; Black bodies; Orange imminent threat; Purple methods; Silver assets (pilot, 2025).",
        "Secondary source",
        "V2",
      ),
      fact("Diffusion: sent by an NCB directly to chosen NCBs, less formal than a notice.", "Secondary source", "V2"),
      fact(
        "Realistic for harassment: a plain NCB message or a blue diffusion. Red only with a warrant and the penalty threshold of 2 years.",
        "General knowledge",
        "G",
      ),
    ],
  },
  {
    key: "interpol-washington-criteria",
    section: "6",
    jurisdiction: "US",
    title: "What INTERPOL Washington asks of a request",
    items: [
      "It comes from the police of a member country.",
      "It is to or from a member country or agency.",
      "It is a real international investigation.",
      "The act is a crime in both countries.",
      "It is not military, political, religious or racial (Constitution Art 3).",
      "The subject is linked to the crime.",
      "The reason, the type of investigation and the fullest identifiers are stated.",
    ].map((text) =>
      fact(text, "Archived Justice Manual, Organization and Functions Manual 5, justice.gov/archives", "V", "C"),
    ),
  },
  {
    key: "interpol-message",
    section: "6",
    jurisdiction: "",
    title: "Fields of a message between NCBs",
    items: [
      "From NCB and to NCB; own reference and the other side's; date; priority, normal or urgent; subject line; purpose.",
      "Facts: what, when, where, how, victims; the offence with its provision and maximum; the investigating unit and its case number.",
      "The person: name, aliases, date of birth, nationality, documents, phones, e-mails, accounts, IPs with UTC times.",
      "The exact action asked for and by when; known danger; conditions for use and sharing; evidence held and any promised treaty request.",
      "Confidentiality: FOR OFFICIAL USE ONLY, RESTRICTED or CONFIDENTIAL (RPD Art 112). 5x5x5 handling codes are not INTERPOL's.",
    ].map((text) => fact(text, "No template was readable; general knowledge", "G", "C")),
  },
];
