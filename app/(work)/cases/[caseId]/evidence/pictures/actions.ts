"use server";

import { formAction } from "@/app/form-action";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { nestFields } from "@/lib/packets/packets/input";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

export const clearPicturesAction = formAction(clearPictures, {
  input: nestFields,
  refresh: "/",
  saved: ({ looked }) => t("Saved in your name: {looked}.", { looked: plural(looked, "picture") }),
});
