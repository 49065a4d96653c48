import "@portico/elements/define/rating";
import type {} from "@portico/elements/jsx";
import { CrmProvider, CrmRequestList, CrmRequestTracker } from "@portico/react";
import { type SyntheticEvent, useState } from "react";
import type { DemoCustomer } from "../../shared/demo-session.js";

/** The requests of a customer, the one they choose, and a question asked in a form of the page. */
export function Requests({ customer }: { readonly customer: DemoCustomer }) {
  const [requestId, setRequestId] = useState<string>();
  const [answer, setAnswer] = useState<string>();

  function send(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    setAnswer(String(new FormData(event.currentTarget).get("effort")));
  }

  return (
    <CrmProvider baseUrl={location.origin} auth={customer.auth}>
      <h1>My requests</h1>
      <div className="columns">
        <CrmRequestList
          customerId={customer.id}
          pageSize={5}
          onRequestSelect={({ detail }) => setRequestId(detail.request.id)}
        >
          <p slot="empty">You have asked for nothing yet.</p>
        </CrmRequestList>
        <CrmRequestTracker requestId={requestId ?? null}>
          <p slot="initial">Choose a request to see where it stands.</p>
        </CrmRequestTracker>
      </div>
      <form onSubmit={send}>
        {/* React 19 takes the tag itself as well. */}
        <crm-rating name="effort" metric="ces" required={true} />
        <button type="submit">Tell us</button>
        <output>{answer && `Thank you for your ${answer}.`}</output>
      </form>
    </CrmProvider>
  );
}
