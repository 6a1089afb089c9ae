const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What a page of ours may load and send. */
export const pagePolicy = policy;

/** A form's page may run our one script, which leaves out what is not asked and saves what is typed. */
export const formPolicy = `${policy}; script-src 'self'; connect-src 'self'`;
