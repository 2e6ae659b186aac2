import { cite } from "@/lib/jurisdictions/common/cite";
import type { PlaybookStepDraft } from "@/lib/jurisdictions/types";
import { takeStep } from "../take-step";
import { investigateHome as atItsHome } from "../za-us/investigate-home";

/** Level 2, there side: what a client abroad may send to bodies in South Africa directly. */
export const onRecordThere: PlaybookStepDraft[] = [
  takeStep(atItsHome, "information-regulator", {
    side: "there",
    guidance: [
      "Strong here: use it against an employer, site, business or data broker in South Africa that gave out personal data.",
      "Use Form 5 or the eServices portal. In the portal, register a profile first.",
      "The client may complain, and so may someone who acts for the client or in the public interest.",
      "The Regulator must help to put the complaint in writing.",
      "It is no help against personal or household use by the harasser alone.",
    ],
    ifStalled: "Write to the enquiries address with the complaint number.",
  }),
  takeStep(atItsHome, "film-board", {
    side: "there",
    ifRefused: "Go on with the TAKE IT DOWN notice, and with the notice to the South African host.",
  }),
  {
    key: "ecta-takedown",
    title: "Take-down notice, ECTA s 77",
    side: "there",
    act: "Send a take-down notice to the South African host",
    summary: "For pages that are hosted in South Africa",
    whoMaySend: "Client or advocate",
    whoIcon: "users",
    sendableByUs: true,
    prerequisites: [{ need: "step", step: "preserve-evidence", at: "done", opens: "when the first exhibit is kept" }],
    produces: { references: ["ecta_notice"], document: "host_takedown" },
    doneWhen: [{ by: "reference", anyOf: ["ecta_notice"] }, { by: "outcome" }],
    waitsOn: "host",
    clocks: [],
    notNeeded: [],
    skippable: true,
    optional: true,
    removesContent: true,
    notifiesSubject: "The host may tell the one who put it there. Removal shows the subject that somebody reported.",
    agencies: ["za_host"],
    guidance: [
      "Only for content on a server in South Africa. Look up the host first.",
      "Send it to the internet provider or to ISPA.",
      "Give name and address, a signature, the right that is infringed, the exact material, what should be done, and how to reach you.",
      "State that it is made in good faith and that it is true.",
      "The client's address goes on it: ask the client first, or let the advocate sign with written authority.",
    ],
    ifStalled: "Send it again to ISPA, with the first notice and its date.",
    ifRefused: "Ask which part is missing, mend it and send again. Use the Film and Publication Board for images.",
    sources: [cite("Contents of the notice; through the provider or ISPA.", "ECTA 25 of 2002 s 77", "G")],
  },
];
