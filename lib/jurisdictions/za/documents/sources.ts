import { cite } from "@/lib/jurisdictions/common/cite";

/** Where the facts in the South African papers were read (domain reference 0, 1, 2 and 9). */

const ni3 = "SAPS National Instruction 3 of 2011 (nca247.org.za and a circulated extract)";
const police = "fishhoekcpf.co.za; unisasapplication.co.za mirror of the SAPS page";
const secretariat = "Civilian Secretariat for Police Service Regulations 2016, reg 17 (GN 1389; acts.co.za)";
const pha = "Protection from Harassment Act 17 of 2011";

export const oathRules = cite(
  "Oath and affidavit rules.",
  "Justices of the Peace and Commissioners of Oaths Act 16 of 1963; GN R1258 of 21 July 1972",
  "G",
);
export const statementFields = cite(
  "What a sworn statement holds, by standard practice.",
  "General knowledge, domain reference 1.2",
  "G",
);
export const commissioners = cite("Police officials are commissioners of oaths by office.", "General knowledge", "G");
export const inPerson = cite("Swearing in a video call is contested.", "General knowledge", "G", "C");
export const signedAbroad = cite(
  "Signed abroad: South African mission, or notary and apostille.",
  "General knowledge",
  "G",
);
export const knowledge = cite(
  "A threat case there needs at least recklessness: what the sender knew must be in the statement.",
  "Counterman v. Colorado, 600 U.S. 66 (2023)",
  "V",
);
export const hashProves = cite(
  "A hash proves that a copy equals the original, not that it is true.",
  "FRE 902(14), as quoted",
  "V2",
);
export const integrity = cite(
  "The weight of a data message depends on how its integrity was kept and its sender identified.",
  "ECTA 25 of 2002 s 15 (acts.co.za)",
  "V",
);
export const reliability = cite(
  "Weight depends on how reliably it was generated, stored and communicated, on its integrity, on how the originator was identified, and on other factors.",
  "ECTA 25 of 2002 s 15 (acts.co.za)",
  "V",
);
export const officerCertificate = cite(
  "A business record with the certificate of an officer is admissible and rebuttable proof.",
  "ECTA 25 of 2002 s 15(4) (acts.co.za)",
  "V",
);
export const minorImages = cite(
  "No sexual image of a person under 18 is uploaded, copied or kept: only address, account and time.",
  "FPA 65 of 1996 s 24B",
  "V",
  "G",
);
export const docketOpens = cite(
  "The station takes the statement, opens a docket and gives the CAS number.",
  "Reporting guide",
  "S",
);
export const anyStation = cite(
  "Any station takes the report; it is free; the number is needed for every later enquiry.",
  "westerncape.gov.za; Gauteng “Reporting a Crime” page",
  "V",
);
export const obIsNoDocket = cite(
  "An occurrence-book entry is no docket and starts no investigation.",
  "General knowledge",
  "G",
);
export const affectsHere = cite(
  "Courts here can try an offence of the Act that affects a person in South Africa.",
  "Cybercrimes Act 19 of 2020 s 24",
  "V",
);
export const threats15 = cite(
  "A data message that threatens a person with violence or damage to property: fine or 3 years.",
  "Cybercrimes Act 19 of 2020 s 15 (cybercrimesact.co.za; dmllaw.co.za)",
  "V",
);
export const intimate16 = cite(
  "Disclosure of an intimate image, real or simulated, without consent: fine or 3 years.",
  "Cybercrimes Act 19 of 2020 s 16, as quoted at golegal.co.za",
  "V2",
);
export const notInForce = cite(
  "ss 41 to 44 (preservation and disclosure directions) are not in force on the text read.",
  "lawlibrary.org.za/akn/za/act/2020/19",
  "V",
  "C",
);
export const searchInForce = cite(
  "Search and seizure under ss 26 to 40(2) is in force, without the parts left out.",
  "lawlibrary.org.za/akn/za/act/2020/19",
  "V",
  "G",
);
export const duty = {
  affidavit: cite("A member must take a comprehensive affidavit.", ni3, "V2"),
  noSendingAway: cite("No sending to another station, even when the crime happened elsewhere.", ni3, "V2"),
  attention: cite("Every complaint gets immediate attention.", ni3, "V2"),
  noGround: cite("Suspect not known, or “not serious enough”, is no ground for refusal.", ni3, "V2"),
  discipline: cite("Non-compliance is disciplinary.", ni3, "V2"),
  titleOpen: cite("Title and full text of the instruction were not read.", "Open point 6 of the reference", "C"),
};
export const rungRoute = cite("Written complaint to the station commander, then the cluster.", police, "V2");
export const ownTimes = cite("3 working days, 7 and 14 days are our own defaults.", "Our own rule", "G");
export const provincial = cite("Provincial complaints co-ordinator, Management Intervention.", police, "V2");
export const nationalMinimum = cite("Minimum data of a service complaint.", police, "V2");
export const nationalPhone = cite("Its phone number was not captured.", "Open point 5 of the reference", "C");
export const reg17 = cite("In writing and signed; what the complaint must say.", secretariat, "V");
export const reg17consent = cite("Written consent when lodged for another person.", `${secretariat}, reg 17(2)`, "V");
export const reg17ack = cite("Written acknowledgement within 5 working days.", `${secretariat}, reg 17(6)`, "V");
export const secretariatContacts = cite(
  "Its addresses and numbers were not verified, so none is shown.",
  "Open point 5 of the reference",
  "C",
);
export const dva18 = cite(
  "A member's failure to meet duties under the Act is misconduct, reported to the Secretariat.",
  "Domestic Violence Act 116 of 1998 s 18",
  "G",
);
export const ipidList = cite(
  "Death, assault, torture, rape by police, discharge of a firearm, corruption; organisations may lodge.",
  "Act 1 of 2011 s 28; houtbaycpf.org.za",
  "V2",
);
export const ipidNotRefusal = cite(
  "A bare refusal to open a case is normally not in its list.",
  "General knowledge",
  "G",
);
export const laterRoutes = cite(
  "Public Protector; Human Rights Commission; Western Cape Police Ombudsman (that province only); High Court.",
  "Secondary sources; general knowledge",
  "V2",
  "G",
);
export const feedback = cite(
  "The investigating officer is the contact; the victim is entitled to feedback; report changed details.",
  "citizen.co.za/rekord 2018-06-22",
  "V2",
);
export const allocation = cite("Allocated on the next working day.", "citizen.co.za/rekord 2018-06-22", "V2");
export const followUp = cite("14 and 30 days are our own.", "Our own rule", "G");
export const prosecutor = cite("The prosecution decides; its decision can be asked about.", "General knowledge", "G");
export const ncbRoute = cite(
  "INTERPOL NCB Pretoria sits in SAPS and is reached by the officer.",
  "Reporting guide",
  "S",
);
export const usPreservation = cite(
  "A South African preservation request goes through US authorities, or is honoured as a courtesy.",
  "tspa.org; DOJ slides; provider guidelines",
  "V2",
  "V",
);
export const dpciFits = cite(
  "Serious, organised, commercial or high-value matters, or a station that is not progressing it.",
  "Reporting guide",
  "S",
);
export const dpciContacts = cite("Its contacts were not verified.", "Open point 5 of the reference", "C");
export const popia = {
  how: cite(
    "In writing: Form 5 or the eServices portal; complaints e-mail.",
    "inforegulator.org.za/?p=7037; itlawco.com; reporting guide",
    "V",
  ),
  who: cite("Who may complain.", "POPIA Regulations 2018 reg 7.1 as amended (beta.acts.co.za)", "V"),
  help: cite("The Regulator must help to put it in writing, in another language too.", "reg 7.3", "V"),
  time: cite("Within three years; only matters after 1 July 2021.", "thesmallbusinesssite.co.za (SEESA)", "V2"),
  answer: cite("The responsible party may answer within 21 days of notice.", "thesmallbusinesssite.co.za", "V2"),
  limits: cite("Personal use is outside the Act; the responsible party must be here.", "POPIA ss 3, 6(1)(a)", "G"),
  form: cite("Forms were amended in 2025: the number of Form 5 may have changed.", "Open point 15", "C"),
  contacts: cite("Phone numbers and enquiries e-mail.", "Reporting guide", "S"),
};
export const fpb = {
  who: cite("Any person may complain; take-down notice; enforcement committee.", "legalbrief.co.za", "V2"),
  identity: cite("The provider must give the publisher's identity to the Board or SAPS.", "FPA s 18F(6)", "V"),
  offence: cite(
    "Exposing a private sexual photograph or film without consent and intending harm; first consent is irrelevant.",
    "Films and Publications Act 65 of 1996 ss 18F, 24E",
    "V",
  ),
  contacts: cite("Its contacts were not verified, so none is shown.", "Open point 5 of the reference", "C"),
};
export const ecta77 = cite(
  "What a take-down notice names; it goes to the service provider or its body, ISPA.",
  "ECTA 25 of 2002 s 77",
  "G",
);
export const harassment = {
  who: cite("Any person who alleges harassment; no relationship is needed.", `${pha} s 2 (acts.co.za)`, "V"),
  other: cite(
    "Another person with a material interest, with the complainant's written consent.",
    `${pha} s 2(3)(b)`,
    "V",
  ),
  where: cite("Court where either lives or works, or where it happened.", "rambuda.co.za", "V2"),
  clerk: cite("Application and affidavits to the clerk; urgent after hours.", `${pha} s 2(5), 2(7) (acts.co.za)`, "V"),
  forms: cite("Interim order J62 (Form 3); direction to a provider J74 (Form 5).", "fill.io copies of the forms", "V"),
  formUnread: cite(
    "The application form itself was not read: the order of these headings follows sections 2 to 10.",
    "Domain reference 2.4",
    "C",
  ),
  interim: cite("Three things for an order without notice.", `${pha} s 3(2) (acts.co.za)`, "V"),
  served: cite("Served with the application; the respondent shows cause.", `${pha} s 3(3)`, "V"),
  returnDate: cite("Return date not less than 10 days after service.", `${pha} s 3`, "G", "C"),
  direction: cite("The court may direct a provider to name the sender.", `${pha} s 4(1) (acts.co.za)`, "V"),
  fiveDays: cite("5 court days, and 5 more on application.", `${pha} s 4(3)(a); Form 10`, "V"),
  reach: cite("A US platform will normally ask for US process.", "General knowledge", "G"),
  police: cite("The court may order SAPS to find name and address.", "gov.za statement; PHA ss 5, 6", "V2"),
  address: cite("Home and work address are left out unless needed.", `${pha} s 10(4), printed on J62`, "V"),
  duration: cite("Five years unless the court sets another time.", "General knowledge", "G", "C"),
  notAbroad: cite("An order from here is not covered there.", "18 USC 2265", "V"),
};
export const domestic = {
  inForce: cite(
    "As amended by Act 14 of 2021, in force 14 April 2023; may be e-mailed to the court.",
    "Domestic Violence Act 116 of 1998; Proc 117, GG 48419",
    "V",
  ),
  relationship: cite("Needs a domestic relationship, dating included.", "Domestic Violence Act 116 of 1998", "V"),
  grounds: cite(
    "Controlling or coercive behaviour, spiritual abuse, elder abuse, sexual harassment, wider harassment.",
    "Act 14 of 2021",
    "V",
  ),
  direction: cite(
    "A provider can be directed to identify the sender and to say whether it can remove access.",
    "Domestic Violence Act s 5B (acts.co.za)",
    "V",
  ),
  tariff: cite("R150 for each request.", "ellipsis.co.za", "V2"),
  returnDate: cite("The same 10-day rule for the return date.", "Domestic Violence Act s 5(5)", "G", "C"),
  formUnread: cite("The application form itself was not read.", "Domain reference 2.4", "C"),
  interim: cite("The test for an interim order was not read.", "Open point 9 of the reference", "G", "C"),
  other: cite("We keep the rule of the Harassment Act here too.", "Advocacy practice, domain reference 10.2", "G"),
};
export const letterOfRequest = {
  rogatory: cite("Court to court, through diplomatic channels; slowest; last resort.", "Reporting guide", "S", "G"),
  iccma2: cite(
    "Who may issue a letter of request, and on what.",
    "International Co-operation in Criminal Matters Act 75 of 1996 s 2",
    "G",
  ),
  centralAuthority: cite("Sent by the Director-General.", "justice.gov.za/ilr/ilr.html", "V"),
};
