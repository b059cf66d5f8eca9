/** The quiet look of a map without ground: pale paper, thin lines of latitude and longitude. */
export const mapStyle = `
:host { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; }
.box { position: absolute; inset: 0; overflow: hidden; background: #f4f4f0; touch-action: none; user-select: none; cursor: grab; font-size: 12px; }
.box:active { cursor: grabbing; }
svg.drawing { position: absolute; inset: 0; width: 100%; height: 100%; }
.graticule { stroke: #e5e5de; stroke-width: 1; fill: none; }
.markers { position: absolute; inset: 0; pointer-events: none; }
.icon, .callout, .label { pointer-events: auto; }
.marker { position: absolute; left: 0; top: 0; width: 0; height: 0; }
.icon { position: absolute; width: max-content; cursor: pointer; }
.icon img, .icon svg { display: block; }
.callout, .label { position: absolute; width: max-content; max-width: 240px; white-space: pre-wrap; line-height: 1.4; cursor: pointer; }
.callout { display: none; z-index: 1; filter: drop-shadow(0 1px 3px rgb(0 0 0 / 25%)); }
.callout.is-always, .marker.is-open .callout { display: block; }
.here { pointer-events: none; position: absolute; left: -8px; top: -8px; width: 16px; height: 16px; box-sizing: border-box; border: 3px solid #fff; border-radius: 50%; background: #2f7fe0; box-shadow: 0 0 0 8px rgb(47 127 224 / 16%); }
.here[hidden] { display: none; }
.scale { position: absolute; left: 10px; bottom: 8px; color: #85857d; font-size: 10px; line-height: 14px; }
.scale i { display: block; height: 3px; box-sizing: border-box; border: solid #85857d; border-width: 0 1px 1px; }
.note { position: absolute; right: 8px; bottom: 6px; color: #a3a39b; font-size: 10px; line-height: 14px; pointer-events: none; }
.compass { position: absolute; left: 10px; top: 10px; width: 28px; height: 28px; border-radius: 50%; background: #fff; box-shadow: 0 1px 3px rgb(0 0 0 / 20%); color: #c0392b; font: 12px/28px sans-serif; text-align: center; }
.compass[hidden], .scale[hidden] { display: none; }
.over { position: absolute; inset: 0; pointer-events: none; }
::slotted(*) { pointer-events: auto; }
::slotted([slot=callout]) { pointer-events: none; }`;

export const mapContent = `<div class="box"><svg class="drawing"></svg>
<div class="here" hidden></div><div class="markers"></div>
<div class="compass" hidden aria-label="指南针">北</div>
<div class="scale"><span></span><i></i></div><div class="note">示意图，没有底图</div></div>
<div class="over"><slot></slot><slot name="callout"></slot></div>`;
