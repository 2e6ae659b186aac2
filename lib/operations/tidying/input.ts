import { z } from "zod";

export const NoteSealed = z.object({ of: z.enum(["exhibit", "packet"]), id: z.uuid(), fileId: z.uuid() });

const count = z.number().int().min(0);
export const NoteTidied = z.object({ removed: count, spared: count });
