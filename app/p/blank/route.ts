import { pageAnswer } from "../_page/answers";

/** Where leaving ends: nothing here says what was open before. */
export function GET(): Response {
  return pageAnswer(
    '<!doctype html><html><head><title> </title><link rel="icon" href="data:,"></head><body></body></html>',
  );
}
