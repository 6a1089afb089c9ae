import { html } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";

/** A page of the mailbox, in the look of the other pages. */
export function page(title: string, children: PropsWithChildren["children"]) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href="/look.css" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
      </head>
      <body class="wide">
        <a class="skip hidden" href="#main">
          Skip to content
        </a>
        <header class="top">
          <div class="bar">
            <a class="network" href="/mailbox">
              <svg class="mark" viewBox="0 0 34 34" stroke-width="4.4" aria-hidden="true">
                <path class="q" d="M23.4 28.54A13.2 13.2 0 1 1 28.54 23.4" />
                <path class="tail" d="M22.09 22.09L30.86 30.86" />
              </svg>{" "}
              Mailbox of this machine
            </a>
          </div>
        </header>
        <main id="main" class="flow">
          {children}
        </main>
        <footer class="foot">
          <div class="bar">
            <p>These letters stay on this machine: no mail provider is set.</p>
          </div>
        </footer>
      </body>
    </html>
  )}`;
}
