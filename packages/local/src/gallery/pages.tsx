import type { Turn } from "@quorate/core/letter";
import { page } from "../mail-sink/pages/layout.tsx";
import { InLanguage, PlainText } from "../mail-sink/pages/words.tsx";
import { hasTurns, type LetterKind, letterKinds, type Scheme, type Specimen, schemes, turns } from "./letters.ts";

const GALLERY = "/mailbox/gallery";

/** Which letter is looked at, and how. */
export type Look = { kind: LetterKind; turn: Turn; scheme: Scheme };

const turnWords: Readonly<Record<Turn, string>> = {
  first: "First letter",
  reminder: "Reminder",
  again: "Asked again",
  extension: "More time",
};

const schemeWords: Readonly<Record<Scheme, string>> = { light: "Light", dark: "Dark" };

/** All kinds of letters by whose they are, each under its subject. */
export function galleryPage(letters: readonly { kind: LetterKind; subject: string }[]) {
  const groups = Map.groupBy(letters, ({ kind }) => kind.split(".")[0] ?? kind);
  return page(
    "Every letter – Quorate",
    <>
      <h1>Every letter</h1>
      <p class="lead">
        Each of the {letters.length} letters that Quorate writes, with made-up people, in all languages, in light and in
        dark, as wide as a telephone.
      </p>
      {[...groups].map(([group, some]) => (
        <section class="flow" aria-labelledby={group}>
          <h2 id={group}>{group}</h2>
          <ul class="rows">
            {some.map(({ kind, subject }) => (
              <li>
                <h3>
                  <a href={lookPath({ kind, turn: "first", scheme: "light" })}>{subject}</a>
                </h3>
                <p class="hint">{kind}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div class="buttons">
        <a class="button quiet" href="/mailbox">
          Letters of this machine
        </a>
      </div>
    </>,
  );
}

/** One letter in all languages side by side, the plain text under each. */
export function letterLookPage(look: Look, letters: readonly Specimen[]) {
  const { kind, turn, scheme } = look;
  const at = letterKinds.indexOf(kind);
  return page(
    `${kind} – Quorate`,
    <>
      <h1>{kind}</h1>
      <nav class="nav" aria-label="Light or dark">
        {schemes.map((one) => (
          <a href={lookPath({ ...look, scheme: one })} aria-current={one === scheme ? "page" : undefined}>
            {schemeWords[one]}
          </a>
        ))}
      </nav>
      {hasTurns(kind) && (
        <nav class="nav" aria-label="Which of its letters">
          {turns.map((one) => (
            <a href={lookPath({ ...look, turn: one })} aria-current={one === turn ? "page" : undefined}>
              {turnWords[one]}
            </a>
          ))}
        </nav>
      )}
      <div class="phones">
        {letters.map((letter) => (
          <InOneLanguage letter={letter} look={look} />
        ))}
      </div>
      <div class="buttons">
        <Beside kind={letterKinds[at - 1]} look={look} words="Letter before" />
        <Beside kind={letterKinds[at + 1]} look={look} words="Next letter" />
        <a class="button quiet" href={GALLERY}>
          Every letter
        </a>
      </div>
    </>,
  );
}

function InOneLanguage({ letter: { locale, language, subject, text }, look }: { letter: Specimen; look: Look }) {
  return (
    <section class="flow" aria-labelledby={locale}>
      <h2 id={locale}>
        <InLanguage lang={locale} text={language} />
      </h2>
      <p>
        <InLanguage lang={locale} text={subject} />
      </p>
      <div class="letter">
        <iframe
          title={`The letter in ${locale}`}
          src={`${GALLERY}/${look.kind}/${locale}?${query(look)}`}
          sandbox=""
          loading="lazy"
          height="800"
        />
      </div>
      <h3>Plain text</h3>
      <div class="letter">
        <PlainText lang={locale} text={text} />
      </div>
    </section>
  );
}

function Beside({ kind, look, words }: { kind: LetterKind | undefined; look: Look; words: string }) {
  if (kind === undefined) return null;
  const turn = hasTurns(kind) ? look.turn : "first";
  return (
    <a class="button plain" href={lookPath({ ...look, kind, turn })}>
      {words}
    </a>
  );
}

const query = ({ turn, scheme }: Look) => new URLSearchParams({ turn, scheme });

const lookPath = (look: Look) => `${GALLERY}/${look.kind}?${query(look)}`;
