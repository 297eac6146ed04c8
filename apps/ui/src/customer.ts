export { Act, ActLink } from "./customer/act.tsx";
export { CausePageView } from "./customer/causes/cause-read.tsx";
export {
  type CustomerDesk,
  CustomerDeskProvider,
  customerDesk,
  useCustomerDesk,
} from "./customer/customer-desk.ts";
export { doorsOf, supportMail } from "./customer/doors.ts";
export { Promised } from "./customer/expected-answer.tsx";
export { failureKind, SignedOut } from "./customer/failure.ts";
export { ChoiceField, Field } from "./customer/field.tsx";
export { NO_PREFILL, type Prefill } from "./customer/new-ticket.ts";
export { NoTickets } from "./customer/no-tickets.tsx";
export { OwnIncidents } from "./customer/own-incidents.tsx";
export { PolicyChanged } from "./customer/policy-changed.tsx";
export type { OtherDoors } from "./customer/send-failed.tsx";
export { SupportEnded } from "./customer/support-ended.tsx";
export { forgetDrafts, tabMirror } from "./customer/tab-mirror.ts";
export { TicketFormView } from "./customer/ticket-form-view.tsx";
export { TicketListView } from "./customer/ticket-list-view.tsx";
export { TicketSent } from "./customer/ticket-sent.tsx";
export { TicketView } from "./customer/ticket-view.tsx";
export { useLive } from "./customer/use-live.ts";
export type * from "./customer/wire.ts";
