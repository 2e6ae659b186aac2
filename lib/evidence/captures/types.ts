export const captureParts = ["picture", "page", "text"] as const;
export type CapturePart = (typeof captureParts)[number];

/** How the person came to see the page: anybody can, or the client showed it in her own account. */
export const capturedFrom = ["public", "received_by_client"] as const;

/** One part as announced, and the exhibit that came of it; null while it has not arrived. */
export type PartView = {
  part: CapturePart;
  size: number;
  sha256: string;
  /** Only the beginning was kept: the page was larger than the extension keeps. */
  cut: boolean;
  exhibit: { id: string; label: string; same: boolean } | null;
};

/** A captured page as its exhibits show it. What the page says of itself may be a lie, so it is apart. */
export type CaptureView = {
  id: string;
  address: string;
  platform: string | null;
  says: {
    title: string | null;
    canonical: string | null;
    accountId: string | null;
    handle: string | null;
    postId: string | null;
  };
  /** The page names another host as its lasting address than the one the browser was at. */
  otherHost: boolean;
  capturedAt: Date;
  zone: string;
  /** Seconds by which the clock of the device was ahead of ours (negative: behind). */
  clockOffset: number;
  by: string;
  browser: string;
  device: string;
  extensionVersion: string;
  parts: PartView[];
};
