import type { PacketStandard } from "@/lib/jurisdictions/packet-word-types";

/** Section 3: what a US authority or provider asks for, by class of data (domain reference 3.4). */
export const standards: PacketStandard[] = [
  {
    row: "subscriber",
    band: "Subscriber",
    law: ["L17"],
    text: "Subpoena; relevance to an official investigation.",
  },
  {
    row: "traffic",
    band: "Traffic (logs)",
    law: ["L18"],
    text: "Order under 2703(d): specific and articulable facts; relevant and material to an ongoing criminal investigation.",
  },
  {
    row: "content",
    band: "Content",
    law: ["L19", "L20"],
    text: "Search warrant; probable cause. On a foreign request only for conduct punishable by more than one year.",
  },
  {
    row: "preservation",
    band: "Preservation",
    law: ["L21"],
    text: "Letter from a governmental entity; no threshold; 90 days, 90 more on a renewed request. Police only.",
  },
  {
    row: "emergency",
    band: "Emergency disclosure",
    law: ["L22"],
    text: "Voluntary by the provider on a good-faith belief of danger of death or serious physical injury, without delay. Police only.",
  },
];
