export * from "./keys.ts";
export * from "./log.ts";
export * from "./random.ts";
export * from "./resend.ts";
export * from "./smtp.ts";
export * from "./step-functions.ts";
