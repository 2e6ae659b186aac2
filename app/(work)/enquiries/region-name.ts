import { regionName as nameOf } from "@/lib/platform/language/formats";

/** A country by its two letters; what somebody typed stays as it is. */
export const regionName = (text: string): string => (/^[A-Z]{2}$/.test(text) ? nameOf(text) : text);
