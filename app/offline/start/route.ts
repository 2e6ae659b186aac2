import { goTo } from "../_page/answers";

/** Where the installed app begins: with a line at work, without one at the page that the device keeps. */
export function GET(): Response {
  return goTo("/");
}
