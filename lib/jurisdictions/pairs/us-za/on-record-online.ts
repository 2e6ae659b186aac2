import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft, Prerequisite } from "@/lib/jurisdictions/types";
import { takeStep } from "../take-step";
import { investigateThere as fromAbroad } from "../za-us/investigate-there";
import { onRecordThere } from "../za-us/on-record-there";

const guide = "Reporting guide";
const proofFirst: Prerequisite = {
  need: "step",
  step: "preserve-evidence",
  at: "done",
  opens: "when the first exhibit is kept",
};

/** Level 2, home side: federal reports and the platforms, which are at home here. */
export const onRecordOnline: PlaybookStepDraft[] = [
  takeStep(onRecordThere, "ic3", {
    side: "home",
    guidance: [
      "File beside the local police report, not instead of it, and quote its number.",
      "Either the victim or the alleged subject is in the US: a client here may file about a sender abroad.",
      "Type www.ic3.gov yourself. False copies of the site exist, and IC3 never asks for money.",
      "Paste the prepared text. IC3 takes no files, so paste e-mail headers and keep the originals.",
      "The confirmation is shown once. Save the page and record the submission ID before you close it.",
      "IC3 gives no updates. Add news by a new complaint that quotes the old ID.",
    ],
    ifStalled: "No reply is normal. Give the ID to the officer and to the FBI field office.",
    sources: [
      cite("Who may file; no files; referral is at its discretion.", "Mirrors of the IC3 FAQ", "V2"),
      cite("The same forms for a US victim, with the local report number.", "General knowledge", "G"),
      cite("Confirmation once, no status look-up.", "Practice", "G", "C"),
    ],
  }),
  takeStep(fromAbroad, "fbi-tip", {
    side: "home",
    guidance: [
      "Send it at tips.fbi.gov, beside the IC3 complaint and not in its place.",
      "Quote the IC3 submission ID and the local report number. Ask for the FBI field office of the area.",
      "Say plainly which words were a threat and when they were sent.",
      "No case number comes back. Mark the step as sent.",
    ],
    sources: [
      cite("tips.fbi.gov beside IC3.", guide, "S"),
      cite("Field office and local report number for a US victim.", "General knowledge", "G"),
      cite("No case number for the tipster.", "Practice", "G", "C"),
    ],
  }),
  {
    key: "cybertipline",
    title: "NCMEC CyberTipline",
    side: "home",
    act: "Report to the NCMEC CyberTipline",
    summary: "Pictures of a person under 18",
    whoMaySend: "Client or advocate",
    whoIcon: "users",
    sendableByUs: true,
    prerequisites: [proofFirst],
    produces: { references: ["cybertipline"], document: "cybertipline_facts" },
    doneWhen: [{ by: "reference", anyOf: ["cybertipline"] }, { by: "outcome" }],
    waitsOn: "NCMEC",
    clocks: [],
    notNeeded: [{ when: "without_trait", trait: "intimate_images", say: "No intimate images" }],
    skippable: true,
    optional: true,
    notifiesSubject: null,
    agencies: ["ncmec", "take_it_down"],
    guidance: [
      "Use this when the person shown is under 18, or was when the picture was made.",
      "Never upload, copy or keep the picture here. Record only the address, the account and the time.",
      "For removal use takeitdown.ncmec.org as well: it is anonymous and works worldwide.",
      "Record the report number and give it to the officer.",
    ],
    ifStalled: "Give the number to the officer and ask what was done with it.",
    ifRefused: "Go to the police with the address, the account and the time alone.",
    sources: [
      cite("CyberTipline if a minor is concerned.", "General knowledge", "G"),
      cite("takeitdown.ncmec.org: under 18, worldwide, anonymous.", "takeitdown.ncmec.org", "V2"),
      cite("Possession is an offence in both countries: nothing is kept.", "18 USC 2252A; FPA s 24B", "V", "G"),
    ],
  },
  takeStep(onRecordThere, "platform-reports", { side: "home" }),
  takeStep(onRecordThere, "take-it-down", { side: "home" }),
  takeStep(onRecordThere, "stopncii", { side: "home" }),
];
