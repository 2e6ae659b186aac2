import type { OffenceDraft } from "@/lib/jurisdictions/types";
import { offences as cyber } from "./offences-cyber";
import { offences as other } from "./offences-other";

/** South African offences. What is abolished or only watched is shown as such, so that nobody looks for it. */
export const offences: OffenceDraft[] = [...cyber, ...other];
