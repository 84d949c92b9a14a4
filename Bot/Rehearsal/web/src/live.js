/** One stream of events from the product. `ready` comes first and after every break: whatever was missed is to be read again. */
export function listen({ ready, message, typing, clock, reset, lost }) {
  const source = new EventSource("/rehearsal/events");
  const on = (name, handler) => source.addEventListener(name, event => handler(JSON.parse(event.data)));
  on("ready", ready);
  on("message", message);
  on("typing", typing);
  on("clock", clock);
  on("reset", reset);
  source.onerror = lost;
}
