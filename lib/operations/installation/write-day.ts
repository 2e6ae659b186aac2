import { officeZone } from "@/lib/law/office/rules";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

/** The day of an instant on the office wall. */
export const writeDay = (at: Date): string => formatDate(civilDate(at, officeZone()));
