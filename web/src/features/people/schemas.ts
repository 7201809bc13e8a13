import { z } from "zod";

/** Messages are words of the dictionary. */
const email = z.string().trim().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, { message: "email" });
const name = z.string().trim().min(1, { message: "name" }).max(200, { message: "name" });
/** Length over rules: the server refuses what is known to be leaked or too short. */
const password = z.string().min(12, { message: "password" });

export const tenantSchema = z.object({ name });
export const memberSchema = z.object({ email, name, role: z.enum(["admin", "member", "viewer"]), password: z.union([password, z.literal("")]) });
export const staffSchema = z.object({ email, name, platform_role: z.enum(["owner", "admin", "warehouse", "support", "billing"]), password, all_tenants: z.boolean() });
export const accountSchema = z.object({ name });
