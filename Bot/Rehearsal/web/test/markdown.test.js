import assert from "node:assert/strict";
import { test } from "node:test";
import { cardMarkdown, messageMarkdown } from "../src/markdown.js";

test("Markup in a text stays text", () => {
  for (const markdown of [cardMarkdown, messageMarkdown]) {
    assert.match(markdown("<img src=x onerror=alert(1)>"), /&lt;img/);
  }
});

test("A link opens beside the page, and a script is no link", () => {
  assert.match(cardMarkdown("[help](https://example.org)"), /href="https:\/\/example.org" target="_blank" rel="noopener noreferrer"/);
  assert.doesNotMatch(cardMarkdown("[help](javascript:alert(1))"), /<a /);
});

test("A message shows no picture from elsewhere", () => assert.doesNotMatch(messageMarkdown("![x](https://example.org/a.png)"), /<img/));

test("A card knows no headings, as in Teams", () => assert.doesNotMatch(cardMarkdown("# Title"), /<h1>/));
