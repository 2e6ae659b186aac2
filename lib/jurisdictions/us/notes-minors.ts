import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const general = "General knowledge";

/** Where an image of a person under 18 is reported in the United States (domain reference 0, 3.1, 7 and 12.8). */
export const minors: LawNote = {
  key: "us-image-of-minor",
  section: "12.8",
  jurisdiction: "US",
  topic: "image_of_minor",
  title: "United States",
  routes: [
    {
      agency: "ncmec",
      act: "Report the address, the account and the time. Record the number of the report.",
      references: ["cybertipline"],
      sources: [cite("Route for a minor: CyberTipline; no upload.", "Domain reference 7 and 12.8", "G")],
    },
    {
      agency: "us_police",
      act: "For a client there: report to the local police as well, with the number of the CyberTipline report.",
      references: ["us_police_report"],
      sources: [cite("Local police report number beside the CyberTipline.", general, "G")],
    },
  ],
  items: [
    fact(
      "Child sexual abuse material is a federal offence, also when the picture was made up or altered.",
      "18 USC 2252A, also 2251 and 1466A; general knowledge",
      "G",
    ),
    {
      text: "Publishing an intimate picture of a minor to abuse, humiliate or arouse is an offence of its own, and so is the threat to.",
      sources: [
        cite("Minors: intent to abuse, humiliate or arouse; threats also.", "47 USC 223(h), Pub. L. 119-12", "V"),
        cite("The years of its penalties.", general, "G"),
      ],
    },
  ],
};
