/** Texts and sources by their endings; here, and not with folders, since a recogniser asks, too. */
const endings =
  /\.(mdx?|markdown|rst|adoc|tex|html?|css|s[ac]ss|less|[cm]?[jt]sx?|vue|svelte|py|ipynb|go|rs|java|kts?|scala|groovy|[ch](c|pp|xx)?|hh|cs|fs|vb|m|swift|php|pl|pm|lua|r|rb|jl|exs?|erl|hs|clj|dart|sh|bash|zsh|fish|ps1|bat|cmd|sql|proto|graphql|lock|sum|mod|map|svg|log|patch|diff|tmpl|tpl|j2|erb|ejs|hbs|snap|docx|pptx|od[st]|jar|war)$/i;

/** Whether a file is called like a text or a source, which is not looked into: what it quotes describes nothing. */
export function isProse(path: string): boolean {
  return endings.test(path);
}
