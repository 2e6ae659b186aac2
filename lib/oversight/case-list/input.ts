import { z } from "zod";
import { isOwnColumn } from "@/lib/oversight/saved-views/rules";
import { listColumns } from "@/lib/oversight/saved-views/types";
import { caseSorts } from "./types";

/** The page has already validated its URL parameters; only the format comes directly from the form. */
export const ExportList = z.object({
  format: z.enum(["csv", "xlsx"], "Choose CSV or XLSX."),
  filters: z.record(z.string(), z.unknown()),
  sort: z.object({ key: z.enum(caseSorts), dir: z.enum(["asc", "desc"]) }),
  /** False: nothing names the client, the owner or what somebody wrote. */
  named: z.boolean().default(true),
  /** Of a file without names: the columns of a view. Every column when left out. */
  columns: z.array(z.union([z.enum(listColumns), z.string().refine(isOwnColumn)])).nullish(),
});
