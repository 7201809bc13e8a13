/** The routes as the pages use them: closed sets of words where the contract says text. `contract.ts` holds them to the generated schema. */
import type { JobPaths } from "./jobs";
import type { paths as Theirs } from "./schema";
import type {
  ConnectStore, Customer, CustomerDetail, Delivery, Home, LoginAnswer, Member, MemberRole, Order, OrderCounts, OrderRow, Page,
  PlatformRole, ProblemBody, Product, ProductDetail, Quarantined, StaffUser, Store, StoreDetail, SyncRun, Tenant, User,
} from "./types";

export interface Json<T> { content: { "application/json": T }; headers: Record<string, unknown> }
interface Params<P, Q> { path: P; query?: Q; header?: never; cookie?: never }
export interface Params0<Q> { path?: never; query?: Q; header?: never; cookie?: never }
export type Errors = { default: Json<ProblemBody> };
export interface Get<R, Q = never> { parameters: Params0<Q>; responses: { 200: Json<R> } & Errors }
export interface GetOf<R, P = { id: string }, Q = never> { parameters: Params<P, Q>; responses: { 200: Json<R> } & Errors }
export interface Send<B, R> { parameters: Params0<never>; requestBody: { content: { "application/json": B } }; responses: { 200: Json<R> } & Errors }
interface SendOf<B, R, P = { id: string }> {
  parameters: Params<P, never>; requestBody: { content: { "application/json": B } }; responses: { 200: Json<R> } & Errors;
}
interface Act<R> { parameters: Params<{ id: string }, never>; requestBody?: never; responses: { 200: Json<R> } & Errors }

export interface Paging { limit?: number; after?: string }
export interface OrdersQuery extends Paging {
  store_id?: string; status?: string; placed_from?: string; placed_to?: string; q?: string; tag?: string; include_drafts?: boolean; trashed?: boolean;
}
export interface ProductsQuery extends Paging { store_id?: string; q?: string; stock?: string; status?: string }
export interface CustomersQuery extends Paging { q?: string; store_id?: string }
export interface RunsQuery extends Paging { store_id?: string; stream?: string; state?: string }

export interface paths {
  "/auth/login": { post: Send<{ email: string; password: string; tenant_id?: string }, LoginAnswer> };
  "/auth/logout": { post: { parameters: Params0<never>; requestBody?: never; responses: { 204: { headers: Record<string, unknown>; content?: never } } & Errors } };
  "/auth/me": { get: Get<User>; patch: Send<{ name?: string; locale?: string }, User> };
  "/auth/switch": { post: Send<{ tenant_id: string }, User> };
  "/tenants": { get: Get<Page<Tenant>, Paging>; post: Send<{ name: string }, Tenant> };
  "/tenants/{id}/members": {
    get: GetOf<Page<Member>, { id: string }, Paging>;
    post: SendOf<{ email: string; name: string; role: MemberRole; password?: string }, Member>;
  };
  "/tenants/{id}/members/{user_id}": {
    delete: { parameters: Params<{ id: string; user_id: string }, never>; requestBody?: never; responses: { 204: { headers: Record<string, unknown>; content?: never } } & Errors };
  };
  "/users": {
    get: Get<Page<StaffUser>, Paging>;
    post: Send<{ email: string; name: string; platform_role: PlatformRole; password: string; all_tenants: boolean }, StaffUser>;
  };
  "/users/{id}/grants": { put: SendOf<{ all_tenants: boolean; tenant_ids: string[] }, StaffUser> };
  "/woo/stores": { get: Get<Page<Store>, Paging & { state?: string }>; post: Send<ConnectStore, StoreDetail> };
  "/woo/stores/{id}": { get: GetOf<StoreDetail>; delete: Act<Store> };
  "/woo/stores/{id}/pause": { post: Act<Store> };
  "/woo/stores/{id}/resume": { post: Act<Store> };
  "/woo/stores/{id}/sync": { post: Act<Store> };
  "/woo/stores/{id}/deliveries": { get: GetOf<Page<Delivery>, { id: string }, Paging & { state?: string }> };
  "/orders": { get: Get<Page<OrderRow>, OrdersQuery> };
  "/orders/counts": { get: Get<OrderCounts, { store_id?: string; tag?: string }> };
  "/orders/{id}": { get: GetOf<Order> };
  "/products": { get: Get<Page<Product>, ProductsQuery> };
  "/products/{id}": { get: GetOf<ProductDetail> };
  "/customers": { get: Get<Page<Customer>, CustomersQuery> };
  "/customers/{id}": { get: GetOf<CustomerDetail> };
  "/sync/runs": { get: Get<Page<SyncRun>, RunsQuery> };
  "/sync/quarantine": { get: Get<Page<Quarantined>, Paging & { store_id?: string }> };
  "/home": { get: Get<Home, { days?: number }> };
}

type Ours = paths & JobPaths;
/** A route not named above is as the schema has it. */
export type Routes = Ours & { [P in keyof Theirs as P extends `/api/v1${infer Short}` ? Exclude<Short, keyof Ours> : never]: Theirs[P] };
