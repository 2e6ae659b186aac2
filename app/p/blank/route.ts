import { pageAnswer } from "../_page/answers";
import { noIcon } from "../_page/no-icon";

/** Where leaving ends: nothing here says what was open before. */
export function GET(): Response {
  return pageAnswer(
    `<!doctype html><html><head><title> </title><link rel="icon" href="${noIcon}"></head><body></body></html>`,
  );
}
