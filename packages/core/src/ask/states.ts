/** A state machine's state as plain ASL; the service checks it when the machine is made. */
export type State = Readonly<Record<string, unknown>>;
export type States = Readonly<Record<string, State>>;

/**
 * What arises outside our code and passes by itself, and our own `Transient`. Nothing else is retried.
 */
export const retried = [
  {
    ErrorEquals: [
      "Transient",
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.ClientExecutionTimeoutException",
      "Lambda.TooManyRequestsException",
      "Lambda.Unknown",
      "Sandbox.Timedout",
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: "FULL",
  },
];

/** Where every fault goes: the process's row says so, and an act resumes it. */
export const parked = [
  {
    ErrorEquals: ["States.ALL"],
    Assign: { fault: "{% $states.errorOutput.Error %}", at: "{% $states.context.State.Name %}" },
    Next: "Park",
  },
];

const payload = (task: string, more: Record<string, string> = {}) => ({
  FunctionName: "${tasks}",
  Payload: { task, network: "{% $network %}", process: "{% $process %}", ...more },
});

/**
 * A step of the machine that answers with a word for the Choice after it. Its time is bounded by its Lambda's own, whose end
 * is retried (`Sandbox.Timedout`).
 */
export function task(name: string, next: string, more: Record<string, string> = {}): State {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: payload(name, more),
    Assign: { word: "{% $states.result.Payload.word %}", seconds: "{% $states.result.Payload.seconds %}" },
    Retry: retried,
    Catch: parked,
    Next: next,
  };
}

/** A Choice over the last word; a word that the process does not know is a fault and parks it. */
export function choose(words: Readonly<Record<string, string>>): State {
  return {
    Type: "Choice",
    Choices: Object.entries(words).map(([word, Next]) => ({ Condition: `{% $word = "${word}" %}`, Next })),
    Default: "Lapsed",
  };
}

/** A state machine of one process, in the JSONata dialect of Amazon States Language. Its input: `network` and `process`, both ids. */
type Machine = Readonly<{ Comment: string; QueryLanguage: "JSONata"; StartAt: string; States: States }>;

/**
 * The steps of a process, of which `Resume` is the first, and what every process has beside them: a word that no step knows
 * (`Lapsed`) and every fault lead to `Park`, whose task writes onto the process's row why it does not go on.
 */
export function machine(comment: string, steps: States): Machine {
  return {
    Comment: comment,
    QueryLanguage: "JSONata",
    StartAt: "Begin",
    States: {
      Begin: {
        Type: "Pass",
        Assign: { network: "{% $states.input.network %}", process: "{% $states.input.process %}", seconds: 1 },
        Next: "Resume",
      },
      ...steps,
      Lapsed: { Type: "Pass", Assign: { fault: "{% $word %}", at: "Lapsed" }, Next: "Park" },
      // Where Park itself fails, the execution fails, and the sweep parks the process from outside.
      Park: {
        ...task("Park", "IsParked", { fault: "{% $fault %}", at: "{% $at %}" }),
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "Parked" }],
      },
      IsParked: choose({ parked: "Parked" }),
      Parked: { Type: "Fail", Error: "Parked", Cause: "The row of the process says why." },
    },
  };
}

/**
 * A process that can be cancelled: every task of it says `cancelled` from then on, and every Choice leads to `Cancel`, which
 * tells everybody, page by page, and ends it.
 */
export function cancellable(process: Machine): Machine {
  const cancelled = { Condition: '{% $word = "cancelled" %}', Next: "Cancel" };
  const leading = Object.entries(process.States).map(([name, state]): [string, State] =>
    Array.isArray(state.Choices) ? [name, { ...state, Choices: [cancelled, ...state.Choices] }] : [name, state],
  );
  return {
    ...process,
    States: {
      ...Object.fromEntries(leading),
      Cancel: task("Cancel", "CancellationTold"),
      CancellationTold: choose({ more: "Cancel", told: "Cancelled" }),
      Cancelled: { Type: "Succeed" },
    },
  };
}

/**
 * The three states of a wait that asks nobody by letter, in the order they happen:
 *
 * - `Check<Step>` looks at the table, which alone is the truth, and closes the step when its time has come;
 * - `<Step>Checked` goes on: the step's own words lead where `words` says;
 * - `Await<Step>` waits for a signal, at most until the next look is due, and leads back to `Check<Step>`.
 */
export function waitStates(step: string, words: Readonly<Record<string, string>>): States {
  const [wait, check, checked] = [`Await${step}`, `Check${step}`, `${step}Checked`];
  return {
    [wait]: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
      Arguments: payload(wait, { token: "{% $states.context.Task.Token %}" }),
      TimeoutSeconds: "{% $seconds %}",
      Retry: retried,
      Catch: [{ ErrorEquals: ["States.Timeout"], Next: check }, ...parked],
      Next: check,
    },
    [check]: task(check, checked),
    [checked]: choose({ wait, again: check, ...words }),
  };
}

/**
 * The four states of every wait for people: `Ask<Step>` asks whoever is to be asked now, for the first time or again when a
 * reminder is due; then `Await<Step>`, `Check<Step>` and `<Step>Checked` as in `waitStates`, until the word is one of
 * `words`.
 */
export function askStates(step: string, words: Readonly<Record<string, string>>): States {
  const ask = `Ask${step}`;
  return { [ask]: task(ask, `${step}Checked`), ...waitStates(step, { remind: ask, ...words }) };
}
