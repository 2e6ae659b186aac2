import { z } from "zod";

export const DecideAccessChange = z.object({
  changeId: z.uuid(),
  decision: z.enum(["release", "refuse"], "Choose what you decide."),
});

export const WithdrawAccessChange = z.object({ changeId: z.uuid() });
