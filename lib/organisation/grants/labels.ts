import { t } from "@/lib/platform/language/translate";

export const ownApproval = {
  title: t("May approve packets that they asked for"),
  about: t(
    "By default nobody may: a second person decides. Give it only where there is no second supervisor. Each such approval is marked as approved by the one who asked.",
  ),
};
