import { z } from "zod";
import { caseSorts } from "./types";

/** The page has already validated its URL parameters; only the format comes directly from the form. */
export const ExportList = z.object({
  format: z.enum(["csv", "xlsx"], "Choose CSV or XLSX."),
  filters: z.record(z.string(), z.unknown()),
  sort: z.object({ key: z.enum(caseSorts), dir: z.enum(["asc", "desc"]) }),
});
