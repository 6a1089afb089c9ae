/** What a person reads of a page: without its head, its preview and its tags, spaces made plain. */
export function bodyText(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, "")
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ");
}

/** Where the page's links lead. */
export function hrefs(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href);
}
