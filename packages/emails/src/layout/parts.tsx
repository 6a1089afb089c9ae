/** @jsxImportSource react */
import { Heading, Link, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { type Due, type LetterContent, type LetterRow, type LetterRows, type Note, withColon } from "./content.ts";
import { style } from "./tokens.ts";

/** A table that only lays out. */
export function Layout({
  className,
  children,
  ...rest
}: {
  className?: string;
  bgcolor?: string;
  children: ReactNode;
}) {
  return (
    <table role="presentation" className={className} width="100%" cellPadding="0" cellSpacing="0" border={0} {...rest}>
      <tbody>{children}</tbody>
    </table>
  );
}

/** One band of the sheet, over its whole width. */
export function Band({ padding, ruled = false, children }: { padding: string; ruled?: boolean; children: ReactNode }) {
  return (
    <tr>
      <td className={ruled ? "pad line" : "pad"} style={{ padding, ...(ruled && { borderTop: style.row.borderTop }) }}>
        {children}
      </td>
    </tr>
  );
}

/** What is copied by hand: large, its digits apart. */
export function Code({ label, digits }: NonNullable<LetterContent["code"]>) {
  return (
    <Layout>
      <tr>
        <td className="ink paper" style={style.code}>
          {withColon(label)}
          <br />
          <strong style={style.digits}>{digits}</strong>
        </td>
      </tr>
    </Layout>
  );
}

/** The deadline, alone. */
export function DueBox({ label, by, zone }: Due) {
  return (
    <Layout>
      <tr>
        <td className="due ink" style={style.due}>
          {withColon(label)} <strong>{by}</strong> {zone}
        </td>
      </tr>
    </Layout>
  );
}

export function Rows({ heading, rows }: LetterRows) {
  return (
    <>
      {heading && (
        <Heading as="h2" className="ink" style={style.rowsHeading}>
          {heading}
        </Heading>
      )}
      <Layout>
        {rows.map((row) => (
          <Row key={`${row.title} ${row.link?.url}`} {...row} />
        ))}
      </Layout>
    </>
  );
}

function Row({ kicker, title, lines = [], link }: LetterRow) {
  return (
    <tr>
      <td className="ink line" style={style.row}>
        {kicker && (
          <span className="muted" style={style.muted}>
            {kicker}
            <br />
          </span>
        )}
        <strong>{title}</strong>
        {lines.map((line) => (
          <span key={line} className="muted" style={style.muted}>
            <br />
            {line}
          </span>
        ))}
        {link && (
          <>
            <br />
            <Link href={link.url} className="link" style={style.link}>
              {link.label}
            </Link>
          </>
        )}
      </td>
    </tr>
  );
}

export function NoteLine({ label, text, url }: Note & { url?: string }) {
  return (
    <Text className="muted" style={style.note}>
      {label && <strong>{withColon(label)} </strong>}
      {url ? (
        <Link href={url} className="link" style={style.address}>
          {text}
        </Link>
      ) : (
        text
      )}
    </Text>
  );
}
