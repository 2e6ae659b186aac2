import { currentLanguage } from "@/lib/platform/language/messages";
import { workerAnswer } from "../_page/answers";
import { workerScript } from "../_page/scripts";
import { drawWritePage } from "../_page/write";

/** The service worker. Its address makes its scope: `/offline/`, without the pages of staff, clients and officers. */
export function GET(): Response {
  return workerAnswer(workerScript(drawWritePage(currentLanguage().code)));
}
