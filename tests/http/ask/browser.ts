import type { World } from "@quorate/core/kit";
import { createApp } from "@quorate/functions/http";

export type Seen = { status: number; html: string; headers: Headers; to: string | undefined };

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without scripts: it keeps its cookies, and sends a form as the page holds it and its reader fills it in. */
export type Browser = {
  get(path: string, init?: RequestInit): Promise<Seen>;
  post(path: string, fields: Fields, init?: RequestInit): Promise<Seen>;
  /** Opens a page and sends its form with these fields filled in. */
  fill(path: string, fields: Fields, init?: RequestInit): Promise<Seen>;
};

export type Site = { browser(): Browser };

/** Every page of an installation, and browsers to look at them; each has cookies of its own. */
export function siteOf(world: World): Site {
  const app = createApp(world);
  return {
    browser() {
      const cookies = new Map<string, string>();
      async function request(path: string, init: RequestInit): Promise<Seen> {
        const headers = new Headers(init.headers);
        if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
        const response = await app.request(path, { ...init, headers });
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        const to = response.headers.get("Location") ?? undefined;
        return { status: response.status, headers: response.headers, html: await response.text(), to };
      }
      const post: Browser["post"] = (path, fields, init = {}) => {
        const body = new URLSearchParams();
        for (const [name, value] of Object.entries(fields)) {
          for (const text of [value].flat()) body.append(name, text);
        }
        return request(path, { ...init, method: "POST", body });
      };
      return {
        get: (path, init = {}) => request(path, init),
        post,
        fill: async (path, fields, init) => post(path, { ...hidden((await request(path, {})).html), ...fields }, init),
      };
    },
  };
}

/** What a form holds by itself, without anybody's doing. */
export function hidden(html: string): Record<string, string> {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}

/** The words of a page, as a reader sees them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(style|head|svg)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

export function headingOf(html: string): string {
  return wordsOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "");
}
