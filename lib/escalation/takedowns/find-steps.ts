import { isNoticeStep } from "@/lib/escalation/steps/takedown-part";
import { isPerPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import type { Route } from "./types";

type Place = { playbook: Playbook; law: Law };

/** The step of the reports to platforms; null for a playbook without one. */
export const reportStep = ({ playbook, law }: Place): PlaybookStep | null =>
  Object.values(playbook.steps).find((step) => isPerPlatform(step, law)) ?? null;

/** The step of the TAKE IT DOWN notice; null for a playbook without one. */
export const noticeStep = ({ playbook, law }: Place): PlaybookStep | null =>
  Object.values(playbook.steps).find((step) => isNoticeStep(step, law)) ?? null;

export const stepOfRoute = (place: Place, route: Route): PlaybookStep | null =>
  route === "take_it_down" ? noticeStep(place) : reportStep(place);
