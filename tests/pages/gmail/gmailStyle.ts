/** Enough styling for practice and screenshots; not a copy of Google's design. */
export const gmailStyle = `
  body { margin: 0; font: 14px/1.4 Arial, sans-serif; color: #222; background: #f4f6fa; }
  table { border-collapse: collapse; width: 100%; } td { padding: 0; }
  [hidden] { display: none !important; }
  .stand-in-bar { padding: 12px 20px; font-size: 18px; color: #444; } .stand-in-bar small { font-size: 13px; color: #666; margin-left: 8px; }
  .stand-in-mailbox { margin: 0 20px; max-width: 700px; }
  .stand-in-card { background: #fff; border-radius: 12px; padding: 8px 20px 16px; margin-bottom: 16px; }
  .stand-in-card h2 { font-size: 18px; font-weight: normal; }
  .stand-in-nowhere { position: absolute; width: 0; height: 0; overflow: hidden; opacity: 0; }
  .stand-in-nowhere input { width: 0; height: 0; padding: 0; border: 0; }
  .dw .no { position: fixed; right: 24px; bottom: 0; display: flex; align-items: flex-end; gap: 12px; }
  .Hd { width: 540px; background: #fff; border-radius: 8px 8px 0 0; box-shadow: 0 4px 20px rgb(0 0 0 / 30%); }
  .Hd[data-view="minimised"] { width: 260px; }
  .aSt .Hd { position: fixed; inset: 40px 60px; width: auto; } .aSt .Hd:not([data-view]) { display: none; }
  .Hp { background: #e9eef6; padding: 8px 14px; border-radius: 8px 0 0; } .Hp h2 { margin: 0; font-size: 14px; }
  td.Hm { background: #e9eef6; text-align: right; padding-right: 8px; width: 90px; } .Hm button, .Hm img { border: 0; background: none; width: 20px; }
  .ip .M9, [role=main] > .aaZ .M9 { background: #fff; border: 1px solid #ddd; border-radius: 8px; margin-top: 12px; }
  .I5 { padding: 6px 14px 10px; }
  .hl { color: #777; font-size: 12px; } .GS td { border-bottom: 1px solid #ddd; }
  .anm > div, .anm > .aUy > div { display: flex; flex-wrap: wrap; align-items: center; }
  .stand-in-chips > div > div { display: flex; flex-wrap: wrap; gap: 4px; }
  .afV { border: 1px solid #bbb; border-radius: 12px; padding: 1px 8px; display: flex; } .afX { margin-left: 4px; }
  .agP { border: 0; outline: 0; padding: 6px 0; font: inherit; flex: 1; }
  .pE { color: #777; font-size: 12px; }
  .aoT { width: 100%; border: 0; border-bottom: 1px solid #ddd; padding: 8px 0; font: inherit; outline: 0; box-sizing: border-box; }
  .Am { min-height: 240px; max-height: 420px; overflow: auto; outline: 0; padding-top: 10px; font-size: small; direction: ltr; }
  .aSt .Am, [role=main] > .aaZ .Am { max-height: none; min-height: 400px; }
  .aO7 { position: relative; } .stand-in-hint { position: absolute; top: 10px; left: 2px; color: #aaa; pointer-events: none; }
  .ajR { display: inline-block; background: #e8eaed; border-radius: 6px; padding: 0 8px; margin: 4px 0; }
  blockquote.gmail_quote { margin: 0 0 0 .8ex; border-left: 1px solid #ccc; padding-left: 1ex; }
  .gmail_signature { color: #555; }
  .IZ td { padding-top: 8px; } .aoO { display: inline-block; background: #0b57d0; color: #fff; border-radius: 18px; padding: 8px 24px; }
  .oG { color: #777; font-size: 12px; } .vI { display: inline-block; background: #f1f3f4; padding: 4px 10px; margin: 4px 4px 0 0; }
  .stand-in-chat { position: fixed; left: 20px; bottom: 0; width: 260px; background: #fff; border: 1px solid #ccc; padding: 8px; }
  .stand-in-chat .Am, .stand-in-card section .Am, .stand-in-card [role=main] .Am { min-height: 60px; border: 1px solid #ddd; }
`;
