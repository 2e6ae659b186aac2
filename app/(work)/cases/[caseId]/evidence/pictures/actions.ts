"use server";

import { formAction } from "@/app/form-action";
import { clearPictures } from "@/lib/evidence/clearances/clear-pictures";
import { nestFields } from "@/lib/packets/packets/input";
import { plural } from "@/lib/platform/text/format";

export const clearPicturesAction = formAction(clearPictures, {
  input: nestFields,
  refresh: "/",
  saved: ({ looked }) => `Kept in your name: ${plural(looked, "picture")}.`,
});
