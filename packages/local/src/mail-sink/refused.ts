const statuses = {
  application_error: 500,
  concurrent_idempotent_requests: 409,
  daily_quota_exceeded: 429,
  internal_server_error: 500,
  invalid_idempotency_key: 400,
  invalid_idempotent_request: 409,
  method_not_allowed: 405,
  missing_api_key: 401,
  missing_required_field: 422,
  not_found: 404,
  rate_limit_exceeded: 429,
  validation_error: 422,
} as const;

export type RefusedName = keyof typeof statuses;

/** A request the sink does not do, with the name and status that Resend gives it: https://resend.com/docs/api-reference/errors */
export class Refused extends Error {
  readonly code: RefusedName;

  constructor(code: RefusedName, message: string) {
    super(message);
    this.code = code;
  }

  get status() {
    return statuses[this.code];
  }

  get body() {
    return { statusCode: this.status, name: this.code, message: this.message };
  }
}
