import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { officeZone } from "@/lib/law/office/rules";

/** The zone in which the client reads days: that of the home country of her case. */
export const zoneOf = (pair: string): string => findPlaybook(pair)?.home.zone ?? officeZone();
