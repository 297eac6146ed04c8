/** The public page's look in the colours of the desk; the variables reach into the tree from around it. */
export const PAGE_STYLE = `
article{color:var(--troth-ink);font-size:16px;line-height:24px;max-width:72ch;overflow-wrap:break-word}
h1{font-size:28px;line-height:36px;margin:0 0 8px}
h2{font-size:20px;line-height:28px;margin:32px 0 8px;scroll-margin-top:8px}
h3{font-size:18px;line-height:26px;margin:24px 0 8px;scroll-margin-top:8px}
h4{font-size:16px;line-height:24px;margin:16px 0 4px;scroll-margin-top:8px}
h1,h2,h3,h4{font-weight:600}
p,ul,ol,table,blockquote,dl{margin:0 0 16px}
ul,ol{padding-inline-start:24px}
a{color:var(--troth-accent)}
:focus-visible{outline:2px solid var(--troth-accent);outline-offset:2px}
table{border-collapse:collapse;display:block;font-variant-numeric:tabular-nums;max-width:100%;overflow-x:auto}
caption{color:var(--troth-quiet);padding-bottom:4px;text-align:start}
th,td{border-bottom:1px solid var(--troth-line);padding:8px 16px 8px 0;text-align:start;vertical-align:top}
th{font-weight:600}
blockquote{background:var(--troth-sunken);border-inline-start:4px solid var(--troth-edge);padding:8px 16px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0}
pre{background:var(--troth-sunken);overflow-x:auto;padding:12px}
.policy-version{color:var(--troth-quiet)}
`.replaceAll("\n", "");
