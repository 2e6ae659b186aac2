import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";

const police = "fishhoekcpf.co.za; unisasapplication.co.za";

const ni3 = "SAPS National Instruction 3 of 2011 (nca247.org.za and a circulated extract)";

/** The duty to register, as it can be said at the counter (domain reference 1.3). */
export const dutyToRegister: NonNullable<PlaybookStepDraft["onTheSpot"]> = [
  {
    text: "A member must take a comprehensive affidavit.",
    sources: [cite("Duty to take an affidavit.", ni3, "V2")],
  },
  {
    text: "A member may not send the complainant to another station, even if the crime happened elsewhere.",
    sources: [cite("No sending away.", ni3, "V2")],
  },
  {
    text: "Every complaint gets immediate attention.",
    sources: [cite("Immediate attention to every complaint.", ni3, "V2")],
  },
  {
    text: "Not knowing the suspect\u2019s name, or \u201cnot serious enough\u201d, is no ground for refusal.",
    sources: [cite("No ground for refusal.", ni3, "V2")],
  },
  {
    text: "Not keeping to the instruction is a disciplinary matter.",
    sources: [cite("Non-compliance is disciplinary.", ni3, "V2")],
  },
];

/** The rungs of a complaint about a refusal, lowest first (domain reference 1.3). */
export const refusalRungs: NonNullable<PlaybookStepDraft["rungs"]> = [
  {
    key: "shift-commander",
    to: "Shift or Community Service Centre commander, on the spot",
    send: "Name, force number, date and time, and National Instruction 3 of 2011",
    clock: "Same day",
    document: "refusal_complaint",
    sources: [cite("Complain on the spot first.", "SAPS National Instruction 3 of 2011 (extract)", "V2")],
  },
  {
    key: "station-commander",
    to: "Station commander, in writing",
    send: "The same, and a copy of the statement",
    clock: "3 working days, our default",
    clockCode: "T-RUNG-1",
    document: "refusal_complaint",
    sources: [
      cite("Written complaint to the station commander.", police, "V2"),
      cite("3 working days.", "Our own rule", "G"),
    ],
  },
  {
    key: "cluster-province",
    to: "Cluster or district commander, provincial complaints co-ordinator",
    send: "The letter to the station commander and proof that it was sent",
    clock: "7 days, our default",
    clockCode: "T-RUNG-2",
    document: "refusal_complaint",
    sources: [cite("Provincial Management Intervention takes complaints.", police, "V2")],
  },
  {
    key: "national-complaints",
    to: "SAPS National Service Complaints Centre",
    send: "Full name, ID number, addresses, phone, e-mail, province, station, case number if any, members involved, what happened",
    clock: "14 days, our default",
    clockCode: "T-RUNG-3",
    document: "refusal_complaint",
    sources: [
      cite("Minimum data of a service complaint.", police, "V2"),
      cite("Its phone number was not captured.", "Open point 5", "C"),
    ],
  },
  {
    key: "civilian-secretariat",
    to: "Civilian Secretariat for Police Service",
    send: "Signed writing: name, ID number, contact, nature and basis, what you ask for; written consent when for another",
    clock: "Acknowledged in writing within 5 working days",
    clockCode: "T-CIVSEC",
    document: "refusal_complaint",
    authority: "secretariat",
    sources: [
      cite("Contents, consent and 5 working days.", "Civilian Secretariat Regulations 2016, reg 17 (GN 1389)", "V"),
      cite("A member who fails in domestic violence duties is reported here too.", "Domestic Violence Act s 18", "G"),
    ],
  },
  {
    key: "ipid",
    to: "IPID, only where it fits",
    send: "Facts of police crime or serious misconduct",
    clock: "No set time",
    document: "refusal_complaint",
    sources: [cite("A bare refusal is normally not in its list.", "houtbaycpf.org.za; Act 1 of 2011 s 28", "V2", "G")],
  },
  {
    key: "later",
    to: "Public Protector, Human Rights Commission, provincial ombudsman, High Court",
    send: "The whole file, through counsel",
    clock: "No set time",
    document: "refusal_complaint",
    sources: [cite("Later routes.", "General knowledge", "V2", "G")],
  },
];
