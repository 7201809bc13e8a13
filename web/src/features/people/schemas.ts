import * as z from "zod/mini";

/** Messages are words of the dictionary. */
const email = z.string().check(z.trim(), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "email"));
const name = z.string().check(z.trim(), z.minLength(1, "name"), z.maxLength(200, "name"));
/** Length over rules: the server refuses what is known to be leaked or too short. */
const password = z.string().check(z.minLength(12, "password"));

export const tenantSchema = z.object({ name });
export const memberSchema = z.object({ email, name, role: z.enum(["admin", "member", "viewer"]), password: z.union([password, z.literal("")]) });
export const staffSchema = z.object({ email, name, platform_role: z.enum(["owner", "admin", "warehouse", "support", "billing"]), password, all_tenants: z.boolean() });
export const accountSchema = z.object({ name });
