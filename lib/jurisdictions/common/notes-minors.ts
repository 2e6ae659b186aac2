import { cite, fact } from "@/lib/jurisdictions/common/cite";
import type { LawNote } from "@/lib/jurisdictions/types";

const general = "General knowledge";

/** What holds everywhere about an image of a person under 18 (domain reference 0, 8, 10.2 and 12.8). */
export const minors: LawNote = {
  key: "image-of-minor",
  section: "12.8",
  jurisdiction: "",
  topic: "image_of_minor",
  title: "In every country",
  routes: [
    {
      agency: "take_it_down",
      act: "The person shown, or who cares for them, asks for removal there. It is anonymous and works worldwide.",
      references: ["take_it_down"],
      sources: [cite("Under 18, worldwide, anonymous.", "takeitdown.ncmec.org", "V2")],
    },
    {
      agency: "platform",
      act: "Report the address with the platform’s own report form. Send no copy.",
      references: ["platform_report"],
      sources: [cite("Victims and advocates report in the product or by web form.", "Domain reference 8", "G")],
    },
  ],
  items: [
    {
      text: "No sexual image of a person under 18 is uploaded, copied, or hashed and kept by us. Only the address, the account, the time and the report’s number are recorded.",
      sources: [
        cite("Possession and distribution are offences in both countries of the first pair.", "18 USC 2252A", "G"),
        cite("The same.", "Films and Publications Act 65 of 1996 s 24B", "V", "G"),
      ],
    },
    fact(
      "Removal can destroy the proof, and only police can ask a provider to preserve it. Tell the officer on the same day, and note what was lost.",
      general,
      "G",
    ),
    fact(
      "A guardian signs for a person under 18, and the young person is asked too. Who abuses a minor may not consent for them.",
      general,
      "G",
    ),
  ],
};
