import { z } from "zod";

export const AcknowledgeAlert = z.object({ alertId: z.uuid("There is no such alert.") });
