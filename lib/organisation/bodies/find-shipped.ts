import type { Law } from "@/lib/law/jurisdictions/rules";
import { listShipped, type ShippedBody } from "./list-shipped";

/** The body of the law data with this key; null if it has none, or if it is one of many, such as any court. */
export const findShipped = (law: Law, key: string): ShippedBody | null =>
  listShipped(law).find((shipped) => shipped.key === key) ?? null;
