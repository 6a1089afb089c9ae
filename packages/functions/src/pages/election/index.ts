import { Hono } from "hono";
export const electionPages = (_world: unknown) => new Hono();
