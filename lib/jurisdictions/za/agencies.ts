import { cite } from "@/lib/jurisdictions/common/cite";
import type { Agency } from "@/lib/jurisdictions/types";

const guide = "Reporting guide";

/** South African bodies, with the contacts that the sources give and no others. */
export const agencies: Agency[] = [
  {
    key: "saps_emergency",
    name: "SAPS emergency (Flying Squad)",
    jurisdiction: "ZA",
    does: "Immediate danger only.",
    officialsOnly: false,
    contacts: [
      { label: "Any phone", value: "10111", href: "tel:10111" },
      { label: "Mobile phone", value: "112", href: "tel:112" },
    ],
    sources: [
      cite(
        "10111 from any phone, 112 from a mobile phone.",
        `${guide}; westerncape.gov.za/service/reporting-crime`,
        "V",
      ),
    ],
  },
  {
    key: "saps_station",
    name: "SAPS Community Service Centre",
    jurisdiction: "ZA",
    does: "Takes the sworn statement, opens the docket and registers it on CAS. Any station; it is free.",
    officialsOnly: false,
    contacts: [{ label: "SAPS head office switchboard", value: "+27 12 393 1000", href: "tel:+27123931000" }],
    sources: [
      cite(
        "Any station takes the statement, opens the docket and registers it; it need not be the station where the client lives.",
        `westerncape.gov.za; Gauteng "Reporting a Crime" page; ${guide}`,
        "V",
      ),
      cite("Head office switchboard.", `${guide}; navigatingsouthafrica.co.za`, "V2"),
    ],
  },
  {
    key: "saps_fcs",
    name: "SAPS FCS unit",
    jurisdiction: "ZA",
    does: "The police unit for a matter that concerns a person under 18. Ask for it at any SAPS station.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite("For a minor: SAPS FCS.", "Domain reference 12.8", "G", "C"),
      cite("Its contacts were not captured, so none is shown.", "Open point 5 of the reference", "C"),
    ],
  },
  {
    key: "crime_stop",
    name: "Crime Stop and the MySAPS app",
    jurisdiction: "ZA",
    does: "Anonymous tips. Opens no docket and gives no CAS number.",
    officialsOnly: false,
    contacts: [{ label: "Crime Stop", value: "08600 10111", href: "tel:0860010111" }],
    sources: [
      cite("Crime Stop: anonymous tips; no docket, no CAS number.", `westerncape.gov.za; ${guide}`, "V"),
      cite("MySAPS app: tips and finding a station; no docket.", guide, "S"),
    ],
  },
  {
    key: "dpci",
    name: "DPCI (Hawks)",
    jurisdiction: "ZA",
    does: "Serious, organised, commercial and high-value crime. Reached through the station or police to police.",
    officialsOnly: true,
    contacts: [{ label: "Head office", value: "Silverton, Pretoria" }],
    sources: [
      cite("Escalate when a matter is high-value or organised, or a station is not progressing it.", guide, "S"),
      cite("Phone numbers and e-mail were not verified, so none is shown.", "Open point 5 of the reference", "C"),
    ],
  },
  {
    key: "ncb_pretoria",
    name: "INTERPOL NCB Pretoria",
    jurisdiction: "ZA",
    does: "Carries messages police to police. The investigating officer reaches it; the public cannot.",
    officialsOnly: true,
    contacts: [],
    sources: [cite("Sits within SAPS; police to police only.", guide, "S")],
  },
  {
    key: "npa",
    name: "National Prosecuting Authority",
    jurisdiction: "ZA",
    does: "Decides on prosecution and applies for letters of request.",
    officialsOnly: true,
    contacts: [],
    sources: [
      cite(
        "The Director of Public Prosecutions of the division decides; drafts and applies for letters of request.",
        "General knowledge",
        "G",
      ),
    ],
  },
  {
    key: "doj_cd",
    name: "Central authority: Department of Justice and Constitutional Development",
    jurisdiction: "ZA",
    does: "The Director-General sends and receives requests for legal assistance.",
    officialsOnly: true,
    contacts: [],
    sources: [
      cite("Director-General, Chief Directorate International Legal Relations.", "justice.gov.za/ilr/ilr.html", "V"),
      cite("Postal and e-mail contacts were not verified, so none is shown.", "Open point 3 of the reference", "C"),
    ],
  },
  {
    key: "magistrate",
    name: "Magistrate's court, clerk of the court",
    jurisdiction: "ZA",
    does: "Protection orders under the Protection from Harassment Act and the Domestic Violence Act.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite("Applications to the clerk; urgent ones after hours too.", "PHA s 2(5), directives reg 3 (acts.co.za)", "V"),
    ],
  },
  {
    key: "information_regulator",
    name: "Information Regulator",
    jurisdiction: "ZA",
    does: "Complaints about personal information, such as doxxing by a business, site or employer.",
    officialsOnly: false,
    contacts: [
      { label: "Enquiries", value: "010 023 5200", href: "tel:0100235200" },
      { label: "Toll-free", value: "0800 017 160", href: "tel:0800017160" },
      {
        label: "E-mail, enquiries",
        value: "enquiries@inforegulator.org.za",
        href: "mailto:enquiries@inforegulator.org.za",
      },
      {
        label: "E-mail, complaints",
        value: "POPIAComplaints@inforegulator.org.za",
        href: "mailto:POPIAComplaints@inforegulator.org.za",
      },
      {
        label: "eServices portal",
        value: "eservices.inforegulator.org.za",
        href: "https://eservices.inforegulator.org.za/",
      },
    ],
    sources: [
      cite("Form 5 or the eServices portal; complaints e-mail.", `inforegulator.org.za/?p=7037; ${guide}`, "V"),
      cite("Phone numbers and enquiries e-mail.", guide, "S"),
    ],
  },
  {
    key: "fpb",
    name: "Film and Publication Board",
    jurisdiction: "ZA",
    does: "May issue a take-down notice and refer to its enforcement committee. Any person may complain.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite("Any person may complain; the Board may issue a take-down notice.", "legalbrief.co.za", "V2"),
      cite("Contacts were not verified, so none is shown.", "Open point 5 of the reference", "C"),
    ],
  },
  {
    key: "civilian_secretariat",
    name: "Civilian Secretariat for Police Service",
    jurisdiction: "ZA",
    does: "Written, signed complaints about police service, acknowledged within 5 working days.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite(
        "Complaints in writing; written consent when for another person.",
        "Civilian Secretariat for Police Service Regulations 2016, reg 17 (GN 1389; acts.co.za)",
        "V",
      ),
    ],
  },
  {
    key: "ipid",
    name: "Independent Police Investigative Directorate (IPID)",
    jurisdiction: "ZA",
    does: "Crime or serious misconduct by police. A bare refusal to open a case is normally not in its list.",
    officialsOnly: false,
    contacts: [],
    sources: [cite("Act 1 of 2011 s 28; organisations may lodge.", "houtbaycpf.org.za", "V2", "G")],
  },
  {
    key: "za_host",
    name: "Host or provider in South Africa, or ISPA",
    jurisdiction: "ZA",
    does: "Takes a take-down notice for content that is hosted in South Africa.",
    officialsOnly: false,
    contacts: [],
    sources: [cite("Take-down notice through the provider or ISPA.", "ECTA 25 of 2002 s 77", "G")],
  },
];
