import { cite } from "@/lib/jurisdictions/common/cite";
import type { Agency } from "@/lib/jurisdictions/types";

/** Services that serve every country. */
export const agencies: Agency[] = [
  {
    key: "stopncii",
    name: "StopNCII.org",
    jurisdiction: "",
    does: "For adults. Makes a hash on the device; the picture never leaves it.",
    officialsOnly: false,
    contacts: [{ label: "Site", value: "stopncii.org", href: "https://stopncii.org" }],
    sources: [
      cite("18 and over, hash made on the device.", "StopNCII.org", "V2"),
      cite("Gives a case number and a PIN.", "Practice", "G"),
    ],
  },
  {
    key: "take_it_down",
    name: "Take It Down (NCMEC)",
    jurisdiction: "",
    does: "For pictures of a person under 18. Anonymous and worldwide.",
    officialsOnly: false,
    contacts: [{ label: "Site", value: "takeitdown.ncmec.org", href: "https://takeitdown.ncmec.org" }],
    sources: [cite("Under 18, worldwide, anonymous.", "takeitdown.ncmec.org", "V2")],
  },
  {
    key: "platform",
    name: "The platform itself",
    jurisdiction: "",
    does: "Takes reports in the product or by web form; portals for police are not for us.",
    officialsOnly: false,
    contacts: [],
    sources: [cite("Platform reporting is the front-line removal tool.", "Reporting guide", "S")],
  },
];
