import type { NoteKind } from "@/lib/casework/notes/types";

export type ArrivalKind = "note" | "intake" | "file";

/** What became of something that was sent: on its case, here until its case is chosen, or its bytes are on the way. */
export type ArrivalState = "coming" | "here" | "placed" | "aside";

type NoteBody = { kind: "note"; what: NoteKind; caseName: string; words: string };
type IntakeBody = { kind: "intake"; name: string; phone: string; safe: string; words: string; inDanger: boolean };
type FileBody = {
  kind: "file";
  fileName: string;
  fileType: string;
  modifiedAt: number | null;
  caseName: string;
  description: string;
  takenNow: boolean;
};

/** As it was typed. `clockOffset`: seconds by which the device's clock was ahead when it sent. */
export type ArrivalBody = (NoteBody | IntakeBody | FileBody) & { deviceMadeAt: number; clockOffset: number };

export type ArrivalView = {
  id: string;
  kind: ArrivalKind;
  madeAt: Date;
  madeZone: string;
  arrivedAt: Date;
  state: "coming" | "here";
  size: number | null;
  body: ArrivalBody;
};
