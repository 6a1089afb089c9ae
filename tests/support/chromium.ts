import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

/** Debian's Chromium with a profile of its own that goes with it, and nothing that calls home. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}

/** The narrowest telephone that our pages are made for (asks 9). */
export const telephone = { width: 320, height: 640 };

/** A browser of somebody who reads Serbian in Cyrillic, as small and as bare as they come: no scripts. */
export function bareTelephone(browser: Browser, more: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ javaScriptEnabled: false, viewport: telephone, locale: "sr-RS", ...more });
}
