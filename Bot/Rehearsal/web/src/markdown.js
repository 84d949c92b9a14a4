import MarkdownIt from "markdown-it";

// Cards know emphasis, links and lists. Markup in a text stays text in both.
const inCard = new MarkdownIt("zero", { html: false }).enable(["emphasis", "link", "list", "escape", "newline", "entity"]);
const inMessage = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable(["image", "html_block", "html_inline"]);

for (const markdown of [inCard, inMessage]) {
  markdown.renderer.rules.link_open = (tokens, index, options, _, renderer) => {
    tokens[index].attrSet("target", "_blank");
    tokens[index].attrSet("rel", "noopener noreferrer");
    return renderer.renderToken(tokens, index, options);
  };
}

export const cardMarkdown = text => inCard.render(text);
export const messageMarkdown = text => inMessage.render(text);
