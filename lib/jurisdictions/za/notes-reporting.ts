import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const cape = "westerncape.gov.za/service/reporting-crime";
const guide = "Reporting guide";
const ni3 = "SAPS National Instruction 3 of 2011 (nca247.org.za and a circulated extract)";
const general = "General knowledge";
const practice = "Standard practice";

/** How a report is made, and what happens when a station refuses (domain reference 1.1 to 1.3). */
export const reporting: LawNote[] = [
  {
    key: "za-reporting-path",
    section: "1.1",
    jurisdiction: "ZA",
    title: "Who takes a report, and what each body does",
    items: [
      fact("SAPS emergency: 10111, and 112 from a mobile phone. Only for immediate danger.", `${guide}; ${cape}`, "V"),
      fact(
        "Community Service Centre of any SAPS station: interview, sworn statement, docket, registration on CAS. Free; it need not be the station where the client lives.",
        `${cape}; Gauteng \u201cReporting a Crime\u201d page; ${guide}`,
        "V",
      ),
      fact("CAS number: given by SMS or by phone, and needed for every later enquiry.", `${cape}; ${guide}`, "V"),
      fact(
        "Detective: the docket is allocated on the next working day in the description read. The detective is the contact for all enquiries, the victim is entitled to feedback, and reports a change of address or phone.",
        "citizen.co.za/rekord 2018-06-22",
        "V2",
      ),
      fact("Crime Stop 08600 10111: anonymous tips. No docket, no CAS number.", `${cape}; ${guide}`, "V"),
      fact("MySAPS app: tips, and finding a station. No docket.", guide, "S"),
      fact("SAPS head office switchboard: +27 12 393 1000.", `${guide}; navigatingsouthafrica.co.za`, "V2"),
      fact(
        "Hawks (DPCI): serious, organised, commercial and high-value matters, police to police or through the station. Head office in Silverton.",
        guide,
        "S",
      ),
      fact(
        "INTERPOL NCB Pretoria, inside SAPS: police to police only. The victim cannot file; the investigating officer reaches it.",
        guide,
        "S",
      ),
      fact(
        "National Prosecuting Authority: decides on prosecution and applies for letters of request. Representations can be made against a decision not to prosecute; a nolle prosequi certificate opens private prosecution (CPA 51 of 1977 s 7).",
        general,
        "G",
      ),
      fact(
        "Central authority: the Director-General of Justice and Constitutional Development (Chief Directorate International Legal Relations) sends and receives requests for legal assistance and extradition.",
        "2020 ministerial statement (bushbuckridgenews.co.za); justice.gov.za/ilr/ilr.html, /about.html",
        "V",
      ),
      fact(
        "Information Regulator: see its complaint below.",
        "inforegulator.org.za/?p=7037; POPIA Regulations 2018 reg 7",
        "V",
      ),
      fact("Film and Publication Board: see its complaint below.", "legalbrief.co.za", "V2"),
      fact(
        "Magistrate's court, clerk of the court: PHA and DVA protection orders; after-hours applications are possible.",
        "PHA s 2(5), directives reg 3 (acts.co.za)",
        "V",
      ),
    ],
  },
  {
    key: "za-sworn-statement",
    section: "1.2",
    jurisdiction: "ZA",
    title: "What a sworn statement holds",
    items: [
      fact(
        "Oaths are governed by Act 16 of 1963 and GN R1258 of 21 July 1972. Police officials are commissioners by office.",
        "Act 16 of 1963; GN R1258 of 1972",
        "G",
      ),
      fact(
        "Full names, ID or passport number, age, occupation, addresses (on a separate confidential sheet if need be) and contact numbers.",
        practice,
        "G",
      ),
      fact(
        "Numbered paragraphs, first person, in order of time; how the deponent knows the facts; the words as sent, with date and time (SAST, UTC+2), platform, address, account name and numeric id.",
        practice,
        "G",
      ),
      fact(
        "The effect on the deponent; whether the sender was told to stop; earlier orders or case numbers; \u201cI did not give consent\u201d; willingness to testify; annexures with their hashes.",
        practice,
        "G",
      ),
      fact(
        "Oath questions, a signature on every page before the commissioner, and the commissioner's names, designation, business address, force number, date, place and stamp.",
        practice,
        "G",
      ),
      fact("Signing in a video call is contested: plan to be there in person.", practice, "G", "C"),
      fact(
        "Signed abroad: at a South African mission, or before a notary with an apostille (both countries are party to the Apostille Convention).",
        general,
        "G",
      ),
      fact(
        "The US counterpart is an unsworn declaration under penalty of perjury, 28 USC 1746.",
        "Named as the form for a 902(13)/(14) certificate",
        "V2",
      ),
    ],
  },
  {
    key: "za-docket",
    section: "1.3",
    jurisdiction: "ZA",
    title: "Docket and CAS number",
    items: [
      fact(
        "A CAS number reads: station, CAS, serial/month/year. The serial starts afresh each month at each station, so it is unique only with its station. No official page gives the form.",
        "Practice",
        "G",
        "C",
      ),
      fact(
        "An Occurrence Book entry is not a CAS number: no docket, no investigation. Treat it as reported and not registered.",
        "Practice",
        "G",
      ),
      fact(
        "CAS is the Crime Administration System. ICDMS produces e-dockets and is used by detectives.",
        "baydu.co.za 2020-03-05; issafrica.org",
        "V2",
      ),
      fact(
        "States of a matter: statement taken, registered, assigned, under investigation, with the prosecutor, undetected or filed, withdrawn, in court, finalised.",
        practice,
        "G",
      ),
    ],
  },
  {
    key: "za-duty-to-register",
    section: "1.3",
    jurisdiction: "ZA",
    title: "A station's duty, and the rungs of a complaint",
    items: [
      {
        text: "A member must take a comprehensive affidavit and attend to every complaint at once. The complainant may not be sent to another station, even if the crime happened elsewhere. Not knowing the suspect, or \u201cnot serious enough\u201d, is no ground. Failing in this is disciplinary.",
        sources: [
          cite("Duty to register.", ni3, "V2"),
          cite("Its title and full text were not verified.", "Open point 6 of the reference", "C"),
        ],
      },
      fact("Rung 0: shift or CSC commander on the spot, with name, force number, date, time. Same day.", ni3, "V2"),
      {
        text: "Rung 1: station commander, in writing, with a copy of the statement. Our default is 3 working days.",
        sources: [
          cite("Route.", "fishhoekcpf.co.za; unisasapplication.co.za", "V2"),
          cite("3 working days.", "Our own rule", "G"),
        ],
      },
      {
        text: "Rung 2: cluster or district commander; provincial complaints co-ordinator (Management Intervention), with the first letter and proof. Our default is 7 days.",
        sources: [
          cite("Route.", "fishhoekcpf.co.za; unisasapplication.co.za", "V2"),
          cite("7 days.", "Our own rule", "G"),
        ],
      },
      {
        text: "Rung 3: SAPS National Service Complaints Centre, with full name, ID number, addresses, phone, e-mail, province, station, case number if any, members involved and what happened. Our default is 14 days.",
        sources: [
          cite("Minimum data.", "fishhoekcpf.co.za; unisasapplication.co.za mirror of the SAPS page", "V2"),
          cite("14 days.", "Our own rule", "G"),
          cite("Its phone number was not captured.", "Open point 5 of the reference", "C"),
        ],
      },
      fact(
        "Rung 4: Civilian Secretariat or provincial secretariat, in writing and signed: name, ID number, contact, nature and basis, relevant information, what is asked for. Written consent when for another. Acknowledged in writing within 5 working days.",
        "Civilian Secretariat for Police Service Regulations 2016, reg 17 (GN 1389; acts.co.za)",
        "V",
      ),
      fact(
        "Rung 5: IPID (Act 1 of 2011 s 28) for crime or serious misconduct by police: death, assault, torture, rape by police, discharge of a firearm, corruption. Organisations may lodge. A bare refusal normally goes to rungs 3 and 4.",
        "houtbaycpf.org.za; general knowledge",
        "V2",
        "G",
      ),
      fact(
        "Rung 6: Public Protector; SA Human Rights Commission; Western Cape Police Ombudsman in that province only; High Court mandamus.",
        general,
        "V2",
        "G",
      ),
      fact(
        "Domestic violence: a member's failure in duties under the Act is misconduct, reported to the Secretariat.",
        "Domestic Violence Act s 18",
        "G",
      ),
    ],
  },
];
