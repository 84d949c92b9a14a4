/** What this browser tab remembers across a reload. */
const KEY = "peerbot.rehearsal";

const read = () => JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

export const kept = name => read()[name];

export const keep = (name, value) => sessionStorage.setItem(KEY, JSON.stringify({ ...read(), [name]: value }));

export const forget = () => sessionStorage.removeItem(KEY);
