// The colours of the text: names from variables.css, so that light and dark are one. Kinds differ by weight and slant too.

import { EditorView, HighlightStyle, syntaxHighlighting, tags } from "../../vendor/codemirror.js";

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--ink-soft)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.atom, tags.keyword], color: "var(--private)" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--ink-soft)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "var(--text-s)", color: "var(--ink)", backgroundColor: "var(--surface)" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--ink-soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent-soft) 55%, transparent)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--selection)" },
  ".cm-panels, .cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", borderColor: "var(--line-strong)" },
  ".cm-panel.cm-search": { padding: "var(--space-2)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { fontSize: "var(--text-s)", minHeight: "0" },
  ".cm-button, .cm-textfield": { backgroundImage: "none", backgroundColor: "var(--surface)", color: "var(--ink)", borderColor: "var(--line-strong)" },
  ".cm-tooltip": { maxWidth: "32rem", borderRadius: "var(--radius)", boxShadow: "var(--shadow)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionInfo, .cm-tooltip-hover": { padding: "var(--space-2) var(--space-3)", fontFamily: "var(--font)" },
  // CodeMirror draws these as images in its own style sheet, which no page of ours loads.
  ".cm-lintRange": { backgroundImage: "none", textDecorationLine: "underline", textDecorationThickness: "2px", textUnderlineOffset: "3px" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecorationStyle: "wavy", textDecorationColor: "var(--late)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecorationStyle: "dashed", textDecorationColor: "var(--soon)" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecorationStyle: "dotted", textDecorationColor: "var(--accent)" },
  ".cm-lint-marker": { width: "0.9em", height: "0.9em", margin: "0.2em 0", border: "2px solid currentcolor", borderRadius: "2px" },
  ".cm-lint-marker-error": { content: "normal", color: "var(--late)", borderRadius: "50%", backgroundColor: "currentcolor" },
  ".cm-lint-marker-warning": { content: "normal", color: "var(--soon)", backgroundColor: "currentcolor" },
  ".cm-lint-marker-info": { content: "normal", color: "var(--accent)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--late)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--soon)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--accent)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--sunken)", color: "var(--ink-soft)", borderColor: "var(--line-strong)" },
});

export const LOOK = [theme, syntaxHighlighting(colours)];
