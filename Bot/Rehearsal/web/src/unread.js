import * as api from "./api.js";
import { keep, kept } from "./kept.js";

/** How many messages have come for people who are not shown, since they were last shown in this tab. */
export class Unread {
  counts = {};

  async read() {
    this.counts = await api.counts();
  }

  forget() {
    this.counts = {};
  }

  saw(id, count) {
    if (kept("seen")?.[id] !== count) keep("seen", { ...kept("seen"), [id]: count });
  }

  of(id) {
    // Everyone's first message is the welcome: no news.
    const seen = Math.max(1, kept("seen")?.[id] ?? 0);
    return Math.max(0, (this.counts[id] ?? 0) - seen);
  }
}
