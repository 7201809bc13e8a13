/** The words of the API as types. One file, so that the generated schema can take its place. */

export type Uuid = string;
/** RFC 3339, UTC. */
export type Time = string;
/** A decimal as text; never a float. */
export type Decimal = string;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type ProblemCode =
  | "bad_request" | "invalid_cursor" | "validation" | "tenant_required" | "tenant_header_forbidden" | "unauthenticated"
  | "invalid_credentials" | "forbidden" | "csrf" | "not_found" | "method_not_allowed" | "conflict" | "job_not_dead" | "job_key_taken" | "jobs_changed" | "not_acceptable" | "payload_too_large"
  | "rate_limited" | "store_unreachable" | "store_refused" | "private_target" | "internal" | "overloaded" | "unavailable" | "timeout";

export interface ProblemBody {
  type?: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  fields?: Record<string, string>;
  request_id?: string;
  cause?: string | null;
  about?: string | null;
  tls_fingerprint_sha256?: string | null;
}

export type Locale = "en" | "tr";
export type PlatformRole = "owner" | "admin" | "warehouse" | "support" | "billing";
export type MemberRole = "admin" | "member" | "viewer";
export type Permission =
  | "tenants:write" | "members:write" | "users:write" | "stores:write" | "stores:read" | "orders:read" | "orders:write" | "products:read"
  | "customers:read" | "sync:read" | "jobs:read" | "jobs:manage" | "jobs:arguments" | "audit:read";

export interface TenantRef { id: Uuid; slug: string; name: string }

export interface User {
  id: Uuid;
  email: string;
  name: string;
  locale: Locale;
  kind: "staff" | "member";
  platform_role?: PlatformRole | null;
  tenant?: TenantRef | null;
  role?: MemberRole | null;
  tenants: TenantRef[];
  permissions: Permission[];
}

export interface LoginAnswer { access_token: string; token_type: "Bearer"; expires_in: number; user: User }

export interface Tenant extends TenantRef { created_at: Time; stores: number; members: number }
export interface Member { user_id: Uuid; email: string; name: string; role: MemberRole; created_at: Time }
export interface StaffUser {
  id: Uuid; email: string; name: string; platform_role: PlatformRole; all_tenants: boolean; tenant_ids: Uuid[]; created_at: Time;
}

export type StoreState = "connecting" | "healthy" | "degraded" | "unreachable" | "paused" | "disconnected";
export type StreamName = "orders" | "refunds" | "products" | "variations" | "customers";
export interface Stream {
  stream: StreamName;
  state: "importing" | "live" | "paused" | "failed";
  done: number;
  total?: number | null;
  rate?: number | null;
  eta_seconds?: number | null;
  lag_seconds?: number | null;
  last_success_at?: Time | null;
  next_run_at?: Time | null;
  cause?: string | null;
  /** What the cause is about: a name, an address, a field, or what somebody else said. */
  about?: string | null;
  reason?: string | null;
}
export type StoreAction = "pause" | "resume" | "sync" | "disconnect";
export interface Store {
  id: Uuid;
  tenant_id: Uuid;
  name: string;
  url: string;
  state: StoreState;
  reason?: string | null;
  cause?: string | null;
  about?: string | null;
  since: Time;
  next_try_at?: Time | null;
  currency: string;
  timezone: string;
  wc_version: string;
  hpos?: boolean | null;
  webhooks: "active" | "polling_only" | "failed" | "pending";
  transport: string;
  auth: string;
  allowed: StoreAction[];
  streams: Stream[];
  orders_total: number;
  last_event_at?: Time | null;
  events_24h: { hour: Time; webhook: number; poll: number }[];
  requests_today: number;
  quarantined: number;
  created_at: Time;
}
export interface StoreDetail extends Store {
  webhook_hooks: { topic: string; status: string; external_id: string }[];
  clock_skew_ms: number;
  page_size: number;
  webhook_url?: string | null;
  public_url_set: boolean;
}
export interface ConnectStore {
  name: string; url: string; consumer_key: string; consumer_secret: string; tls_fingerprint_sha256?: string;
}
export interface Delivery {
  id: Uuid;
  received_at: Time;
  topic: string;
  resource_id?: string | null;
  state: "received" | "fetching" | "processed" | "ignored" | "quarantined" | "failed";
  reason?: string | null;
  cause?: string | null;
  about?: string | null;
  bytes: number;
}

export type OrderStatus =
  | "pending" | "on_hold" | "processing" | "shipped" | "completed" | "cancelled" | "refunded" | "failed" | "draft" | "unknown";
export interface OrderRow {
  id: Uuid;
  tenant_id: Uuid;
  store_id: Uuid;
  external_id: string;
  number: string;
  status: OrderStatus;
  store_status: string;
  currency: string;
  total: Decimal;
  placed_at: Time;
  modified_at: Time;
  updated_at: Time;
  customer_name: string;
  customer_email?: string | null;
  items: number;
  refunded?: Decimal | null;
  trashed: boolean;
  deleted: boolean;
  country?: string | null;
  /** Left away without any. */
  tag_ids?: Uuid[];
}
export interface OrderCounts { open: number; by_status: Partial<Record<OrderStatus, number>>; needs_attention: number }
export interface Address {
  first_name: string; last_name: string; company: string; address_1: string; address_2: string; city: string; state: string;
  postcode: string; country: string; email?: string | null; phone?: string | null;
}
export interface OrderLine {
  id: Uuid;
  kind: "item" | "shipping" | "fee" | "coupon" | "tax";
  name: string;
  sku?: string | null;
  quantity?: number | string | null;
  price?: Decimal | null;
  subtotal?: Decimal | null;
  total: Decimal;
  total_tax?: Decimal | null;
  product_id?: Uuid | null;
  external_product_id?: string | null;
  external_variation_id?: string | null;
  image_url?: string | null;
  meta: { key: string; value: unknown }[];
}
export type Source = "webhook" | "poll" | "census" | "hash" | "person" | "rule" | "job";
export interface TimelineRow {
  id: Uuid;
  at: Time;
  source: Source;
  /** Who did it, when a person did. */
  actor?: { id: Uuid; name: string } | null;
  event: "received" | "changed" | "trashed" | "restored" | "deleted" | "refunded";
  store_modified_at?: Time | null;
  lag_seconds?: number | null;
  changes: { field: string; from?: unknown; to?: unknown }[];
}
export interface Order extends OrderRow {
  customer_id?: Uuid | null;
  payment_method_title: string;
  transaction_id?: string | null;
  customer_note: string;
  created_via: string;
  paid_at?: Time | null;
  completed_at?: Time | null;
  prices_include_tax: boolean;
  totals: Record<
    "subtotal" | "discount_total" | "discount_tax" | "shipping_total" | "shipping_tax" | "fees_total" | "cart_tax" | "total_tax" | "total" | "refunded",
    Decimal
  >;
  billing: Address;
  shipping: Address;
  lines: OrderLine[];
  refunds: { id: Uuid; external_id: string; reason: string; amount: Decimal; refunded_at?: Time | null }[];
  meta: unknown;
  timeline: TimelineRow[];
  allowed: string[];
  store: { id: Uuid; name: string; url: string; admin_url: string };
}

export interface Listing {
  id: Uuid;
  store_id: Uuid;
  external_product_id: string;
  external_variation_id?: string | null;
  type: string;
  status: string;
  name: string;
  sku?: string | null;
  price?: Decimal | null;
  regular_price?: Decimal | null;
  sale_price?: Decimal | null;
  currency: string;
  manage_stock: "yes" | "no" | "parent";
  stock_quantity?: number | string | null;
  stock_status: string;
  image_url?: string | null;
  modified_at: Time;
  attributes: { name?: string; option?: string }[];
  deleted: boolean;
}
export interface Product { id: Uuid; tenant_id: Uuid; sku: string; name: string; listings: Listing[]; updated_at: Time }
export interface ProductDetail extends Omit<Product, "listings"> {
  listings: (Listing & { raw?: unknown })[];
  orders_30d: number;
}

export interface Customer {
  id: Uuid;
  tenant_id: Uuid;
  name: string;
  email?: string | null;
  phone?: string | null;
  orders: number;
  spent: { currency: string; total: Decimal }[];
  first_order_at?: Time | null;
  last_order_at?: Time | null;
  identities: { store_id: Uuid; external_id?: string | null; guest: boolean }[];
  city?: string | null;
  country?: string | null;
}
/** `orders` of the row is a count, of the detail the rows; the detail keeps the count as `orders_count` when it can. */
export interface CustomerDetail extends Omit<Customer, "orders"> {
  orders: OrderRow[];
  orders_count?: number;
  billing?: Address | null;
  shipping?: Address | null;
}

export interface SyncRun {
  id: Uuid;
  store_id: Uuid;
  tenant_id: Uuid;
  stream: StreamName;
  kind: "import" | "delta" | "rescan";
  source: string;
  state: "running" | "succeeded" | "partial" | "failed";
  started_at: Time;
  ended_at?: Time | null;
  requests: number;
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  quarantined: number;
  cause?: string | null;
  /** What the cause is about: a name, an address, a field, or what somebody else said. */
  about?: string | null;
  reason?: string | null;
}
export interface Quarantined {
  id: Uuid; store_id: Uuid; tenant_id: Uuid; resource: string; external_id?: string | null; reason: string; cause?: string | null; about?: string | null; raw: string;
  first_seen_at: Time; last_seen_at: Time; count: number;
}
export interface Need {
  kind: "stores_unreachable" | "stores_degraded" | "dead_jobs" | "quarantined" | "unmapped_status" | "failed_orders";
  count: number;
  detail?: string | null;
  oldest_at?: Time | null;
  link: string;
}
export interface Revenue { currency: string; total: Decimal; before: Decimal; days: { day: string; total: Decimal }[] }
export interface Home {
  needs: Need[];
  today: { orders: number; usual: number; by_hour: (number | null)[]; usual_by_hour: number[]; timezone: string };
  revenue: Revenue[];
  stores: Store[];
  setup: { tenant: boolean; store: boolean; imported: boolean };
}

export type ChangeKind = "order" | "product" | "customer" | "store" | "job" | "stream" | "tag" | "report";
export interface Change {
  kind: ChangeKind; ids: Uuid[]; tenant_id?: Uuid | null; store_id?: Uuid | null; op: "created" | "updated" | "deleted";
}
