import "server-only";
import type { CaptureDetails } from "./input";

/** The unencrypted capture details, as columns. */
export function clearDetails(details: CaptureDetails) {
  const { platform, accountId, capturedAt, capturedZone, capturedBy, device, method, howObtained } = details;
  const { tool, timeSource, clockOffset, postId, visibility, sensitivity, language } = details;
  return {
    platform: platform ?? null,
    accountId: accountId ?? null,
    capturedAt: capturedAt ?? null,
    capturedZone: capturedZone ?? null,
    capturedBy: capturedBy ?? null,
    device: device ?? null,
    method,
    howObtained,
    tool: tool ?? null,
    timeSource: timeSource ?? null,
    clockOffset: clockOffset ?? null,
    postId: postId ?? null,
    visibility: visibility ?? null,
    sensitivity,
    language: language ?? null,
  };
}
