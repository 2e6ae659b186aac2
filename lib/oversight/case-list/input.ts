import { z } from "zod";
import { caseSorts } from "./types";

/** The page has put what its address asks through its allow-list before; only the format is typed by nobody else. */
export const ExportList = z.object({
  format: z.enum(["csv", "xlsx"], "Choose CSV or XLSX."),
  filters: z.record(z.string(), z.unknown()),
  sort: z.object({ key: z.enum(caseSorts), dir: z.enum(["asc", "desc"]) }),
});
