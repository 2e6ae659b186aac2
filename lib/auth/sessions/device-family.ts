/** Order matters: the user agent of each later browser also contains the names of earlier ones. */
import { t } from "@/lib/platform/language/translate";

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, t("Samsung Internet")],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/CrOS/, "Chromebook"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux|X11/, "Linux"],
];

/** Browser and system of a User-Agent, without a version, so that an update of the browser changes nothing. */
export function deviceFamily(userAgent: string | null): string {
  const message = (userAgent ?? "").slice(0, 1000);
  const found = (list: typeof browsers) => list.find(([pattern]) => pattern.test(message))?.[1];
  return t("{value} on {value2}", {
    value: found(browsers) ?? t("Another program"),
    value2: found(systems) ?? t("another device"),
  });
}
