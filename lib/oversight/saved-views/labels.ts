import type { ListColumn } from "./types";

export const columnLabels: Record<ListColumn, string> = {
  risk: "Risk",
  ladder: "Ladder",
  owner: "Owner",
  activity: "Last activity",
  due: "Next deadline",
  opened: "Opened",
};
