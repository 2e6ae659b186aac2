import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";
import { takeStep } from "../take-step";
import { keepSafe as sameAtHome } from "../za-us/keep-safe";

/** Level 1: keep safe, keep proof. Safe contact and the keeping of proof are the same in every country. */
export const keepSafe: PlaybookStepDraft[] = [
  takeStep(sameAtHome, "emergency", {
    title: "Emergency: 911",
    agencies: ["us_emergency", "saps_emergency"],
    guidance: [
      "If the client is in danger now, phone before you type anything. The local line in the United States is 911.",
      "If someone in South Africa is in danger, the lines there are 10111, and 112 from a mobile phone.",
      "A company may give data at once when a life is at risk. Only the police can ask for it: give the officer the emergency-disclosure text.",
      "Record what was said and done as the outcome. Then go on with the other steps.",
    ],
    ifStalled: "If nobody comes, phone again, ask for a supervisor and note the name and the time.",
    ifRefused: "Note the name, the time and the words used. Go to the nearest police if it is safe to do so.",
    sources: [
      cite("911 for local danger in the United States.", "General knowledge", "G"),
      cite("10111, or 112 from a mobile phone, in South Africa.", "westerncape.gov.za/service/reporting-crime", "V"),
      cite(
        "A provider may disclose when it believes in good faith that death or serious injury threatens.",
        "18 USC 2702(b)(8), (c)(4)",
        "V2",
      ),
    ],
  }),
  takeStep(sameAtHome, "safe-contact"),
  takeStep(sameAtHome, "preserve-evidence", {
    sources: [
      cite("Preserve dated screenshots, URLs, usernames and headers first.", "Reporting guide", "S"),
      cite(
        "Data copied from a file is authenticated by its hash, with a certificate.",
        "FRE 902(14), text quoted (jhany.com, allaboutediscovery.com)",
        "V2",
      ),
      cite(
        "Capture, then preservation by police, then the platform report.",
        "Practice, domain reference section 8",
        "G",
      ),
    ],
  }),
];
