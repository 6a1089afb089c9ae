import { type Section, sectionsFor } from "@quorate/core/form";
import { inScript, type Locale, number, say, textIn } from "@quorate/core/i18n";
import { shortHash } from "@quorate/core/vote";
import {
  describedBy,
  FieldRow,
  type Filled,
  GroupContent,
  isGroup,
  onlyIfMarks,
  problemAt,
  whenAsked,
} from "./fields/index.ts";

/** The sections that a person is asked, each a card; with what she has typed and what is wrong with it. */
export function FormSections(props: Filled & { parts?: readonly string[] | undefined }) {
  return (
    <>
      {sectionsFor(props.form, props.parts).map((section) => (
        <SectionCard {...props} section={section} />
      ))}
    </>
  );
}

type SectionProps = Filled & { section: Section };

/** A card. Where its one question is a choice, the card itself is the group; without a question it is a result to read. */
function SectionCard(props: SectionProps) {
  const { locale, form, section } = props;
  const [first, ...others] = section.fields;
  const title = `${section.id}-title`;
  if (!first) {
    return (
      <section class="card flow vote" aria-labelledby={title} {...onlyIfMarks(section)}>
        <header>
          {section.kicker && <p class="kicker">{textIn(locale, section.kicker)}</p>}
          <h2 id={title}>{textIn(locale, section.title)}</h2>
        </header>
        <SectionResult locale={locale} section={section} />
      </section>
    );
  }
  const group = others.length === 0 && isGroup(first) ? first : undefined;
  const when = section.onlyIf && whenAsked(locale, form, section.onlyIf);
  const described = [
    ...(when ? [`${section.id}-when`] : []),
    ...(section.result ? [`${section.id}-figures`] : []),
    ...(group ? describedBy({ ...props, field: group }) : []),
  ].join(" ");
  const isWrong = group && problemAt(props, group.id) !== undefined;
  return (
    <fieldset
      class={isWrong ? "card flow vote wrong" : "card flow vote"}
      aria-describedby={described || undefined}
      {...onlyIfMarks(section.onlyIf ? section : (group ?? {}))}
    >
      <legend>
        {section.kicker && <span class="kicker">{textIn(locale, section.kicker)}</span>}
        <h2>{textIn(locale, section.title)}</h2>
      </legend>
      {when && (
        <p class="hint" id={`${section.id}-when`}>
          {when}
        </p>
      )}
      <SectionResult locale={locale} section={section} />
      {group ? (
        <>
          <p class="label">{textIn(locale, group.label)}</p>
          <GroupContent {...props} field={group} />
        </>
      ) : (
        section.fields.map((field) => <FieldRow {...props} field={field} />)
      )}
      {section.total && <p class="hint">{textIn(locale, section.total.label)}</p>}
    </fieldset>
  );
}

/** What the section asks about: its result with the figures, its text with the fingerprint. */
function SectionResult({ locale, section }: { locale: Locale; section: Section }) {
  const { result, text, note, statements = [] } = section;
  return (
    <>
      {note && <p>{textIn(locale, note)}</p>}
      <Statements locale={locale} statements={statements} />
      {result && (
        <div class="result" id={`${section.id}-figures`}>
          <p class="kicker">{textIn(locale, result.kicker)}</p>
          <b>{textIn(locale, result.name)}</b>
          {result.notes?.map((line) => (
            <p>{textIn(locale, line)}</p>
          ))}
          {result.figures.length > 0 && (
            <p>
              {result.figures.map((figure, index) => (
                <>
                  {index > 0 && " · "}
                  {textIn(locale, figure.label)} <strong>{number(locale, figure.value)}</strong>
                </>
              ))}
            </p>
          )}
        </div>
      )}
      {text && (
        <details>
          <summary>
            <span>
              {inScript(locale, text.title)}. {say(locale, "common.textHash")} <code>{shortHash(text.hash)}</code>
            </span>
          </summary>
          <div class="flow">
            {text.body.split(/\n+/).map((line) => (
              <p>{inScript(locale, line)}</p>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** What candidates say in their own words, each under her name. */
export function Statements(props: { locale: Locale; statements: NonNullable<Section["statements"]> }) {
  const { locale, statements } = props;
  return (
    <>
      {statements.map(({ name, words }) => (
        <p>
          <strong>{inScript(locale, name)}:</strong> {inScript(locale, words)}
        </p>
      ))}
    </>
  );
}
