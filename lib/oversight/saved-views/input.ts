import { z } from "zod";
import { optionalId, requiredText, ticked } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";
import { isOwnColumn } from "./rules";
import { listColumns } from "./types";

const name = requiredText(t("Give the view a name."), 60);

/** An address after `/cases?`: names, values and the signs between them. It is read by an allow-list whenever it is used. */
const query = z
  .string(t("Open the list again."))
  .max(2000, t("This view has too many filters. Remove some."))
  .regex(/^[A-Za-z0-9=&.+%*_-]*$/, t("Open the list again."));

const column = z.union([z.enum(listColumns), z.string().refine(isOwnColumn)], "Choose columns from the list.");

const columns = z.array(column, t("Choose at least one column.")).max(100);

export const SaveView = z.object({ name, query, columns: columns.nullish(), shared: ticked, makeDefault: ticked });

export const AmendView = z.object({ viewId: z.uuid(t("The view is missing.")), name, shared: ticked });

/** `undo` brings it back. */
export const RemoveView = z.object({ viewId: z.uuid(t("The view is missing.")), undo: ticked });

/** One form or the other: the columns, or the view that the list opens with. Null is "as suits my role" or "none". */
export const ChooseList = z
  .object({
    columns: columns.min(1, t("Choose at least one column.")).nullable().optional(),
    viewId: optionalId.optional(),
  })
  .refine((chosen) => chosen.columns !== undefined || chosen.viewId !== undefined, {
    path: ["columns"],
    message: t("Choose columns or a view."),
  });
