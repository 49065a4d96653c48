import type { ServiceRequest } from "@portico/contract";
import type {} from "@portico/elements/jsx";
import { CrmProvider, CrmRating, CrmRequestList } from "@portico/react";
import { createRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { requests } from "../../stories/fixtures/requests.js";

/** What the page has heard, for a test to ask for. */
export interface ReactPage {
  readonly heard: string[];
  readonly list: { readonly current: CrmRequestList | null };
}

const heard: string[] = [];
const list = createRef<CrmRequestList>();

function Page() {
  const [chosen, choose] = useState<ServiceRequest>();
  return (
    <CrmProvider locale="en" theme="light">
      <CrmRequestList
        ref={list}
        className="ours"
        requests={requests}
        selectedId={chosen?.id ?? null}
        onRequestSelect={({ detail, currentTarget }) => {
          heard.push(`${detail.request.id} after ${chosen?.id ?? "none"} of ${currentTarget.localName}`);
          choose(detail.request);
        }}
      />
      <CrmRequestList requests={[]}>
        <p slot="empty">Nothing here yet.</p>
      </CrmRequestList>
      <CrmRating metric="nps" onRating={({ detail }) => heard.push(`component ${detail.score}`)} />
      <crm-rating metric="ces" oncrm-rating={({ detail }) => heard.push(`tag ${detail.score}`)} />
    </CrmProvider>
  );
}

/** Compiled and never drawn: what the types refuse. */
export const refused = [
  // @ts-expect-error: only read
  <CrmRequestList key="1" state="ready" />,
  // @ts-expect-error: no such property
  <CrmRequestList key="2" request={requests[0]} />,
  // @ts-expect-error: the detail has another type
  <CrmRating key="3" onRating={({ detail }: CustomEvent<string>) => detail} />,
  // @ts-expect-error: no number
  <crm-request-list key="4" page-size="many" />,
  // @ts-expect-error: the event has another detail
  <crm-rating key="5" oncrm-rating={({ detail }: CustomEvent<string>) => detail} />,
];

createRoot(document.body.appendChild(document.createElement("main"))).render(<Page />);
Object.assign(globalThis, { page: { heard, list } satisfies ReactPage });
