import { currentLanguage } from "@/lib/platform/language/messages";
import { pageAnswer } from "../_page/answers";
import { drawWritePage } from "../_page/write";

/** The same for everybody, signed in or not: a device keeps it. */
export function GET(): Response {
  return pageAnswer(drawWritePage(currentLanguage().code));
}
