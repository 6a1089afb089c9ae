import type { Minutes } from "@quorate/core/election";
import { inScript, type Locale, say } from "@quorate/core/i18n";
import type { HandOver, OfficeView } from "@quorate/core/offices";
import type { Network } from "@quorate/core/people";
import { ConsolePage, electionPath, officesPath, peoplePath } from "../console.tsx";
import { titleOf } from "../election/member-page.tsx";
import { MinutesSheet } from "../election/minutes-page.tsx";
import { Lead, Notice, Page } from "../look/index.ts";
import { OfficesList } from "./offices-list.tsx";
import { endPath, newOfficePath, recordPath, rightsPath } from "./paths.ts";

type OfficesProps = { locale: Locale; network: Network; offices: readonly OfficeView[] };

/** A network's offices for its coordinators: who holds what, and what is to be entered by hand. */
export function OfficesPage({ locale, network, offices, waiting }: OfficesProps & { waiting: readonly HandOver[] }) {
  const title = say(locale, "offices.title");
  return (
    <ConsolePage {...{ locale, network, title, current: "people", width: "wide", path: officesPath(network.id) }}>
      <div class="task">
        <header>
          <h1>{title}</h1>
          <Lead>{say(locale, "offices.lead")}</Lead>
        </header>
        <a class="button plain" href={newOfficePath(network.id)}>
          {say(locale, "offices.add")}
        </a>
      </div>
      {waiting[0] && (
        <Notice
          kind="wait"
          act={
            <a class="button plain" href={`${rightsPath(network.id)}/${waiting[0].id}`}>
              {say(locale, "members.address.open")}
            </a>
          }
        >
          {say(locale, "offices.rights.waiting", { n: waiting.length })}
        </Notice>
      )}
      <OfficesList
        {...{ locale, offices }}
        minutesAt={(id) => `${electionPath({ network: network.id, id })}/minutes`}
        acts={{
          office: ({ office }) => (
            <div class="buttons">
              <a class="button plain" href={recordPath(network.id, office.id)}>
                {say(locale, "offices.record")}
              </a>
            </div>
          ),
          holding: ({ holding, name }) =>
            holding.ended === undefined && (
              <a href={endPath(network.id, holding.id)}>
                {say(locale, "offices.end")}
                <span class="hidden">: {inScript(locale, name)}</span>
              </a>
            ),
        }}
      />
      <div class="buttons">
        <a class="button plain" href={rightsPath(network.id)}>
          {say(locale, "offices.rights")}
        </a>
        <a class="button quiet" href={peoplePath(network.id)}>
          {say(locale, "people.imported.back")}
        </a>
      </div>
    </ConsolePage>
  );
}

/** The same for a member, by the link of a letter of hers; nothing on it is to be done. */
export function MembersOfficesPage({ locale, network, offices, path }: OfficesProps & { path: string }) {
  const title = say(locale, "offices.title");
  return (
    <Page {...{ locale, network: network.name, title, path, width: "wide" }}>
      <h1>{title}</h1>
      <Lead>{say(locale, "offices.lead")}</Lead>
      <OfficesList {...{ locale, offices }} minutesAt={(election) => `${path}/minutes/${election}`} />
    </Page>
  );
}

/** The minutes of the election that a mandate comes from, for every member of the network. */
export function MembersMinutesPage(props: { locale: Locale; minutes: Minutes; path: string }) {
  const { locale, minutes, path } = props;
  return (
    <Page {...{ locale, network: minutes.network.name, title: titleOf(props), path, width: "sheet" }}>
      <div class="buttons no-print">
        <a class="button quiet" href={path.split("/").slice(0, 3).join("/")}>
          {say(locale, "common.back")}
        </a>
      </div>
      <MinutesSheet locale={locale} minutes={minutes} />
    </Page>
  );
}
