import { Component, CUSTOM_ELEMENTS_SCHEMA, InjectionToken, inject, signal } from "@angular/core";
import "@portico/elements/define/provider";
import "@portico/elements/define/rating";
import "@portico/elements/define/request-list";
import "@portico/elements/define/request-tracker";
import type {} from "@portico/elements";
import type { DemoCustomer } from "../../shared/demo-session.js";

export const demoCustomerToken = new InjectionToken<DemoCustomer>("demo customer");

/** The requests of a customer, the one they choose, and a question asked in a form of the page. */
@Component({
  selector: "portal-requests",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <crm-provider [baseUrl]="baseUrl" [auth]="customer.auth">
      <h1>My requests</h1>
      <div class="columns">
        <crm-request-list
          [customerId]="customer.id"
          [pageSize]="5"
          (crm-request-select)="requestId.set($event.detail.request.id)"
        >
          <p slot="empty">You have asked for nothing yet.</p>
        </crm-request-list>
        <crm-request-tracker [requestId]="requestId()">
          <p slot="initial">Choose a request to see where it stands.</p>
        </crm-request-tracker>
      </div>
      <form (submit)="send($event)">
        <crm-rating name="effort" metric="ces" required></crm-rating>
        <button type="submit">Tell us</button>
        <output>{{ answer() ? "Thank you for your " + answer() + "." : "" }}</output>
      </form>
    </crm-provider>
  `,
})
export class Requests {
  readonly customer = inject(demoCustomerToken);
  readonly baseUrl = location.origin;
  readonly requestId = signal<string | null>(null);
  readonly answer = signal<string | undefined>(undefined);

  send(event: SubmitEvent): void {
    event.preventDefault();
    this.answer.set(String(new FormData(event.currentTarget as HTMLFormElement).get("effort")));
  }
}
