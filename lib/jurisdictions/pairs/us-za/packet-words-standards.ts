import type { PacketStandard } from "@/lib/jurisdictions/packet-word-types";

/** Section 3: what South Africa asks for, by class of data, as far as it was read (domain reference 2.3, 2.5). */
export const standards: PacketStandard[] = [
  {
    row: "subscriber",
    band: "Subscriber",
    law: ["L21", "L6"],
    text: "Subpoena under section 205 of the Criminal Procedure Act, or examination and subpoena by the magistrate on the request. Threshold not read.",
  },
  {
    row: "traffic",
    band: "Traffic (logs)",
    law: ["L21", "L6"],
    text: "Section 205 subpoena or a direction under RICA. Threshold not read.",
  },
  {
    row: "content",
    band: "Content and devices",
    law: ["L21", "L22"],
    text: "Direction under RICA; search and seizure with a warrant under the Cybercrimes Act ss 26–40(2). Threshold not read.",
  },
  {
    row: "preservation",
    band: "Preservation",
    law: ["L20", "L38"],
    text: "Preservation directions of the Cybercrimes Act (ss 41, 42) are not in force: do not ask for them. Ask a South African provider to keep data voluntarily. A US provider keeps on a US officer’s letter, 90 days and 90 more.",
  },
  {
    row: "emergency",
    band: "Emergency",
    law: ["L39", "L40"],
    text: "No South African provision on emergency disclosure was read. Danger there: 10111 or 112. A US provider may disclose on a good-faith belief of danger of death or serious physical injury. Police only.",
  },
];
