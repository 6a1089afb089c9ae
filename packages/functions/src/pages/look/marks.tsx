/** The mark before a network's name: the circle of members. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 34 34" stroke-width="4.4" aria-hidden="true">
      <path class="q" d="M23.4 28.54A13.2 13.2 0 1 1 28.54 23.4" />
      <path class="tail" d="M22.09 22.09L30.86 30.86" />
    </svg>
  );
}

/** Our name, small, in the foot; in the head where no network's name leads. */
export function Wordmark() {
  return (
    <svg class="wordmark" viewBox="0 0 156 34" stroke-width="3.4" role="img" aria-label="Quorate">
      <g stroke-width="4.4">
        <path class="q" d="M23.4 28.54A13.2 13.2 0 1 1 28.54 23.4" />
        <path class="tail" d="M22.09 22.09L30.86 30.86" />
      </g>
      <path d="M41 13V23.6a6.9 6.9 0 0 0 13.8 0M54.8 13V31.9M87 31.9V13M87 22a7.3 7.3 0 0 1 7.3-7.3h1M115.4 13V31.9M124.6 7.5V25.1a5.1 5.1 0 0 0 5.1 5.1h2M120.4 14.7h11.2M136.9 22.4h15.2a7.9 7.9 0 1 0-2.2 5.5" />
      <circle cx="71.2" cy="22.5" r="7.9" />
      <circle cx="107.5" cy="22.5" r="7.9" />
    </svg>
  );
}

/** The icon of the browser's tab, served as `/mark.svg`. */
export const markSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 34" fill="none" stroke-width="4.4"><style>.q{stroke:#005c5a}.tail{stroke:#ad6418}@media(prefers-color-scheme:dark){.q{stroke:#7ad0c7}.tail{stroke:#e3a64f}}</style><path class="q" d="M23.4 28.54A13.2 13.2 0 1 1 28.54 23.4"/><path class="tail" d="M22.09 22.09L30.86 30.86"/></svg>`;
