import type { LawNote } from "@/lib/jurisdictions/types";
import { interpolNotes } from "./notes-interpol";
import { minors } from "./notes-minors";
import { platformNotes } from "./notes-platforms";
import { treatyNotes } from "./notes-treaty";

/** Bodies of facts that belong to no one country (domain reference 5, 6, 8 and 12.8). */
export const notes: LawNote[] = [...treatyNotes, ...interpolNotes, ...platformNotes, minors];
