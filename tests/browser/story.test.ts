import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dateTime, localDate } from "@quorate/core/i18n";
import { after, type Instant } from "@quorate/core/kit";
import { FlowingClock } from "@quorate/local/clock";
import { type Machine, startMachine } from "@quorate/local/machine";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ClockControl, clockPages } from "../../packages/local/src/demo/clock-control.tsx";
import {
  ...
} from "../../packages/local/src/demo/vlasotince.ts";
