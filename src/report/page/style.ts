// The look of the report's page: the editor's colours where there are any, light and dark ones otherwise.
export const PAGE_STYLE = `
:root { color-scheme: light dark;
  --fg: var(--vscode-editor-foreground, light-dark(#1f2328, #d4d4d4));
  --bg: var(--vscode-editor-background, light-dark(#ffffff, #1e1e1e));
  --soft: var(--vscode-descriptionForeground, light-dark(#4d5560, #b3b3b3));
  --line: var(--vscode-panel-border, light-dark(#c9ced6, #454545));
  --card: var(--vscode-editorWidget-background, light-dark(#f6f8fa, #252526));
  --link: var(--vscode-textLink-foreground, light-dark(#0550ae, #6cb6ff));
  --bad: light-dark(#b3261e, #ff8a80); --warn: light-dark(#8a5300, #f0b35e);
  --good: light-dark(#1a6d32, #7bd88f); --note: light-dark(#0b57a4, #7cb8ff); --none: light-dark(#57606a, #adb5bd); }
body:not([class*='vscode-']) vscode-textfield { --vscode-settings-textInputBackground: var(--bg);
  --vscode-settings-textInputForeground: var(--fg); --vscode-settings-textInputBorder: var(--line); --vscode-focusBorder: var(--link); }
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
/* Light high contrast has the class of high contrast as well. */
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; }
body { margin: 0; background: var(--bg); color: var(--fg);
  font: var(--vscode-font-size, 13px)/1.5 var(--vscode-font-family, system-ui, sans-serif); }
main { max-width: 1400px; margin: 0 auto; padding: 16px 24px 48px; }
h1 { font-size: 1.6em; margin: 0; } h2 { font-size: 1.2em; margin: 32px 0 8px; } h3 { font-size: 1.05em; margin: 16px 0 4px; }
p { margin: 4px 0; } .soft { color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0 16px; }
a, button.place { color: var(--link); } .leads { cursor: pointer; }
tr:focus { outline: 2px solid var(--vscode-focusBorder, currentColor); outline-offset: -2px; }
button.place { background: none; border: 0; padding: 0; font: inherit; text-align: left; cursor: pointer; text-decoration: underline; }
button.place:focus-visible, a:focus-visible { outline: 2px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; }
code, .place { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 0.95em; white-space: nowrap; }
td { font-variant-numeric: tabular-nums; } td.short { white-space: nowrap; }
h1:focus { outline: none; } .block { margin: 12px 0; } .block table { width: auto; min-width: 50%; } .block td { max-width: 60ch; padding-right: 24px; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px; padding: 0; margin: 0; list-style: none; }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 8px 16px; }
.cards b { display: block; font-size: 1.5em; font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--soft); padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid var(--line); }
td:not(.short):not(.number):not(:empty) { min-width: 12ch; } th { font-weight: 600; vertical-align: bottom; hyphens: auto; } td.number, th.number { text-align: right; } td.number { white-space: nowrap; } .number + :not(.number) { padding-left: 16px; }
tbody tr { content-visibility: auto; contain-intrinsic-size: auto 28px; }
.state { white-space: nowrap; } .bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
.note { color: var(--note); } .none { color: var(--none); }
.controls { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: end; margin: 8px 0; }
.filter { position: sticky; top: 0; z-index: 1; margin: 0; padding: 8px 0; background: var(--bg); } h2 { scroll-margin-top: 72px; }
.controls label { display: grid; gap: 2px; color: var(--soft); }
figure { margin: 8px 0; } svg { max-width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--fg); font-size: 12px; }
details > summary { cursor: pointer; } td summary { white-space: nowrap; } th::first-letter { text-transform: uppercase; } .line { white-space: nowrap; } video { display: block; max-width: 320px; }
@media print { .controls, nav { display: none; } tbody tr { content-visibility: visible; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;
