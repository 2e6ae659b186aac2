/** What the extension asks of a browser, and nothing more: each line here is a permission in use. */
declare namespace chrome {
  type Tab = { id?: number; windowId: number; url?: string; title?: string };

  namespace tabs {
    function query(of: { active: true; lastFocusedWindow: true }): Promise<Tab[]>;
    function get(tabId: number): Promise<Tab>;
    function captureVisibleTab(windowId: number, options: { format: "png" }): Promise<string>;
  }

  namespace scripting {
    function executeScript<Args extends unknown[], Result>(call: {
      target: { tabId: number };
      func: (...args: Args) => Result;
      args: Args;
    }): Promise<{ result?: Awaited<Result> }[]>;
  }

  /** Only in Chromium. */
  const pageCapture: { saveAsMHTML(of: { tabId: number }): Promise<Blob | undefined> } | undefined;

  namespace storage {
    const session: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    };
    const onChanged: { addListener(heard: () => void): void };
  }

  namespace runtime {
    const onMessage: {
      addListener(heard: (message: unknown, sender: { id?: string; tab?: Tab }) => void): void;
    };
    function sendMessage(message: unknown): Promise<unknown>;
    function getURL(path: string): string;
    function getManifest(): { version: string };
    function getPlatformInfo(): Promise<{ os: string }>;
  }

  namespace i18n {
    function getMessage(key: string, substitutions?: string[]): string;
  }
}
