import { t } from "@/lib/platform/language/translate";
import { manifestAnswer } from "../_page/answers";

const icon = (size: number, purpose: string) => ({
  src: `/offline/icon/${size}`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** On the home screen it has a name that says nothing of what it is for. */
export function GET(): Response {
  return manifestAnswer({
    id: "/offline/start",
    name: t("Field notes"),
    short_name: t("Field notes"),
    start_url: "/offline/start",
    scope: "/",
    display: "standalone",
    background_color: "#f6f6f3",
    theme_color: "#f6f6f3",
    icons: [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
    share_target: {
      action: "/offline/share",
      method: "POST",
      enctype: "multipart/form-data",
      params: {
        title: "title",
        text: "text",
        url: "url",
        files: [{ name: "files", accept: ["*/*"] }],
      },
    },
  });
}
