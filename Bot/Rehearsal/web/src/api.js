/** What the page asks of the product. Each call throws an Error with words for the person in front of the page. */

const person = id => `/rehearsal/people/${encodeURIComponent(id)}`;

export const people = () => get("/rehearsal/people");
export const counts = () => get("/rehearsal/chats");
export const chat = id => get(`${person(id)}/chat`);
export const calendar = (id, from, to) => get(`${person(id)}/calendar?from=${from}&to=${to}`);
export const clock = () => get("/rehearsal/clock");
export const nextDue = () => get("/rehearsal/clock/next-due");
export const nextWorkingDay = () => get("/rehearsal/clock/next-working-day");

export const open = shown => post("/rehearsal/open", { people: shown });
export const say = (id, text) => post(`${person(id)}/messages`, { text });
export const sayAgain = (id, message) => post(`${person(id)}/messages/${encodeURIComponent(message)}/again`, {});
export const invoke = (id, press) => post(`${person(id)}/invoke`, press);
export const submit = (id, press) => post(`${person(id)}/submit`, press);
export const moveClock = target => post("/rehearsal/clock", target);
export const reset = () => post("/rehearsal/reset", {});

const get = url => call(url, {});
const post = (url, body) =>
  call(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

async function call(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new Error("PeerBot does not answer. Is it still running?");
  }
  const body = response.headers.get("Content-Type")?.includes("json") ? await response.json() : null;
  if (!response.ok) throw new Error(body?.error ?? `PeerBot could not do this (${response.status}).`);
  return body;
}
