import type { StatusLine } from "@/lib/client/wording/rules";

/** A line of the conversation, or of where the case stands. `words` is null for a ready sentence. */
export type ClientMessage = {
  id: string;
  kind: "message" | "status";
  writer: "client" | "staff";
  line: StatusLine | null;
  lineOn: string | null;
  words: string | null;
  at: Date;
};

/** The same as staff see it. */
export type StaffMessage = ClientMessage & { by: string | null; withdrawnAt: Date | null };
