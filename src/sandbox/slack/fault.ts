/** What may go wrong with a Web API call, on purpose. */
export type MethodFault =
  /** Answers `ok: false` with this error, as Slack would. */
  | { readonly error: string }
  /** Answers HTTP 429 with Retry-After, or an HTTP error of the 5xx kind. */
  | { readonly status: 429 | 500 | 502 | 503; readonly retryAfterSeconds?: number }
  /** Never answers. The call is not carried out. */
  | 'hang'
  /** Carries the call out, then breaks the connection: the bot cannot know that it worked. */
  | 'drop_answer'
  /** Waits by the machine's time before it carries the call out: later calls overtake it. */
  | { readonly delayMs: number }
  /** Waits for this promise before it carries the call out: exact where a delay would race. */
  | { readonly until: Promise<unknown> };

/** What may go wrong on the way from Slack to the bot. */
type DeliveryFault =
  /** The bot is told, and its ack never comes back. */
  | 'drop_ack'
  /** The bot is told twice. */
  | 'twice'
  /** The bot is never told. */
  | 'lost';

/** The knobs. Each fault holds for the next `times` calls or deliveries that it fits. */
export type Faults = {
  /** `method` is the name of a Web API method, or '*' for all of them. */
  method(method: string, times: number, fault: MethodFault): void;
  /** For how many calls of this method faults are still in wait. */
  methodsLeft(method: string): number;
  /** `name` is that of a delivery (slash_commands, block_actions, an event …), or '*'. */
  delivery(name: string, times: number, fault: DeliveryFault): void;
  /** Holds the next `count` deliveries back, then sends them the last one first. */
  outOfOrder(count: number): void;
  clear(): void;
};

/** The knobs as the pretend Slack itself reads them. */
export type FaultBoard = Faults & {
  takeMethod(method: string): MethodFault | undefined;
  takeDelivery(name: string): DeliveryFault | undefined;
  /**
   * Resolves when this delivery may go: at once, unless deliveries are held back. What it
   * answers must be called when the delivery is over: it lets the next one go.
   */
  turn(): Promise<() => void>;
};

/** A board with every knob at rest. */
export function faultBoard(): FaultBoard {
  const methods: Rule<MethodFault>[] = [];
  const deliveries: Rule<DeliveryFault>[] = [];
  const held: Held[] = [];
  let holding = 0;
  return {
    method: (name, times, fault) => void methods.push({ name, left: times, fault }),
    methodsLeft: (method) =>
      methods.reduce((sum, rule) => sum + (fits(rule, method) ? rule.left : 0), 0),
    delivery: (name, times, fault) => void deliveries.push({ name, left: times, fault }),
    outOfOrder(count) {
      holding = count;
    },
    clear() {
      methods.splice(0);
      deliveries.splice(0);
      holding = 0;
      void release(held);
    },
    takeMethod: (name) => take(methods, name),
    takeDelivery: (name) => take(deliveries, name),
    turn() {
      if (holding === 0) return Promise.resolve(() => undefined);
      holding -= 1;
      const turn = new Promise<() => void>((go) => held.push(go));
      if (holding === 0) void release(held);
      return turn;
    },
  };
}

type Rule<Fault> = { readonly name: string; left: number; readonly fault: Fault };

function take<Fault>(rules: Rule<Fault>[], name: string): Fault | undefined {
  const rule = rules.find((each) => each.left > 0 && fits(each, name));
  if (rule === undefined) return undefined;
  rule.left -= 1;
  return rule.fault;
}

function fits(rule: { readonly name: string }, name: string): boolean {
  return rule.name === '*' || rule.name === name;
}

/** A delivery that waits for its turn: it is given what to call once it is over. */
type Held = (over: () => void) => void;

/** Lets the held ones go one after another, the last first. */
async function release(held: Held[]): Promise<void> {
  for (const go of held.splice(0).toReversed()) await new Promise<void>((over) => go(over));
}
