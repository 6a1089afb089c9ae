/** @jsxImportSource react */
import { say } from "@quorate/core/i18n";
import { Body, Button, Container, Head, Heading, Html, Preview, Text } from "@react-email/components";
import { type LetterContent, noteOf } from "./content.ts";
import { Band, Code, DueBox, Layout, NoteLine, Rows } from "./parts.tsx";
import { colour, style, styleSheet, width } from "./tokens.ts";

/** A letter as a mail program shows it: the ask first, then the deadline, one button, and what one may want to know. */
export function Letter({ content }: { content: LetterContent }) {
  return (
    <Html lang={content.locale}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{content.subject}</title>
        <style>{styleSheet}</style>
      </Head>
      <Body style={{ margin: "0", padding: "0" }}>
        <article aria-label={content.heading} lang={content.locale}>
          <Preview>{content.preview}</Preview>
          <Layout className="paper" bgcolor={colour.paper}>
            <tr>
              <td align="center" style={{ padding: "24px 0" }}>
                <Sheet {...content} />
                <Foot lines={content.foot} />
              </td>
            </tr>
          </Layout>
        </article>
      </Body>
    </Html>
  );
}

function Sheet(content: LetterContent) {
  const { facts, groups = [], button, code, details } = content;
  return (
    <Container className="sheet" style={{ maxWidth: width, background: colour.sheet }}>
      <Layout>
        <tr>
          <td className="rule" height={4} style={style.bar}>
            &nbsp;
          </td>
        </tr>
        <Band padding="22px 36px 0">
          <Text className="ink" style={style.network}>
            {content.network}
          </Text>
          {content.process && (
            <Text className="muted" style={style.process}>
              {content.process}
            </Text>
          )}
        </Band>
        <Band padding={facts ? "24px 36px 22px" : "24px 36px 8px"}>
          <Ask {...content} />
        </Band>
        {facts && (
          <Band padding="0 36px 12px">
            <Rows {...facts} />
          </Band>
        )}
        {groups.map((group) => (
          <Band key={group.heading} padding="0 36px 20px">
            <Rows {...group} />
          </Band>
        ))}
        {button && (
          <Band padding="16px 36px 28px">
            <Button href={button.url} className="press" style={style.button}>
              {button.label}
            </Button>
          </Band>
        )}
        {code && (
          <Band padding="0 36px 28px">
            <Code {...code} />
          </Band>
        )}
        {details && (
          <Band padding="0 36px 20px">
            <Rows {...details} />
          </Band>
        )}
        <Band padding="20px 36px 14px" ruled>
          {content.notes.map((note) => (
            <NoteLine key={note.text} {...note} />
          ))}
          {button && (
            <NoteLine {...noteOf(say(content.locale, "ask.buttonFails", { link: button.url }))} url={button.url} />
          )}
        </Band>
      </Layout>
    </Container>
  );
}

function Ask({ heading, greeting, paragraphs, due }: LetterContent) {
  return (
    <>
      <Heading as="h1" className="ink" style={style.heading}>
        {heading}
      </Heading>
      {[greeting, ...paragraphs].map((paragraph) => (
        <Text key={paragraph} className="ink" style={style.paragraph}>
          {paragraph}
        </Text>
      ))}
      {due && <DueBox {...due} />}
    </>
  );
}

function Foot({ lines }: { lines: readonly string[] }) {
  return (
    <Container style={{ maxWidth: width }}>
      <Layout>
        <tr>
          <td className="pad muted" style={style.foot}>
            {lines.map((line, at) => (
              <span key={line}>
                {at > 0 && <br />}
                {line}
              </span>
            ))}
          </td>
        </tr>
      </Layout>
    </Container>
  );
}
