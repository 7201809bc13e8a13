/**
 * Holds our types to the server's contract. `schema.d.ts` is generated from `openapi.json` (`npm run gen`); our own types are the same
 * with closed sets of words, so that a page must know every state. Nothing here runs: when the server drops, renames, or retypes
 * something a page reads, `npm run check` fails on the line below that names it.
 */
import type * as J from "./jobs";
import type { paths as Pages } from "./paths";
import type { components, paths as Theirs } from "./schema";
import type * as T from "./types";

/** Our type with every closed set of words opened to text. */
type Open<X> = X extends string ? string : X extends readonly (infer U)[] ? Open<U>[] : X extends object ? { [K in keyof X]: Open<X[K]> } : X;
/** What of ours the server's type cannot serve. */
type Missing<Mine, Server> = Server extends Open<Mine> ? never : { [K in keyof Mine]-?: K extends keyof Server ? (Server[K] extends Open<Mine[K]> ? never : K) : K }[keyof Mine];
type Ours = Pages & J.JobPaths;
type Schemas = components["schemas"];
type Fits<Mine, Name extends keyof Schemas> = Missing<Mine, Schemas[Name]>;

type MethodsOf<P> = { [M in "get" | "post" | "put" | "patch" | "delete"]: M extends keyof P ? (P[M] extends object ? M : never) : never }["get" | "post" | "put" | "patch" | "delete"];
/** Routes of ours, with their method, that the server does not have. */
type Unknown = { [P in keyof Ours & string]: `/api/v1${P}` extends keyof Theirs ? (Exclude<MethodsOf<Ours[P]>, MethodsOf<Theirs[`/api/v1${P}`]>> extends never ? never : P) : P }[keyof Ours & string];

/** Words of a closed set that the server may say and we do not know. */
type Unsaid<Mine, Name extends keyof Schemas> = Exclude<Schemas[Name], Mine>;

type Nothing<X extends never> = X;

export type Contract = [
  Nothing<Unknown>,
  Nothing<Fits<T.User, "User">>, Nothing<Fits<T.LoginAnswer, "Session">>, Nothing<Fits<T.Tenant, "Tenant">>, Nothing<Fits<T.Member, "Member">>, Nothing<Fits<T.StaffUser, "StaffMember">>,
  Nothing<Fits<T.Store, "Store">>, Nothing<Fits<T.StoreDetail, "StoreDetail">>, Nothing<Fits<T.Delivery, "Delivery">>,
  Nothing<Fits<T.OrderRow, "OrderRow">>, Nothing<Fits<T.Order, "Order">>, Nothing<Fits<T.OrderCounts, "OrderCounts">>,
  Nothing<Fits<T.Product, "Product">>, Nothing<Fits<T.ProductDetail, "ProductDetail">>, Nothing<Fits<T.Customer, "Customer">>, Nothing<Fits<T.CustomerDetail, "CustomerDetail">>,
  Nothing<Fits<T.SyncRun, "SyncRun">>, Nothing<Fits<T.Quarantined, "Quarantined">>, Nothing<Fits<J.Job, "Job">>, Nothing<Fits<T.Home, "Home">>, Nothing<Fits<T.ProblemBody, "Problem">>,
  Nothing<Fits<J.JobDetail, "JobDetail">>, Nothing<Fits<J.JobSummary, "JobSummary">>, Nothing<Fits<J.JobKind, "JobKind">>, Nothing<Fits<J.JobPause, "JobPause">>, Nothing<Fits<J.JobFault, "JobFault">>, Nothing<Fits<J.JobWorker, "JobWorker">>,
  Nothing<Fits<J.JobSchedule, "JobSchedule">>, Nothing<Fits<J.JobBulkResult, "JobBulkResult">>, Nothing<Fits<J.Waits, "Waits">>,
  Nothing<Unsaid<J.WaitCause, "WaitCause">>, Nothing<Unsaid<J.JobAct, "JobAct">>, Nothing<Unsaid<J.AttemptOutcome, "AttemptOutcome">>, Nothing<Unsaid<J.SkipReason, "SkipReason">>, Nothing<Unsaid<J.BulkAction, "BulkAction">>,
  Nothing<Unsaid<T.ProblemCode, "Code">>, Nothing<Unsaid<T.PlatformRole, "PlatformRole">>, Nothing<Unsaid<T.MemberRole, "MemberRole">>, Nothing<Unsaid<T.StreamName, "StreamName">>, Nothing<Unsaid<T.Delivery["state"], "DeliveryState">>,
  Nothing<Unsaid<T.OrderStatus, "OrderStatus">>, Nothing<Unsaid<T.OrderLine["kind"], "LineKind">>, Nothing<Unsaid<T.Source, "TimelineSource">>, Nothing<Unsaid<T.TimelineRow["event"], "TimelineEvent">>, Nothing<Unsaid<T.Listing["manage_stock"], "ManageStock">>,
  Nothing<Unsaid<T.SyncRun["kind"], "RunKind">>, Nothing<Unsaid<T.SyncRun["state"], "RunState">>, Nothing<Unsaid<J.JobState, "JobState">>, Nothing<Unsaid<T.Need["kind"], "NeedKind">>, Nothing<Unsaid<T.ChangeKind, "ChangeKind">>, Nothing<Unsaid<T.Change["op"], "ChangeOp">>,
];
