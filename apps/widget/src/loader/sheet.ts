/** The dialog's look, in a shadow root and set by script, so that neither the host's styles nor its CSP touch it. */
export const css = `
:host{all:initial}
dialog{box-sizing:border-box;width:560px;max-width:100vw;height:min(1120px,calc(100dvh - 32px));max-height:none;
padding:0;margin:auto;border:0;border-radius:10px;overflow:hidden;background:#fff;color:#1b2226;
font:16px/24px system-ui,sans-serif;box-shadow:0 12px 40px rgb(0 0 0/.28)}
dialog[open]{animation:in .12s ease-out}
dialog::backdrop{background:rgb(16 19 21/.45)}
iframe{display:block;width:100%;height:100%;border:0;background:transparent;color-scheme:light dark}
.wait{position:absolute;inset:0;padding:24px;background:inherit}
.wait[hidden]{display:none}
.wait p{margin:0 0 16px;max-width:40ch}
button,a{font:inherit;color:#08545a;display:inline-block;min-height:44px;line-height:44px;margin:0 24px 0 0;padding:0}
button{border:0;background:none;text-decoration:underline;cursor:pointer}
:focus-visible{outline:2px solid #08545a;outline-offset:2px}
@keyframes in{from{opacity:0;transform:translateY(4px)}}
@media(max-width:639px){dialog{width:100vw;height:100dvh;border-radius:0}}
@media(prefers-reduced-motion:reduce){dialog[open]{animation:none}}
@media(prefers-color-scheme:dark){dialog{background:#1b2023;color:#ecefef}button,a{color:#7cced2}
:focus-visible{outline-color:#7cced2}}
`;
