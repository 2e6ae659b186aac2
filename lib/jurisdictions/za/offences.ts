import type { OffenceDraft } from "@/lib/jurisdictions/types";
import { offences as cyber } from "./offences-cyber";
import { offences as other } from "./offences-other";

/** South African offences for the charge picker. Criminal defamation is left out: it was abolished by statute. */
export const offences: OffenceDraft[] = [...cyber, ...other];
