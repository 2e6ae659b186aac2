import { cite } from "@/lib/jurisdictions/common/cite";
import type { Agency } from "@/lib/jurisdictions/types";

const guide = "Reporting guide";

/** United States bodies, with the contacts that the sources give and no others. */
export const agencies: Agency[] = [
  {
    key: "ic3",
    name: "FBI Internet Crime Complaint Center (IC3)",
    jurisdiction: "US",
    does: "Takes complaints, from abroad too, and may refer them. It takes no files and gives no updates.",
    officialsOnly: false,
    contacts: [
      { label: "Complaint form, type the address yourself", value: "www.ic3.gov", href: "https://www.ic3.gov" },
    ],
    sources: [
      cite("Accepts international complaints and may refer them.", guide, "S"),
      cite(
        "Either the victim or the alleged subject is in the US; someone may file for the victim.",
        "Mirrors of the IC3 FAQ",
        "V2",
      ),
      cite("False IC3 sites exist: use the one exact address.", "FBI notice of 19 Sep 2025, as reported", "V2"),
    ],
  },
  {
    key: "fbi_tips",
    name: "FBI tip line",
    jurisdiction: "US",
    does: "Tips on federal crime. No case number comes back.",
    officialsOnly: false,
    contacts: [
      { label: "Tip form", value: "tips.fbi.gov", href: "https://tips.fbi.gov" },
      { label: "Phone", value: "1-800-CALL-FBI" },
    ],
    sources: [cite("tips.fbi.gov beside IC3.", guide, "S"), cite("1-800-CALL-FBI.", "Secondary source", "V2")],
  },
  {
    key: "fbi",
    name: "FBI",
    jurisdiction: "US",
    does: "Opens a federal case; then data held in the US needs no treaty request.",
    officialsOnly: true,
    contacts: [],
    sources: [cite("A federal case is opened by way of the FBI.", guide, "S")],
  },
  {
    key: "interpol_washington",
    name: "INTERPOL Washington (US NCB)",
    jurisdiction: "US",
    does: "The US contact point for INTERPOL, inside the DOJ. It hears only from police.",
    officialsOnly: true,
    contacts: [],
    sources: [
      cite("US NCB inside the DOJ; 196 members.", guide, "S"),
      cite(
        "Seven things it asks of an incoming request.",
        "Archived Justice Manual, Organization and Functions Manual 5, justice.gov/archives",
        "V",
        "C",
      ),
    ],
  },
  {
    key: "oia",
    name: "DOJ Office of International Affairs (OIA)",
    jurisdiction: "US",
    does: "The US central authority. It sends US requests abroad, and has foreign ones put before a US judge.",
    officialsOnly: true,
    contacts: [],
    sources: [
      cite("The US side of a treaty request or letter rogatory.", guide, "S"),
      cite("Its own checklist and contacts were not verified, so none is shown.", "Open point 3 of the reference", "C"),
    ],
  },
  {
    key: "us_police",
    name: "US police department or sheriff",
    jurisdiction: "US",
    does: "Takes a local report: where the client lives, or where the subject is known to live.",
    officialsOnly: false,
    contacts: [],
    sources: [cite("State crimes are reported where the subject lives or acted.", "General knowledge", "G")],
  },
  {
    key: "us_state_court",
    name: "US state court",
    jurisdiction: "US",
    does: "Makes protective orders. The rules differ by state.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite(
        "A state order is enforceable against a respondent in the US once served.",
        `${guide}; 18 USC 2265`,
        "S",
        "V",
      ),
    ],
  },
  {
    key: "us_federal_court",
    name: "US federal court",
    jurisdiction: "US",
    does: "Orders a company to answer on a foreign request.",
    officialsOnly: true,
    contacts: [],
    sources: [cite("A federal judge may issue orders to carry out a foreign request.", "18 USC 3512", "V")],
  },
  {
    key: "ftc",
    name: "Federal Trade Commission",
    jurisdiction: "US",
    does: "Enforces the 48-hour removal duty against platforms.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite("Failure to remove is an unfair or deceptive practice.", "47 USC 223a", "V"),
      cite("The complaint page was not found, so none is shown.", "Open point 13 of the reference", "C"),
    ],
  },
  {
    key: "us_emergency",
    name: "US emergency line",
    jurisdiction: "US",
    does: "Immediate danger only.",
    officialsOnly: false,
    contacts: [{ label: "Any phone", value: "911", href: "tel:911" }],
    sources: [cite("911 for local danger in the United States.", "General knowledge", "G")],
  },
  {
    key: "ncmec",
    name: "NCMEC CyberTipline",
    jurisdiction: "US",
    does: "Reports about sexual material of a person under 18. Never send the picture to us.",
    officialsOnly: false,
    contacts: [],
    sources: [
      cite("CyberTipline if a minor is concerned.", "General knowledge", "G"),
      cite("The address of its form was not read, so none is shown.", "Domain reference, no source", "C"),
    ],
  },
  {
    key: "us_attorney",
    name: "US attorney",
    jurisdiction: "US",
    does: "Federal prosecutor. Asks other countries through OIA, and puts their requests before a US judge.",
    officialsOnly: true,
    contacts: [],
    sources: [
      cite("FBI or US attorney, then OIA.", "General knowledge", "G"),
      cite("A government attorney applies to the judge.", "18 USC 3512", "V"),
    ],
  },
];
